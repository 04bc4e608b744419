"""The words of a document as they stand in its text, each with its offsets and a way to the parser's tokens.

Words come from the text itself and not from the parser, so that no number and no date is lost to its tokens.
"""

import bisect
import functools
import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from variorum.language.lexicon import words

WORD = re.compile(
    r"(?=[\d'’])(?:\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?!\d)"
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/])|\d{1,2}-\d{1,2}-\d{4}(?![\d-])|\d{4}/\d{1,2}/\d{1,2}(?!\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|(?:\b\d{3}|(?<!\w)['’]?\d)0['’]?s\b|(?<!\w)['’]\d{2}(?!\w)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|[1-9]/[1-9]\d?(?![\d/])|\d+(?:st|nd|rd|th)\b|\d+)"
    r"|o['’]clock\b|[^\W\d_]+(?:(?:\.[^\W\d_])+\.?)?|['’][^\W\d_]{1,2}\b|\n\s*\n|[^\w\s]"
)
KEPT = "variorum.words"
"""Key under which a document keeps its words, so that its text is split once for all grammars."""
STARTS = "variorum.sentence_starts"
"""Key under which a document keeps where its sentences begin."""


@dataclass(frozen=True, slots=True)
class WordText:
    """The text of a document and its words in order: lower-case forms and offsets; ``offsets`` are those of its tokens."""

    doc: Doc
    source: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    offsets: tuple[int, ...]

    def at(self, start: int) -> Token:
        """The parser's token that holds the character ``start``, or the last one before it."""
        return self.doc[max(bisect.bisect_right(self.offsets, start) - 1, 0)]

    def token(self, index: int) -> Token:
        """The parser's token at the word ``index``."""
        return self.at(self.starts[index])


@functools.cache
def abbreviations(language: str) -> frozenset[str]:
    """Words of the lists of months, weekdays, units, currencies and times that end in a dot."""
    lists = ("months", "weekdays", "time_units", "time_words", "units", "currencies")
    return frozenset(word for name in lists for word in words(language, name) if word.endswith("."))


def read_words(doc: Doc) -> WordText:
    """Split the text of ``doc``; a dot that belongs to an abbreviation stays with it."""
    kept = doc.user_data.get(KEPT)
    if isinstance(kept, WordText):
        return kept
    source, dotted = doc.text, abbreviations("en")
    found, starts, ends = [], [], []
    last = 0
    for match in WORD.finditer(source):
        start, end = match.span()
        if start < last:
            continue
        word, last = match.group().lower(), end
        if not word.isascii():
            word = word.replace("’", "'").replace("–", "-")
        if source[end : end + 1] == "." and word + "." in dotted:
            word, last = word + ".", end + 1
        found.append(word)
        starts.append(start)
        ends.append(last)
    text = WordText(doc, source, tuple(found), tuple(starts), tuple(ends), tuple(doc.to_array("IDX").tolist()))
    doc.user_data[KEPT] = text
    return text


def sentence_around(token: Token) -> Span:
    """The sentence that holds ``token``; looked up, since ``Token.sent`` walks the whole document."""
    doc = token.doc
    starts = doc.user_data.get(STARTS)
    if starts is None:
        marks = doc.to_array("SENT_START").tolist()
        starts = doc.user_data[STARTS] = [0, *(i for i, mark in enumerate(marks) if mark == 1 and i), len(doc)]
    at = bisect.bisect_right(starts, token.i) - 1
    return doc[starts[at] : starts[at + 1]]
