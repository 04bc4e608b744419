"""Word-level differences between two wordings, as pieces of running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.language.changes import find_edits
from variorum.language.tokens import article_words
from variorum.records import AnnotatedArticle, Edit
from variorum.rendering.display import shown
from variorum.rendering.edition import Cite

Op = Literal["equal", "insert", "delete"]
CLOSING = tuple(",.;:!?)]”’\"'")
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


def pieces_of(edits: Sequence[Edit], base: AnnotatedArticle, other: AnnotatedArticle) -> tuple[Piece, ...]:
    """The edits that turn words of ``base`` (spans ``a``) into those of ``other`` (spans ``b``), in the order of ``other``."""
    pieces: list[Piece] = []
    last = None
    for edit in edits:
        if edit.op in ("delete", "replace") and edit.a[0] < edit.a[1]:
            pieces.append(Piece("delete", shown(base, edit.a)))
        if edit.op != "delete" and edit.b[0] < edit.b[1]:
            if last is not None and edit.b[0] > last:
                pieces.append(_gap(shown(other, (last, edit.b[0]))))
            pieces.append(Piece("equal" if edit.op == "equal" else "insert", shown(other, edit.b)))
            last = edit.b[1]
    return tuple(p for p in pieces if p.text)


def _gap(text: str) -> Piece:
    """What stands between two edits: its punctuation, or an ellipsis where words were passed over."""
    return Piece("equal", "…") if re.search(r"\w", text) else Piece("equal", text, text.startswith(CLOSING))


def compare_passages(base: Cite, other: Cite) -> tuple[Piece, ...]:
    """The pieces that turn the words of ``base`` into those of ``other``; passages that are long are not compared."""
    one, two = (article_words(c.report.article).between(*c.span) for c in (base, other))
    if max(len(one), len(two)) > LIMIT or "title" in (base.field, other.field):
        return (Piece("equal", other.words),)
    texts = base.report.article.text, other.report.article.text
    return pieces_of(find_edits(texts[0], one, texts[1], two), base.report.article, other.report.article)


def spoken_pieces(pieces: Sequence[Piece]) -> str:
    """The pieces as plain text: ``[-left out-]`` and ``[+added+]``."""
    marks = {"equal": "{}", "insert": "[+{}+]", "delete": "[-{}-]"}
    return "".join(("" if p.tight else " ") + marks[p.op].format(p.text) for p in pieces).strip()
