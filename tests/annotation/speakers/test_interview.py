"""Interviews with labelled turns, written for these tests."""

import pytest

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.mentions.turns import turns
from variorum.annotation.nlp import Pipeline

LABELLED = """“We left with our letters written”

Sefa Orlin, 43, commanded the rebels in Quell until Tuesday. She peels an apple.

Kurier: Who has burned down the mill?

Orlin: A shell from the west. In the west stands the army, and I saw it.

Kurier: And the dead?

Orlin: Nine. I have written the nine letters myself.
"""
QUESTIONS = """More boats for Tarrow

Anna Orsk runs the rescue service of Tarrow. Orsk spoke to us on Friday.

Q: How many calls did you have?

A: We had more than 400 calls in July alone.

Q: Is that a record?

A: It is the highest number since we began counting.
"""


@pytest.mark.parametrize(("text", "name", "answers"), [(LABELLED, "Sefa Orlin", 2), (QUESTIONS, "Anna Orsk", 2)])
def test_answers_are_said_by_the_person_interviewed(pipeline: Pipeline, text: str, name: str, answers: int) -> None:
    doc = pipeline.nlp(text)
    found, references = find_quotations(doc, find_references(doc))
    said = [q for q in found if q.cue and text[slice(*q.cue[0])] == ":"]
    names = [references.entity(q.speaker).name for q in said if q.speaker]
    assert [n for n in names if n != "Kurier"] == [name] * answers


def test_i_in_an_answer_is_the_person_interviewed(pipeline: Pipeline) -> None:
    references = find_references(pipeline.nlp(LABELLED))
    writers = [m.entity for m in references.mentions if LABELLED[m.start : m.end] == "I"]
    assert writers and {references.entity(e).name for e in writers} == {"Sefa Orlin"}


@pytest.mark.parametrize(
    "paragraphs",
    [
        [["Where", ":", "the", "old", "mill"], ["When", ":", "on", "Sunday", "night"], ["Price", ":", "two", "dalers", "each"]],
        [["Orlin", ":", "we", "left", "early"], ["The", "army", "came", "."]],
        [],
    ],
)
def test_lists_and_single_labels_are_no_interview(paragraphs: list[list[str]]) -> None:
    assert not turns(paragraphs)
