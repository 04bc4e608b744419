"""Flat denials against another voice by which it was done."""

from collections.abc import Callable

import pytest

from variorum.collation.claim_groups import group_claims
from variorum.collation.disagreements import find_disagreements
from variorum.collation.entities import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def kinds(one: AnnotatedArticle, other: AnnotatedArticle) -> set[tuple[str, str]]:
    both, origins = (one, other), ((one.id,), (other.id,))
    entities = merge_entities(both)
    found = find_disagreements(both, entities, group_claims(both, entities, origins, None), (), origins)
    return {(d.kind, d.judgement) for d in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilse Brand said that Ilse Brand had taken no crowns.", "Ilse Brand pocketed 40,000 crowns from a builder in Dorn."),
        ("Marlin Lines has signed nothing, its lawyer Piet Larsen said.", "Marlin Lines has signed a lease for three tugs."),
        ("Marlin Lines denied that it had received any letter.", "Marlin Lines received a letter from the inspectors in May."),
    ],
)
def test_a_flat_denial_is_set_against_the_deed(one: str, other: str, told: Told) -> None:
    found = kinds(told("a", one, day="2031-05-20"), told("b", other, day="2031-05-20"))
    assert ("polarity", "conflict") in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilse Brand took no questions on Friday.", "Ilse Brand took two of the boxes home on Friday."),
        ("Marlin Lines has signed nothing since May.", "Marlin Lines signed a lease for three tugs in April."),
        ("Marlin Lines signed nothing.", "Osprey Ferries has signed a lease for three tugs."),
        ("Marlin Lines will not sign any lease if the strike goes on.", "Marlin Lines has signed a lease for three tugs."),
    ],
)
def test_what_can_both_hold_is_left_alone(one: str, other: str, told: Told) -> None:
    found = kinds(told("a", one, day="2031-05-20"), told("b", other, day="2031-05-20"))
    assert not {f for f in found if f[0] == "polarity"}
