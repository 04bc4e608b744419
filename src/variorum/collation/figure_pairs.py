"""Two figures side by side: how their clauses, sentences and neighbours tie them together in meaning."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from variorum.collation.claim_sentences import sentence_at
from variorum.collation.encoder import Encoder
from variorum.collation.figures import Figure

NUMBER = "many"
"""What stands for a number in the text that is encoded."""

CLAUSE, SENTENCE, ACROSS = 0.45, 0.25, 0.3
"""Shares in nearness of the cosines of two clauses, of their sentences, and of one's clause with the other's sentence."""

CROWD, COMMON = 4, 0.3
"""How many nearest figures of other reports tell how crowded the place of a figure is, and what stands for missing ones."""

MOST = 400
"""Figures of one unit that are compared with each other; a story of many origins repeats itself beyond that."""

Key = tuple[str, str]
Pair = tuple[Figure, Figure]


@dataclass(frozen=True, slots=True)
class Tie:
    """Of two figures: the cosine of their clauses, how much nearer they are than what else is near, whether each is the other's
    nearest in its report, and how many of the two (0..2) have a nearer figure of the same number in the other's report."""

    clause: float
    lead: float
    chosen: bool
    rivals: int


def figure_pairs(figures: Sequence[Figure]) -> Iterator[Pair]:
    """Pairs of figures in one unit: of two reports, or of two voices in one."""
    by_unit: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.quantity.field == "text":
            by_unit.setdefault(figure.quantity.unit or "", []).append(figure)
    for unit in sorted(by_unit):
        for a, b in combinations(by_unit[unit][:MOST], 2):
            if a.article.id != b.article.id or a.voice != b.voice:
                yield a, b


def ties_of(pairs: Sequence[Pair], encoder: Encoder) -> list[Tie]:
    """How each pair is tied."""
    texts = sorted({t for pair in pairs for f in pair for t in (clause_of(f), _sentence(f))})
    if not texts:
        return []
    vectors, row = encoder.encode(texts), {text: n for n, text in enumerate(texts)}
    clauses, near = [], []
    for a, b in pairs:
        sides = [(row[clause_of(f)], row[_sentence(f)]) for f in (a, b)]
        (c, s), (d, t) = sides
        cosine = [round(float(np.dot(vectors[i], vectors[j])), 3) for i, j in ((c, d), (s, t), (c, t), (s, d))]
        clauses.append(cosine[0])
        near.append(round(CLAUSE * cosine[0] + SENTENCE * cosine[1] + ACROSS * max(cosine[2:]), 3))
    crowd, best, told = _crowds(pairs, near), _best(pairs, near), _same_numbers(pairs, near)
    ties = []
    for (a, b), clause, value in zip(pairs, clauses, near, strict=True):
        lead = round(2 * value - crowd[key_of(a)] - crowd[key_of(b)], 3)
        ends = ((key_of(a), b.article.id), (key_of(b), a.article.id))
        rivals = sum(told.get(end, -1.0) > value for end in ends) if a.article.id != b.article.id else 0
        ties.append(Tie(clause, lead, all(value >= best[end] for end in ends), rivals))
    return ties


def key_of(figure: Figure) -> Key:
    """What names a figure in a story."""
    return figure.article.id, figure.quantity.id


def _crowds(pairs: Sequence[Pair], near: Sequence[float]) -> Mapping[Key, float]:
    """The mean nearness of the figures nearest to each one."""
    found: dict[Key, list[float]] = {}
    for (a, b), value in zip(pairs, near, strict=True):
        for figure in (a, b):
            found.setdefault(key_of(figure), []).append(value)
    least = [COMMON] * CROWD
    return {key: round(math.fsum(sorted([*told, *least], reverse=True)[:CROWD]) / CROWD, 3) for key, told in found.items()}


def _best(pairs: Sequence[Pair], near: Sequence[float]) -> Mapping[tuple[Key, str], float]:
    """The nearness of the nearest figure, by figure and report."""
    best: dict[tuple[Key, str], float] = {}
    for (a, b), value in zip(pairs, near, strict=True):
        for end in ((key_of(a), b.article.id), (key_of(b), a.article.id)):
            best[end] = max(best.get(end, -1.0), value)
    return best


def _same_numbers(pairs: Sequence[Pair], near: Sequence[float]) -> Mapping[tuple[Key, str], float]:
    """The same among figures that give the same number."""
    same = [n for n, (a, b) in enumerate(pairs) if a.quantity.value == b.quantity.value and a.article.id != b.article.id]
    return _best([pairs[n] for n in same], [near[n] for n in same])


def clause_of(figure: Figure) -> str:
    """The clause of a figure, else its sentence, with a word for the number."""
    q = figure.quantity
    span = figure.statement.claim.span if figure.statement is not None and figure.statement.claim.field == "text" else None
    if span is None or not span[0] <= q.start < span[1]:
        return _sentence(figure)
    return _masked(figure, span[0], span[1])


def _sentence(figure: Figure) -> str:
    return _masked(figure, *sentence_at(figure.article, figure.quantity.start, figure.quantity.end))


def _masked(figure: Figure, start: int, end: int) -> str:
    q, text = figure.quantity, figure.article.text
    return " ".join(f"{text[start : q.start]} {NUMBER} {text[q.end : end]}".split())
