"""Pounds that weigh: "a 500-pound bomb", "12 pounds of explosives", "he weighs 190 pounds"."""

from fractions import Fraction

from spacy.tokens import Token

from variorum.annotation.words.text import sentence_around
from variorum.language.lexicon import marked

MONEY, WEIGHING = marked("en", "pound_words", "money"), marked("en", "pound_words", "weighing")

MOST, NEAR = 100_000, 8
"""Pounds from which they are money, and words around them among which one may speak of weight."""


def is_weight(pounds: Token, value: Fraction) -> bool:
    """Whether the word "pounds" behind a number of them is a measure of weight and no currency."""
    if not pounds.lower_.startswith("pound") or value >= MOST:
        return False
    if any(abs(t.i - pounds.i) <= NEAR and t.lemma_.lower() in WEIGHING for t in sentence_around(pounds)):
        return True
    measured = _modified(pounds) or _made_of(pounds)
    return measured is not None and measured.lemma_.lower() not in MONEY


def _modified(pounds: Token) -> Token | None:
    """The noun after "500-pound"."""
    head = pounds.head
    if head.i == pounds.i - 1 or head.lower_ == "-":
        head = head.head
    hyphened = pounds.i > 0 and pounds.nbor(-1).lower_ == "-"
    return head if hyphened and head.pos_ in ("NOUN", "PROPN") and head.i > pounds.i else None


def _made_of(pounds: Token) -> Token | None:
    """The noun in "12 pounds of explosives"."""
    links = (c for c in pounds.children if c.lower_ == "of" and c.i == pounds.i + 1)
    return next((n for link in links for n in link.children if n.dep_ == "pobj" and n.pos_ == "NOUN"), None)
