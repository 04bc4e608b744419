"""Articles into events and events into running stories."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.grouping.clusters import candidates, cluster, score_pairs
from variorum.grouping.duplicates import find_duplicates
from variorum.grouping.features import Features, article_features
from variorum.records.article import Article

EVENT_LINK, STORY_LINK = 0.20, 0.12
"""Least mean similarity inside an event and inside a story; set on ECB+ (CC BY) sub-topics and our own stories."""
EVENT_DAYS, FADED_DAYS, FADED = 2, 14, 0.5
"""Reports of one event come within days: similarity counts in full up to EVENT_DAYS apart, FADED of it from FADED_DAYS."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """Where one article belongs; ``event`` and ``story`` are the smallest article id of their group."""

    id: str
    duplicate_of: str | None
    event: str
    story: str


def group_articles(articles: Sequence[Article]) -> tuple[Grouping, ...]:
    """Copies, events and stories of a collection, one row per article, sorted by id."""
    ordered = sorted(articles, key=lambda a: a.id)
    duplicates = find_duplicates(ordered)
    singles = [a for a in ordered if a.id not in duplicates]
    features = [article_features(a) for a in singles]
    pairs = candidates(features)
    stories = _labels(features, cluster(len(features), score_pairs(features, pairs, judge_story), STORY_LINK))
    events = _labels(features, cluster(len(features), score_pairs(features, pairs, judge_event), EVENT_LINK))
    return tuple(_row(a.id, duplicates, events, stories) for a in ordered)


def judge_event(a: Features, b: Features, similarity: float) -> float:
    """The similarity, faded by the days between the two: far apart they tell of another turn of the story."""
    gap = abs(a.day - b.day) if a.day is not None and b.day is not None else 0
    faded = min(max(gap - EVENT_DAYS, 0) / (FADED_DAYS - EVENT_DAYS), 1.0)
    return round(similarity * (1 - faded * (1 - FADED)), 3)


def judge_story(a: Features, b: Features, similarity: float) -> float:
    """The similarity: a running story may last for years."""
    return similarity


def _labels(features: Sequence[Features], groups: Sequence[Sequence[int]]) -> dict[str, str]:
    return {features[i].id: features[group[0]].id for group in groups for i in group}


def _row(id: str, duplicates: dict[str, str], events: dict[str, str], stories: dict[str, str]) -> Grouping:
    kept = duplicates.get(id, id)
    return Grouping(id, duplicates.get(id), events[kept], stories[kept])
