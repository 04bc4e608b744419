"""How two passages of a story are tied in meaning, each read without what is compared in it, and measured against all others.

Used for numbers and for times: what matters is less how alike two clauses are than whether anything else is as near.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.collation.encoder import Encoder

CLAUSE, SENTENCE, ACROSS = 0.45, 0.25, 0.3
"""Shares in nearness of the cosines of two clauses, of their sentences, and of one's clause with the other's sentence."""

CROWD, COMMON = 4, 0.3
"""How many nearest passages elsewhere tell how crowded the place of one is, and what stands for missing ones."""

Key = tuple[str, str]
End = tuple[Key, str]


@dataclass(frozen=True, slots=True)
class Twin:
    """One side of a pair: its key in the story (report first), its clause and its sentence less what is compared."""

    key: Key
    clause: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Of two sides: the cosine of their clauses, how much nearer they are than what else is near, whether each is the other's
    nearest in its report, and how many of the two (0..2) have a nearer one that says the same in the other's report."""

    clause: float
    lead: float
    chosen: bool
    rivals: int


Pair = tuple[Twin, Twin]


def ties_of(pairs: Sequence[Pair], same: Sequence[bool], encoder: Encoder) -> list[Tie]:
    """How each pair is tied; ``same``: whether its two sides say the same."""
    texts = sorted({text for pair in pairs for side in pair for text in (side.clause, side.sentence)})
    if not texts:
        return []
    vectors, row = encoder.encode(texts), {text: n for n, text in enumerate(texts)}
    clauses, near = [], []
    for a, b in pairs:
        ends = ((a.clause, b.clause), (a.sentence, b.sentence), (a.clause, b.sentence), (a.sentence, b.clause))
        cosine = [round(float(np.dot(vectors[row[one]], vectors[row[other]])), 3) for one, other in ends]
        clauses.append(cosine[0])
        near.append(round(CLAUSE * cosine[0] + SENTENCE * cosine[1] + ACROSS * max(cosine[2:]), 3))
    crowd, best, told = _crowds(pairs, near), best_of(pairs, near), _best_of_same(pairs, same, near)
    return [
        Tie(
            clause,
            round(2 * value - crowd[a.key] - crowd[b.key], 3),
            all(value >= best[end] for end in ends_of(a.key, b.key)),
            sum(told.get(end, -1.0) > value for end in ends_of(a.key, b.key)) if a.key[0] != b.key[0] else 0,
        )
        for (a, b), clause, value in zip(pairs, clauses, near, strict=True)
    ]


def ends_of(one: Key, other: Key) -> tuple[End, End]:
    """Each side with the report of the other."""
    return (one, other[0]), (other, one[0])


def _crowds(pairs: Sequence[Pair], near: Sequence[float]) -> Mapping[Key, float]:
    """The mean nearness of what is nearest to each side."""
    found: dict[Key, list[float]] = {}
    for pair, value in zip(pairs, near, strict=True):
        for side in pair:
            found.setdefault(side.key, []).append(value)
    least = [COMMON] * CROWD
    return {key: round(math.fsum(sorted([*told, *least], reverse=True)[:CROWD]) / CROWD, 3) for key, told in found.items()}


def best_of(pairs: Sequence[Pair], near: Sequence[float]) -> Mapping[End, float]:
    """The highest of the values of each side with those of each report."""
    best: dict[End, float] = {}
    for (a, b), value in zip(pairs, near, strict=True):
        for end in ends_of(a.key, b.key):
            best[end] = max(best.get(end, -1.0), value)
    return best


def _best_of_same(pairs: Sequence[Pair], same: Sequence[bool], near: Sequence[float]) -> Mapping[End, float]:
    """The same among pairs of two reports that say the same."""
    kept = [n for n, (a, b) in enumerate(pairs) if same[n] and a.key[0] != b.key[0]]
    return best_of([pairs[n] for n in kept], [near[n] for n in kept])


def partners(pairs: Sequence[Pair], likely: Sequence[float]) -> list[bool]:
    """For each pair whether the two are each other's likeliest between their two reports."""
    best = best_of(pairs, likely)
    return [all(v >= best[end] for end in ends_of(a.key, b.key)) for (a, b), v in zip(pairs, likely, strict=True)]
