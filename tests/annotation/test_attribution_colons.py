"""What stands without quotation marks after a colon."""

import pytest

from variorum.annotation.coreference import find_references
from variorum.annotation.nlp import Pipeline
from variorum.annotation.quotations import find_quotations


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
