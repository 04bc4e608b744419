"""One says it is so, the other that it is not: negation and opposite acts."""

from variorum.collation.claims.alignment import (
    CUES,
    LIGHT,
    act,
    clause_words,
    counts_differ,
    dated_apart,
    in_other_time,
    is_nominal,
    objects_fit,
    predicate_terms,
    quoted_words,
    reported_later,
    rest,
    rest_overlap,
    same_act,
    same_doer,
    same_subject,
    shared_words,
    whole_side,
)
from variorum.collation.claims.sentences import concepts_in, sentence_at
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement, once
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.claims.words import opposite, sides
from variorum.language.lexicon import marked
from variorum.records.story import Judgement

ALIKE = 0.5
"""Least share of telling words that two clauses have in common besides verb and subject; measured on our invented pairs."""

ALIKE_ALL, NEARLY_ALL = 0.34, 0.75
"""Share of all telling words of both clauses, or of the shorter one's, that they must have in common beyond ``ALIKE``."""

ALIKE_AROUND = 0.4
"""The same for the sentences around clauses that share a single word; measured on our invented pairs."""

FIRM = ("asserted", "planned")
CHANGING = marked("en", "collation_words", "changing_axis")
"""Axes of states that change while a story runs: a later report brings them up to date."""


def judge_polarity(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """Conflict or update where the two clauses cannot both hold; ``None`` where they can."""
    fit = objects_fit(a, b)
    states = _states(a, b) if fit else ()
    words = (_opposed(a, b) if fit else None) or _stated_apart(states)
    if words is None or is_nominal(a) or is_nominal(b) or not _one_matter(a, b, setting, states):
        return None
    if dated_apart(a, b) or in_other_time(a, b) or counts_differ(a, b) or _may_have_changed(a, b):
        return None
    if follow_on(a, b) or one_side_each(a, b):
        return None
    about = shared_words(a, b, setting)
    sides = (whole_side(a, worded(a)), whole_side(b, worded(b)))
    reason = f"{words[0].upper()}{words[1:]}; both tell of {about}."
    return Verdict("polarity", judgement_of(a, b), sides, about, rest_overlap(a, b, setting), reason)


def _may_have_changed(a: Statement, b: Statement) -> bool:
    """Whether the clauses tell who is where and no date of publication says which of the two is the later."""
    if all(s.article.published.earliest for s in (a, b)):
        return False
    return "presence" in sides(a.predicate).keys() & sides(b.predicate).keys()


def _opposed(a: Statement, b: Statement) -> str | None:
    """The words that set the clauses against each other, as part of a sentence; ``None`` when nothing does."""
    if {a.modality, b.modality} - set(FIRM) or {act(a), act(b)} & CUES:
        return None
    if same_act(a, b) and a.polarity != b.polarity and not lacks(a if a.polarity == "positive" else b):
        return f"one says “{worded(a)}”, the other “{worded(b)}”"
    if a.polarity == b.polarity and opposite(a.predicate, b.predicate) and not _is_to_change(a, b):
        return f"“{worded(a)}” is the opposite of “{worded(b)}”"
    return None


def _is_to_change(a: Statement, b: Statement) -> bool:
    """Whether one clause tells how a thing is and the other that it is to change: "is closed", "will reopen"."""
    return a.modality != b.modality and not CHANGING.isdisjoint(sides(a.predicate).keys() & sides(b.predicate).keys())


LACKING = marked("en", "collation_words", "lacking")


def lacks(s: Statement) -> bool:
    """Whether a clause without a negation says that something is not there: "has been without power", "lacks fuel"."""
    return not LACKING.isdisjoint((*s.predicate.split(), *(lemma for _, lemma in clause_words(s))))


def _stated_apart(states: tuple[str, ...]) -> str | None:
    """The words when the clauses share their verb but end in opposite states: "found guilty", "found innocent"."""
    return f"“{states[0]}” is the opposite of “{states[1]}”" if states else None


def _states(a: Statement, b: Statement) -> tuple[str, ...]:
    """The opposite states that only one and only the other clause of one verb has; empty when there are none."""
    if not same_act(a, b) or a.polarity != b.polarity or {a.modality, b.modality} - set(FIRM):
        return ()
    ours, theirs = sorted(set(a.terms) - set(b.terms)), sorted(set(b.terms) - set(a.terms))
    return next(((x, y) for x in ours for y in theirs if opposite(x, y) and sides(x).keys() & STATES), ())


STATES = marked("en", "collation_words", "adjective_axis")
"""Axes of adjectives, which say how something is and not what was done."""


def _one_matter(a: Statement, b: Statement, setting: Setting, states: tuple[str, ...]) -> bool:
    """Whether the clauses share who acts and most of what else they tell of."""
    if not same_subject(a, b, setting) or not setting.related(_named_object(a, setting), _named_object(b, setting)):
        return False
    telling = (rest(a) & rest(b)) - predicate_terms(a) - predicate_terms(b) - LIGHT
    if not telling or rest_overlap(a, b, setting, leave=states) < ALIKE or not _little_else(a, b, setting, states):
        return False
    return len(telling) > 1 or same_doer(a, b) or _same_patient(a, b) or _same_scene(a, b, setting)


def _same_patient(a: Statement, b: Statement) -> bool:
    """Whether one says of its object what the other says of its subject: "schools are closed", "schools reopen"."""
    return bool((a.object_terms & b.subject_terms) | (b.object_terms & a.subject_terms))


def _little_else(a: Statement, b: Statement, setting: Setting, states: tuple[str, ...]) -> bool:
    """Whether one clause says nearly nothing more than the other, or both share a third of all that they say."""
    one, other = rest(a, leave=states) - predicate_terms(b), rest(b, leave=states) - predicate_terms(a)
    share = setting.weights.total(one & other) / (setting.weights.total(one | other) or 1.0)
    return round(share, 3) >= ALIKE_ALL or rest_overlap(a, b, setting, leave=states) >= NEARLY_ALL


def _same_scene(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether the sentences around two short clauses tell of one matter."""
    if a.claim.field != "text" or b.claim.field != "text":
        return False
    return round(setting.weights.overlap(_around(a), _around(b)), 3) >= ALIKE_AROUND


@once
def _around(statement: Statement) -> frozenset[str]:
    """Concepts of the sentence around a clause."""
    return concepts_in(statement.article, sentence_at(statement.article, *statement.claim.span))


def _named_object(statement: Statement, setting: Setting) -> str | None:
    entity = setting.entities.get(statement.object or "")
    return entity.id if entity is not None and entity.named else None


def judgement_of(a: Statement, b: Statement) -> Judgement:
    """An update where the later report tells of a change that can have happened in between, else a conflict."""
    order = reported_later(a, b)
    if order == 0:
        return "conflict"
    first = a if order == 1 else b
    if same_act(a, b):
        return "update" if first.polarity == "negative" else "conflict"
    return "update" if changes_state(a, b) else "conflict"


def changes_state(a: Statement, b: Statement) -> bool:
    """Whether the two tell of opposite states that follow each other as a story runs: "detained", "released"."""
    return bool(_axes(a, b) & CHANGING)


def follow_on(a: Statement, b: Statement) -> bool:
    """Whether one clause tells how it was until the other happened: "whom they had held for 94 days", "released"; and whether
    somebody came and went on two days."""
    if "presence" in _axes(a, b) and dated_apart(a, b):
        return True
    return changes_state(a, b) and any(_is_background(s) for s in (a, b))


def _axes(a: Statement, b: Statement) -> frozenset[str]:
    return frozenset(sides(a.predicate)) & frozenset(sides(b.predicate))


@once
def _is_background(s: Statement) -> bool:
    """Whether the clause says how long a state held, or only describes a noun ("engineers held by fighters")."""
    lasted = any(t.type == "DURATION" for t in s.times)
    span, thing = s.claim.predicate_span, s.claim.object_span
    if span is None or thing is None or s.claim.field != "text":
        return lasted
    return lasted or (thing[1] <= span[0] and not s.article.text[thing[1] : span[0]].strip())


def one_side_each(a: Statement, b: Statement) -> bool:
    """Whether the acts are two sides of one event ("the government won", "we lost"), told of two doers."""
    return bool(_axes(a, b) & CONVERSE) and not same_doer(a, b)


CONVERSE = frozenset({"outcome"})
"""Axes of acts of which one party does the one and the other party the other."""


@once
def worded(statement: Statement) -> str:
    """The predicate as the report words it, with a mark where it is denied by words outside it."""
    words = quoted_words(statement, statement.claim.predicate_span)
    denied = statement.polarity == "negative" and not set(words.casefold().split()) & {"not", "never", "no"}
    return f"not {words}" if denied else words
