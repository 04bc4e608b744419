"""Word lists: marks that several rules share, and what is refused."""

import re

import pytest

from variorum.errors import ConfigError
from variorum.language.lexicon import alternatives, marked, values, word_list


@pytest.mark.parametrize("name", ["naming_words", "entity_words", "collation_words"])
def test_a_mark_holds_the_words_of_its_lines_and_each_word_stands_once(name: str) -> None:
    rows = word_list("en", name)
    assert len({row["word"] for row in rows}) == len(rows)
    for mark in sorted({m for row in rows for m in values(row, "marks")}):
        assert marked("en", name, mark) == {row["word"] for row in rows if mark in row["marks"].split("|")}


def test_a_mark_that_no_word_has_is_an_error() -> None:
    with pytest.raises(ConfigError, match="no word of list 'naming_words'"):
        marked("en", "naming_words", "absent")


def test_alternatives_of_a_pattern_find_the_longest_word_and_take_no_sign_for_a_pattern() -> None:
    pattern = re.compile(alternatives({"put", "put off", "p.m"}))
    assert [m.group() for m in pattern.finditer("put off at 3 p.m, pum")] == ["put off", "p.m"]
