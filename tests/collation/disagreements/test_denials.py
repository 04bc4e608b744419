"""Denials that point back to what was said before."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.denials import denial_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]
CLAIM = "Ilse Brand said that the company had emptied the tank into the river. "


def denial(text: str, told: Told) -> str:
    articles = (told("a", CLAIM + text),)
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    (verdict,) = denial_verdicts(statements, setting_of(statements, entities))
    assert "emptied the tank" in verdict.sides[0].member().exact
    return verdict.sides[1].member().exact


def test_a_bare_denial_is_shown_with_what_is_quoted_for_it(told: Told) -> None:
    text = "Larsen Oil rejected this. “The tank has been dry since March,” spokesman Piet Larsen said. Rain fell on Dorn."
    found = denial(text, told)
    assert "dry since March" in found
    assert "Rain" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Larsen Oil rejected this. The river runs through Dorn.",
        "Larsen Oil rejected this.\n\n“The fish are gone,” Olof Verek of the anglers said.",
        "Larsen Oil denied this, blaming a burst pipe in the town. “The fish are gone,” Olof Verek of the anglers said.",
    ],
)
def test_what_is_not_quoted_for_it_does_not_belong_to_it(text: str, told: Told) -> None:
    found = denial(text, told)
    assert found.startswith(("Larsen Oil rejected this", "Larsen Oil denied this"))
    assert "river" not in found
    assert "fish" not in found


def test_the_whole_account_is_denied_and_not_the_words_quoted_last(told: Told) -> None:
    text = "“The fish floated belly up,” she said. Larsen Oil rejected this."
    assert denial(text, told).startswith("Larsen Oil rejected this")


def test_who_refuses_to_do_something_denies_nothing_said_before(told: Told) -> None:
    articles = (told("a", CLAIM + "Larsen Oil rejected it to close the tank."),)
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    assert list(denial_verdicts(statements, setting_of(statements, entities))) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mara Tellin accused Larsen Oil of the leak in the river at Dorn. Larsen Oil denied any role in the leak at Dorn.", 1),
        (
            "Mara Tellin accused Larsen Oil of the theft of a pump. Rain fell. Larsen Oil denied any role in the leak at Dorn.",
            0,
        ),
        ("Larsen Oil dismissed the reports of the leak. Ilse Brand said Larsen Oil had no part in the leak.", 0),
        ("Larsen Oil warned that a storm was near Dorn. Larsen Oil rejected the accusation before the storm.", 0),
    ],
)
def test_a_denial_of_any_part_is_set_against_deeds_of_its_matter(text: str, shown: int, told: Told) -> None:
    articles = (told("a", text),)
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    assert len(list(denial_verdicts(statements, setting_of(statements, entities)))) == shown
