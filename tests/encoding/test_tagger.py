"""The tagger of attributions: pinned, deterministic, one window at a time."""

import numpy as np
import pytest

from variorum.encoding import AttributionTagger, load_tagger
from variorum.encoding.tagger import pieces, spread

WORDS = ("Minister", "Kroll", "said", "the", "ferry", "was", "unseaworthy", ".")


@pytest.fixture(scope="module")
def tagger() -> AttributionTagger:
    return load_tagger()


def zeros(size: int) -> np.ndarray:
    return np.zeros(size, dtype=np.int64)


def test_pieces_point_at_the_first_of_each_word(tagger: AttributionTagger) -> None:
    ids, first, owner = pieces(tagger.tokenizer, WORDS, [False] * len(WORDS))
    assert len(ids) == len(owner)
    assert [int(owner[k]) for k in first] == list(range(len(WORDS)))
    assert owner[0] == owner[-1] == -1  # the marks of the encoder around the window


def test_a_paragraph_break_is_a_piece_of_its_own(tagger: AttributionTagger) -> None:
    plain, _, _ = pieces(tagger.tokenizer, WORDS, [False] * len(WORDS))
    broken, _, owner = pieces(tagger.tokenizer, WORDS, [n == 3 for n in range(len(WORDS))])
    assert len(broken) == len(plain) + 1
    assert list(owner).count(-1) == 3


def test_a_feature_is_spread_over_the_pieces_of_its_word() -> None:
    spread_out = spread(np.asarray([7, 9]), np.asarray([-1, 0, 1, 1, -1]))
    assert spread_out.tolist() == [0, 7, 9, 9, 0]


def test_the_same_window_gives_the_same_answer(tagger: AttributionTagger) -> None:
    size = len(WORDS)
    rows = {name: zeros(size) for name in ("shape", "pos", "dep")}
    one, other = (tagger.tag(WORDS, [False] * size, **rows) for _ in range(2))
    assert np.array_equal(one.cue, other.cue)
    assert np.allclose(one.cue.sum(axis=1), 1, atol=1e-5)
    looks = [tagger.parts(t, place=zeros(size), distance=zeros(size)) for t in (one, other)]
    assert np.array_equal(*looks)
    assert looks[0].shape == (2, size)
    assert ((looks[0] >= 0) & (looks[0] <= 1)).all()
