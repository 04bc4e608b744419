"""Two accounts of one time that a report sets side by side."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.hours import hour_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def values(text: str, told: Told) -> list[tuple[str, ...]]:
    report = told("a", text, day="2031-05-22")
    found = hour_verdicts(statements_of((report,), merge_entities((report,))))
    return [tuple(s.value for s in v.sides) for v in found]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The canal company writes 17:42, the port of Salm says 17:38.", ("17:42", "17:38")),
        ("The weavers say that the mill was shut on 3 May. The owner speaks of 7 May.", ("3 May", "7 May")),
        ("Salm puts the start at 6:20, Dorn puts it at 6:50.", ("6:20", "6:50")),
        ("The abbot says 8:40 a.m., the ministry 8:55 a.m.", ("8:40 a.m.", "8:55 a.m.")),
    ],
)
def test_a_time_that_is_all_that_is_said_answers_the_one_before(text: str, sides: tuple[str, ...], told: Told) -> None:
    assert values(text, told) == [sides]


@pytest.mark.parametrize(
    "text",
    [
        "The canal was shut at 17:42 and opened at 19:10.",
        "The owner said the mill was shut on 3 May, a clerk said on Tuesday.",
        "The weavers say the mill was shut on 3 May. The owner put it up for sale on 7 May.",
        "The abbot says 8:40, the ministry says 8:40.",
        "The abbot says that the bell rang at 8:40. The fire reached the ministry at 20:55.",
    ],
)
def test_other_times_are_left_alone(text: str, told: Told) -> None:
    assert not values(text, told)
