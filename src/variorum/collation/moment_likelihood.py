"""How likely it is that two times date one event: a few features with learned weights.

A logistic regression over pairs of times of invented stories with gold differences, pairs of equal times among them at a tenth
of the weight, and pairs of statements of the corpus of claims; ``scripts/fit_moments.py`` fits it and prints what it finds.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

from variorum.collation.claim_alignment import LIGHT, act, same_act
from variorum.collation.claim_kin import befalls_once, kin
from variorum.collation.claim_statements import Statement
from variorum.collation.moments import Moment
from variorum.collation.twin_ties import Tie

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "act": 0.43,
        "apart": -0.54,
        "chosen": 1.19,
        "clause": 0.08,
        "kin": 0.84,
        "lead": 0.68,
        "names": 0.27,
        "no_clause": -0.93,
        "object": 1.22,
        "once": 0.41,
        "one_clock": -0.4,
        "one_coarse": -0.47,
        "one_report": -0.43,
        "other_names": -0.24,
        "subject": 0.5,
        "two_coarse": 1.33,
    }
)

BASE = -2.63

MOST_NAMES, MOST_APART = 2, 6.0
"""Names in common and logarithm of quarter days above which more count for nothing."""


def features(a: Moment, b: Moment, tie: Tie, days_apart: float) -> dict[str, float]:
    """What tells whether two times date one event, by name."""
    same = a.article.id == b.article.id
    return {
        "clause": tie.clause,
        "lead": tie.lead,
        "chosen": float(tie.chosen),
        "one_report": float(same),
        "one_clock": float((a.clock is None) != (b.clock is None)),
        "one_coarse": float(a.coarse != b.coarse),
        "two_coarse": float(a.coarse and b.coarse),
        "apart": round(min(math.log(1 + 4 * days_apart), MOST_APART), 3),
        **_of_clauses(a.statement, b.statement),
    }


def _of_clauses(a: Statement | None, b: Statement | None) -> dict[str, float]:
    """How acts, names and parts of the clauses fit; zeros where a time stands in no clause."""
    names = ("act", "kin", "once", "names", "other_names", "subject", "object")
    if a is None or b is None:
        return {**dict.fromkeys(names, 0.0), "no_clause": 1.0}
    one, other = ({t for t in s.terms if t.startswith("@")} for s in (a, b))
    found = (
        same_act(a, b) and act(a) not in LIGHT,
        kin(a, b) and not same_act(a, b),
        befalls_once(a, b),
        min(len(one & other), MOST_NAMES),
        bool(one and other) and not one & other,
        bool(a.subject_terms & b.subject_terms),
        bool(a.object_terms & b.object_terms),
    )
    return {**{name: float(value) for name, value in zip(names, found, strict=True)}, "no_clause": 0.0}


def likelihood(told: Mapping[str, float]) -> float:
    """Probability in 0..1, three decimals, that times with these features date one event."""
    value = BASE + math.fsum(WEIGHTS[name] * told[name] for name in sorted(WEIGHTS))
    return round(1 / (1 + math.exp(-value)), 3)
