"""Who cannot be meant: the other side of a fight, and those whom a report sets against the one named. Invented sentences."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.find import group_claims
from variorum.collation.claims.statements import statements_of
from variorum.collation.entities.find import merge_entities
from variorum.collation.naming.find import compare_naming
from variorum.collation.naming.sides import opponents, side_of, two_sides
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


@pytest.mark.parametrize(
    ("wording", "side"),
    [
        (("government", "soldier"), "rule"),
        (("army",), "rule"),
        (("rebel",), "rebels"),
        (("masked", "insurgent"), "rebels"),
        (("pro-government", "fighter"), "rule"),
        (("farmer",), ""),
    ],
)
def test_a_wording_tells_its_side(wording: tuple[str, ...], side: str) -> None:
    assert side_of(wording) == side


def test_only_opposite_sides_exclude_each_other() -> None:
    assert two_sides(("government", "soldier"), ("guerrilla",))
    assert not two_sides(("guerrilla",), ("farmer",))
    assert not two_sides(("soldier",), ("police",))


def test_those_at_the_other_end_of_a_deed_are_opponents(told: Told) -> None:
    article = told("a", "Masked gunmen attacked the Osk Liberation Front near Tressa on Monday.")
    entities = merge_entities((article,))
    found = opponents(statements_of((article,), entities))
    front = next(e for e in entities if "Front" in e.name)
    assert frozenset({"masked", "gunman"}) in found[front.id]


def test_forces_of_the_state_never_stand_under_the_rebels(told: Told) -> None:
    one = told("a", "The Osk Liberation Front entered Tressa on Monday night. Its rebels took the bridge, a baker said.")
    other = told("b", "Government soldiers entered Tressa on Monday night. The insurgents took the bridge, a baker said.")
    third = told("c", "Fighters of the Osk Liberation Front entered Tressa on Monday night, and terrorists took the bridge.")
    articles = (one, other, third)
    entities = merge_entities(articles)
    groups = group_claims(articles, entities, tuple((a.id,) for a in articles), None)
    rows = {n.label: {t.text for t in n.terms} for n in compare_naming(articles, entities, groups)}
    front = next(terms for label, terms in rows.items() if "Front" in label)
    assert {"insurgents", "terrorists"} <= front
    assert not any("soldier" in text for text in front)
