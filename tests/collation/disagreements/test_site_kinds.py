"""Where a clause puts its event."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.site_kinds import Site, one_side, sites_of
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def sites(text: str, told: Told) -> list[tuple[str, Site]]:
    article = told("a", text)
    entities = merge_entities((article,))
    statements = statements_of((article,), entities)
    setting = setting_of(statements, entities)
    return [(text[slice(*x.span)], x) for s in statements for x in sites_of(s, setting)]


@pytest.mark.parametrize(
    ("text", "shown", "kind", "holder"),
    [
        ("The guards were shot at the town hall on Friday.", "the town hall", "town hall", ""),
        ("The guards were shot in a private villa outside Dorn.", "a private villa", "home", ""),
        ("The guards were shot aboard a ferry.", "a ferry", "boat", ""),
        ("The guards were shot on the Averian side of the border.", "on the Averian side", "", "Averian"),
        ("The guards were shot in territory held by Averia.", "territory held by Averia", "", "Averia"),
    ],
)
def test_a_site_is_found_by_its_noun_or_its_holder(text: str, shown: str, kind: str, holder: str, told: Told) -> None:
    assert (shown, kind, holder) in [(words, x.kind, x.holder) for words, x in sites(text, told)]


@pytest.mark.parametrize(
    "text", ["The guards shot the hotel owner.", "The guards were shot by a school bus.", "The hotel was sold."]
)
def test_other_nouns_are_no_sites(text: str, told: Told) -> None:
    assert not [x for _, x in sites(text, told) if x.kind or x.holder]


def test_names_tell_two_sites_of_a_kind_apart(told: Told) -> None:
    ((_, site),) = [(w, x) for w, x in sites("The guards were shot at the Hotel Regent.", told) if x.kind]
    assert site.names == {"Regent"}


def test_a_land_and_its_adjective_are_one_side() -> None:
    assert one_side("Averian", "Averia") and not one_side("Averian", "Costovan")
