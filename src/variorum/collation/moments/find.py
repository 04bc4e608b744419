"""When things happened: every date and time of the day with its clause, and whether two of them can be one moment."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from variorum.collation.claims.sentences import concepts_in, is_content, sentence_at, words_in
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.twin_ties import Twin
from variorum.collation.moments.clock import CLOCK, DAY, HALF, HALVES, PARTS, slack_of
from variorum.collation.word_stems import stem
from variorum.language.lexicon import alternatives, marked
from variorum.records.annotation import AnnotatedArticle, Time
from variorum.records.article import Span

Relation = Literal["apart", "same", "fit", "unknown"]
Grain = Literal["clock", "part", "day", "month", "year"]

DEADLINES = ("by", "before")
THEN = "then"
"""What stands for a time in the text that is encoded."""

NAMED_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|tomorrow|last night|this morning"
    r"|\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2})\b"
)
"""Words that name a day; a time of the day without them is on the day that its report is about."""

FULL_CLOCK = re.compile(r"\b0\d[.:]\d\d|\b(?:1[3-9]|2[0-3])[.:]\d\d")
"""Figures of the clock of 24 hours, which leave no half of the day open."""

OPEN_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
OPEN_DAY = re.compile(r"XXXX-(\d\d-\d\d)")
CLOSELY = re.compile(r"\b(?:shortly|just|right|soon)\s+(?:before|after)\b", re.IGNORECASE)
BOUNDS = marked("en", "collation_words", "bound")
"""Words before a time that begins or ends a stretch and is not the moment itself."""


NOT_BEFORE_WORDS = alternatives(marked("en", "collation_words", "not_before"))
AGAINST = re.compile(
    rf"\b(?:{NOT_BEFORE_WORDS})"
    r"\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
FOLLOWED = re.compile(r"^\W*(?:\w+\W+){0,4}?(?:not|already|rather than)\b", re.IGNORECASE)
"""Words before and after a time that answers another one."""

REACH = 45
"""Characters before and after a time in which they stand."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of a report with the shortest clause that holds it.

    ``days`` are its first and last day as ordinals where known, ``clock`` the minutes of the day it can be (``halved``: of
    either half of the day), ``weekday`` 1..7, ``month_day`` ``MM-DD`` of a day without its year, ``stems`` the content words of
    its sentence without times, ``concepts`` its concepts, ``names`` the named entities of its clauses. ``corrects``: the words
    beside it set it against another time.
    """

    article: AnnotatedArticle
    time: Time
    statement: Statement | None
    twin: Twin
    stems: frozenset[str]
    concepts: frozenset[str]
    names: frozenset[str]
    corrects: bool
    days: tuple[int, int] | None
    clock: tuple[int, int] | None
    halved: bool
    weekday: int | None
    month_day: str | None
    deadline: bool

    @property
    def coarse(self) -> bool:
        """Whether it is known by the month or year only."""
        return self.days is not None and self.days[0] != self.days[1]

    @property
    def grain(self) -> Grain:
        """How exactly it is told."""
        if self.clock is not None:
            return "clock" if self.clock[1] - self.clock[0] <= HOUR else "part"
        length = self.days[1] - self.days[0] if self.days is not None else 0
        return "day" if length < 2 else "month" if length <= LONGEST_MONTH else "year"


HOUR, LONGEST_MONTH = 60, 32
"""Minutes of the widest time of the clock ("around four"), and days of the widest month."""


def find_moments(statements: Sequence[Statement]) -> tuple[Moment, ...]:
    """All moments of the body, by article and place."""
    holders: dict[tuple[str, str], Statement] = {}
    for s in sorted(statements, key=lambda s: s.claim.span[1] - s.claim.span[0]):
        for time in s.times:
            holders.setdefault((s.article.id, time.id), s)
    told: dict[str, list[Statement]] = {}
    for s in statements:
        told.setdefault(s.article.id, []).append(s)
    return tuple(m for key in sorted(told) for m in _moments(told[key], holders))


def _moments(statements: Sequence[Statement], holders: dict[tuple[str, str], Statement]) -> Iterator[Moment]:
    article = statements[0].article
    for time in article.times:
        statement = holders.get((article.id, time.id))
        dated = time.field == "text" and time.type in ("DATE", "TIME") and not time.value.endswith("_REF")
        if dated and not _is_bound(time, statement) and not _counted_back(article, time):
            moment = _moment(article, time, statement, statements)
            if moment.days or moment.clock or moment.weekday or moment.month_day:
                yield moment


def _is_bound(time: Time, statement: Statement | None) -> bool:
    """Whether the time only begins or ends a stretch; "not until 4", "shortly after 4", a plan's "by May" tell of a moment."""
    if _is_deadline(time, statement):
        return False
    if statement is not None and statement.article.text[time.start : time.end].split()[0].casefold() in BOUNDS:
        return True
    if time.relation == "until":
        return statement is None or statement.polarity == "positive"
    if time.relation not in BOUNDS or statement is None or statement.claim.field != "text":
        return time.relation in BOUNDS
    return not CLOSELY.search(statement.article.text[max(time.start - 16, 0) : time.start + 16])


