"""How near clauses of different reports are in meaning, measured against what else is near to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variorum.collation.encoder import Vectors

CLAUSE, SENTENCE, ACROSS = 0.45, 0.25, 0.3
"""Shares in nearness of the cosines of two clauses, of their sentences, and of one's clause with the other's sentence."""

AROUND = 4
"""How many nearest clauses of other reports tell how crowded the place of a clause is (CSLS, Conneau et al. 2018)."""

COMMON = 0.45
"""Nearness that stands in for neighbours that a small story does not have: about the mean in our invented stories."""

CLOSEST = 5
"""Candidates that each clause gets by meaning, of each of three kinds."""

LEAST_NEAR = 0.25
"""Least cosine of a candidate by meaning."""

CHOSEN_AMONG = 3
"""A report of fewer clauses offers no choice: being the nearest of them says nothing."""

UNREACHED = 2.0

BLOCK = 256
"""Clauses set against all others at a time, which bounds the memory of a large story."""

EXACT = 1e-4
"""What counts as equal among rounded cosines."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Of two clauses: the cosine of their sentences, the higher one of a clause with the other's sentence, how much nearer they
    are than what else is near to them, and how many of the two (0..2) have none nearer in the report of the other."""

    around: float
    across: float
    lead: float
    choices: int


@dataclass(frozen=True, slots=True)
class Nearness:
    """Vectors of clauses and of their sentences, shape ``(n, d)``; ``homes`` numbers the report of each clause, ``crowd`` is
    the mean nearness of its nearest clauses elsewhere, ``best`` (clauses by reports) that of the nearest of each report."""

    meanings: Vectors
    contexts: Vectors
    homes: npt.NDArray[np.int64]
    crowd: Vectors
    best: Vectors
    pairs: tuple[tuple[int, int], ...]

    def ties(self, pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Tie]:
        """How each pair of clauses of two reports is tied."""
        if not pairs:
            return {}
        i, j = (np.array(side, dtype=np.int64) for side in zip(*pairs, strict=True))
        clauses, sentences = self.meanings, self.contexts
        around = _rounded(_cosines(sentences, sentences, i, j))
        across = _rounded(np.maximum(_cosines(clauses, sentences, i, j), _cosines(sentences, clauses, i, j)))
        near = _rounded(CLAUSE * _cosines(clauses, clauses, i, j) + SENTENCE * around + ACROSS * across)
        lead = _rounded(2 * near - self.crowd[i] - self.crowd[j])
        choices = (near + EXACT >= self.best[i, self.homes[j]]).astype(int) + (near + EXACT >= self.best[j, self.homes[i]])
        told = zip(around.tolist(), across.tolist(), lead.tolist(), choices.tolist(), strict=True)
        return {pair: Tie(*values) for pair, values in zip(pairs, told, strict=True)}


def _cosines(one: Vectors, other: Vectors, i: npt.NDArray[np.int64], j: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    found: npt.NDArray[np.float64] = np.einsum("nd,nd->n", one[i], other[j], dtype=np.float64)
    return found


def _rounded(values: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.asarray(np.round(values, 4), dtype=np.float64)


def nearness_of(meanings: Vectors, contexts: Vectors, reports: Sequence[str]) -> Nearness:
    """Nearness of clauses with these vectors, each of the report named at its position."""
    numbers = {report: n for n, report in enumerate(sorted(set(reports)))}
    homes = np.array([numbers[r] for r in reports], dtype=np.int64)
    crowd, best = np.zeros(len(homes), dtype=np.float32), np.zeros((len(homes), len(numbers)), dtype=np.float32)
    pairs: set[tuple[int, int]] = set()
    for start in range(0, len(homes), BLOCK):
        rows = np.arange(start, min(start + BLOCK, len(homes)))
        views = _views(rows, meanings, contexts, homes)
        crowd[rows] = _mean_of_nearest(views[-1])
        for number in range(len(numbers)):
            own = homes == number
            best[rows, number] = views[-1][:, own].max(axis=1) if own.sum() >= CHOSEN_AMONG else UNREACHED
        pairs.update(pair for view in views for pair in _closest(rows, view))
    return Nearness(meanings, contexts, homes, crowd, best, tuple(sorted(pairs)))


def _views(
    rows: npt.NDArray[np.int64], meanings: Vectors, contexts: Vectors, homes: npt.NDArray[np.int64]
) -> tuple[Vectors, Vectors, Vectors]:
    """Cosines of clauses, of sentences, and nearness, of ``rows`` with all; -1 within a report."""
    clauses, sentences = meanings[rows] @ meanings.T, contexts[rows] @ contexts.T
    across = np.maximum(meanings[rows] @ contexts.T, contexts[rows] @ meanings.T)
    near = CLAUSE * clauses + SENTENCE * sentences + ACROSS * across
    own = homes[rows][:, None] == homes[None, :]
    clauses, sentences, near = (np.where(own, np.float32(-1), np.round(v, 4)) for v in (clauses, sentences, near))
    return clauses, sentences, near


def _mean_of_nearest(near: Vectors) -> Vectors:
    found = np.sort(near, axis=1)[:, ::-1][:, :AROUND]
    nearest = np.where(found <= -1, np.float32(COMMON), found)
    missing = COMMON * (AROUND - nearest.shape[1])
    mean: Vectors = np.round((nearest.sum(axis=1) + missing) / AROUND, 4)
    return mean


def _closest(rows: npt.NDArray[np.int64], view: Vectors) -> Iterator[tuple[int, int]]:
    order = np.argsort(-view, axis=1, kind="stable")[:, :CLOSEST]
    for i, row, places in zip(rows.tolist(), view, order.tolist(), strict=True):
        yield from ((min(i, j), max(i, j)) for j in places if row[j] >= LEAST_NEAR)
