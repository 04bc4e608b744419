"""The words that make a difference are marked in each side; the passage itself is never changed."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.rendering.differing import marked_runs


def _marked(passage: str, value: str, reason: str = "", *, alone: bool = True) -> list[str]:
    return [run.text for run in marked_runs(passage, value, reason, alone=alone) if run.marked]


def test_the_value_is_marked_where_it_stands() -> None:
    assert _marked("Perran is considering his post", "considering") == ["considering"]
    assert _marked("the gate broke at 11:40 on Monday", "11:40 on Monday") == ["11:40 on Monday"]


def test_parts_of_a_value_are_marked_each() -> None:
    assert _marked("We will not leave our own harbour", "not … own") == ["not", "own"]


def test_a_denial_is_marked_at_its_negation() -> None:
    assert _marked("The crew has never been trained here", "denied") == ["never"]
    assert _marked("nobody expelled the envoy", "not expelled") == ["nobody", "expelled"]
    assert _marked("the crew had nothing to do with one fire in the hold because of Orn", "denied") == ["nothing"]


def test_what_a_reason_quotes_is_marked() -> None:
    assert _marked("Sorrel forced the fleet to leave port", "", "“forced” is another's deed than “left”.") == ["forced"]


def test_words_are_marked_whole_and_not_the_whole_passage() -> None:
    assert _marked("The gatekeeper opened gate 5", "gate") == ["gate"]
    assert _marked("eight soldiers", "eight soldiers") == []
    assert _marked("The town said so", "said") == []
    clause = "Her words came hours after the lawyer of the owners of the ship had spoken"
    assert _marked(f"{clause} at length to the press, and a day after the court in Orlo had risen", clause) == []


def test_a_number_is_marked_however_its_thousands_are_written() -> None:
    assert _marked("some 12500 sacks of Sael rice", "12,500") == ["12500"]
    assert _marked("some 12,500 sacks of Sael rice", "12,500") == ["12,500"]
    assert _marked("some 125001 sacks of Sael rice", "12,500") == []


def test_what_stands_in_its_sentence_may_be_marked_as_a_whole() -> None:
    assert _marked("eight soldiers", "eight soldiers", alone=False) == ["eight soldiers"]
    assert _marked("much higher", "far above 8", alone=False) == ["much higher"]
    assert _marked("at least eight soldiers", "eight", alone=False) == ["eight"]


@given(st.text(max_size=40), st.text(max_size=12), st.text(max_size=20))
def test_the_runs_joined_are_the_passage(passage: str, value: str, reason: str) -> None:
    assert "".join(run.text for run in marked_runs(passage, value, reason)) == passage
