"""The word lists of attribution are whole, and cues are found where they stand."""

from typing import get_args

import pytest

from variorum.annotation.attributions.contents import RULES
from variorum.annotation.attributions.cues import LANGUAGE, companions, cue_table, find_cues, source_types
from variorum.annotation.nlp import Pipeline
from variorum.records.annotation import Act, EntityType, Modality, Polarity

LISTS = ("cues", "cue_nouns", "cue_adjectives")
OTHER_FRAMES = {"quote", "par", "dative"}


@pytest.mark.parametrize("name", LISTS)
def test_every_row_names_known_things(name: str) -> None:
    frames = {frame for frame, _ in RULES} | OTHER_FRAMES
    for entries in cue_table(LANGUAGE, name).values():
        for entry in entries:
            assert entry.act in get_args(Act)
            assert entry.modality in get_args(Modality)
            assert entry.polarity in get_args(Polarity)
            assert entry.frames, entry.lemma
            assert {f for f in entry.frames if not f.startswith(("p:", "at:", "n:"))} <= frames, entry.lemma


def test_source_nouns_have_a_type() -> None:
    assert set(source_types(LANGUAGE).values()) <= set(get_args(EntityType))


def test_companions_by_role() -> None:
    assert "refuse" in companions(LANGUAGE, "refusing")
    assert companions(LANGUAGE, "no such role") == frozenset()


def test_cues_carry_auxiliaries_negation_and_particle(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("The mayor had not pointed out that the bridge was old.")
    found = {c.head.text: c.word for c in find_cues(doc, LANGUAGE)}
    assert found["pointed"] == "had not pointed out"


def test_a_phrasal_verb_is_not_its_bare_verb(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("She ruled out a vote.")
    (cue,) = find_cues(doc, LANGUAGE)
    assert cue.entries[0].lemma == "rule out"
