"""One event at two times of the day: "vanished from radar at 6:52 p.m.", "disappeared from the radars at 18:55".

Reports of one day's event often give only the time of day, which its report then dates to its own day; so only the times of the
day are compared, and only where the clauses tell of kindred acts on one thing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import numpy as np

from variorum.collation.claims.alignment import CUES, act, counts_differ, is_nominal, shared_words, whole_side
from variorum.collation.claims.kin import kin, kin_keys
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.disagreements.dates import happens_again
from variorum.collation.encoder import Encoder
from variorum.collation.moments.clock import CLOCK, DAY, HALF, HALVES, PARTS, slack_of
from variorum.records.annotation import Time

NEAR = 0.45
"""Least cosine of two clauses less their times that tell of one event by kindred acts; set on invented stories."""

NEAR_ORDINAL = 0.3
"""The same where both tell of the first or the last to do so."""

ORDINALS = frozenset({"first", "last", "final"})
"""Concepts of words that single out one event of a kind."""

DAY_VALUE = re.compile(r"[\dX]{4}-(?:[\dX]{2}-\d\d|WXX-\d)")
NAMED_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tonight|\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2})\b"
)
DATED = re.compile(r"\b(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2})\s+at\b|\d\s+on\s+(?:\d{1,2}\s+[A-Z]|[A-Z][a-z]+\s+\d)")
"""A time with its day of the month ("7 March at 18:00", "18:00 on 7 March")."""

MOST = 40
"""Clauses of one act that are compared; a story of many origins repeats itself beyond that."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A clause with the minutes of the day it can have happened in; ``halved``: either half of the day may be meant."""

    statement: Statement
    time: Time
    low: int
    high: int
    halved: bool


def clock_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """A conflict for every two clauses of two reports that give one event two times of the day; none without encoder."""
    if encoder is None:
        return
    pairs = [pair for pair in _pairs(statements) if _may_be_one(*pair, setting)]
    texts = sorted({_untimed(m) for pair in pairs for m in pair})
    if not texts:
        return
    vectors, row = encoder.encode(texts), {text: n for n, text in enumerate(texts)}
    for one, other in pairs:
        cosine = round(float(np.dot(vectors[row[_untimed(one)]], vectors[row[_untimed(other)]])), 3)
        if cosine >= (NEAR_ORDINAL if _one_ordinal(one, other) else NEAR):
            yield _verdict(one, other, setting)


def _moment(s: Statement) -> Moment | None:
    """The clause with its only time of the day; ``None`` without one."""
    timed = [
        t for t in s.times if t.field == "text" and (CLOCK.search(t.value) or (t.value[-3:-2] == "T" and t.value[-2:] in PARTS))
    ]
    told = s.claim.field == "text" and s.polarity == "positive" and s.modality == "asserted" and not is_nominal(s)
    if (
        len(timed) != 1
        or any(t.type == "DATE" and not DAY_VALUE.match(t.value) for t in s.times)
        or not told
        or act(s) in CUES
        or happens_again(s)
    ):
        return None
    time, shown = timed[0], _shown(s, timed[0])
    found = CLOCK.search(time.value)
    if found is None:
        return Moment(s, time, *PARTS[time.value[-2:]], halved=False)
    at, slack = int(found[1]) * 60 + int(found[2]), slack_of(shown, int(found[2]))
    return Moment(s, time, at - slack, at + slack, halved=HALVES.search(shown) is None)


def _shown(s: Statement, time: Time) -> str:
    """The words of a time with the two before it."""
    text = s.article.text
    return " ".join([*text[max(time.start - 24, 0) : time.start].split()[-2:], text[time.start : time.end]])


def _pairs(statements: Sequence[Statement]) -> Iterator[tuple[Moment, Moment]]:
    """Pairs of moments of two reports that are told by kindred acts and exclude each other."""
    moments = [m for s in statements if (m := _moment(s)) is not None]
    index: dict[str, list[int]] = {}
    for number, moment in enumerate(moments):
        for key in sorted(kin_keys(moment.statement)):
            index.setdefault(key, []).append(number)
    for i, j in sorted({pair for numbers in index.values() for pair in combinations(numbers[:MOST], 2)}):
        one, other = moments[i], moments[j]
        if (
            one.statement.article.id != other.statement.article.id
            and kin(one.statement, other.statement)
            and _apart(one, other)
        ):
            yield one, other


def _apart(one: Moment, other: Moment) -> bool:
    """Whether no minute of the day fits both."""
    circle = HALF if one.halved or other.halved else DAY
    widths = one.high - one.low + other.high - other.low
    return (
        widths < circle
        and (other.low - one.low) % circle > one.high - one.low
        and (one.low - other.low) % circle > other.high - other.low
    )


def _may_be_one(one: Moment, other: Moment, setting: Setting) -> bool:
    """Whether both can tell of one event: something named or done in common, no two days, no two numbers."""
    a, b = one.statement, other.statement
    if counts_differ(a, b) or _other_day(one, other):
        return False
    if a.subject and b.subject and a.subject != b.subject and not setting.related(a.subject, b.subject):
        return False
    verb = {*a.predicate.split(), *b.predicate.split()}
    return bool(a.subject_terms & b.subject_terms or (a.object_terms & b.object_terms) - verb)


def _one_ordinal(one: Moment, other: Moment) -> bool:
    return bool(one.statement.subject_terms & other.statement.subject_terms & ORDINALS)


def _other_day(one: Moment, other: Moment) -> bool:
    """Whether both name their days and these are not neighbours, or one time has its date beside it and the other has none."""
    named = [m for m in (one, other) if m.time.earliest and NAMED_DAY.search(_sentence(m))]
    if len(named) == 1:
        return DATED.search(_shown(named[0].statement, named[0].time)) is not None
    days = [date.fromisoformat(m.time.earliest) for m in named if m.time.earliest]
    return len(days) > 1 and abs((days[0] - days[1]).days) > 1


def _sentence(moment: Moment) -> str:
    low, high = moment.statement.claim.span
    return moment.statement.article.text[min(low, moment.time.start) : max(high, moment.time.end)]


def _untimed(moment: Moment) -> str:
    """The clause without the words of its time."""
    s, time = moment.statement, moment.time
    low, high = s.claim.span
    if not low <= time.start < time.end <= high:
        return s.text
    return " ".join((s.article.text[low : time.start] + s.article.text[time.end : high]).split())


def _verdict(one: Moment, other: Moment, setting: Setting) -> Verdict:
    a, b = one.statement, other.statement
    words = [" ".join(s.article.text[m.time.start : m.time.end].split()) for s, m in ((a, one), (b, other))]
    about = shared_words(a, b, setting) or act(a)
    reason = f"“{words[0]}” in one report, “{words[1]}” in the other for the same event: {about}."
    return Verdict("date", "conflict", (whole_side(a, words[0]), whole_side(b, words[1])), about, 0.8, reason)
