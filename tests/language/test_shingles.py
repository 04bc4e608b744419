import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.language.shingles import shingle_hashes, word_code, word_codes


def test_codes_and_hashes_are_the_same_everywhere() -> None:
    assert word_code("harbour") == 0x04FCB0DB632E24E2
    assert [int(h) for h in shingle_hashes(word_codes(["grain", "silos"]), 2)] == [7814812061099440759]


def test_too_short_a_text_has_no_shingle_and_a_size_below_one_is_refused() -> None:
    assert len(shingle_hashes(word_codes(["one"]), 2)) == 0
    with pytest.raises(ValueError, match="at least one word"):
        shingle_hashes(word_codes(["one"]), 0)


def test_order_counts() -> None:
    ab, ba = (shingle_hashes(word_codes(w), 2)[0] for w in (["a", "b"], ["b", "a"]))
    assert ab != ba


@given(st.lists(st.sampled_from("abcd"), max_size=20), st.integers(1, 5))
def test_equal_runs_have_equal_hashes_and_only_they(keys: list[str], size: int) -> None:
    hashes = shingle_hashes(word_codes(keys), size)
    runs = [tuple(keys[i : i + size]) for i in range(len(keys) - size + 1)]
    assert len(hashes) == len(runs)
    assert len(np.unique(hashes)) == len(set(runs))
