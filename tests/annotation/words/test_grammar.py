"""Word grammars: what patterns match, and that long runs of words cost no more than others."""

import pytest
import spacy

from variorum.annotation.words.classes import number_classes
from variorum.annotation.words.grammar import find_all, load_grammar
from variorum.annotation.words.text import read_words


def matches(text: str, topic: str) -> list[tuple[str, str]]:
    words = read_words(spacy.blank("en").make_doc(text))
    found = find_all(words, load_grammar("en", topic))
    return [(f.rule.name, text[words.starts[f.start] : words.ends[f.end - 1]]) for f in found]


def test_longest_match_comes_first() -> None:
    assert matches("It fell on Tuesday, 3 May 2011 in Palen.", "time")[0] == ("weekday_dm", "Tuesday, 3 May 2011")


def test_signs_in_phrases_are_words() -> None:
    assert ("count", "30+") in matches("There are 30+ wells.", "quantity")


def test_abbreviations_keep_their_dot() -> None:
    words = read_words(spacy.blank("en").make_doc("It fell on Sept. 3 at 5 p.m. sharp."))
    assert "sept." in words.words and "p.m." in words.words


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("2018", {"INT", "YEAR", "HHMM"}),
        ("31", {"INT", "DAY", "TWO"}),
        ("1,500", {"BIG"}),
        ("3rd", {"ORD", "DAYORD"}),
        ("10:30", {"CLOCK"}),
        ("9" * 40, {"BIG"}),
    ],
)
def test_classes_of_numbers(word: str, classes: set[str]) -> None:
    assert number_classes(word) == classes


def test_words_are_split_once_for_a_document() -> None:
    doc = spacy.blank("en").make_doc("It fell in 2011.")
    assert read_words(doc) is read_words(doc)


@pytest.mark.parametrize("topic", ["time", "quantity"])
def test_long_runs_are_cut_into_bounded_matches(topic: str) -> None:
    found = matches("one " * 3000 + "hundred " * 3000, topic)
    assert all(len(text.split()) < 60 for _, text in found)
