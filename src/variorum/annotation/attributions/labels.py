"""Whom a label before a colon names: ``Mayor of Velm: ...``, ``Ida Orr of the Union: "..."``."""

import itertools
from collections.abc import Sequence

from spacy.tokens import Token

_NOUNS = ("NOUN", "PROPN")


def head_of_label(words: Sequence[Token]) -> Token:
    """The noun before the first preposition, else the last noun or word; ``words`` is not empty and holds no punctuation."""
    before = (a for a, b in itertools.pairwise(words) if b.pos_ == "ADP" and a.pos_ in _NOUNS)
    nouns = (t for t in reversed(words) if t.pos_ in _NOUNS)
    return next(before, next(nouns, words[-1]))
