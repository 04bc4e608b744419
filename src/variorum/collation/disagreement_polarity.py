"""One says it is so, the other that it is not: negation, opposite acts, and how far an act has gone."""

from variorum.collation.claim_alignment import (
    CUES,
    LIGHT,
    act,
    clause_words,
    dated_apart,
    days,
    is_nominal,
    objects_fit,
    predicate_terms,
    quoted_words,
    report_days,
    reported_later,
    rest,
    rest_overlap,
    same_act,
    same_doer,
    same_subject,
    shared_words,
    whole_side,
)
from variorum.collation.claim_sentences import concepts_in, sentence_at
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict
from variorum.collation.claim_words import opposite, sides, stage_of
from variorum.records.story import Judgement

ALIKE = 0.5
"""Least share of telling words that two clauses have in common besides verb and subject; measured on our invented pairs."""

ALIKE_ALL, NEARLY_ALL = 0.34, 0.75
"""Share of all telling words of both clauses, or of the shorter one's, that they must have in common beyond ``ALIKE``."""

ALIKE_AROUND = 0.4
"""The same for the sentences around clauses that share a single word; measured on our invented pairs."""

FIRM = ("asserted", "planned")
STEPS = 2
"""How many steps of the list of commitment two reports must lie apart; neighbours are loosely worded by reporters."""

CHANGING = frozenset({"opening", "beginning", "presence", "holding", "custody", "amount", "life", "working", "safety"})
"""Axes of states that change while a story runs: a later report brings them up to date."""


def judge_polarity(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """Conflict or update where the two clauses cannot both hold; ``None`` where they can."""
    words = (_opposed(a, b) if objects_fit(a, b) else None) or _steps_apart(a, b)
    if words is None or is_nominal(a) or is_nominal(b) or not _one_matter(a, b, setting):
        return None
    if dated_apart(a, b) or _other_time(a, b) or _other_time(b, a):
        return None
    about = shared_words(a, b, setting)
    sides = (whole_side(a, _worded(a)), whole_side(b, _worded(b)))
    reason = f"{words[0].upper()}{words[1:]}; both tell of {about}."
    return Verdict("polarity", _judgement(a, b), sides, about, rest_overlap(a, b, setting), reason)


def _other_time(a: Statement, b: Statement) -> bool:
    """Whether ``a`` is dated to a time long before the report of ``b``, which gives no date of its own."""
    one, reported = days(a), report_days(b)
    return one is not None and days(b) is None and reported is not None and one[1][:4] < reported[0][:4] and _far(one[1], reported[0])


def _far(day: str, other: str) -> bool:
    """Whether two ISO days lie more than three months apart, by their months."""
    months = [int(d[:4]) * 12 + int(d[5:7]) for d in (day, other)]
    return abs(months[0] - months[1]) > 3


def _opposed(a: Statement, b: Statement) -> str | None:
    """The words that set the clauses against each other, as part of a sentence; ``None`` when nothing does."""
    if {a.modality, b.modality} - set(FIRM) or {act(a), act(b)} & CUES:
        return None
    if same_act(a, b) and a.polarity != b.polarity:
        return f"one says “{_worded(a)}”, the other “{_worded(b)}”"
    if a.polarity == b.polarity and opposite(a.predicate, b.predicate):
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
    if statement.polarity == "negative" or claim.modality not in (*FIRM, "possible"):
        return None
    end = claim.predicate_span[1] if claim.predicate_span else claim.span[0]
    chain = [lemma for (_, stop), lemma in clause_words(statement) if stop <= end]
    found = [stage for word in (statement.predicate, *chain) if (stage := stage_of(word)) is not None]
    if not found:
        return None
    return min(found) if claim.modality == "asserted" else min(*found, 2)


def _one_matter(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether the clauses share who acts and most of what else they tell of."""
    if not same_subject(a, b, setting) or not setting.related(_named_object(a, setting), _named_object(b, setting)):
        return False
    telling = (rest(a) & rest(b)) - predicate_terms(a) - predicate_terms(b) - LIGHT
    if not telling or rest_overlap(a, b, setting) < ALIKE or not _little_else(a, b, setting):
        return False
    return len(telling) > 1 or same_doer(a, b) or _same_scene(a, b, setting)


def _little_else(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether one clause says nearly nothing more than the other, or both share a third of all that they say."""
    one, other = rest(a) - predicate_terms(b), rest(b) - predicate_terms(a)
    share = setting.weights.total(one & other) / (setting.weights.total(one | other) or 1.0)
    return round(share, 3) >= ALIKE_ALL or rest_overlap(a, b, setting) >= NEARLY_ALL


def _same_scene(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether the sentences around two short clauses tell of one matter."""
    if a.claim.field != "text" or b.claim.field != "text":
        return False
    one, other = (concepts_in(s.article, sentence_at(s.article, *s.claim.span)) for s in (a, b))
    return round(setting.weights.overlap(one, other), 3) >= ALIKE_AROUND


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
        return "update" if first.polarity == "negative" or _stage(first) is not None else "conflict"
    axes = sides(a.predicate).keys() & sides(b.predicate).keys()
    return "update" if axes & CHANGING or _stage(second) is not None else "conflict"


def _worded(statement: Statement) -> str:
    """The predicate as the report words it, with a mark where it is denied by words outside it."""
    words = quoted_words(statement, statement.claim.predicate_span)
    denied = statement.polarity == "negative" and not set(words.casefold().split()) & {"not", "never", "no"}
    return f"not {words}" if denied else words
