"""Word-level differences between two wordings, as pieces of running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.language.changes import find_edits
from variorum.language.tokens import article_words
from variorum.records import AnnotatedArticle, Edit
from variorum.records.annotation import Spans
from variorum.records.article import Span
from variorum.rendering.display import shown
from variorum.rendering.edition import Cite

Op = Literal["equal", "insert", "delete"]
LIMIT = 600
"""Wordings longer than this many words are not compared: a reader is shown them as they stand."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: in both wordings, only in the shown one (``insert``), or only in the other (``delete``).

    ``tight`` pieces follow the one before without a space.
    """

    op: Op
    text: str
    tight: bool = False


def clip(span: Span, limits: Spans) -> Spans:
    """The parts of ``span`` that lie inside ``limits`` (in order, apart from one another)."""
    parts = ((max(span[0], start), min(span[1], end)) for start, end in limits)
    return tuple((start, end) for start, end in parts if start < end)


Side = tuple[AnnotatedArticle, Spans]
"""An article and the spans of it that are compared: an edit may run over a cue between them, which is not shown."""


def pieces_of(edits: Sequence[Edit], base: Side, other: Side) -> tuple[Piece, ...]:
    """The edits that turn words of ``base`` (spans ``a``) into those of ``other`` (spans ``b``), in the order of ``other``.

    What ``other`` has between two edits stands before the words left out there, so that punctuation keeps its place.
    """
    pieces: list[Piece] = []
    gone: list[Piece] = []
    last = None
    for edit in edits:
        if edit.op in ("delete", "replace"):
            gone.append(Piece("delete", _words(edit.a, base)))
        if edit.op == "delete" or edit.b[0] >= edit.b[1]:
            continue
        between = _gap((last, edit.b[0]), other) if last is not None else ()
        raw = other[0].text[last or 0 : edit.b[0]] if last is not None else " "
        tight = not gone and not raw[-1:].isspace()
        pieces += [*between, *gone, Piece("equal" if edit.op == "equal" else "insert", _words(edit.b, other), tight)]
        gone, last = [], edit.b[1]
    return tuple(p for p in (*pieces, *gone) if p.text)


def _words(span: Span, side: Side) -> str:
    return " … ".join(shown(side[0], part) for part in clip(span, side[1]))


def _gap(span: Span, side: Side) -> tuple[Piece, ...]:
    """What stands between two edits: its punctuation, or an ellipsis where words were passed over; nothing for a space."""
    raw, text = side[0].text[slice(*span)], _words(span, side)
    whole = any(start <= span[0] and span[1] <= end for start, end in side[1])
    if not whole or re.search(r"\w", text):
        return (Piece("equal", "…"),)
    return (Piece("equal", text, not raw[:1].isspace()),) if text else ()


def compare_passages(base: Cite, other: Cite) -> tuple[Piece, ...]:
    """The pieces that turn the words of ``base`` into those of ``other``; passages that are long are not compared."""
    one, two = (article_words(c.report.article).between(*c.span) for c in (base, other))
    if max(len(one), len(two)) > LIMIT or "title" in (base.field, other.field):
        return (Piece("equal", other.words),)
    texts = base.report.article.text, other.report.article.text
    sides = [(c.report.article, (c.span,)) for c in (base, other)]
    return pieces_of(find_edits(texts[0], one, texts[1], two), *sides)


def spoken_pieces(pieces: Sequence[Piece]) -> str:
    """The pieces as plain text: ``[-left out-]`` and ``[+added+]``."""
    marks = {"equal": "{}", "insert": "[+{}+]", "delete": "[-{}-]"}
    return "".join(("" if p.tight else " ") + marks[p.op].format(p.text) for p in pieces).strip()
