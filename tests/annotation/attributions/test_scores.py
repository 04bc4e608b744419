"""Every construction has a score, and weaker evidence never scores higher."""

import itertools

from variorum.annotation.attributions.scores import CONTENT_SCORES, KEPT_FROM, SOURCE_SCORES, score_of


def test_scores_are_shares_with_three_decimals() -> None:
    for content, source in itertools.product(CONTENT_SCORES, SOURCE_SCORES):
        score = score_of(content, source, strong=True, plausible=True)
        assert 0 < score <= 1
        assert score == round(score, 3)


def test_weak_verbs_and_unlikely_speakers_score_less() -> None:
    for content, source in itertools.product(CONTENT_SCORES, SOURCE_SCORES):
        best = score_of(content, source, strong=True, plausible=True)
        assert score_of(content, source, strong=False, plausible=True) < best
        assert score_of(content, source, strong=True, plausible=False) < best


def test_a_plain_statement_is_kept_whoever_makes_it() -> None:
    assert score_of("clause", "subject", strong=True, plausible=False) >= KEPT_FROM
