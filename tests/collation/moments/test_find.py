"""Times of a story, and whether two of them can be one moment."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.statements import statements_of
from variorum.collation.moments.find import find_moments, relate_moments
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("The dam broke on Monday.", "The dam broke on 20 May.", "apart"),
        ("The dam broke on Monday.", "The dam broke on 19 May.", "same"),
        ("The dam broke at 4 p.m. on Monday.", "The dam broke on Monday afternoon.", "fit"),
        ("The dam broke at 4 p.m. on Monday.", "The dam broke on Monday morning.", "apart"),
        ("The dam broke shortly after 2 a.m.", "The dam broke at 01.45.", "fit"),
        ("The dam broke shortly after 2 a.m.", "The dam broke at 01.15.", "apart"),
        ("The dam broke at 4 p.m.", "The dam broke in the evening.", "apart"),
        ("The dam broke at 3.30 on Monday morning.", "The dam broke in the early hours of Monday.", "fit"),
        ("The dam broke at 3 a.m.", "The dam broke at 3:10 a.m.", "fit"),
        ("The dam broke at noon.", "The dam broke at 11:45.", "fit"),
        ("The dam will be mended by 30 June.", "The dam will be mended in August.", "apart"),
        ("The dam will be mended by 30 June.", "The dam will be mended on 3 June.", "fit"),
        ("The dam will be mended by 30 June.", "The dam will be mended by the end of July.", "apart"),
        ("The dam broke at 6:52 p.m.", "The dam broke at 18:55.", "apart"),
        ("The dam was built in 1958.", "The dam was built in 1961.", "apart"),
        ("The dam broke at around 3:40 a.m.", "The dam broke at 4:10 a.m.", "apart"),
        ("The dam broke at about four in the morning.", "The dam broke at 4.25 a.m.", "fit"),
        ("The dam broke at twenty-five past four.", "The dam broke at 4.40 a.m.", "apart"),
        ("The dam broke at 2.15pm.", "The dam broke at 02:15.", "apart"),
    ],
)
def test_moments_exclude_each_other_or_not(one: str, other: str, relation: str, told: Told) -> None:
    reports = (told("a", one, day="2031-05-22"), told("b", other, day="2031-05-22"))
    a, b = find_moments(statements_of(reports, ()))
    assert relate_moments(a, b)[0] == relate_moments(b, a)[0] == relation
    assert "then" in a.twin.clause


def test_bounds_behind_the_report_are_no_moments(told: Told) -> None:
    assert not find_moments(statements_of((told("a", "The dam had been mended by Monday.", day="2031-05-22"),), ()))


@pytest.mark.parametrize(
    ("words", "dates"),
    [
        ("The dam was built last year.", 0),
        ("The dam was closed this weekend.", 0),
        ("The dam was inspected a year ago.", 0),
        ("The dam was built in 2030.", 1),
        ("The dam was closed in April.", 1),
        ("The dam was closed yesterday.", 1),
    ],
)
def test_a_week_or_year_counted_from_the_day_of_the_report_names_no_day(words: str, dates: int, told: Told) -> None:
    assert len(find_moments(statements_of((told("a", words, day="2031-05-22"),), ()))) == dates
