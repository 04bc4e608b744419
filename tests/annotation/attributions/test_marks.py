"""Words in quotation marks, in all the ways that newspapers print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotation.attributions.marks import find_quoted


def inner(text: str) -> list[str]:
    return [text[slice(*q.inner)] for q in find_quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We go," she said. "Now."', ["We go,", "Now."]),
        ("“We go,” she said. “Now.”", ["We go,", "Now."]),
        ("‘We go,’ she said. ‘Now.’", ["We go,", "Now."]),
        ("''We go,'' she said. ``Now.''", ["We go,", "Now."]),
        ("Er sagte: „Nein.“ Elle dit « oui ».", ["Nein.", " oui "]),
        ("'We go,' she said.", ["We go,"]),
    ],
)
def test_every_style_of_mark(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The players' fault and the ministers’ doubts.",
        "Rock 'n' roll in the ’90s.",
        "He's 6'2\" tall.",
        "al-Ma‘rib and O’Neil don’t go.",
    ],
)
def test_apostrophes_and_measures_are_no_marks(text: str) -> None:
    assert inner(text) == []


def test_a_possessive_does_not_close_a_single_quotation() -> None:
    assert inner("‘It is the players’ fault,’ he said.") == ["It is the players’ fault,"]


def test_nested_marks_have_a_level() -> None:
    found = find_quoted("“He said ‘never’ twice,” she said.")
    assert [(q.level, q.start) for q in found] == [(0, 0), (1, 9)]


def test_a_quotation_over_two_paragraphs_is_continued() -> None:
    found = find_quoted("“First part.\n\n“Second part,” he said.")
    assert [(q.closed, q.continues) for q in found] == [(False, False), (True, True)]


def test_an_unopened_quotation_starts_with_its_sentence() -> None:
    assert inner("Talks failed. We will try again,” he said.") == ["We will try again,"]


def test_a_stray_mark_is_left_alone() -> None:
    assert inner("The “ mark stands here and nothing follows it.") == []


@given(st.text(alphabet="ab .,'\"“”‘’«»`\n", max_size=60))
def test_offsets_stay_inside_and_nest(text: str) -> None:
    found = find_quoted(text)
    for quoted in found:
        assert 0 <= quoted.start <= quoted.inner[0] < quoted.inner[1] <= quoted.end <= len(text)
        assert "\n" not in text[quoted.start : quoted.end]
    assert [q.start for q in found] == sorted(q.start for q in found)


def test_a_closing_mark_whose_space_was_moved_before_it_closes_what_is_open() -> None:
    text = '"The dam will hold, "Brand said in the town hall.\n"I like him, "Brand said. "He is brave."'
    found = [text[q.start : q.end] for q in find_quoted(text)]
    assert found == ['"The dam will hold, "', '"I like him, "', '"He is brave."']


def test_a_moved_mark_closes_what_runs_on_from_the_paragraph_before() -> None:
    text = '"The dam is old.\nIt should never have been built, "Brand said at the gate.'
    assert [text[q.start : q.end] for q in find_quoted(text)] == ['"The dam is old.', 'It should never have been built, "']


def test_a_second_opening_mark_that_is_closed_itself_opens() -> None:
    text = '"The dam will hold. Brand said, "It is old," and left.'
    assert '"It is old,"' in [text[q.start : q.end] for q in find_quoted(text)]