def _counted_back(article: AnnotatedArticle, time: Time) -> bool:
    """Whether it is counted from another day and so names none: a week, month or year from the day of the report ("last year",
    "this weekend"), or a distance whose clause tells what it is counted from ("a day after the vote")."""
    last = article.text[time.start : time.end].split()[-1]
    if last.casefold() in BOUNDS:
        return True
    return time.anchor == "publication" and last[0].islower() and WIDE.fullmatch(time.value) is not None


WIDE = re.compile(r"\d{3,4}(?:-\d\d|-W\d\d(?:-WE)?)?")
"""Years, months and weeks, but no seasons, which are named."""


def _is_deadline(time: Time, statement: Statement | None) -> bool:
    """Whether something is to be done by the time, which lies ahead of the report."""
    if time.relation not in DEADLINES or time.type != "DATE" or time.latest is None or statement is None:
        return False
    reported = statement.article.published.latest
    return statement.polarity == "positive" and reported is not None and time.latest > reported


def _names(sentence: Span, statements: Sequence[Statement]) -> frozenset[str]:
    """The named entities of the clauses of a sentence."""
    inside = (s for s in statements if s.claim.field == "text" and sentence[0] <= s.claim.span[0] < sentence[1])
    return frozenset(term for s in inside for term in s.terms if term.startswith("@"))


def _moment(article: AnnotatedArticle, time: Time, statement: Statement | None, statements: Sequence[Statement]) -> Moment:
    sentence = sentence_at(article, time.start, time.end)
    clause = statement.claim.span if statement is not None and statement.claim.field == "text" else sentence
    clause = clause if clause[0] <= time.start < clause[1] else sentence
    words = article.text[time.start : time.end]
    clock, halved = _clock(article, time)
    days = _days(time) if clock is None or _has_day(article, time, clause) else None
    weekday = OPEN_WEEKDAY.match(time.value)
    month_day = OPEN_DAY.match(time.value)
    return Moment(
        article,
        time,
        statement,
        Twin((article.id, time.id), _masked(article, time, clause), _masked(article, time, sentence)),
        _stems(article, sentence),
        concepts_in(article, sentence),
        _names(sentence, statements),
        _corrects(article.text, time, sentence),
        days,
        clock,
        halved and not FULL_CLOCK.search(words),
        int(weekday[1]) if weekday else date.fromordinal(days[0]).isoweekday() if days and days[0] == days[1] else None,
        month_day[1] if month_day and not days else None,
        _is_deadline(time, statement),
    )


def _corrects(text: str, time: Time, sentence: Span) -> bool:
    """Whether its clause sets it against another time: "already on Sunday", "only at six", "at 01.15, and not after two"."""
    before, after = text[max(time.start - REACH, sentence[0]) : time.start], text[time.end : min(time.end + REACH, sentence[1])]
    return bool(AGAINST.search(before) or FOLLOWED.search(after))


def _masked(article: AnnotatedArticle, time: Time, span: Span) -> str:
    return " ".join(f"{article.text[span[0] : time.start]} {THEN} {article.text[time.end : span[1]]}".split())


def _stems(article: AnnotatedArticle, sentence: Span) -> frozenset[str]:
    timed = [(t.start, t.end) for t in article.times if t.field == "text" and t.start < sentence[1] and sentence[0] < t.end]
    said = [(start, lemma) for (start, _), lemma in words_in(article, sentence) if is_content(lemma)]
    return frozenset(stem(lemma) for start, lemma in said if not any(low <= start < high for low, high in timed))


