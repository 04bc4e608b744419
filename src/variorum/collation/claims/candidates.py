"""Which clauses of a story are worth comparing: an inverted index over their terms, never all pairs."""

from collections.abc import Sequence

from variorum.collation.claims.weights import Vector

MOST_COMMON = 400
"""Terms that more clauses than this share point to nobody; keeps the cost linear in the clauses of a large story."""

NEAREST = 24
"""Candidates kept for each clause: several times the largest number of wordings one statement has in our invented stories."""

FLOOR = 0.08
"""Least tf-idf cosine of a candidate; aligned clauses of our invented stories that share any telling term lie above it."""

Pair = tuple[int, int]


def candidate_pairs(vectors: Sequence[Vector]) -> list[Pair]:
    """Pairs ``(i, j)`` with ``i < j`` of positions in ``vectors``, sorted: each clause's nearest by shared terms."""
    index = _inverted(vectors)
    pairs = {_ordered(i, j) for i, vector in enumerate(vectors) for j in _nearest(i, vector, index)}
    return sorted(pairs)


def _inverted(vectors: Sequence[Vector]) -> dict[str, list[tuple[int, float]]]:
    index: dict[str, list[tuple[int, float]]] = {}
    for i, vector in enumerate(vectors):
        for term, weight in vector.items():
            index.setdefault(term, []).append((i, weight))
    return {term: places for term, places in index.items() if 1 < len(places) <= MOST_COMMON}


def _nearest(i: int, vector: Vector, index: dict[str, list[tuple[int, float]]]) -> list[int]:
    sums: dict[int, float] = {}
    for term, weight in vector.items():
        for j, other in index.get(term, ()):
            if j != i:
                sums[j] = sums.get(j, 0.0) + weight * other
    ranked = sorted((-round(s, 3), j) for j, s in sums.items() if round(s, 3) >= FLOOR)
    return [j for _, j in ranked[:NEAREST]]


def _ordered(i: int, j: int) -> Pair:
    return (i, j) if i < j else (j, i)
