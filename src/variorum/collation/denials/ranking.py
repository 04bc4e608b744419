"""How likely it is that a clause is what a denial denies: a logistic regression over what is known of the two.

The weights are learned on the invented stories of ``benchmarks/stories`` that are open to study, by ``scripts/fit_denials.py``;
the target is that both stand in one disagreement of gold.
"""

import functools
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

from variorum.collation.denials.features import Features


@dataclass(frozen=True, slots=True)
class DenialRanker:
    """Weights of the regression by the name of the feature."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, features: Features) -> float:
        """Probability, three decimals; features without a weight count nothing."""
        logit = self.bias + math.fsum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return round(1 / (1 + math.exp(-max(min(logit, 30.0), -30.0))), 3)


@functools.cache
def denial_ranker() -> DenialRanker:
    """The learned weights."""
    file = resources.files("variorum.collation.denials").joinpath("weights.json")
    row = json.loads(file.read_text(encoding="utf-8"))
    return DenialRanker(row["bias"], MappingProxyType(row["weights"]))
