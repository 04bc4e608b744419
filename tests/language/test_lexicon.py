"""Word lists: marks that several rules share, and what is refused."""

import pytest

from variorum.errors import ConfigError
from variorum.language.lexicon import marked, values, word_list


@pytest.mark.parametrize("name", ["naming_words", "entity_words", "collation_words"])
def test_a_mark_holds_the_words_of_its_lines_and_each_word_stands_once(name: str) -> None:
    rows = word_list("en", name)
    assert len({row["word"] for row in rows}) == len(rows)
    for mark in sorted({m for row in rows for m in values(row, "marks")}):
        assert marked("en", name, mark) == {row["word"] for row in rows if mark in row["marks"].split("|")}


def test_a_mark_that_no_word_has_is_an_error() -> None:
    with pytest.raises(ConfigError, match="no word of list 'naming_words'"):
        marked("en", "naming_words", "absent")
