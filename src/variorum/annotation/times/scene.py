"""What a resolver of time expressions may look at, and what it gives back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from spacy.tokens import Doc, Token

from variorum.annotation.times.calendar_periods import Period, PeriodGrain, month_of, share_of, year_of
from variorum.annotation.words.classes import Lexicon
from variorum.annotation.words.grammar import Found
from variorum.annotation.words.text import WordText
from variorum.records.article import Published, Span

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Tense = Literal["past", "present", "future", "near"] | None
AHEAD: tuple[Tense, ...] = ("future", "present")
"""Tenses in which a weekday is the next one ("the council meets on Tuesday")."""
SHARES = {
    "early": (0.0, 0.5), "mid": (0.25, 0.75), "late": (0.5, 1.0), "START": (0.0, 0.34), "MID": (0.25, 0.75), "END": (0.66, 1.0),
}  # fmt: skip
"""Which share of a period a modifier may mean. ``early`` and ``late`` are read as wide as a half, "the end of" as a third."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One time expression read: offsets, TIMEX3 type and value, the days it can lie in, what it was resolved against.

    ``anchor`` is ``publication``, ``event``, ``None`` or the position of an earlier reading; ``period`` is kept where later
    expressions ("that same year") may point back; ``link`` says how many units of which grain it lies from an event, and
    where the words that name the event begin; ``weekday`` (0 Monday) that it is the nearest such day on that side.
    """

    start: int
    end: int
    type: TimeType
    value: str
    earliest: date | None = None
    latest: date | None = None
    anchor: str | int | None = None
    period: Period | None = None
    reason: str = ""
    explicit_year: bool = False
    link: tuple[int, PeriodGrain, int] | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """The days on which the report can have been published."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Scene:
    """One document while its times are read; ``readings`` holds what was read so far, in text order."""

    doc: Doc
    text: WordText
    lexicon: Lexicon
    publication: Publication | None
    readings: tuple[Reading, ...]
    tense: Callable[[int], Tense]

    def words(self, found: Found, name: str) -> tuple[str, ...]:
        """The words of a kept part of a match; none where it is absent."""
        span = found.groups.get(name)
        return self.text.words[span[0] : span[1]] if span else ()

    def word(self, found: Found, name: str) -> str:
        """The last word of a kept part, or the empty string."""
        return (self.words(found, name) or ("",))[-1]

    def value(self, found: Found, name: str, kind: str) -> str:
        """The lexicon value of the last word of a kept part as a ``kind``."""
        return self.lexicon.values.get((self.word(found, name), kind), "")

    def span(self, found: Found) -> Span:
        """The characters of a match."""
        return self.text.starts[found.start], self.text.ends[found.end - 1]

    def part_span(self, found: Found, first: str, last: str) -> Span:
        """The characters from the kept part ``first`` to the end of ``last``."""
        return self.text.starts[found.groups[first][0]], self.text.ends[found.groups[last][1] - 1]

    def token(self, index: int) -> Token:
        """The parser's token at the word ``index``."""
        return self.text.token(index)

    def shown(self, found: Found) -> str:
        """The matched words as they stand in the text, for a reason."""
        start, end = self.span(found)
        return " ".join(self.text.source[start:end].split())


def publication_of(published: Published) -> Publication | None:
    """The days that bound publication, or ``None`` where they are not known to a year."""
    first, last = _day(published.earliest), _day(published.latest)
    if first is None or last is None:
        value = published.value or ""
        first, last = first or _day(value), last or _day(value)
        if first is None or last is None:
            first, last = _bounds(value)
    return Publication(first, last) if first and last and first <= last and (last - first).days <= 366 else None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _bounds(value: str) -> tuple[date | None, date | None]:
    parts = value.split("-")
    if not all(part.isascii() and part.isdecimal() for part in parts) or len(parts) > 2:
        return None, None
    period = month_of(int(parts[0]), int(parts[1])) if len(parts) == 2 else year_of(int(parts[0]))
    return (period.first, period.last) if period else (None, None)


def narrowed(first: date, last: date, share: str) -> tuple[date, date]:
    """The part of a stretch of days that a modifier of ``SHARES`` means (all of it where there is none)."""
    return share_of(first, last, *SHARES[share]) if share in SHARES else (first, last)


def share_name(words: tuple[str, ...], lexicon: Lexicon) -> str:
    """Which of ``SHARES`` a modifier says: ``late`` in "late last month", ``START`` in "the beginning of March"."""
    for word in words:
        if edge := lexicon.values.get((word, "EDGE")):
            return edge
        for kind, name in (("EARLY", "early"), ("MID", "mid"), ("LATE", "late")):
            if (word, kind) in lexicon.values:
                return "" if word in ("earlier", "later") else name
    return "around" if words else ""