def _clock(article: AnnotatedArticle, time: Time) -> tuple[tuple[int, int] | None, bool]:
    """The minutes of the day it can be, and whether the half of the day is open."""
    found = CLOCK.search(time.value)
    if found is None:
        return (PARTS.get(time.value[-2:]) if time.value[-3:-2] == "T" else None), False
    words = article.text[time.start : time.end]
    shown = " ".join([*article.text[max(time.start - 24, 0) : time.start].split()[-2:], words])
    at, slack = int(found[1]) * 60 + int(found[2]), slack_of(shown, int(found[2]))
    return (at - slack, at + slack), HALVES.search(shown) is None


def _has_day(article: AnnotatedArticle, time: Time, clause: Span) -> bool:
    """Whether the time, or a date in its clause, names the day."""
    if NAMED_DAY.search(article.text[time.start : time.end]):
        return True
    beside = (t for t in article.times if t is not time and t.type == "DATE" and t.earliest == time.earliest)
    return any(clause[0] <= t.start and t.end <= clause[1] and t.field == "text" for t in beside)


def _days(time: Time) -> tuple[int, int] | None:
    if time.earliest is None or time.latest is None or time.latest[:4] == "9999":
        return None
    return date.fromisoformat(time.earliest).toordinal(), date.fromisoformat(time.latest).toordinal()


def relate_moments(a: Moment, b: Moment) -> tuple[Relation, float]:
    """How two moments stand to each other, and how many days lie between them; a deadline may be met before its day."""
    if a.deadline != b.deadline and a.days and b.days:
        by, at = (a.days, b.days) if a.deadline else (b.days, a.days)
        return _by_days(a, b) if at[0] > by[1] else ("fit", 0.0)
    if a.days and b.days:
        return _by_days(a, b)
    if a.clock and b.clock and not (a.weekday and b.weekday and a.weekday != b.weekday):
        return _by_clock(a.clock, b.clock, HALF if a.halved or b.halved else DAY)
    if a.weekday and b.weekday:
        return (
            ("same", 0.0)
            if a.weekday == b.weekday
            else ("apart", min((a.weekday - b.weekday) % 7, (b.weekday - a.weekday) % 7))
        )
    return _by_month_day(a, b)


def _by_days(a: Moment, b: Moment) -> tuple[Relation, float]:
    windows = [_window(m) for m in (a, b)]
    gap = max(windows[1][0] - windows[0][1], windows[0][0] - windows[1][1])
    if gap <= 0:
        return ("same" if windows[0] == windows[1] else "fit"), 0.0
    if a.clock and b.clock and (a.halved or b.halved) and gap < DAY and gap % HALF == 0:
        return "same", 0.0
    return "apart", round(gap / DAY, 3)


def _window(moment: Moment) -> tuple[int, int]:
    """First and last minute, counted from the first day of the calendar."""
    first, last = moment.days or (0, 0)
    if moment.clock is not None and first == last:
        return first * DAY + moment.clock[0], first * DAY + moment.clock[1]
    return first * DAY, (last + 1) * DAY - 1


def _by_clock(one: tuple[int, int], other: tuple[int, int], circle: int) -> tuple[Relation, float]:
    widths = [one[1] - one[0], other[1] - other[0]]
    ahead, behind = (other[0] - one[0]) % circle, (one[0] - other[0]) % circle
    if sum(widths) >= circle or ahead <= widths[0] or behind <= widths[1]:
        return ("same" if one == other else "fit"), 0.0
    return "apart", round(min(ahead - widths[0], behind - widths[1]) / DAY, 3)


def _by_month_day(a: Moment, b: Moment) -> tuple[Relation, float]:
    """For a day without its year: of the same or another day of the year."""
    if a.month_day and b.month_day:
        return ("same", 0.0) if a.month_day == b.month_day else ("apart", 1.0)
    open_day, known = (a.month_day, b.days) if a.month_day else (b.month_day, a.days)
    if open_day is None or known is None or open_day == "02-29":
        return "unknown", 0.0
    at = date.fromisoformat(f"{date.fromordinal(known[0]).year}-{open_day}").toordinal()
    if known[0] <= at <= known[1]:
        return ("same" if known[0] == known[1] else "fit"), 0.0
    return "apart", float(min(abs(at - known[0]), abs(at - known[1])))
