"""Words of one origin and their common part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.word_stems import stem


@pytest.mark.parametrize(
    ("one", "other"), [("signature", "sign"), ("inspection", "inspect"), ("worker", "work"), ("closure", "close")]
)
def test_a_noun_and_its_verb_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("ship", "shop"), ("station", "state"), ("ferry", "fire")])
def test_other_words_keep_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(alphabet="abdeginorst", min_size=1, max_size=14))
def test_a_stem_is_never_empty(word: str) -> None:
    assert stem(word)
