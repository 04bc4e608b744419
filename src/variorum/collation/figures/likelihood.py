"""How likely it is that two numbers count one thing: a few features with learned weights.

A logistic regression over pairs of figures of invented stories with gold differences and pairs of statements
of the corpus of claims; ``scripts/fit_figures.py`` fits it and prints what it finds with each story left out in turn.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

from variorum.collation.claims.setting import Setting
from variorum.collation.claims.twin_ties import Tie
from variorum.collation.figures.find import LASTING, Figure
from variorum.collation.figures.things import PHYSICAL, counted_things, is_people, kind_of
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked, words
from variorum.language.regression import logistic

WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "chosen": 1.07,
        "clause": 0.59,
        "depth": -1.17,
        "hedged": 0.8,
        "lasting": 0.4,
        "lead": 1.45,
        "names": -0.17,
        "one_listed": 1.13,
        "one_report": -0.56,
        "other_names": -0.2,
        "other_noun": -1.0,
        "other_people": -0.46,
        "other_year": -1.17,
        "peers": -0.35,
        "physical": 0.84,
        "rare": 0.33,
        "ratio": -1.51,
        "rivals": -0.08,
        "same_thing": 0.76,
        "share": -0.51,
        "size": 0.34,
        "two_listed": -0.77,
        "two_voices": 1.24,
    }
)

BASE = -1.34

MOST_TIMES = 6.0
"""How many times the other a number may be to be compared at all."""

SHARED = 3
"""How many of the rarest words in common count."""

MOST_NAMES, MOST_RATIO, MOST_SIZE = 2, 3.0, 4.0
"""Names in common, logarithm of the ratio and decimal digits of the smaller number above which more count for nothing."""

SHARES = ("percent", "percentage point")


def comparable_sizes(a: Figure, b: Figure) -> bool:
    """Whether two numbers lie near enough to each other to be two counts of one thing."""
    low, high = sorted((abs(a.quantity.value), abs(b.quantity.value)))
    return low > 0 and high <= MOST_TIMES * low


def features(a: Figure, b: Figure, tie: Tie, setting: Setting) -> dict[str, float]:
    """What tells whether two figures count one thing, by name."""
    low, high = sorted((abs(a.quantity.value), abs(b.quantity.value)))
    return {
        "clause": tie.clause,
        "lead": tie.lead,
        "chosen": float(tie.chosen),
        "rivals": float(tie.rivals),
        "depth": round(abs(a.depth - b.depth), 3),
        "peers": round(math.log(max(a.peers, 1) * max(b.peers, 1)), 3),
        "ratio": round(min(math.log(high / low), MOST_RATIO), 3) if low > 0 else MOST_RATIO,
        "size": round(min(math.log10(max(low, 1.0)), MOST_SIZE), 3),
        **_of_things(a, b),
        **_of_words(a, b, setting),
    }


def _of_things(a: Figure, b: Figure) -> dict[str, float]:
    """How the nouns and units fit."""
    one, other = _noun(a), _noun(b)
    unit = a.quantity.unit
    counted = unit is None or unit in PHYSICAL
    both = bool(one and other) and one != other and counted
    people = both and _is_people(one) and _is_people(other)
    listed = _is_listed(a) and _is_listed(b)
    return {
        "other_noun": float(both and not people),
        "other_people": float(people and one not in GENERAL and other not in GENERAL),
        "physical": float(unit in PHYSICAL),
        "share": float(unit in SHARES),
        "lasting": float(unit == LASTING),
        "one_listed": float(listed and a.thing == b.thing),
        "two_listed": float(listed and a.thing != b.thing),
        "same_thing": float(a.thing == b.thing and unit is None),
        "hedged": float(bool(a.quantity.hedge and b.quantity.hedge)),
    }


GENERAL = marked("en", "collation_words", "no_group")
"""Nouns that name no smaller group of people."""


def _noun(figure: Figure) -> str:
    head = figure.quantity.thing[-1] if figure.quantity.thing else ""
    return "" if head in words("en", "number_nouns") else kind_of(head)


def group_of(figure: Figure) -> str:
    """The noun that is counted, empty where it says no more than people or nothing at all."""
    noun = _noun(figure)
    return "" if noun in GENERAL else noun


def _is_people(noun: str) -> bool:
    return is_people(noun) or noun in GENERAL


def _is_listed(figure: Figure) -> bool:
    """Whether what is counted is a row of the list of counted things: the dead are not the missing."""
    return any(row.thing == figure.thing for row in counted_things())


def _of_words(a: Figure, b: Figure, setting: Setting) -> dict[str, float]:
    """What the words, names, voices and years around have in common."""
    shared = sorted((rarity(t) for t in a.wide & b.wide if not t.startswith("@")), reverse=True)[:SHARED]
    one, other = ({t for t in f.wide if t.startswith("@")} for f in (a, b))
    same = a.article.id == b.article.id
    return {
        "rare": round(math.fsum(shared), 3),
        "names": float(min(len(one & other), MOST_NAMES)),
        "other_names": float(bool(one and other) and not one & other),
        "one_report": float(same),
        "two_voices": float(same and all(f.voice in setting.entities for f in (a, b))),
        "other_year": float(_was_before(a) != _was_before(b)),
    }


def _was_before(figure: Figure) -> bool:
    """Whether it held in a year before that of its report, and so is told of another occasion."""
    return figure.period is not None and figure.reported is not None and figure.period[1][:4] < figure.reported[0][:4]


def likelihood(told: Mapping[str, float]) -> float:
    """Probability in 0..1, three decimals, that figures with these features count one thing."""
    value = BASE + math.fsum(WEIGHTS[name] * told[name] for name in sorted(WEIGHTS))
    return logistic(value)
