"""Things called by another word for their kind."""

import pytest

from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline


def together(pipeline: Pipeline, text: str, one: str, other: str) -> bool:
    found = find_references(pipeline.nlp(text))
    owners = [{m.entity for m in found.mentions if text[m.start : m.end].casefold() == w.casefold()} for w in (one, other)]
    return not owners[0].isdisjoint(owners[1])


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("A ferry sank off Tolm on Monday. Divers searched the vessel.", "a ferry", "the vessel"),
        ("The treaty was signed in May. The deal ended a long war.", "the treaty", "the deal"),
        ("An airliner came down near Tolm. Nobody on the plane was hurt.", "an airliner", "the plane"),
    ],
)
def test_a_broader_word_means_the_only_thing_of_its_kind(pipeline: Pipeline, text: str, one: str, other: str) -> None:
    assert together(pipeline, text, one, other)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("A ferry hit a tanker. Divers searched the vessel.", "a ferry", "the vessel"),
        ("A ferry sank on Monday. Divers came with the old vessel.", "a ferry", "the old vessel"),
        ("A ferry sank on Monday. Divers came with a vessel.", "a ferry", "a vessel"),
        ("Two ferries sank on Monday. Divers searched the vessel.", "two ferries", "the vessel"),
        ("The vessel left on Monday. Divers searched the ferry.", "the vessel", "the ferry"),
    ],
)
def test_no_thing_is_meant_of_two_or_by_a_phrase_that_tells_more(pipeline: Pipeline, text: str, one: str, other: str) -> None:
    assert not together(pipeline, text, one, other)
