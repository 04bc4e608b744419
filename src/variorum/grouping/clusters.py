"""Candidates and scores of pairs of articles that may belong together."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from variorum.grouping.features import Features
from variorum.language.linkage import Pair

STRONG_WORDS, MOST_HOLDERS = 16, 400
"""Candidates share one of each other's heaviest words, unless more articles than MOST_HOLDERS have it among theirs."""


def candidates(features: Sequence[Features]) -> list[Pair]:
    """Pairs of positions (smaller first) whose articles share one of their heaviest words."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for position, article in enumerate(features):
        heaviest = heapq.nsmallest(STRONG_WORDS, article.weights.items(), key=lambda item: (-item[1], item[0]))
        for word, _ in heaviest:
            holders[word].append(position)
    lists = (places for places in holders.values() if len(places) <= MOST_HOLDERS)
    pairs = {(a, b) for places in lists for i, a in enumerate(places) for b in places[i + 1 :]}
    return sorted(pairs)


def score(a: Features, b: Features) -> float:
    """Cosine of the two vectors over all words, three decimals."""
    return cosine(a.weights, b.weights)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Cosine of two unit vectors, three decimals."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return round(sum(v * large.get(w, 0.0) for w, v in small.items()), 3)


def score_pairs(
    features: Sequence[Features], pairs: Iterable[Pair], judge: Callable[[Features, Features, float], float]
) -> dict[Pair, float]:
    """The judged score of each candidate pair; pairs that score 0 are left out."""
    found = {}
    for a, b in pairs:
        value = judge(features[a], features[b], score(features[a], features[b]))
        if value > 0:
            found[a, b] = value
    return found
