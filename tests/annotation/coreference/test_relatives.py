"""Two people of one surname, of whom the text calls one by the surname alone."""

import pytest

from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline


def entities(pipeline: Pipeline, text: str) -> list[set[str]]:
    found = find_references(pipeline.nlp(text))
    return [{text[m.start : m.end] for m in found.mentions if m.entity == e.id and m.kind == "name"} for e in found.entities]


@pytest.mark.parametrize(
    "opening",
    [
        "President Tolland and Mira Tolland, the first lady, came on Monday.",
        "President Tolland came on Monday. His wife, Mira Tolland, stayed.",
    ],
)
def test_the_bare_surname_is_not_the_relative_who_is_named_in_full(pipeline: Pipeline, opening: str) -> None:
    found = entities(pipeline, f"{opening} President Tolland spoke. Mrs Tolland left early.")
    assert {"President Tolland"} in found
    assert {"Mira Tolland", "Mrs Tolland"} in found


def test_the_bare_surname_is_the_one_who_was_named_in_full_before(pipeline: Pipeline) -> None:
    found = entities(pipeline, "Mira Tolland came on Monday. Tolland spoke. Her wife left.")
    assert {"Mira Tolland", "Tolland"} in found


def test_a_force_is_one_with_its_country_in_front_and_without(pipeline: Pipeline) -> None:
    found = entities(pipeline, "The Air Force tested a jet. The US Air Force paid for it, and the USAF will pay again.")
    assert any(len(names) == 3 for names in found)


def test_a_titled_surname_that_is_also_a_land_or_firm_is_a_person(pipeline: Pipeline) -> None:
    text = "Mr Jordan said he would stay. Jordan said it would help its neighbours. President Ford agreed."
    found = find_references(pipeline.nlp(text))
    types = {text[m.start : m.end]: next(e for e in found.entities if e.id == m.entity) for m in found.mentions}
    assert types["Mr Jordan"].type == types["President Ford"].type == "person"
    assert types["Mr Jordan"].country is None
    assert types["Jordan"].type == "government"
