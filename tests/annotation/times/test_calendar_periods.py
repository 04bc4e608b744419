"""Calendar periods: values, last days, neighbours, and days that do not exist."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotation.times.calendar_periods import (
    ORDER,
    Period,
    day_of,
    easter_of,
    nth_weekday,
    part_of_year,
    period_around,
    season_of,
    share_of,
    shift_days,
    shift_months,
    shifted,
    weekday_near,
)

DAYS = st.dates(date(1600, 1, 1), date(2399, 12, 31))


@pytest.mark.parametrize(
    ("grain", "value", "last"),
    [
        ("day", "2018-01-01", date(2018, 1, 1)),
        ("week", "2018-W01", date(2018, 1, 7)),
        ("weekend", "2018-W01-WE", date(2018, 1, 7)),
        ("month", "2018-01", date(2018, 1, 31)),
        ("quarter", "2018-Q1", date(2018, 3, 31)),
        ("half", "2018-H1", date(2018, 6, 30)),
        ("season", "2017-WI", date(2018, 3, 21)),
        ("year", "2018", date(2018, 12, 31)),
        ("decade", "201", date(2019, 12, 31)),
        ("century", "20", date(2099, 12, 31)),
    ],
)
def test_value_and_last_day(grain: str, value: str, last: date) -> None:
    period = period_around(date(2018, 1, 1), grain)  # type: ignore[arg-type]
    assert (period.value, period.last) == (value, last)


@pytest.mark.parametrize(("year", "month", "day"), [(2018, 2, 31), (2018, 2, 29), (2018, 13, 1), (0, 1, 1), (10000, 1, 1)])
def test_days_that_do_not_exist(year: int, month: int, day: int) -> None:
    assert day_of(year, month, day) is None


def test_parts_of_a_year_that_do_not_exist() -> None:
    assert part_of_year(2018, "quarter", 5) is None
    assert part_of_year(2018, "half", 3) is None
    assert season_of(0, "SP") is None


def test_moves_end_at_the_ends_of_the_calendar() -> None:
    assert shift_days(date.max, 1) is None
    assert shift_months(date(1, 1, 1), -1) is None
    assert shifted(Period(date(9999, 1, 1), "year"), 1) is None


def test_months_are_cut_to_their_length() -> None:
    assert shift_months(date(2018, 1, 31), 1) == date(2018, 2, 28)


@pytest.mark.parametrize(("year", "day"), [(2014, date(2014, 4, 20)), (2018, date(2018, 4, 1)), (2019, date(2019, 4, 21))])
def test_easter(year: int, day: date) -> None:
    assert easter_of(year) == day


def test_nth_weekday() -> None:
    assert nth_weekday(2018, 11, 3, 4) == date(2018, 11, 22)
    assert nth_weekday(2018, 5, 0, -1) == date(2018, 5, 28)
    assert nth_weekday(2018, 2, 0, 5) is None


@given(DAYS, st.sampled_from(ORDER))
def test_a_period_holds_its_day_and_meets_the_next(day: date, grain: str) -> None:
    period = period_around(day, grain)  # type: ignore[arg-type]
    assert grain == "weekend" or period.first <= day <= period.last
    following = shifted(period, 1)
    assert following is not None and shifted(following, -1) == period
    assert period.first <= period.last and (grain == "season" or period.last < following.first)


@given(DAYS, st.integers(0, 6), st.sampled_from([-1, 1]))
def test_nearest_weekday(day: date, weekday: int, direction: int) -> None:
    found = weekday_near(day, weekday, direction=direction)
    assert found is not None and found.first.weekday() == weekday
    assert 0 <= (found.first - day).days * direction <= 6


@given(DAYS, st.integers(0, 4000), st.sampled_from([(0.0, 0.5), (0.25, 0.75), (0.5, 1.0), (0.66, 1.0)]))
def test_a_share_lies_inside(day: date, length: int, share: tuple[float, float]) -> None:
    last = shift_days(day, length)
    assert last is not None
    first, end = share_of(day, last, *share)
    assert day <= first <= end <= last
