"""Which disagreement a reader needs first: open conflicts, on grave matters, between many origins, high up in the reports."""

from collections.abc import Iterable, Mapping, Sequence

from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import Disagreement

JUDGEMENTS = {"conflict": 3.0, "unsure": 1.5, "update": 1.0}
KINDS = {"polarity": 1.0, "quotation": 1.0, "speaker": 1.0, "agency": 0.9, "figure": 0.8, "date": 0.7, "place": 0.7}
"""Weights set by hand: a conflict before a doubt before an update; what was said or done before how many, when and where."""


def rank(
    found: Iterable[Disagreement], articles: Sequence[AnnotatedArticle], origins: Mapping[str, int]
) -> tuple[Disagreement, ...]:
    """The disagreements by falling weight; ties by their first passage and id."""
    lengths = {a.id: max(len(a.text), 1) for a in articles}
    return tuple(sorted(found, key=lambda d: (-weight(d, lengths, origins), d.members[0].article, d.members[0].start, d.id)))


def weight(disagreement: Disagreement, lengths: Mapping[str, int], origins: Mapping[str, int]) -> float:
    """How much a reader needs to know it, three decimals: judgement and kind, origins taking part, and how high it stands."""
    members = disagreement.members
    parties = len({origins.get(m.article, -1) for m in members})
    height = min(m.start / lengths.get(m.article, 1) if m.field == "text" else 0.0 for m in members)
    worth = JUDGEMENTS.get(disagreement.judgement, 0.5) + KINDS[disagreement.kind]
    return round(worth + 0.2 * min(parties, 5) + 0.5 * (1 - height), 3)
