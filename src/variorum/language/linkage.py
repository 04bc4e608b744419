"""Average linkage: things of which pairs are scored, put together while they are close on average."""

import heapq
from collections.abc import Mapping

Pair = tuple[int, int]
"""Two positions, the smaller first."""


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
