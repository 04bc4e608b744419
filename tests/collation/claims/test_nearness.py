"""How near clauses are among their neighbours, and which are each other's likeliest."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from variorum.collation.claims.likelihood import partners
from variorum.collation.claims.nearness import BLOCK, nearness_of
from variorum.collation.encoder import Vectors


def unit(rows: list[list[float]]) -> Vectors:
    found = np.array(rows, dtype=np.float32)
    return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)


VECTORS = unit([[1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 0.1, 0], [0.2, 1, 0.4], [0, 0.2, 1]])
REPORTS = ["a", "a", "a", "b", "b", "b"]


def test_nearest_of_a_report_choose_each_other_and_lead_their_neighbours() -> None:
    near = nearness_of(VECTORS, VECTORS, REPORTS)
    ties = near.ties([(0, 3), (0, 5)])
    assert ties[0, 3].choices == 2
    assert ties[0, 5].choices == 0
    assert ties[0, 3].lead > 0 > ties[0, 5].lead


def test_candidates_by_meaning_are_of_different_reports() -> None:
    near = nearness_of(VECTORS, VECTORS, REPORTS)
    assert (0, 3) in near.pairs
    assert all(REPORTS[i] != REPORTS[j] for i, j in near.pairs)


def test_a_report_of_one_clause_offers_no_choice() -> None:
    near = nearness_of(VECTORS[[0, 3]], VECTORS[[0, 3]], ["a", "b"])
    assert near.ties([(0, 1)])[0, 1].choices == 0


def test_stories_longer_than_a_block_are_read_like_short_ones() -> None:
    vectors = np.concatenate([VECTORS] * (BLOCK // 6 + 1))
    near = nearness_of(vectors, vectors, REPORTS * (BLOCK // 6 + 1))
    assert near.ties([(0, 3), (0, len(vectors) - 3)])[0, 3] == near.ties([(0, len(vectors) - 3)])[0, len(vectors) - 3]


def test_only_the_likeliest_of_a_report_is_kept() -> None:
    likely = {(0, 2): 0.6, (1, 2): 0.4, (1, 3): 0.3, (0, 3): 0.0}
    assert partners(likely, ["a", "a", "b", "b"]) == {(0, 2): 0.6}


@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(4, 7)), st.floats(0.01, 1).map(lambda x: round(x, 3))))
def test_the_likeliest_pair_of_all_is_always_kept(likely: dict[tuple[int, int], float]) -> None:
    kept = partners(likely, ["a"] * 4 + ["b"] * 4)
    assert set(kept) <= set(likely)
    assert max(likely.values(), default=0) == max(kept.values(), default=0)
