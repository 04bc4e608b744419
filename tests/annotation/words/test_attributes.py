"""The table sets, word for word, what the pipeline's own attribute rules set."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler

from variorum.annotation.nlp import Pipeline
from variorum.annotation.words.attributes import AttributeTable

SET = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
TEXTS = (
    "The minister said that she can't be there, but he had it done. Who were you with when it was?",
    "I ain't gonna go. Let's see: y'all got ta come, c'm on! 'Nuff said, nothin' goin' on with 'em.",
    "There are three ferries.\n\nThere's a fourth, which does what it has to, and they've seen nothing since.",
    "",
    " ",
)
WORDS = (
    "i",
    "you",
    "it",
    "gon",
    "na",
    "got",
    "ta",
    "let",
    "'s",
    "y'",
    "all",
    "there",
    "is",
    "are",
    "ca",
    "n't",
    "ai",
    "the",
    "\n",
    "that",
)


@pytest.fixture(scope="module")
def bare(pipeline: Pipeline) -> Language:
    return spacy.load(str(pipeline.nlp.path), exclude=["ner", "lemmatizer"])


def _both(bare: Language, text: str) -> tuple[list[list[int]], list[list[int]]]:
    ruler = bare.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    with bare.select_pipes(disable=["attribute_ruler"]):
        first, second = bare(text), bare(text)
    return ruler(first).to_array(SET).tolist(), AttributeTable(ruler)(second).to_array(SET).tolist()


@pytest.mark.parametrize("text", TEXTS)
def test_sets_what_the_ruler_sets(bare: Language, text: str) -> None:
    expected, found = _both(bare, text)
    assert found == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_sets_what_the_ruler_sets_for_any_row_of_words(bare: Language, text: str) -> None:
    expected, found = _both(bare, text)
    assert found == expected


def test_a_later_rule_counts_also_over_two_words() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[{"LOWER": "old"}, {"LOWER": {"REGEX": "^hall"}}]], {"POS": "PROPN", "LEMMA": "hall"}, index=-1)
    ruler.add([[{"LOWER": "halls"}]], {"POS": "NOUN"})
    doc = AttributeTable(ruler)(nlp.make_doc("two old Halls, old halls"))
    assert [(t.pos_, t.lemma_) for t in doc] == [("", ""), ("", ""), ("NOUN", "hall"), ("", ""), ("", ""), ("NOUN", "hall")]


@pytest.mark.parametrize(
    "word", [{"SHAPE": "XX"}, {"LOWER": {"NOT_IN": ["a"]}}, {"LOWER": {"REGEX": "a*"}}, {"LOWER": "a", "OP": "+"}]
)
def test_a_ruler_of_another_kind_is_refused(word: dict[str, object]) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    ruler.add([[word]], {"POS": "NOUN"})
    with pytest.raises(ValueError, match="pattern"):
        AttributeTable(ruler)


def test_the_pipeline_uses_the_table(pipeline: Pipeline) -> None:
    assert AttributeTable.FACTORY in pipeline.nlp.pipe_names
    assert "attribute_ruler" not in pipeline.nlp.pipe_names
