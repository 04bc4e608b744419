"""Where two reports may share a passage: shingles that stand in both, found by sorting, never by comparing all pairs.

Each place of a shingle is linked with the first report that holds it and with the one before it in order, so a shingle
with k holders makes at most 2k links. Reports that are not linked directly meet again when passages are clustered.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variorum.collation.reuse.texts import CodedText
from variorum.language.shingles import shingle_hashes

SHINGLE = 5
"""Words in a shingle. When 15 % of the words of a copy of 20 or more are changed, at least one run of 5 stays whole:
three changes cut 17 words into four runs, and so on for longer copies."""
LEAST_RARITY = 1.2
"""Least sum of the word rarities of a shingle: runs such as "at the end of the" stand in unrelated texts."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Seeds:
    """Two texts (their numbers, ``a`` before ``b``) and the pairs of word numbers where shared shingles start (n, 2)."""

    a: int
    b: int
    places: Numbers


def candidates(texts: Sequence[CodedText]) -> Iterator[Seeds]:
    """Pairs of texts with a shingle in common, ordered by their numbers."""
    hashes, owners, places = _places(texts)
    order = np.lexsort((places, owners, hashes))
    hashes, owners, places = hashes[order], owners[order], places[order]
    links = _links(hashes, owners)
    a, b = owners[links[:, 0]], owners[links[:, 1]]
    table = np.stack((a, b, places[links[:, 0]], places[links[:, 1]]), axis=1)
    table = np.unique(table, axis=0)
    yield from _by_pair(table)


def _places(texts: Sequence[CodedText]) -> tuple[npt.NDArray[np.uint64], Numbers, Numbers]:
    """Hash, text number and word number of every telling shingle that stands at more than one place."""
    hashes, owners, places = [], [], []
    for number, text in enumerate(texts):
        found = shingle_hashes(text.codes, SHINGLE)
        where = np.flatnonzero(_rarities(text) >= LEAST_RARITY)
        hashes.append(found[where])
        owners.append(np.full(len(where), number, dtype=np.int64))
        places.append(where.astype(np.int64))
    if not hashes:
        return np.zeros(0, dtype=np.uint64), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    return np.concatenate(hashes), np.concatenate(owners), np.concatenate(places)


def _rarities(text: CodedText) -> npt.NDArray[np.float64]:
    """The sum of word rarities of each shingle, rounded so that the order of summing does not matter."""
    count = max(0, len(text) - SHINGLE + 1)
    total = np.zeros(count, dtype=np.float64)
    for offset in range(SHINGLE):
        total += text.weights[offset : offset + count]
    return np.round(total, 3)


def _links(hashes: npt.NDArray[np.uint64], owners: Numbers) -> Numbers:
    """Pairs of rows with one hash and two owners: each row with the first of its hash and with the row before."""
    if not len(hashes):
        return np.zeros((0, 2), dtype=np.int64)
    rows = np.arange(len(hashes), dtype=np.int64)
    opens = np.concatenate(([True], hashes[1:] != hashes[:-1]))
    first = np.maximum.accumulate(np.where(opens, rows, 0))
    star = np.stack((first, rows), axis=1)
    chain = np.stack((np.where(opens, rows, rows - 1), rows), axis=1)
    links = np.concatenate((star, chain))
    kept: npt.NDArray[np.int64] = links[owners[links[:, 0]] != owners[links[:, 1]]]
    return kept


def _by_pair(table: Numbers) -> Iterator[Seeds]:
    if not len(table):
        return
    changes = np.flatnonzero(np.any(table[1:, :2] != table[:-1, :2], axis=1)) + 1
    for part in np.split(table, changes):
        yield Seeds(int(part[0, 0]), int(part[0, 1]), part[:, 2:])
