"""Whether two statements tell of the same matter, part by part: who, what was done, to what, and the rest."""

import functools
import re
from collections.abc import Iterable, Sequence
from datetime import date

from variorum.collation.claims.sentences import is_content, sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement, once
from variorum.collation.claims.verdicts import Side
from variorum.collation.claims.words import act_concept, concept_of, forces, kind_words, opposite, predicate_forms, same_side
from variorum.language.lexicon import marked
from variorum.records.annotation import Time
from variorum.records.article import Span
from variorum.records.story import StoryEntity

CUES = kind_words("cue")
"""Concepts of verbs that only report; two statements about who said something are compared by what was said."""

LIGHT = kind_words("light")
"""Verbs that say little by themselves; their clause tells what was done by its other words."""


def act(statement: Statement) -> str:
    """The concept of the predicate."""
    return act_of(statement.predicate)


@functools.cache
def act_of(predicate: str) -> str:
    """The concept of a predicate as a lemma phrase; a preposition that only leads to its object is left out."""
    if forces(predicate):
        return predicate
    forms = list(predicate_forms(predicate))
    known = next((c for c in map(act_concept, forms) if c not in forms), None)
    if known is not None:
        return known
    words = forms[0].split()
    return words[0] if len(words) == 2 and words[1] in LEADING else forms[0]


LEADING = kind_words("leading")
"""Prepositions that may end a predicate without changing what act it is."""


@once
def predicate_terms(statement: Statement) -> frozenset[str]:
    """Concepts of the words of the predicate."""
    if forces(statement.predicate):
        return frozenset(statement.predicate.split())
    words = statement.predicate.split()
    return frozenset(concept_of(w) for w in words) | frozenset(words) | {act(statement)}


def rest(statement: Statement, *, leave: Iterable[str] = ()) -> frozenset[str]:
    """The terms besides the predicate, the subject and the words in ``leave``."""
    return _rest(statement).difference(leave)


@once
def _rest(statement: Statement) -> frozenset[str]:
    doer = frozenset[str]() if is_state(statement) else statement.subject_terms
    return frozenset(statement.terms) - predicate_terms(statement) - doer


def is_state(statement: Statement) -> bool:
    """Whether the clause says how something is, so that its subject is what it is about."""
    return statement.predicate.startswith("be ")


def same_act(a: Statement, b: Statement) -> bool:
    """Whether both predicates name one act."""
    return act(a) == act(b)


def acts_apart(a: Statement, b: Statement) -> bool:
    """Whether the two tell of different acts: neither clause names the act of the other, nor its opposite."""
    one, other = act(a), act(b)
    if one == other or {one, other} & LIGHT or same_side(a.predicate, b.predicate) or opposite(a.predicate, b.predicate):
        return False
    return one not in b.terms and other not in a.terms


def told_apart(a: Statement, b: Statement) -> bool:
    """Whether one clause says what the other denies, by polarity and by predicates that are opposites."""
    return (a.polarity == b.polarity) == opposite(a.predicate, b.predicate)


def rest_overlap(a: Statement, b: Statement, setting: Setting, *, leave: Iterable[str] = ()) -> float:
    """Share of telling words common to both besides predicate and subject, 0..1, three decimals."""
    skip = (*predicate_terms(a), *predicate_terms(b), *leave)
    return round(setting.weights.overlap(rest(a, leave=skip), rest(b, leave=skip)), 3)


