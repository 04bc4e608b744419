"""How likely it is that two times date one event: a few features with learned weights.

A logistic regression over pairs of times of invented stories that differ, told from those that gold lists as differences;
``scripts/fit_moments.py`` fits it and prints what it finds with each story left out in turn.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

from variorum.collation.claims.kin import kin
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.twin_ties import Tie
from variorum.collation.moments.find import Moment
from variorum.language.frequency import rarity

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "apart": -0.28,
        "chosen": 0.86,
        "corrects": 1.52,
        "height": -1.02,
        "kin": 1.16,
        "lead": 1.88,
        "no_clause": -1.84,
        "object": 0.78,
        "rare": 0.38,
        "two_coarse": 1.08,
    }
)

BASE = -3.44

MOST_APART, RAREST = 6.0, 3
"""Logarithm of quarter days above which more count for nothing, and how many of the rarest concepts in common count."""


def features(a: Moment, b: Moment, tie: Tie, days_apart: float) -> dict[str, float]:
    """What tells whether two times date one event, by name."""
    return {
        "lead": tie.lead,
        "chosen": float(tie.chosen),
        "two_coarse": float(a.coarse and b.coarse),
        "apart": round(min(math.log(1 + 4 * days_apart), MOST_APART), 3),
        "corrects": float(a.corrects or b.corrects),
        "height": round(abs(_height(a) - _height(b)), 3),
        "rare": round(math.fsum(sorted(map(rarity, a.concepts & b.concepts), reverse=True)[:RAREST]), 3),
        **_of_clauses(a.statement, b.statement),
    }


def _height(moment: Moment) -> float:
    """How far down its report it stands, 0..1."""
    return moment.time.start / max(len(moment.article.text), 1)


def _of_clauses(a: Statement | None, b: Statement | None) -> dict[str, float]:
    """How acts and what they are done to fit; zeros where a time stands in no clause."""
    if a is None or b is None:
        return {"kin": 0.0, "object": 0.0, "no_clause": 1.0}
    return {"kin": float(kin(a, b)), "object": float(bool(a.object_terms & b.object_terms)), "no_clause": 0.0}


def likelihood(told: Mapping[str, float]) -> float:
    """Probability in 0..1, three decimals, that times with these features date one event."""
    value = BASE + math.fsum(WEIGHTS[name] * told[name] for name in sorted(WEIGHTS))
    return round(1 / (1 + math.exp(-value)), 3)
