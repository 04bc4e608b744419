"""What the tagger of attributions sees of a parsed article: windows of whole sentences, and features of each token.

The same functions feed training (``scripts/train_attributions.py``) and annotation.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token

WINDOW = 112
"""Tokens that a window is filled up to with whole sentences, about 140 word pieces: the encoder's range is 512 pieces."""
LONGEST = 200
"""A sentence is cut after so many tokens (a table, a list without full stops)."""

PARTS_OF_SPEECH = (
    "", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SPACE",
    "SYM", "VERB", "X",
)  # fmt: skip
RELATIONS = (
    "", "ROOT", "acl", "acomp", "advcl", "advmod", "agent", "amod", "appos", "attr", "aux", "auxpass", "case", "cc", "ccomp",
    "compound", "conj", "csubj", "csubjpass", "dative", "dep", "det", "dobj", "expl", "intj", "mark", "meta", "neg", "nmod",
    "npadvmod", "nsubj", "nsubjpass", "nummod", "oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep",
    "prt", "punct", "quantmod", "relcl", "xcomp",
)  # fmt: skip
_POS = {name: n for n, name in enumerate(PARTS_OF_SPEECH)}
_DEP = {name: n for n, name in enumerate(RELATIONS)}
PLACES = 8
"""How a token can stand to a cue in the parse; see ``places``."""
SHAPES = 9
"""Values of ``Window.shape``; 0 is kept for pieces of no token."""
DISTANCES = 14
"""Signed distance classes; see ``distances``."""

Ints = npt.NDArray[np.int64]
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "poss", "agent")
_CLAUSES = ("ccomp", "xcomp", "pcomp", "acl", "relcl", "advcl", "parataxis")


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens of one window, spaces left out. All rows have one entry a token.

    ``index``: place in the document; ``words``; ``shape``: 1 + case (lower, title, upper, other), + 4 inside quotation marks;
    ``pos``, ``dep``: numbers in ``PARTS_OF_SPEECH`` and ``RELATIONS``; ``breaks``: whether a paragraph begins here.
    """

    index: Ints
    words: tuple[str, ...]
    shape: Ints
    pos: Ints
    dep: Ints
    breaks: tuple[bool, ...]


def windows(doc: Doc, quoted: tuple[int, ...]) -> Iterator[Window]:
    """The document in windows, in order, each token once. ``quoted[i]`` is negative outside quotation marks."""
    filled: list[Token] = []
    for sentence in doc.sents:
        tokens = [t for t in sentence if not t.is_space]
        if filled and len(filled) + len(tokens) > WINDOW:
            yield _window(filled, quoted)
            filled = []
        for start in range(0, len(tokens), LONGEST):
            piece = tokens[start : start + LONGEST]
            if len(piece) == LONGEST:
                yield _window([*filled, *piece] if not filled else piece, quoted)
            else:
                filled += piece
    if filled:
        yield _window(filled, quoted)


def _window(tokens: list[Token], quoted: tuple[int, ...]) -> Window:
    doc = tokens[0].doc
    return Window(
        index=np.asarray([t.i for t in tokens], dtype=np.int64),
        words=tuple(t.text for t in tokens),
        shape=np.asarray([1 + _case(t) + 4 * (quoted[t.i] >= 0) for t in tokens], dtype=np.int64),
        pos=np.asarray([_POS.get(t.pos_, 0) for t in tokens], dtype=np.int64),
        dep=np.asarray([_DEP.get(t.dep_, 0) for t in tokens], dtype=np.int64),
        breaks=tuple(t.i > 0 and doc[t.i - 1].is_space and "\n" in doc[t.i - 1].text for t in tokens),
    )


def _case(token: Token) -> int:
    if token.is_lower:
        return 0
    return 1 if token.is_title else 2 if token.is_upper else 3


def places(cue: Token, window: Window) -> Ints:
    """How each token of ``window`` stands to ``cue``: 0 another sentence, 1 before it and 2 after it outside its subtree,
    3 in its subject, 4 in a clause below it, 5 in its object or a preposition, 6 elsewhere below it, 7 the cue itself."""
    sentence = cue.sent
    found = np.zeros(len(window.index), dtype=np.int64)
    inside = (window.index >= sentence.start) & (window.index < sentence.end)
    found[inside & (window.index < cue.i)] = 1
    found[inside & (window.index > cue.i)] = 2
    at = {int(i): n for n, i in enumerate(window.index)}
    for child in cue.children:
        kind = 3 if child.dep_ in _SUBJECTS else 4 if child.dep_ in _CLAUSES else 5 if child.dep_ in _OBJECTS else 6
        for token in child.subtree:
            if token.i in at:
                found[at[token.i]] = kind
    if cue.i in at:
        found[at[cue.i]] = 7
    return found


_OBJECTS = ("dobj", "prep", "attr", "oprd", "dative")


def distances(cue: int, window: Window) -> Ints:
    """Classes of the signed distance in tokens from ``cue``: 0 to 6 before it (near to far), 7 to 13 after it."""
    gap = window.index - cue
    size = np.minimum(np.log2(np.maximum(np.abs(gap), 1)).astype(np.int64), 6)
    return np.where(gap < 0, size, size + 7).astype(np.int64)
