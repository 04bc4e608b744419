"""One says it is so, the other that it is not: negation, opposite acts, and how far an act has gone."""

from variorum.collation.claim_alignment import (
    CUES,
    LIGHT,
    act,
    clause_words,
    dated_apart,
    objects_fit,
    predicate_terms,
    quoted_words,
    reported_later,
    rest,
    rest_overlap,
    same_act,
    same_subject,
    shared_words,
    whole_side,
)
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict
from variorum.collation.claim_words import opposite, sides, stage_of
from variorum.records.story import Judgement

ALIKE = 0.5
"""Least share of telling words that two clauses have in common besides verb and subject; measured on our invented pairs."""

FIRM = ("asserted", "planned")
STEPS = 2
"""How many steps of the list of commitment two reports must lie apart; neighbours are loosely worded by reporters."""

CHANGING = frozenset({"opening", "beginning", "presence", "holding", "custody", "amount", "life", "working", "safety"})
"""Axes of states that change while a story runs: a later report brings them up to date."""


def judge_polarity(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """Conflict or update where the two clauses cannot both hold; ``None`` where they can."""
    words = (_opposed(a, b) if objects_fit(a, b) else None) or _steps_apart(a, b)
    if words is None or not _one_matter(a, b, setting) or dated_apart(a, b):
        return None
    about = shared_words(a, b, setting)
    sides = (whole_side(a, _worded(a)), whole_side(b, _worded(b)))
    reason = f"{words[0].upper()}{words[1:]}; both tell of {about}."
    return Verdict("polarity", _judgement(a, b), sides, about, rest_overlap(a, b, setting), reason)


def _opposed(a: Statement, b: Statement) -> str | None:
    """The words that set the clauses against each other, as part of a sentence; ``None`` when nothing does."""
    one, other = a.claim, b.claim
    if one.modality not in FIRM or other.modality not in FIRM or {act(a), act(b)} & CUES:
        return None
    if same_act(a, b) and one.polarity != other.polarity:
        return f"one says “{_worded(a)}”, the other “{_worded(b)}”"
    if one.polarity == other.polarity and opposite(one.predicate, other.predicate):
        return f"“{_worded(a)}” is the opposite of “{_worded(b)}”"
    return None


def _steps_apart(a: Statement, b: Statement) -> str | None:
    """The words when one act is thought about in one report and decided or done in the other."""
    one, other = _stage(a), _stage(b)
    if one is None or other is None or abs(one - other) < STEPS:
        return None
    return f"“{_worded(a)}” against “{_worded(b)}”: not the same step of one act"


def _stage(statement: Statement) -> int | None:
    """The least advanced step that the words up to the predicate name: "considered buying" is only considered."""
    claim = statement.claim
    if claim.polarity == "negative" or claim.modality not in (*FIRM, "possible"):
        return None
    end = claim.predicate_span[1] if claim.predicate_span else claim.span[0]
    chain = [lemma for (_, stop), lemma in clause_words(statement) if stop <= end]
    found = [stage for word in (claim.predicate, *chain) if (stage := stage_of(word)) is not None]
    if not found:
        return None
    return min(found) if claim.modality == "asserted" else min(*found, 2)


def _one_matter(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether the clauses share who acts and most of what else they tell of."""
    if not same_subject(a, b, setting) or not setting.related(_named_object(a, setting), _named_object(b, setting)):
        return False
    telling = (rest(a) & rest(b)) - predicate_terms(a) - predicate_terms(b) - LIGHT
    return bool(telling) and rest_overlap(a, b, setting) >= ALIKE


def _named_object(statement: Statement, setting: Setting) -> str | None:
    entity = setting.entities.get(statement.object or "")
    return entity.id if entity is not None and entity.named else None


def _judgement(a: Statement, b: Statement) -> Judgement:
    """An update where the later report tells of a change that can have happened in between, else a conflict."""
    order = reported_later(a, b)
    if order == 0:
        return "conflict"
    first, second = (a, b) if order == 1 else (b, a)
    if same_act(a, b):
        return "update" if first.claim.polarity == "negative" or _stage(first) is not None else "conflict"
    axes = sides(a.claim.predicate).keys() & sides(b.claim.predicate).keys()
    return "update" if axes & CHANGING or _stage(second) is not None else "conflict"


def _worded(statement: Statement) -> str:
    """The predicate as the report words it, with a mark where it is denied by words outside it."""
    words = quoted_words(statement, statement.claim.predicate_span)
    denied = statement.claim.polarity == "negative" and not set(words.casefold().split()) & {"not", "never", "no"}
    return f"not {words}" if denied else words
