"""What clauses give that few others give: numbers, counted or only written, and times by clock, calendar or length."""

import functools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claims.statements import Statement, once
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.figures.things import is_people, kind_of
from variorum.collation.moments.durations import HOURS, LENGTH
from variorum.language.lexicon import word_list, words
from variorum.records.annotation import Quantity, Time

LEAST_NUMBER = 2
"""Written numbers below this are no mark: "one" is mostly an article or a pronoun."""

LEAST_WORD = 10
"""Numbers in words below this that count nothing known are no mark either: "the two" recurs."""

OTHER_THING = 0.5
"""What remains of a number in common that counts things with different nouns. With other units nothing remains: nine tonnes
are not nine kilometres."""

MANY = 10
"""Up to here two clauses often count different things by one number: two prisoners, two reports."""

ROUGHLY = 1.1
"""Numbers of which the larger is at most this many times the smaller may be one, where either is hedged or round."""

LEAST_HEDGES, MOST_HEDGES, BEYOND = ("over", "at_least"), ("under", "up_to", "nearly"), 1.25
"""Hedges of a number that is a lower or an upper bound, and how many times its bound another number of that thing may be."""

LONGER = 1.5
"""Times by which one length of time exceeds another that cannot be the same told in round numbers."""

ROUND = 100
"""Multiples of this are taken for round."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How rare the rarest mark of a kind is that two clauses have in common, 0..1: a ``number`` that both count something by,
    a ``numeral`` that one of them only writes (an age, "of the 900"), a ``time``, an ``hour`` or a length; ``several``: two
    marks or more."""

    number: float
    numeral: float
    time: float
    hour: float
    several: bool

    @property
    def rarest(self) -> float:
        """How rare the rarest of all is, days and months left out: many things happen on one day."""
        return max(self.number, self.numeral, self.hour)


@dataclass(frozen=True, slots=True)
class Spread:
    """How many of the ``clauses`` of a story give each number and each time."""

    numbers: Mapping[float, int]
    times: Mapping[str, int]
    clauses: int

    def shared(self, a: Statement, b: Statement) -> Shared:
        """What both give."""
        common, times = numbers_in(a) & numbers_in(b), times_in(a) & times_in(b)
        counted = common & {q.value for q in a.quantities} & {q.value for q in b.quantities}
        alike = {n for n in counted if any(may_be_one(q, r) for q, r in _equal(n, a, b))}
        common -= {n for n in counted - alike if all(q.unit != r.unit for q, r in _equal(n, a, b))}
        counted &= common
        other = OTHER_THING * self._rarest(self.numbers[n] for n in counted - alike)
        return Shared(
            max(self._rarest(self.numbers[n] for n in alike), other),
            self._rarest(self.numbers[n] for n in common - counted),
            self._rarest(self.times[t] for t in times),
            self._rarest(self.times[t] for t in times if not t.startswith(_DAY)),
            len(common) + len(times) > 1,
        )

    def _rarest(self, counts: Iterable[int]) -> float:
        least = min(counts, default=0)
        return math.log(1 + self.clauses / least) / math.log(1 + self.clauses) if least else 0.0


def spread_of(statements: Sequence[Statement]) -> Spread:
    """The spread over the distinct clauses of a story."""
    numbers = Counter(n for s in statements for n in numbers_in(s))
    times = Counter(t for s in statements for t in times_in(s))
    return Spread(numbers, times, len(statements))


@once
def numbers_in(statement: Statement) -> frozenset[float]:
    """The numbers of a clause outside its times, whether it counts something by them or only writes them."""
    source = statement.article.text if statement.claim.field == "text" else statement.article.title or ""
    inside = [(t.start, t.end) for t in statement.times]
    written = {
        _value(m[0])
        for m in _NUMERAL.finditer(source, *statement.claim.span)
        if not any(start <= m.start() < end for start, end in inside)
    }
    return frozenset(n for n in (*written, *(q.value for q in statement.quantities)) if n >= LEAST_NUMBER)


