"""Words of a text with their offsets and a key for comparison; furniture and invisible characters are stepped over.

Two words are the same when their keys are equal: case, accents, the shape of apostrophes and the commas of thousands
make no difference. Punctuation, quotation marks and spaces (also non-breaking ones) are no words.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.records.article import Article, Span

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width characters, word joiner, byte-order mark: they may stand inside a word."""

_MARKS = "\u0300-\u036f"
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)+|[\u3040-\u30ff\u3400-\u9fff]|[^\W_][^\W_{_MARKS}]*(?:[{_MARKS}]+[^\W_]*)*"
    rf"(?:['’ʼ‘][^\W_][\w{_MARKS}]*)*"
)
_INVISIBLE = re.compile(f"[{INVISIBLE}]")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'"})
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Words:
    """Keys and spans of the words of one text, in text order; ``spans`` are half-open offsets into that text."""

    keys: tuple[str, ...]
    spans: tuple[Span, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def between(self, start: int, end: int) -> "Words":
        """The words that lie wholly inside ``[start, end)``."""
        first = bisect_left(self.spans, (start, start))
        piece = slice(first, max(first, bisect_right(self.spans, end, key=lambda span: span[1])))
        return Words(self.keys[piece], self.spans[piece])


def word_key(word: str) -> str:
    """The form of ``word`` that is compared: case-folded, without accents, plain apostrophe, no thousands comma."""
    if word.isascii():
        key = word.lower()
        return _THOUSANDS.sub("", key) if "," in key else key
    folded = unicodedata.normalize("NFKD", word.translate(_APOSTROPHES)).casefold()
    return _THOUSANDS.sub("", "".join(c for c in folded if not unicodedata.combining(c)))


def find_words(text: str, *, without: Iterable[Span] = ()) -> Words:
    """The words of ``text`` less the spans ``without``; a word starts and ends on kept characters."""
    kept, offsets = _kept_characters(text, without)
    found = [match.span() for match in _WORD.finditer(kept)]
    keys = tuple(word_key(kept[s:e]) for s, e in found)
    if offsets is None:
        return Words(keys, tuple(found))
    return Words(keys, tuple((offsets[s], offsets[e - 1] + 1) for s, e in found))


def _kept_characters(text: str, without: Iterable[Span]) -> tuple[str, Sequence[int] | None]:
    """``text`` less its junk, and where each kept character stands (``None``: where it stood)."""
    junk = [*without, *(m.span() for m in _INVISIBLE.finditer(text))]
    if not junk:
        return text, None
    gone = bytearray(len(text))
    for start, end in junk:
        gone[start:end] = b"\x01" * (min(end, len(text)) - start)
    offsets = [i for i, flag in enumerate(gone) if not flag]
    return "".join(text[i] for i in offsets), offsets


def article_words(article: Article) -> Words:
    """The words of the text of ``article`` less its furniture."""
    return find_words(article.text, without=[(f.start, f.end) for f in article.furniture])
