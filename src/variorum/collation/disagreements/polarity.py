"""One says it is so, the other that it is not: negation, opposite acts, and how far an act has gone."""

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
from variorum.collation.claims.words import act_concept, opposite, sides, stage_of
from variorum.collation.denials.units import NEGATION
from variorum.language.lexicon import marked
from variorum.records.story import Aspect, Judgement

ALIKE = 0.5
"""Least share of telling words that two clauses have in common besides verb and subject; measured on our invented pairs."""

ALIKE_ALL, NEARLY_ALL = 0.34, 0.75
"""Share of all telling words of both clauses, or of the shorter one's, that they must have in common beyond ``ALIKE``."""

ALIKE_AROUND = 0.4
"""The same for the sentences around clauses that share a single word; measured on our invented pairs."""

FIRM = ("asserted", "planned")
MATTER = 2
"""Telling words besides verb and subject that two steps of one act have in common."""

STEPS = 2
"""How many steps of the list of commitment two reports must lie apart; neighbours are loosely worded by reporters."""

CHANGING = marked("en", "collation_words", "changing_axis")
"""Axes of states that change while a story runs: a later report brings them up to date."""


def judge_polarity(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """Conflict or update where the two clauses cannot both hold; ``None`` where they can."""
    fit = objects_fit(a, b)
    states = _states(a, b) if fit else ()
    against = (_opposed(a, b) if fit else None) or _stated_apart(states)
    words = against or _steps_apart(a, b)
    if words is None or is_nominal(a) or is_nominal(b) or not _one_matter(a, b, setting, states, steps=not against):
        return None
    if dated_apart(a, b) or in_other_time(a, b) or counts_differ(a, b) or _may_have_changed(a, b):
        return None
    if follow_on(a, b) or one_side_each(a, b):
        return None
    about = shared_words(a, b, setting)
    wording = worded if against else _step_word
    sides = (whole_side(a, wording(a)), whole_side(b, wording(b)))
    reason = f"{words[0].upper()}{words[1:]}; both tell of {about}."
    aspect: Aspect | None = None if against else "step"
    return Verdict("polarity", judgement_of(a, b), sides, about, rest_overlap(a, b, setting), reason, aspect)


def _may_have_changed(a: Statement, b: Statement) -> bool:
    """Whether the clauses tell who is where and no date of publication says which of the two is the later."""
    if all(s.article.published.earliest for s in (a, b)):
        return False
    return "presence" in sides(a.predicate).keys() & sides(b.predicate).keys()


def _opposed(a: Statement, b: Statement) -> str | None:
    """The words that set the clauses against each other, as part of a sentence; ``None`` when nothing does."""
    if {a.modality, b.modality} - set(FIRM) or {act(a), act(b)} & CUES:
        return None
    if same_act(a, b) and denied_apart(a, b) and not lacks(a if a.polarity == "positive" else b):
        return f"one says “{worded(a)}”, the other “{worded(b)}”"
    if a.polarity == b.polarity and opposite(a.predicate, b.predicate) and not _is_to_change(a, b):
        return f"“{worded(a)}” is the opposite of “{worded(b)}”"
    return None


def denied_apart(a: Statement, b: Statement) -> bool:
    """Whether one clause is denied and the other is not: not where both verbs hold a negation ("no, it wasn't")."""
    words = (quoted_words(s, s.claim.predicate_span) for s in (a, b))
    return a.polarity != b.polarity and not all(NEGATION.search(w) for w in words)


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


def _steps_apart(a: Statement, b: Statement) -> str | None:
    """The words when one act is thought about in one report and decided or done in the other; what can be done ("could be
    bought anywhere") is no step towards it."""
    one, other = _stage(a), _stage(b)
    if one is None and other is not None and _simply_done(a, b):
        one = DONE
    if other is None and one is not None and _simply_done(b, a):
        other = DONE
    if one is None or other is None or abs(one - other) < STEPS:
        return None
    if _tells_both_steps(a, b) or _tells_both_steps(b, a):
        return None
    if "possible" in (a.modality, b.modality) and _step_word(a).casefold() == _step_word(b).casefold():
        return None
    return f"“{_step_word(a)}” against “{_step_word(b)}”: not the same step of one act"


DONE = 4


def _tells_both_steps(a: Statement, b: Statement) -> bool:
    """Whether the sentence of ``a`` has the word of either step: "signed a paper under which they will examine a merger" in two
    reports is two acts in each."""
    if a.claim.field != "text":
        return False
    source = a.article.text[slice(*sentence_at(a.article, *a.claim.span))].casefold()
    one, other = (_step_word(s).casefold() for s in (a, b))
    return one != other and one in source and other in source


def _simply_done(a: Statement, b: Statement) -> bool:
    """Whether ``a`` tells as done the act that ``b`` tells to be considered or planned."""
    if a.modality != "asserted" or a.polarity == "negative" or act(a) in LIGHT or act(a) not in b.terms:
        return False
    end = (b.claim.predicate_span or b.claim.span)[1]
    start = (b.claim.predicate_span or b.claim.span)[0]
    after = [lemma for (s, _), lemma in clause_words(b) if s >= start][: _reach(b, start, end)]
    return act(b) == act(a) or any(act_concept(lemma) == act(a) for lemma in after)


def _reach(statement: Statement, start: int, end: int) -> int:
    """Words from the start of the predicate within which its complement begins."""
    return sum(start <= s < end for (s, _), _ in clause_words(statement)) + 4


@once
def _stage(statement: Statement) -> int | None:
    """The least advanced step that the words up to the predicate name: "considered buying" is only considered."""
    steps = _steps(statement)
    if not steps:
        return None
    least = min(stage for stage, _ in steps)
    return least if statement.claim.modality == "asserted" else min(least, 2)


def _steps(statement: Statement) -> list[tuple[int, str]]:
    """The steps that the words up to the predicate name, each with its word."""
    claim = statement.claim
    if statement.polarity == "negative" or claim.modality not in (*FIRM, "possible"):
        return []
    end = claim.predicate_span[1] if claim.predicate_span else claim.span[0]
    words = [(lemma, statement.article.text[s:e]) for (s, e), lemma in clause_words(statement) if e <= end]
    named = [(stage, word) for lemma, word in words for key in (lemma, word.casefold()) if (stage := stage_of(key)) is not None]
    own = stage_of(statement.predicate)
    return named if own is None else [*named, (own, worded(statement))]


def _step_word(statement: Statement) -> str:
    """The word of the least advanced step ("considering" in "is considering to purchase"), else the predicate."""
    return min(_steps(statement), default=(0, worded(statement)), key=lambda step: step[0])[1]


def _one_matter(a: Statement, b: Statement, setting: Setting, states: tuple[str, ...], *, steps: bool) -> bool:
    """Whether the clauses share who acts and most of what else they tell of; of ``steps`` also two of what is
    acted upon, and no names alone."""
    if not same_subject(a, b, setting) or not setting.related(_named_object(a, setting), _named_object(b, setting)):
        return False
    telling = (rest(a) & rest(b)) - predicate_terms(a) - predicate_terms(b) - LIGHT
    what = telling - {f"@{s.subject}" for s in (a, b)}
    if steps and (len(what) < MATTER or all(t.startswith("@") for t in what)):
        return False
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
    first, second = (a, b) if order == 1 else (b, a)
    if same_act(a, b):
        return "update" if first.polarity == "negative" or _stage(first) is not None else "conflict"
    return "update" if changes_state(a, b) or _stage(second) is not None else "conflict"


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
