"""The timeline: dated facts with bars for what is uncertain, on an axis that is compressed where nothing is dated."""

import itertools
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from variorum.records import TimelineEntry
from variorum.rendering.display import clean
from variorum.rendering.edition import Cite, Edition, letters_of, rest_of_sentence
from variorum.rendering.wording import MONTHS, STATUSES, capital, count, dated_on, parse_day, range_label

LEFT, RIGHT = 3.0, 97.0
SMALLEST_STEP = 0.6
TICK_ROOM, EDGE_ROOM = 18.0, 27.0
"""Per cent of the width that a tick label needs on a phone; more beside the first and last, which stand inside the edge."""
MOST_LETTERS = 12
"""Letters of one day's reports that fit over the axis."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One dated fact; ``x1`` and ``x2`` in per cent of the axis (``None``: no date), ``mark`` the shape's middle.

    ``before`` and ``after`` are the rest of the sentence around words that begin inside one.
    """

    id: str
    anchor: str
    when: str
    text: str
    status: str
    status_label: str
    origins: int
    tally: str
    cites: tuple[Cite, ...]
    reason: str
    x1: float | None
    x2: float | None
    before: str = ""
    after: str = ""

    @property
    def mark(self) -> float:
        """Where the shape stands."""
        return round(((self.x1 or 0.0) + (self.x2 or 0.0)) / 2, 2)

    @property
    def width(self) -> float:
        """How long the bar is; bars under two per cent are drawn as the shape alone."""
        return round((self.x2 or 0.0) - (self.x1 or 0.0), 2)

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports that give it."""
        return letters_of(self.cites)


@dataclass(frozen=True, slots=True)
class Chronology:
    """Entries by date, ticks as (per cent, label), and where each day's reports were published as (per cent, letters)."""

    entries: tuple[Entry, ...]
    undated: tuple[Entry, ...]
    ticks: tuple[tuple[float, str], ...]
    published: tuple[tuple[float, str], ...]

    def apart(self, number: int) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """The entries with a date that most origins and reports have, ``number`` at most, and the others; both in order."""
        entries = self.entries
        widest = sorted(range(len(entries)), key=lambda n: (-entries[n].origins, -len(entries[n].letters), n))
        chosen = frozenset(widest[:number])
        chief = tuple(e for n, e in enumerate(entries) if n in chosen)
        return chief, tuple(e for n, e in enumerate(entries) if n not in chosen)


def make_chronology(edition: Edition) -> Chronology:
    """Lay the timeline of the story out on one axis."""
    kept = [(e, c) for e in edition.story.timeline if (c := edition.cites(e.passages))]
    issue = [(r.letter, day) for r in edition.reports if (day := parse_day(dated_on(r.article.published)))]
    days = {d for e, _ in kept for d in _days(e)} | ({d for _, d in issue} if kept else set())
    axis = _axis(sorted(days))
    entries = [_entry(edition, e, cites, axis) for e, cites in kept]
    entries.sort(key=_order(edition.story.timeline))
    letters: dict[date, list[str]] = {}
    for mark, day in issue:
        letters.setdefault(day, []).append(mark)
    return Chronology(
        entries=tuple(e for e in entries if e.x1 is not None),
        undated=tuple(e for e in entries if e.x1 is None),
        ticks=_ticks(axis),
        published=_spread([(axis[d], _issue(found)) for d, found in sorted(letters.items()) if d in axis]),
    )


def _issue(letters: Sequence[str]) -> str:
    """The letters of one day's reports; how many they are where they would not fit."""
    return " ".join(letters) if len(letters) <= MOST_LETTERS else count(len(letters), "report")


def _days(entry: TimelineEntry) -> tuple[date, ...]:
    return tuple(d for d in (parse_day(entry.earliest), parse_day(entry.latest)) if d)


def _order(timeline: Sequence[TimelineEntry]) -> Callable[[Entry], tuple[str, str, str]]:
    dates = {e.id: (e.earliest or e.latest or "9999", e.latest or "9999", e.id) for e in timeline}
    return lambda entry: dates[entry.id]


def _entry(edition: Edition, record: TimelineEntry, cites: tuple[Cite, ...], axis: Mapping[date, float]) -> Entry:
    days = _days(record)
    text = clean(record.text)
    before, after = _around(text, cites)
    return Entry(
        id=record.id,
        anchor=edition.anchor(record.id),
        when=range_label(record.earliest, record.latest),
        text=capital(text),
        status=record.status,
        status_label=STATUSES[record.status],
        origins=record.origins,
        tally=count(record.origins, "origin"),
        cites=cites,
        reason=record.by.reason,
        x1=(axis[days[0]] if record.earliest else LEFT) if days else None,
        x2=(axis[days[-1]] if record.latest else RIGHT) if days else None,
        before=before,
        after=after,
    )


def _around(text: str, cites: Sequence[Cite]) -> tuple[str, str]:
    """The rest of the sentence around words that begin small, in it."""
    source = next((c for c in cites if c.words.casefold() == text.casefold()), None)
    return rest_of_sentence(source) if source and source.words[0].islower() else ("", "")


def _axis(days: Sequence[date]) -> dict[date, float]:
    """Per cent for each day: steps grow with the logarithm of the days between, so that decades do not crush a week."""
    steps = [SMALLEST_STEP + math.log1p((b - a).days) for a, b in itertools.pairwise(days)]
    if not steps:
        return dict.fromkeys(days, (LEFT + RIGHT) / 2)
    scale, at, places = (RIGHT - LEFT) / sum(steps), LEFT, {days[0]: LEFT}
    for day, step in zip(days[1:], steps, strict=True):
        at += step * scale
        places[day] = round(at, 2)
    return places


def _ticks(axis: Mapping[date, float]) -> tuple[tuple[float, str], ...]:
    """Labels for as many days of the axis as there is room for, the first and the last before the others."""
    days = sorted(axis)
    if not days:
        return ()
    edges = (days[0], days[-1])
    chosen = [edges[0]] if edges[0] == edges[1] else [*edges]
    for day in days[1:-1]:
        if all(abs(axis[day] - axis[c]) >= (EDGE_ROOM if c in edges else TICK_ROOM) for c in chosen):
            chosen.append(day)
    whole = (days[-1] - days[0]).days
    years = [d.year for d in chosen]
    return tuple((axis[d], _tick_label(d, whole, alone=years.count(d.year) == 1)) for d in sorted(chosen))


def _tick_label(day: date, whole: int, *, alone: bool) -> str:
    """The day in a story of months, the month in one of years, the year where no other label is of that year."""
    month = MONTHS[day.month - 1][:3]
    if whole > 900 and alone:
        return str(day.year)
    return f"{month} {day.year}" if whole > 400 else f"{day.day} {month}"


def _spread(marks: Sequence[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    """Marks too close to be read apart are put together at the first one's place."""
    spread: list[tuple[float, str]] = []
    for x, letters in marks:
        if spread and x - spread[-1][0] < 3 + 2.2 * len(spread[-1][1]):
            spread[-1] = (spread[-1][0], f"{spread[-1][1]} {letters}")
        else:
            spread.append((x, letters))
    return tuple(spread)
