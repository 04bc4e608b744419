"""How likely it is that a clause is what a denial denies: a logistic regression over what is known of the two.

The weights are learned on the invented stories of ``benchmarks/stories`` that are open to study, by ``scripts/fit_denials.py``;
the target is that both stand in one disagreement of gold.
"""

from variorum.language.regression import Regression, stored_regression


def denial_ranker() -> Regression:
    """The learned weights."""
    return stored_regression("variorum.collation.denials")
