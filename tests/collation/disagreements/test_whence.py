"""Where shots came from, in two voices."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.whence import whence_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def places(one: str, other: str, told: Told) -> list[set[str]]:
    both = (told("a", one, day="2031-05-20"), told("b", other, day="2031-05-20"))
    entities = merge_entities(both)
    statements = statements_of(both, entities)
    return [{s.value for s in v.sides} for v in whence_verdicts(statements, setting_of(statements, entities))]


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        (
            "The shots came from the bell tower, a baker said.",
            "The shots came from behind the market stalls, a clerk said.",
            {"the bell tower", "behind the market stalls"},
        ),
        (
            "The grenades came from the old tannery, the guard said.",
            "A diver said that soldiers fired the grenades from a barge.",
            {"the old tannery", "a barge"},
        ),
    ],
)
def test_two_places_of_one_fire(one: str, other: str, named: set[str], told: Told) -> None:
    assert places(one, other, told) == [named]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The shots came from the bell tower.", "The shots came from the roof of the tower."),
        ("The shots came from the bell tower.", "The applause came from behind the market stalls."),
        ("The shots came from the bell tower.", "The shots did not come from behind the stalls."),
        ("The shots came from the rebels.", "The shots came from the soldiers."),
    ],
)
def test_one_place_other_things_and_parties_are_none(one: str, other: str, told: Told) -> None:
    assert places(one, other, told) == []
