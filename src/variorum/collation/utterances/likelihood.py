"""How likely it is that two sayings in two reports are one: a logistic regression over what they share, who says them, how
they are told and whether either is nearer to something else.

The weights are learned on the invented stories of ``benchmarks/stories`` that are open to study, by
``scripts/fit_utterances.py``; the target is that both stand in one utterance of gold.
"""

import math
from collections.abc import Mapping
from datetime import date

from variorum.collation.utterances.evidence import LEAST_ORDERED, Agreement
from variorum.collation.utterances.sayings import Saying
from variorum.collation.utterances.speakers import Kinship
from variorum.language.regression import Regression, stored_regression
from variorum.records.article import Published

MOST_EQUAL = 8
"""Words in order beyond which more make two sayings no likelier to be one."""
WHOLE = 4
"""Words of a saying below which next to anything may hold it."""

Features = Mapping[str, float]


def saying_ranker() -> Regression:
    """The learned weights."""
    return stored_regression("variorum.collation.utterances")


def features_of(one: Saying, other: Saying, agreement: Agreement, lead: float, kin: Kinship) -> Features:
    """What is known of two sayings in two reports; ``lead`` is how much likelier they are than what else these have."""
    ordered = agreement.verbatim if agreement.equal >= LEAST_ORDERED else 0.0
    return {
        **_shared(agreement),
        **_told(one, other),
        "ordered_quoted": ordered * (quoted(one) and quoted(other)),
        "nearest": float(lead > 0),
        "named": float(bool(one.named & other.named)),
        "denied": float(one.quotation.polarity != other.quotation.polarity),
        "turned_quoted": float(agreement.turned and kin == "same" and both_direct(one, other)),
        "related": float(kin in ("state", "related")),
        "open": float(kin == "open"),
        "other": float(kin == "other"),
    }


def _shared(agreement: Agreement) -> Features:
    return {
        "stated": agreement.stated,
        "held": agreement.held,
        "equal": min(agreement.equal, MOST_EQUAL) / MOST_EQUAL,
        "fact": float(agreement.facts is True),
        "other_fact": float(agreement.facts is False),
        "other_acts": float(agreement.acts is False),
        "turned": float(agreement.turned),
    }


def _told(one: Saying, other: Saying) -> Features:
    """Length and days."""
    least, most = sorted((len(one.words), len(other.words)))
    return {
        "length": round(math.log(least), 3),
        "longer": round(math.log(most / least), 3),
        "days": round(math.log1p(days_apart(one.article.published, other.article.published)), 3),
    }


def quoted(saying: Saying) -> bool:
    """Whether some of it stands in quotation marks."""
    return saying.quotation.kind != "indirect"


def both_direct(one: Saying, other: Saying) -> bool:
    """Whether both stand in quotation marks as a whole."""
    return one.quotation.kind == other.quotation.kind == "direct"


def days_apart(one: Published, other: Published) -> int:
    """Days between two reports, 0 where one has no date."""
    if not one.earliest or not other.earliest:
        return 0
    return abs((date.fromisoformat(one.earliest) - date.fromisoformat(other.earliest)).days)
