"""Reports as word codes: what the search for copied passages compares, small enough for very many reports."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variorum.language.frequency import rarity
from variorum.language.shingles import Hashes, word_code
from variorum.language.tokens import article_words
from variorum.records.article import Article, Span


@dataclass(frozen=True, slots=True, eq=False)
class CodedText:
    """The words of one report less its furniture: ``codes`` (uint64), ``weights`` (rarity in 0..1, float32) and the
    offsets ``starts`` and ``ends`` (int32) of each; all of shape (n,)."""

    article: Article
    codes: Hashes
    weights: npt.NDArray[np.float32]
    starts: npt.NDArray[np.int32]
    ends: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.codes)

    def span(self, first: int, after: int) -> Span:
        """The characters from word ``first`` up to word ``after`` (not included)."""
        return int(self.starts[first]), int(self.ends[after - 1])

    def number(self, start: int, end: int) -> range:
        """The numbers of the words that lie wholly inside ``[start, end)``."""
        first = int(np.searchsorted(self.starts, start, side="left"))
        return range(first, max(first, int(np.searchsorted(self.ends, end, side="right"))))


def coded_texts(articles: Iterable[Article]) -> tuple[CodedText, ...]:
    """The words of each article as codes. Words are looked up once a call; equal words have equal codes in any call."""
    known: dict[str, tuple[int, float]] = {}
    return tuple(_coded(article, known) for article in articles)


def _coded(article: Article, known: dict[str, tuple[int, float]]) -> CodedText:
    words = article_words(article)
    for key in words.keys:
        if key not in known:
            known[key] = word_code(key), rarity(key)
    entries = [known[key] for key in words.keys]
    starts, ends = _columns(words.spans)
    return CodedText(
        article,
        np.array([code for code, _ in entries], dtype=np.uint64),
        np.array([weight for _, weight in entries], dtype=np.float32),
        starts,
        ends,
    )


def _columns(spans: Sequence[Span]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    table = np.array(spans, dtype=np.int32).reshape(-1, 2)
    return table[:, 0].copy(), table[:, 1].copy()
