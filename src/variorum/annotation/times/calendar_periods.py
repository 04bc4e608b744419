"""Calendar periods: a first day and a grain, with TIMEX3 value, last day, neighbours and parts.

Weeks are ISO 8601 weeks, values follow TIMEX3 (Pustejovsky et al., TimeML 1.2.1): ``2018-03-02``, ``2018-W09``, ``2018-03``,
``2018-Q1``, ``2018-SP``, ``2018``, ``201`` (decade), ``20`` (century). All functions return ``None`` for days that do not
exist or lie outside the years 1 to 9999.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

PeriodGrain = Literal["day", "weekend", "week", "month", "quarter", "half", "season", "year", "decade", "century"]
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Months in which the seasons of the northern hemisphere begin; they last past the equinox or solstice that ends them."""
MONTHS_OF: dict[str, int] = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF: dict[str, int] = {"day": 1, "week": 7, "weekend": 7}
ORDER: tuple[PeriodGrain, ...] = (
    "day", "weekend", "week", "month", "quarter", "season", "half", "year", "decade", "century",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar that begins on ``first`` and is as long as ``grain`` says."""

    first: date
    grain: PeriodGrain

    @property
    def last(self) -> date:
        """The last day; a season is taken to run to the equinox or solstice (about three weeks into the next month)."""
        if self.grain == "weekend":
            return self.first + timedelta(days=1)
        if self.grain == "season":
            end = shift_months(self.first, 3)
            return end.replace(day=21) if end else date.max
        following = shifted(self, 1)
        return following.first - timedelta(days=1) if following else date.max

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        year, month = self.first.year, self.first.month
        week = self.first.isocalendar()
        return {
            "day": self.first.isoformat(),
            "weekend": f"{week.year:04d}-W{week.week:02d}-WE",
            "week": f"{week.year:04d}-W{week.week:02d}",
            "month": f"{year:04d}-{month:02d}",
            "quarter": f"{year:04d}-Q{(month - 1) // 3 + 1}",
            "half": f"{year:04d}-H{(month - 1) // 6 + 1}",
            "season": f"{year:04d}-{season_code(month)}",
            "year": f"{year:04d}",
            "decade": f"{year // 10:03d}",
            "century": f"{year // 100:02d}",
        }[self.grain]


def season_code(month: int) -> str:
    """The TIMEX3 code of the season that begins in ``month``."""
    return next((code for code, first in SEASON_STARTS.items() if first == month), "SP")


def day_of(year: int, month: int, day: int) -> Period | None:
    """That day, or ``None`` where the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return Period(date(year, month, day), "day")


def month_of(year: int, month: int) -> Period | None:
    """That month."""
    return Period(date(year, month, 1), "month") if 1 <= year <= 9999 and 1 <= month <= 12 else None


def year_of(year: int) -> Period | None:
    """That year."""
    return Period(date(year, 1, 1), "year") if 1 <= year <= 9999 else None


def season_of(year: int, code: str) -> Period | None:
    """The season with TIMEX3 ``code`` that begins in ``year``."""
    return Period(date(year, SEASON_STARTS[code], 1), "season") if 1 <= year <= 9999 else None


def part_of_year(year: int, grain: PeriodGrain, number: int) -> Period | None:
    """The ``number``-th (from 1) quarter or half of ``year``."""
    size = MONTHS_OF[grain]
    if not (1 <= year <= 9999 and 1 <= number <= 12 // size):
        return None
    return Period(date(year, (number - 1) * size + 1, 1), grain)


def period_around(day: date, grain: PeriodGrain) -> Period:
    """The period of that grain in which ``day`` lies; the weekend is that of the day's ISO week."""
    if grain == "day":
        return Period(day, grain)
    if grain in ("week", "weekend"):
        monday = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        return Period(monday if grain == "week" else monday + timedelta(days=5), grain)
    if grain == "season":
        return _season_around(day)
    if grain in ("decade", "century"):
        size = 10 if grain == "decade" else 100
        return Period(date(max(day.year // size * size, 1), 1, 1), grain)
    size = MONTHS_OF[grain]
    return Period(date(day.year, (day.month - 1) // size * size + 1, 1), grain)


def _season_around(day: date) -> Period:
    start = day.month // 3 * 3 or 12
    year = day.year - 1 if day.month < 3 and day.year > 1 else day.year
    return Period(date(year, start, 1), "season")


def shifted(period: Period, steps: int) -> Period | None:
    """The period ``steps`` of its own grain later (earlier when negative)."""
    if period.grain in DAYS_OF:
        moved = shift_days(period.first, steps * DAYS_OF[period.grain])
    else:
        moved = shift_months(period.first, steps * MONTHS_OF[period.grain])
    return Period(moved, period.grain) if moved else None


def shift_days(day: date, days: int) -> date | None:
    """``day`` moved by a number of days."""
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def shift_months(day: date, months: int) -> date | None:
    """``day`` moved by a number of months, cut to the last day of the month it arrives in."""
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def shift_grain(day: date, grain: PeriodGrain, steps: int) -> Period | None:
    """The period of ``grain`` around the day that lies ``steps`` such units from ``day``."""
    if grain in DAYS_OF:
        moved = shift_days(day, steps * DAYS_OF[grain])
    else:
        moved = shift_months(day, steps * MONTHS_OF[grain])
    return period_around(moved, grain) if moved else None


def weekday_near(day: date, weekday: int, *, direction: int) -> Period | None:
    """The day with ``weekday`` (0 Monday) that is nearest to ``day``: not after it (-1), not before it (1)."""
    gap = (day.weekday() - weekday) % 7 if direction < 0 else -((weekday - day.weekday()) % 7)
    moved = shift_days(day, -gap)
    return Period(moved, "day") if moved else None


def easter_of(year: int) -> date:
    """Easter Sunday of the western churches in ``year`` (the anonymous Gregorian computus)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The ``number``-th (from 1; -1 is the last) ``weekday`` (0 Monday) of a month."""
    length = calendar.monthrange(year, month)[1]
    days = [d for d in range(1, length + 1) if date(year, month, d).weekday() == weekday]
    index = number - 1 if number > 0 else number
    return date(year, month, days[index]) if -len(days) <= index < len(days) else None


def share_of(first: date, last: date, start: float, end: float) -> tuple[date, date]:
    """The days from share ``start`` to share ``end`` (0..1) of the stretch ``first``..``last``."""
    length = (last - first).days + 1
    opening = first + timedelta(days=int(length * start))
    closing = first + timedelta(days=max(int(length * end + 0.999) - 1, 0))
    return opening, max(opening, closing)
