"""The day that a time of the clock has right behind it: "half past eleven last night", "at 14.20 on 12 May".

The grammar reads the two apart where the day is more than a bare weekday; the time is then of the day in its own phrase, not of
publication or of a day named before.
"""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

from variorum.annotation.times.calendar_periods import shift_days
from variorum.annotation.times.clock import LAST_OF_NIGHT
from variorum.annotation.times.scene import Reading
from variorum.annotation.words.lists import LANGUAGE
from variorum.language.lexicon import alternatives, marked


def _words(mark: str) -> str:
    """The words of the list with that mark as the alternatives of a pattern, with any space between their parts."""
    return alternatives(marked(LANGUAGE, "clock_days", mark)).replace(" ", r"\s+")


THE = _words("article")
BETWEEN = re.compile(
    rf"(?:\s+(?:{_words('local')}))?(?:\s+(?:{_words('in_part')})\s+(?:{THE})\s+(?:{_words('part')}))?"
    rf"\s+(?:(?:{_words('of_day')})\s+(?:(?:{THE})\s+)?)?",
    re.IGNORECASE,
)
"""What stands between a time and its day."""

HALVES = "|".join(r"\.?\s?".join(mark) + r"\b" for mark in sorted(marked(LANGUAGE, "clock_days", "half_mark")))
HALF_TOLD = re.compile(rf"{HALVES}|\b0\d[.:]\d\d|{_words('half')}", re.IGNORECASE)
"""Words and figures of a time that already tell which half of the day is meant."""

CLOCK = re.compile(r"(.+)T(\d\d)(:\d\d.*)")
DAY = re.compile(r"([\dX]{4}-[\dX]{2}-\d\d|XXXX-WXX-[1-7])(?:T(MO|AF|EV|NI))?")
NOON = 12


def with_day_behind(readings: tuple[Reading, ...], source: str) -> tuple[Reading, ...]:
    """The readings, each time of the clock on the day that stands right behind it."""
    dated = [_dated(time, day, at, source) for at, (time, day) in enumerate(pairwise(readings), 1)]
    return (*dated, *readings[-1:])


def _dated(time: Reading, day: Reading, index: int, source: str) -> Reading:
    clock, named = CLOCK.fullmatch(time.value), DAY.fullmatch(day.value)
    if clock is None or named is None or not BETWEEN.fullmatch(source, time.end, day.start):
        return time
    if source[day.end : day.end + 1] in ("'", "’"):
        return time
    words = source[time.start : day.start]
    hour, later = _hour(int(clock[2]), named[2] or "", told=HALF_TOLD.search(words) is not None)
    first, value = day.earliest, named[1]
    if later and first is not None:
        first = shift_days(first, 1) or first
        value = first.isoformat()
    return replace(
        time, value=f"{value}T{hour:02d}{clock[3]}", earliest=first, latest=_last(day, first), anchor=index,
        reason=f"“{' '.join(source[time.start : time.end].split())}” is on the day named behind it",
    )  # fmt: skip


def _last(day: Reading, first: date | None) -> date | None:
    """The last day of the time: the first, where its day is known."""
    return first if day.value[:1] != "X" else day.latest


def _hour(hour: int, part: str, *, told: bool) -> tuple[int, bool]:
    """The hour in the part of the day named behind it, and whether it lies after the midnight of that night."""
    small = hour <= LAST_OF_NIGHT or hour == NOON
    if part == "NI" and small and not (told and hour == NOON):
        return hour % NOON, True
    if told or part not in ("AF", "EV", "NI") or hour >= NOON:
        return hour, False
    return hour + NOON, False
