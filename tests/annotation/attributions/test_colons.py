"""What stands without quotation marks after a colon."""

import pytest

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline


def said(pipeline: Pipeline, text: str) -> list[tuple[str, str]]:
    """Source and content of every attribution of ``text``."""
    doc = pipeline.nlp(text)
    quotations, _ = find_quotations(doc, find_references(doc))
    return [(" ".join(text[a:b] for a, b in q.source), " | ".join(text[a:b] for a, b in q.content)) for q in quotations]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The owner of the mill denied it in a low voice: the gate had been locked since noon.",
            "The owner of the mill",
            "the gate had been locked since noon",
        ),
        (
            "The harbour office has another version: the pier was closed only for lorries.",
            "The harbour office",
            "the pier was closed only for lorries",
        ),
        ("Nobody was there.\n\nTHE LANTERN SAYS: Open the books. Do it now.", "THE LANTERN", "Open the books. Do it now"),
    ],
)
def test_it_is_said_by_the_subject_before_the_colon(pipeline: Pipeline, text: str, source: str, content: str) -> None:
    assert (source, content) in said(pipeline, text)


@pytest.mark.parametrize(
    "text",
    [
        "The harbour had one problem: the pier was rotten.",
        "The mayor saw two ships: one of them was burning.",
        "It rained all night: the road was closed.",
    ],
)
def test_a_colon_alone_attributes_nothing(pipeline: Pipeline, text: str) -> None:
    assert said(pipeline, text) == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Forty people cheered at the quay. The Lantern says: Hands off our harbour!", "The Lantern", "Hands off our harbour!"),
        ("The chief told crews: Leave the tower at once. The crews left.", "The chief", "Leave the tower at once"),
        ("The union has a message.\n\nTHE BELL SAYS: Pay back every crown.", "THE BELL", "Pay back every crown"),
    ],
)
def test_a_capital_opens_what_is_said_right_behind_the_verb(pipeline: Pipeline, text: str, source: str, content: str) -> None:
    assert (source, content.rstrip("!")) in [(s, c.rstrip("!")) for s, c in said(pipeline, text)]


LISTED = (
    "The gate is shut.\n\nThe Ministry of Water states the following.\n\n1. The gate was closed at noon. It was tested in May."
    "\n\n2. Two men are missing. The miners' union said that it had been warned.\n\nThe river is calm."
)


def test_numbered_points_below_a_lead_are_said_by_its_subject(pipeline: Pipeline) -> None:
    found = [content for source, content in said(pipeline, LISTED) if source == "The Ministry of Water"]
    assert found == ["The gate was closed at noon. It was tested in May", "Two men are missing"]


@pytest.mark.parametrize(
    "text",
    [
        "The kit contains:\n- a lamp\n- a rope",
        "What we demand:\n- The plan must go.\n- The manager must resign.",
        "How to help:\n1. Call the red line.\n2. Give blood.",
    ],
)
def test_a_list_that_nobody_says_is_nobodys(pipeline: Pipeline, text: str) -> None:
    assert said(pipeline, text) == []
