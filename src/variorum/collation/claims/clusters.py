"""Clauses that say the same, brought together from scored pairs without chaining."""

from collections.abc import Callable, Collection, Mapping

Pair = tuple[int, int]

SPOKESMEN = 4
"""How many members speak for a cluster when two clusters are compared; keeps merging linear in the number of edges."""


BRIDGED = 0.44
"""Least mean score of two clusters that a bridge joins. At 0.3 a bridge to one member brought whole groups of other matters
together in long reports: of pairs in one group, 83 of 100 of those that gold knows belonged there, at 0.44 90 do."""


def cluster(
    scores: Mapping[Pair, float],
    *,
    size: int,
    least: float,
    compare: Callable[[int, int], float],
    bridges: Collection[Pair] = frozenset(),
) -> list[list[int]]:
    """Partition ``range(size)``: the best pairs first, two clusters join when their members' mean score reaches ``least``.

    Clusters that a pair of ``bridges`` connects need less (``BRIDGED``). ``scores`` holds the pairs known to be near;
    ``compare`` gives the score of any other pair. Average linkage (Sokal and
    Michener 1958) over at most ``SPOKESMEN`` members a side. Clusters and members come in order of position.
    """
    member_of = list(range(size))
    clusters: dict[int, list[int]] = {i: [i] for i in range(size)}
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        a, b = sorted((member_of[i], member_of[j]))
        needed = min(least, BRIDGED) if (i, j) in bridges else least
        if score < least or a == b or _linkage(clusters[a], clusters[b], scores, compare) < needed:
            continue
        for member in clusters[b]:
            member_of[member] = a
        clusters[a] = sorted(clusters[a] + clusters.pop(b))
    return [clusters[key] for key in sorted(clusters)]


def _linkage(one: list[int], other: list[int], scores: Mapping[Pair, float], compare: Callable[[int, int], float]) -> float:
    pairs = [(min(i, j), max(i, j)) for i in one[:SPOKESMEN] for j in other[:SPOKESMEN]]
    total = sum(sorted(scores[p] if p in scores else compare(*p) for p in pairs))
    return round(total / len(pairs), 3)
