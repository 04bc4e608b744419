"""Articles into events and events into running stories."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.grouping.clusters import candidates, cosine, score_pairs
from variorum.grouping.duplicates import find_duplicates
from variorum.grouping.features import Features, article_features
from variorum.language.linkage import cluster
from variorum.language.partition import Partition
from variorum.records.article import Article

EVENT_LINK, STORY_LINK = 0.20, 0.09
"""Least mean similarity inside an event and inside a story; set on ECB+ (CC BY) sub-topics and our own stories."""
EVENT_DAYS, HALF_DAYS = 1, 3
"""Reports of one event come within days: similarity counts in full up to EVENT_DAYS apart, half HALF_DAYS later."""


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
    event_groups = cluster(len(features), score_pairs(features, pairs, judge_event), EVENT_LINK)
    story_groups = cluster(len(features), score_pairs(features, pairs, judge_story), STORY_LINK)
    events = _labels(features, event_groups)
    stories = _labels(features, _nest(story_groups, event_groups))
    return tuple(_row(a.id, duplicates, events, stories) for a in ordered)


def judge_event(a: Features, b: Features, similarity: float) -> float:
    """The similarity, faded by the days between the two: far apart they tell of another turn of the story."""
    gap = abs(a.day - b.day) if a.day is not None and b.day is not None else 0
    return round(similarity / (1 + max(gap - EVENT_DAYS, 0) / HALF_DAYS), 3)


def judge_story(a: Features, b: Features, similarity: float) -> float:
    """The geometric mean of shared names and shared other words: neither the same places nor the same kind of thing is
    enough alone. Days apart do not count, since a running story may last for years."""
    if not (a.names and b.names and a.content and b.content):
        return similarity
    return round(math.sqrt(cosine(a.names, b.names) * cosine(a.content, b.content)), 3)


def _nest(stories: Sequence[Sequence[int]], events: Sequence[Sequence[int]]) -> list[list[int]]:
    """Stories widened so that each event lies wholly in one of them."""
    home = {i: n for n, story in enumerate(stories) for i in story}
    sets = Partition(range(len(stories)))
    for event in events:
        for i in event[1:]:
            sets.join(home[event[0]], home[i])
    merged: dict[int, list[int]] = {}
    for i in sorted(home):
        merged.setdefault(sets.root(home[i]), []).append(i)
    return sorted(merged.values())


def _labels(features: Sequence[Features], groups: Sequence[Sequence[int]]) -> dict[str, str]:
    return {features[i].id: features[group[0]].id for group in groups for i in group}


def _row(id: str, duplicates: dict[str, str], events: dict[str, str], stories: dict[str, str]) -> Grouping:
    kept = duplicates.get(id, id)
    return Grouping(id, duplicates.get(id), events[kept], stories[kept])
