"""Loaded words: marks on charged words and phrases, on invented sentences."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.loaded_words import find_loaded_words
from variorum.annotation.nlp import Pipeline
from variorum.language.lexicon import word_list


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The notorious regime of Averia slammed the talks.", ["notorious", "regime", "slammed"]),
        ("Averia sent its so-called observers to Lisk.", ["so-called"]),
        ("The League was liberated from a brutal ruler.", ["liberated", "brutal"]),
        ("Critics spoke of a witch hunt against the mayor.", ["witch hunt"]),
        ("The minister falsely claimed that the bridge was safe.", ["falsely"]),
        ("The council met on Monday and approved the budget.", []),
        ("A blast damaged the port, and the army closed the road.", []),
    ],
)
def test_charged_words_are_marked(pipeline: Pipeline, text: str, words: list[str]) -> None:
    assert [text[w.start : w.end] for w in find_loaded_words(pipeline.nlp(text))] == words


def test_the_part_of_speech_counts(pipeline: Pipeline) -> None:
    found = find_loaded_words(pipeline.nlp("A blast shook the harbour."))
    assert found == ()
    found = find_loaded_words(pipeline.nlp("Opponents blasted the mayor."))
    assert [w.label for w in found] == ["dramatising"]


def test_the_list_is_of_one_shape() -> None:
    rows = word_list("en", "loaded")
    assert {row["pos"] for row in rows} == {"adj", "adv", "noun", "verb", "any"}
    assert all(row["label"] and row["word"] == row["word"].lower() for row in rows)
    assert len({(row["word"], row["pos"]) for row in rows}) == len(rows)


WORDS = ["regime", "so", "-", "called", "witch", "hunt", "brutal", "the", "not", ".", "war", "slammed"]


@settings(max_examples=25, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), max_size=25))
def test_spans_stand_in_the_text_and_apart(pipeline: Pipeline, words: list[str]) -> None:
    text = " ".join(words)
    spans = [(w.start, w.end) for w in find_loaded_words(pipeline.nlp(text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
