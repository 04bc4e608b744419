"""Interviews without labels, written for these tests."""

import pytest

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.attributions.interview import SCORE
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline

HEAD = "Anna Orsk runs the ferry line of Tarrow. Her office on the pier is without pictures.\n\n"
ADDRESSED = (
    HEAD
    + """Ms Orsk, was the ship safe?

Yes. We had her in the dock in May.

How many people were on board?

I know of ninety. Our list was read twice.

The harbour master counted a hundred and ten.

We read the list again on Monday. He will have counted the crew, and some of them twice.

Will you resign?

I will not. A captain stays on the bridge.

Orsk founded the line in 1999.
"""
)
HALF_LABELLED = (
    HEAD
    + """Tarrow Mail: Was the ship safe?

Anna Orsk: Yes. We had her in the dock in May.

How many people were on board?

I know of ninety. Our list was read twice.

Will you resign?

I will not.
"""
)
ADVICE = (
    HEAD
    + """Is my ticket still good?

Tickets can be used until the end of June.

Who pays for a hotel?

The line pays for one night.

What about my car?

Cars are brought over on Friday.
"""
)


def turns(pipeline: Pipeline, text: str) -> list[tuple[str, str]]:
    """Speaker and words of every answer."""
    doc = pipeline.nlp(text)
    found, references = find_quotations(doc, find_references(doc))
    names = {e.id: e.name for e in references.entities}
    answers = [q for q in found if q.by.score == SCORE and q.kind == "direct"]
    return [(names.get(q.speaker or "", ""), text[q.content[0][0] : q.content[-1][1]]) for q in answers]


@pytest.mark.parametrize("text", [ADDRESSED, HALF_LABELLED])
def test_answers_are_said_by_the_one_asked(pipeline: Pipeline, text: str) -> None:
    found = turns(pipeline, text)
    assert {name for name, words in found if words != "Was the ship safe"} == {"Anna Orsk"}
    said = [words.rstrip(".") for name, words in found if name == "Anna Orsk"]
    assert said[:2] == ["Yes. We had her in the dock in May", "I know of ninety. Our list was read twice"]
    assert not any("?" in words or "founded" in words for words in said)


def test_what_is_put_to_somebody_is_no_answer(pipeline: Pipeline) -> None:
    said = [words for _, words in turns(pipeline, ADDRESSED)]
    assert len(said) == 4
    assert not any("harbour master" in words for words in said)


def test_questions_with_advice_are_no_interview(pipeline: Pipeline) -> None:
    assert turns(pipeline, ADVICE) == []


def test_what_somebody_says_of_himself_is_part_of_the_answer(pipeline: Pipeline) -> None:
    text = ADDRESSED.replace("I will not. A captain", "I say that I will not. A captain")
    doc = pipeline.nlp(text)
    found, _ = find_quotations(doc, find_references(doc))
    at = text.index("I say that")
    assert sum(any(s <= at + 12 < e for s, e in q.content) for q in found) == 1


ASKED_BY_NAME = (
    HEAD
    + """Radio Tarrow: Was the ship safe?

Anna Orsk: Yes. We had her in the dock in May.

Radio Tarrow: How many people were on board?

Anna Orsk: I know of ninety. Our list was read twice.

Radio Tarrow: Will you resign?

Anna Orsk: I will not.
"""
)


def test_whoever_asks_by_name_says_the_questions(pipeline: Pipeline) -> None:
    doc = pipeline.nlp(ASKED_BY_NAME)
    quotations, references = find_quotations(doc, find_references(doc))
    names = {e.id: e.name for e in references.entities}
    asked = [(names.get(q.speaker or ""), ASKED_BY_NAME[slice(*q.content[0])]) for q in quotations if q.modality == "question"]
    assert asked == [
        ("Radio Tarrow", "Was the ship safe"),
        ("Radio Tarrow", "How many people were on board"),
        ("Radio Tarrow", "Will you resign"),
    ]
