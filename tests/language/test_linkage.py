"""Average linkage on scored pairs."""

from variorum.language.linkage import cluster


def test_the_closest_are_joined_and_the_mean_decides_over_the_rest() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.5, (0, 2): 0.2, (2, 3): 0.3}
    assert cluster(4, scores, 0.3) == [[0, 1, 2], [3]]
    assert cluster(4, scores, 0.4) == [[0, 1], [2], [3]]


def test_a_pair_without_a_score_counts_as_nothing() -> None:
    assert cluster(3, {(0, 1): 0.6, (1, 2): 0.5}, 0.3) == [[0, 1], [2]]
