"""Whom offices, owners, kin, ages and ``one of them`` mean as sources; and near misses where nobody named is meant."""

import pytest

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.mentions.types import has_age
from variorum.annotation.mentions.words import words_of
from variorum.annotation.nlp import Pipeline


def speakers(pipeline: Pipeline, text: str) -> dict[str, str | None]:
    """The speaker of each attribution, by its cue."""
    doc = pipeline.nlp(text)
    quotations, references = find_quotations(doc, find_references(doc))
    names = {e.id: e.name for e in references.entities}
    return {" ".join(text[s:e] for s, e in q.cue): names.get(q.speaker or "") for q in quotations if q.cue}


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        ("The road is open, the Commander-in-Chief, General Per Dahl, declared on Monday.", "declared", "Per Dahl"),
        (
            "The offer stands, the Ambassador Extraordinary and Plenipotentiary of Ostmar in Velm, Gleb Orlin, told Tass. "
            "It has no end, the Ambassador added.",
            "added",
            "Gleb Orlin",
        ),
        ("Foreign Minister of Ostmar Yusra Hadlin praised the talks. She said that they would go on.", "said", "Yusra Hadlin"),
        ("The Minister of Mines, Tornel, wants peace. He denied that he would sell the pits.", "denied", "Tornel"),
        ("A spokesman, Edric Poll, said that the lake was low.", "said", "Edric Poll"),
        ("Last night harbour supremo Velka Tornel denied that the pier was closed.", "denied", "Velka Tornel"),
        ("For the family, Maître Anselm said that nothing had changed.", "said", "Anselm"),
        ("The owner, Tordan Shipping, said that the rudder had jammed.", "said", "Tordan Shipping"),
        ("According to the findings of the fire service, the roof was rotten.", "According to", "fire service"),
        ("The coast guard raised its estimate. Some forty boats had sunk, it said.", "said", "coast guard"),
        ("The army command denied this. In a letter of 3 May it wrote that the road was open.", "wrote", "army command"),
        ("Two clerks left the hall. The vote, one of them said, was close.", "said", "one of them (two clerks)"),
        ("When the host asked Ida Moss whether she slept, she answered that it was late.", "answered", "Ida Moss"),
        ("Tom Orlan on Radio Velm says that it was late.", "says", "Tom Orlan"),
        (
            "The state weather office warned of ice. President Ida Moss cancelled a trip, her office said.",
            "said",
            "Ida Moss's office",
        ),
        ("Two clerks saw the paper. Both said that it was torn.", "said", "Two clerks"),
        ("An insider told the Bell that it was over. “They sang all night,” our mole says.", "says", "insider"),
        (
            "Arn Torv was freed. Halvar Torv shakes his head. The driver's younger brother waits for a train. He says that "
            "he paid for it.",
            "says",
            "Halvar Torv",
        ),
        (
            "A doctor at the hospital wept. A woman in a coat who gave her name as Captain Anna Roe read a letter. "
            '"The fort is ours," she said.',
            "said",
            "Anna Roe",
        ),
    ],
)
def test_the_speaker_is_meant(pipeline: Pipeline, text: str, cue: str, speaker: str) -> None:
    assert speakers(pipeline, text)[cue] == speaker


@pytest.mark.parametrize(
    ("text", "cue", "not_meant"),
    [
        ("The Bell had this on Monday. I have seen the minutes, and they say that the vote was close.", "say", "Bell"),
        (
            "Tarn Hydro is pulling out its staff, the Bell Weekly understands. The company said that it was true.",
            "said",
            "Bell Weekly",
        ),
        ('Per Dahl\'s brother came across the bridge. "He walked alone," he said.', "said", "Per Dahl's brother"),
        ("The lawyers left. One of the judges said that it was late.", "said", "one of the lawyers"),
    ],
)
def test_somebody_else_is_left_out(pipeline: Pipeline, text: str, cue: str, not_meant: str) -> None:
    assert speakers(pipeline, text)[cue] != not_meant


def test_an_office_is_no_name(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("The Minister of Mines resigned. The Secretary of State for Health, Ada Lorne, wept.")
    named = {e.name for e in find_references(doc).entities if e.named}
    assert "Ada Lorne" in named
    assert not any("Minister" in name or "Secretary" in name or name.startswith(("of ", "for ")) for name in named)


@pytest.mark.parametrize(
    ("text", "told"),
    [("Quorlan is 71.", True), ("Quorlan, 71, left.", True), ("Quorlan is 71 miles away.", False), ("Quorlan is 710.", False)],
)
def test_an_age_behind_a_name(pipeline: Pipeline, text: str, *, told: bool) -> None:
    assert has_age(words_of(pipeline.nlp(text)), 1) is told
