"""Logistic regressions with few named features, as the scripts ``scripts/fit_*.py`` learn and write them."""

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

MOST = 30.0
"""Log odds beyond which a probability is 0 or 1 to many decimals."""


def logistic(value: float) -> float:
    """The probability, in 0..1 with three decimals, that the log odds ``value`` stand for."""
    return round(1 / (1 + math.exp(-max(-MOST, min(MOST, value)))), 3)


@dataclass(frozen=True, slots=True)
class Regression:
    """Weights by the name of the feature, and the constant beside them."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """Probability, three decimals; features without a weight count nothing."""
        return logistic(self.bias + math.fsum(self.weights.get(name, 0.0) * value for name, value in features.items()))


@functools.cache
def stored_regression(package: str) -> Regression:
    """The learned weights that stand in ``weights.json`` of ``package``."""
    row = json.loads(resources.files(package).joinpath("weights.json").read_text(encoding="utf-8"))
    return Regression(row["bias"], MappingProxyType(row["weights"]))