def _equal(number: float, a: Statement, b: Statement) -> list[tuple[Quantity, Quantity]]:
    return [(q, r) for q in a.quantities for r in b.quantities if q.value == r.value == number]


@once
def times_in(statement: Statement) -> frozenset[str]:
    """The times of a clause as marks: hours without their day, days and months without their year, lengths."""
    return frozenset(mark for t in statement.times for mark in _time_marks(t))


def _time_marks(time: Time) -> Iterable[str]:
    if time.type == "DURATION":
        yield time.value
    elif (found := _CALENDAR.match(time.value)) is not None:
        yield from (mark for mark in found.groups() if mark)


_DAY = "-"
"""What the marks of days and months begin with, those of hours and lengths not."""
_NUMERAL = re.compile(r"\d[\d,]*(?:[.:]\d+)?|[A-Za-z]+(?:-[A-Za-z]+)?")
_CALENDAR = re.compile(r"(?:\d{4}|XXXX)(-\d\d(?:-\d\d)?)(?:(T\d\d:\d\d).*|T.*)?$")


def _value(word: str) -> float:
    """The number that a word of digits or letters is, 0 for any other word."""
    if word[0].isdigit():
        return float(word.replace(",", "").replace(":", "."))
    parts = [_named_numbers().get(part, 0.0) for part in word.casefold().split("-")]
    return sum(parts) if all(parts) and sum(parts) >= LEAST_WORD else 0.0


@functools.cache
def _named_numbers() -> Mapping[str, float]:
    return {
        row["word"]: float(row["value"])
        for row in word_list(LANGUAGE, "number_words")
        if row["kind"] in ("small", "ten", "dozen") and row["value"]
    }


def lengths_apart(a: Statement, b: Statement) -> bool:
    """Whether both give lengths of time and every one of one clause is far from all of the other."""
    pairs = [sorted((one, other)) for one in _lengths(a) for other in _lengths(b)]
    return bool(pairs) and all(longer > LONGER * shorter for shorter, longer in pairs)


@once
def _lengths(statement: Statement) -> tuple[float, ...]:
    """The lengths of time of a clause in hours."""
    found = (LENGTH.fullmatch(t.value) for t in statement.times if t.type == "DURATION")
    return tuple(sum(int(n or 0) * hours for n, hours in zip(m.groups(), HOURS, strict=True)) for m in found if m is not None)


def counts_apart(a: Statement, b: Statement) -> bool:
    """Whether both count things that may be one, and none of the numbers of one can be one of the other."""
    pairs = [(q, r) for q in a.quantities for r in b.quantities if may_be_one(q, r)]
    return bool(pairs) and not any(_near(q, r) for q, r in pairs)


def may_be_one(q: Quantity, r: Quantity) -> bool:
    """Whether two numbers may count one thing: one unit and noun, people on both sides, or neither told on one side."""
    if q.unit != r.unit and (q.unit or q.thing) and (r.unit or r.thing):
        return False
    if not q.thing or not r.thing:
        return True
    one, other = kind_of(q.thing[-1]), kind_of(r.thing[-1])
    return one == other or {one, other} & words(LANGUAGE, "number_nouns") != set() or (is_people(one) and is_people(other))


def count_alike(a: Statement, b: Statement) -> bool:
    """Whether both count something by one number above ``MANY``, in one unit."""
    return any(q.value == r.value > MANY and q.unit == r.unit for q in a.quantities for r in b.quantities)


def _near(q: Quantity, r: Quantity) -> bool:
    """Whether the numbers are equal, one is hedged or round and the other close to it, or one is a bound and the other
    not far beyond it."""
    less, more = sorted((q, r), key=lambda n: abs(n.value))
    low, high = abs(less.value), abs(more.value)
    if (less.hedge in LEAST_HEDGES or more.hedge in MOST_HEDGES) and high <= round(low * BEYOND, 3):
        return True
    loose = any(n.hedge == "about" or (n.value >= ROUND and n.value % ROUND == 0) for n in (q, r))
    return low == high or (loose and high <= round(low * ROUGHLY, 3))
