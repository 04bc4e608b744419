import pytest

from variorum.language.regression import Regression, logistic, stored_regression


def test_log_odds_as_probabilities() -> None:
    assert [logistic(v) for v in (-1000.0, -1.0, 0.0, 1.0, 1000.0)] == [0.0, 0.269, 0.5, 0.731, 1.0]


def test_features_count_by_their_weights() -> None:
    rank = Regression(-1.0, {"near": 2.0})
    assert rank.probability({"near": 0.5, "not known": 9.0}) == 0.5
    assert rank.probability({}) == 0.269


@pytest.mark.parametrize("package", ["variorum.collation.denials", "variorum.collation.utterances"])
def test_what_is_stored_is_read(package: str) -> None:
    assert stored_regression(package).weights
    assert stored_regression(package) is stored_regression(package)
