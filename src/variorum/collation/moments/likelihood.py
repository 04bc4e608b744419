"""How likely it is that two times date one event: a few features with learned weights.

A logistic regression over pairs of times of invented stories that differ, told from those that gold lists as differences;
``scripts/fit_moments.py`` fits it and prints what it finds with each story left out in turn.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from variorum.collation.claims.kin import kin
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.twin_ties import Key, Tie
from variorum.collation.moments.clock import DAY
from variorum.collation.moments.find import Moment, Relation
from variorum.language.frequency import rarity
from variorum.language.regression import logistic

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "apart": -0.23,
        "both_clock": 0.96,
        "both_day": 0.76,
        "both_told": -0.14,
        "both_year": 0.71,
        "chosen": 0.67,
        "clock_near": 2.4,
        "corrects": 0.97,
        "height": -1.41,
        "kin": 1.3,
        "lead": 1.82,
        "modality": -0.69,
        "names": -0.35,
        "names_apart": -0.39,
        "no_clause": -2.04,
        "object": 0.43,
        "rare": 0.47,
        "support": -0.38,
        "two_coarse": 1.03,
        "year_near": 0.48,
    }
)

BASE = -3.09

MOST_APART, RAREST, MOST_NAMES = 6.0, 3, 4
"""Logarithm of quarter days above which more count for nothing, how many of the rarest concepts in common count, and names."""

YEAR, NEAR_MINUTES, NEAR_YEARS = 365.25, 40.0, 1.5
"""Days of a year, and the minutes and years over which nearness falls off by a factor of e."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Of each time of a story (report and id) the reports that give the same time."""

    told: Mapping[Key, frozenset[str]]

    def of(self, moment: Moment) -> frozenset[str]:
        """The reports that give the time of ``moment``."""
        return self.told.get(moment.twin.key, frozenset())


def standing_of(pairs: Iterable[tuple[tuple[Moment, Moment], Relation]]) -> Standing:
    """Which reports give the same time; of the clock and of years it is enough that both can hold."""
    told: dict[Key, set[str]] = {}
    for (a, b), relation in pairs:
        if relation == "same" or (relation == "fit" and a.grain == b.grain and a.grain in ("clock", "year")):
            told.setdefault(a.twin.key, set()).add(b.article.id)
            told.setdefault(b.twin.key, set()).add(a.article.id)
    return Standing({key: frozenset(reports) for key, reports in told.items()})


def features(a: Moment, b: Moment, tie: Tie, days_apart: float, standing: Standing) -> dict[str, float]:
    """What tells whether two times date one event, by name."""
    return {
        "lead": tie.lead,
        "chosen": float(tie.chosen),
        "two_coarse": float(a.coarse and b.coarse),
        "apart": round(min(math.log(1 + 4 * days_apart), MOST_APART), 3),
        "corrects": float(a.corrects or b.corrects),
        "height": round(abs(_height(a) - _height(b)), 3),
        "rare": round(math.fsum(sorted(map(rarity, a.concepts & b.concepts), reverse=True)[:RAREST]), 3),
        "names": float(min(len(a.names & b.names), MOST_NAMES)),
        "names_apart": float(bool(a.names and b.names and not a.names & b.names)),
        **_of_clauses(a.statement, b.statement),
        **_of_grain(a, b, days_apart),
        **_of_reports(a, b, standing),
    }


def _of_grain(a: Moment, b: Moment, days_apart: float) -> dict[str, float]:
    """Whether both are told as times of the clock, days or years, and how near such times are (1: as near as can be)."""
    clock, day, year = (float(a.grain == b.grain == grain) for grain in ("clock", "day", "year"))
    years = abs(a.days[0] - b.days[0]) / YEAR if a.days is not None and b.days is not None else math.inf
    return {
        "both_clock": clock,
        "both_day": day,
        "both_year": year,
        "clock_near": round(clock * math.exp(-days_apart * DAY / NEAR_MINUTES), 3),
        "year_near": round(year * math.exp(-abs(years - 1) / NEAR_YEARS), 3),
    }


def _of_reports(a: Moment, b: Moment, standing: Standing) -> dict[str, float]:
    """How many reports give the one time or the other, and whether either report gives the time of the other too."""
    one, other = standing.of(a), standing.of(b)
    return {
        "both_told": float(b.article.id in one) + float(a.article.id in other),
        "support": round(math.log(1 + len(one) + len(other)), 3),
    }


def _height(moment: Moment) -> float:
    """How far down its report it stands, 0..1."""
    return moment.time.start / max(len(moment.article.text), 1)


def _of_clauses(a: Statement | None, b: Statement | None) -> dict[str, float]:
    """How acts and what they are done to fit; zeros where a time stands in no clause."""
    if a is None or b is None:
        return {"kin": 0.0, "object": 0.0, "modality": 0.0, "no_clause": 1.0}
    return {
        "kin": float(kin(a, b)),
        "object": float(bool(a.object_terms & b.object_terms)),
        "modality": float(a.modality != b.modality),
        "no_clause": 0.0,
    }


def likelihood(told: Mapping[str, float]) -> float:
    """Probability in 0..1, three decimals, that times with these features date one event."""
    value = BASE + math.fsum(WEIGHTS[name] * told[name] for name in sorted(WEIGHTS))
    return logistic(value)
