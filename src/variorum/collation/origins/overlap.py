"""How much text reports have in common word for word: the words of equal runs, for all pairs of reports at once.

A passage of one dispatch leaves runs of equal words in each report that took it. Two reports of one event also use the same
short phrases, each with another wording of the rest; those stay under the length of a run and do not add up.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variorum.collation.reuse.texts import CodedText
from variorum.language.shingles import shingle_hashes

RUN = 5
"""Equal words on end that count as taken over, as in candidates of reuse."""
WIDESPREAD, WEIGHT = 10, 0.5
"""A run that stands in more reports than that weighs half: what all have may be background or what all were handed, and
says little about who has it from whom. A dispatch that many run is the larger part of each of them all the same."""

Table = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class CountedText:
    """The words of one report, which of them count (a mask of shape (n,)), and how many of their kind it has in all."""

    text: CodedText
    counts: Mask
    size: int


def common_words(texts: Sequence[CountedText]) -> Table:
    """Words that stand in equal runs of two of ``texts`` each, shape (n, n), 0 on the diagonal.

    ``k`` words in a run hold ``k - 4`` runs of five and ``k - 5`` of six, so five times the first less four times the second
    is the number of words. The cost grows with the number of pairs that hold one run, never with the length of the texts.
    """
    short, long = _shared_runs(texts, RUN), _shared_runs(texts, RUN + 1)
    words: Table = np.maximum(RUN * short - (RUN - 1) * long, 0.0)
    return words


def _shared_runs(texts: Sequence[CountedText], size: int) -> Table:
    table = np.zeros((len(texts), len(texts)), dtype=np.float64)
    for holders in _holders(texts, size):
        table[np.ix_(holders, holders)] += 1.0 if len(holders) <= WIDESPREAD else WEIGHT
    np.fill_diagonal(table, 0.0)
    return table


def _holders(texts: Sequence[CountedText], size: int) -> Iterator[npt.NDArray[np.int64]]:
    """The numbers of the texts that hold a run of ``size`` words, for each run that two hold."""
    runs = [_runs(text, size) for text in texts]
    hashes = np.concatenate([np.zeros(0, dtype=np.uint64), *runs])
    owners = np.repeat(np.arange(len(runs), dtype=np.int64), [len(r) for r in runs])
    order = np.lexsort((owners, hashes))
    hashes, owners = hashes[order], owners[order]
    for part in np.split(owners, np.flatnonzero(hashes[1:] != hashes[:-1]) + 1):
        if len(part) > 1:
            yield part


def _runs(text: CountedText, size: int) -> npt.NDArray[np.uint64]:
    """The hashes of the runs all of whose words count, each once."""
    hashes = shingle_hashes(text.text.codes, size)
    if not len(hashes):
        return hashes
    whole = np.lib.stride_tricks.sliding_window_view(text.counts, size).all(axis=1)
    return np.unique(hashes[whole])