def same_subject(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether the subjects can stand for each other: a missing one (passive without agent) can, two nouns only if one."""
    if a.subject is not None and a.subject == b.subject:
        return True
    one, other = (setting.entities.get(s.subject or "") for s in (a, b))
    if one is not None and other is not None and one.named and other.named:
        return setting.related(one.id, other.id)
    heads = subject_head(a), subject_head(b)
    if None in heads or _may_be(a, one, other) or _may_be(b, other, one):
        return True
    return heads[0] == heads[1]


def _may_be(a: Statement, one: StoryEntity | None, other: StoryEntity | None) -> bool:
    """Whether the subject of ``a`` is a noun that may describe the one that the other clause names."""
    named = other is not None and other.named and not (one is not None and one.named)
    return (named and not quoted_words(a, a.claim.subject_span)[:1].isupper()) or (named and one is not None)


@once
def subject_head(statement: Statement) -> str | None:
    """The concept of the noun that heads the subject; ``None`` for pronouns and where there is no subject."""
    return phrase_head(statement, statement.claim.subject_span)


def phrase_head(statement: Statement, span: Span | None) -> str | None:
    """The concept of the head noun of a phrase: its last telling word before a preposition, a comma or "who"."""
    if span is None or statement.claim.field != "text":
        return None
    words = words_in(statement.article, span)
    cut = next((n for n, (_, lemma) in enumerate(words) if n and lemma in ENDING), len(words))
    kept = [lemma for _, lemma in words[:cut] if is_content(lemma)]
    return concept_of(kept[-1]) if kept else None


ENDING = kind_words("ending")


def same_doer(a: Statement, b: Statement) -> bool:
    """Whether the same one acts: one entity, or phrases with the same head noun."""
    if a.subject is not None and a.subject == b.subject:
        return True
    heads = subject_head(a), subject_head(b)
    return heads[0] is not None and heads[0] == heads[1]


def objects_fit(a: Statement, b: Statement) -> bool:
    """Whether what is acted upon can be the same: one entity, or phrases that share a telling word, or none on both sides.

    "Nobody" and "anything" stand for all, and what a verb without an object is said of is what it happens to.
    """
    if (a.object is not None and a.object == b.object) or _all_of_a_kind(a) or _all_of_a_kind(b):
        return True
    one, other = (_patient(s) for s in (a, b))
    return bool(one & other) or not (one or other)


@once
def _all_of_a_kind(statement: Statement) -> bool:
    span = statement.claim.object_span
    return span is not None and quoted_words(statement, span).casefold().split()[0] in ANY


ANY = marked("en", "collation_words", "anybody")


@once
def _patient(statement: Statement) -> frozenset[str]:
    """Concepts of what is acted upon, or of what a state or a happening is said of."""
    if is_state(statement) or (statement.claim.object_span is None and statement.object is None):
        return statement.subject_terms
    return statement.object_terms


def counts_differ(a: Statement, b: Statement) -> bool:
    """Whether both give numbers and share none, which tells of two events rather than of one told in two ways."""
    one, other = ({q.value for q in s.quantities} for s in (a, b))
    return bool(one and other) and not one & other


def in_other_time(a: Statement, b: Statement) -> bool:
    """Whether one is dated long before the report of the other, which gives no date of its own."""
    return _dated_before(a, b) or _dated_before(b, a)


def _dated_before(a: Statement, b: Statement) -> bool:
    one, reported = days(a), report_days(b)
    if one is None or days(b) is not None or reported is None or one[0][:4] == NO_YEAR or one[1][:4] >= reported[0][:4]:
        return False
    months = [int(day[:4]) * 12 + int(day[5:7]) for day in (one[1], reported[0])]
    return months[1] - months[0] > RECENT


RECENT = 3
"""Months within which something that a report leaves undated can have happened."""


@once
def is_nominal(statement: Statement) -> bool:
    """Whether a noun names the act ("the construction of ..."), so that who denies or wants it stands elsewhere."""
    span = statement.claim.predicate_span
    if span is None or statement.claim.field != "text":
        return False
    words = words_in(statement.article, span)
    if not words or words[0][1] == "be":
        return False
    before = LAST_WORD.search(statement.article.text, max(0, span[0] - 12), span[0])
    named = before is not None and before[1].casefold() in DEFINITE
    return named or words[0][1] != statement.claim.predicate.split()[0]


LAST_WORD = re.compile(r"(\w+)\s+\Z")
DEFINITE = marked("en", "collation_words", "definite")
"""What stands right before a noun only: "the purchase of", "its attack on", where noun and verb are one word."""


def separate_voices(a: Statement, b: Statement) -> bool:
    """Whether the two come from different reports, or from different voices in one."""
    return a.article.id != b.article.id or a.speaker != b.speaker


@once
def sentence_days(statement: Statement) -> tuple[str, str] | None:
    """The days of the clause, else those that the dates of its whole sentence allow."""
    own = days(statement)
    if own is not None or statement.claim.field != "text":
        return own
    low, high = sentence_at(statement.article, *statement.claim.span)
    return _common_days([t for t in statement.article.times if t.field == "text" and low <= t.start < high])


@once
def days(statement: Statement) -> tuple[str, str] | None:
    """The days its own dates allow; ``None`` without a date or with dates that lie apart."""
    return _common_days(statement.times)


def _common_days(times: Sequence[Time]) -> tuple[str, str] | None:
    spans = [span for t in times if t.type in ("DATE", "TIME") and (span := _bounds(t)) is not None]
    if not spans:
        return None
    start, end = max(s for s, _ in spans if s), min(e for _, e in spans if e)
    return (start, end) if start <= end else None


NO_YEAR = "0000"


def _bounds(time: Time) -> tuple[str, str] | None:
    """First and last day of a time; a day without its year gets the year ``0000``, which fits only its like."""
    if time.earliest and time.latest:
        return time.earliest, time.latest
    if len(time.value) == 10 and time.value.startswith("XXXX-") and time.value[5:].replace("-", "").isdigit():
        day = f"{NO_YEAR}{time.value[4:]}"
        return day, day
    return None


def dated_apart(a: Statement, b: Statement) -> bool:
    """Whether both give dates and these exclude each other; one hour is one moment where a report names its day for something
    else before."""
    one, other = days(a), days(b)
    if _takes_day_over(a, b) or _takes_day_over(b, a):
        return False
    if one is None or other is None:
        return _weekdays_apart(a, b)
    if (one[0][:4] == NO_YEAR) != (other[0][:4] == NO_YEAR):
        return not _falls_in(one, other) if one[0][:4] == NO_YEAR else not _falls_in(other, one)
    return one[1] < other[0] or other[1] < one[0]


def _takes_day_over(a: Statement, b: Statement) -> bool:
    """Whether ``a`` gives nothing but an hour that ``b`` gives too, on a day that another time of its report names."""
    dated = [t for t in a.times if t.earliest]
    over = all(t.type == "TIME" and t.anchor not in (None, "publication", "event") for t in dated)
    hours = {t.value.partition("T")[2] for t in b.times}
    return bool(dated) and over and all(t.value.partition("T")[2] in hours for t in dated)


def _falls_in(day: tuple[str, str], period: tuple[str, str]) -> bool:
    """Whether a day without its year can lie in a period."""
    years = sorted({period[0][:4], period[1][:4]})
    return any(period[0] <= f"{year}{day[0][4:]}" <= period[1] for year in years) if period[1][:4] != "9999" else True


@once
def weekday(statement: Statement) -> int | None:
    """The day of the week (1 Monday) of the only date of the clause, where that is all the report says of it."""
    dated = [t.value for t in statement.times if t.type in ("DATE", "TIME")]
    found = OPEN_WEEKDAY.match(dated[0]) if len(dated) == 1 else None
    return int(found[1]) if found is not None else None


OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")


def _weekdays_apart(a: Statement, b: Statement) -> bool:
    """Whether one is dated by a day of the week and the other to a day that is another one."""
    one, other = _weekday_known(a), _weekday_known(b)
    return one is not None and other is not None and one != other


@once
def _weekday_known(statement: Statement) -> int | None:
    known = days(statement)
    if known is None:
        return weekday(statement)
    single = known[0] == known[1] and known[0][:4] != NO_YEAR
    return date.fromisoformat(known[0]).isoweekday() if single else None


@once
def report_days(statement: Statement) -> tuple[str, str] | None:
    """Bounds of the publication of its report, when both are known."""
    published = statement.article.published
    return (published.earliest, published.latest) if published.earliest and published.latest else None


def reported_later(a: Statement, b: Statement) -> int:
    """1 when the report of ``b`` is certainly of a later day than that of ``a``, -1 the other way round, else 0."""
    one, other = report_days(a), report_days(b)
    if one is None or other is None:
        return 0
    return 1 if one[1] < other[0] else -1 if other[1] < one[0] else 0


def shared_words(a: Statement, b: Statement, setting: Setting) -> str:
    """What both tell of, for a reader: names, then words as the first report spells them, six at most."""
    shared = frozenset(a.terms) & frozenset(b.terms)
    names = sorted(setting.entities[t[1:]].name for t in shared if t.startswith("@") and t[1:] in setting.entities)
    known = frozenset(w for name in names for w in name.casefold().split())
    words = [a.article.text[s:e].casefold() for (s, e), lemma in clause_words(a) if concept_of(lemma) in shared]
    return ", ".join(list(dict.fromkeys([*names, *(w for w in words if w not in known)]))[:6])


@once
def clause_words(statement: Statement) -> list[tuple[Span, str]]:
    """Tokens and lemmas of the clause; none for a clause of a title outside the text."""
    return words_in(statement.article, statement.claim.span) if statement.claim.field == "text" else []


def quoted_words(statement: Statement, span: Span | None) -> str:
    """The source words at ``span`` on one line; the predicate where there is no span."""
    source = statement.article.text if statement.claim.field == "text" else statement.article.title or ""
    return " ".join(source[span[0] : span[1]].split()) if span else statement.predicate


def whole_side(statement: Statement, value: str) -> Side:
    """The whole clause as one side of a disagreement."""
    return Side(statement.article, statement.claim.span, value, statement.speaker, statement.claim.field)
