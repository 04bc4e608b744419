"""Since when there has been one thing."""

from collections.abc import Callable

import pytest

from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def years(one: str, other: str, told: Told) -> list[list[str]]:
    reports = (told("a", one, day="2031-05-22"), told("b", other, day="2031-05-22"))
    found = find_disagreements(reports, merge_entities(reports), (), (), (("a",), ("b",)))
    return [sorted(m.value for m in d.members) for d in found if d.kind == "date"]


def test_a_name_and_its_noun_are_one_thing(told: Told) -> None:
    one = "The ferry Lady Morvane sank. The Lady Morvane, built in 1979, was on her last trip."
    assert years(one, "The ferry was launched in 1981 and had two decks.", told) == [["1979", "1981"]]


@pytest.mark.parametrize(
    "other",
    [
        "The ferry was launched in 1979 and had two decks.",
        "The chapel was built in 1981 beside the quay.",
        "The ferry was launched in 1921 and had two decks.",
        "The ferry was painted in 1981 and had two decks.",
    ],
)
def test_the_same_year_and_other_things_are_not(other: str, told: Told) -> None:
    assert not years("The ferry Lady Morvane sank. The Lady Morvane, built in 1979, was on her last trip.", other, told)
