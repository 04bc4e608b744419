"""Candidates, score, judge, cluster: the four steps by which articles are put together."""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from variorum.grouping.features import Features

Pair = tuple[int, int]

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


def cluster(size: int, scores: Mapping[Pair, float], threshold: float) -> list[list[int]]:
    """Average-linkage clusters of ``range(size)``: the closest two are joined until none is at least ``threshold`` close.

    A pair without a score counts as 0. Ties go to the smaller positions, so that the result depends on the scores only.
    """
    members: dict[int, list[int]] = {i: [i] for i in range(size)}
    links: dict[int, dict[int, float]] = {i: {} for i in range(size)}
    for (a, b), value in scores.items():
        links[a][b] = links[b][a] = value
    heap = [(-value, a, b) for (a, b), value in scores.items() if value >= threshold]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if a in members and b in members and _mean(links, members, a, b) == -value:
            _join(members, links, heap, (a, b), threshold)
    return sorted((sorted(m) for m in members.values()), key=lambda m: m[0])


def _mean(links: Mapping[int, Mapping[int, float]], members: Mapping[int, list[int]], a: int, b: int) -> float:
    return round(links[a].get(b, 0.0) / (len(members[a]) * len(members[b])), 6)


def _join(
    members: dict[int, list[int]],
    links: dict[int, dict[int, float]],
    heap: list[tuple[float, int, int]],
    pair: Pair,
    threshold: float,
) -> None:
    """Join the second cluster of ``pair`` into the first; links hold the sums of pair scores."""
    a, b = pair
    members[a] += members.pop(b)
    for other, value in links.pop(b).items():
        if other != a:
            links[a][other] = links[other][a] = links[a].get(other, 0.0) + value
            del links[other][b]
    links[a].pop(b, None)
    for other in sorted(links[a]):
        mean = _mean(links, members, a, other)
        if mean >= threshold:
            heapq.heappush(heap, (-mean, min(a, other), max(a, other)))


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
