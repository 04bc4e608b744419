"""Words that look like a hedge and belong to what stands before them: "hand over three prisoners", "a claim about three"."""

from fractions import Fraction

from spacy.tokens import Token

from variorum.annotation.quantities.scene import NumberScene
from variorum.annotation.words.grammar import Found
from variorum.language.lexicon import words

FEW = 10
"""Up to here "over" behind a verb is its particle ("took over two firms"): nobody says "over two"."""


def belongs_before(scene: NumberScene, found: Found, value: Fraction) -> bool:
    """Whether the only hedge word of a match is a particle or preposition of what stands before it."""
    said = scene.words(found, "h")
    if said not in (("over",), ("about",)):
        return False
    token = scene.text.token(found.groups["h"][0])
    return _is_particle(token, value) if said == ("over",) else _is_topic(token)


def _is_particle(token: Token, value: Fraction) -> bool:
    if token.i == 0 or token.nbor(-1).pos_ != "VERB":
        return False
    return token.nbor(-1).lemma_.lower() in words("en", "over_verbs") or (token.dep_ == "prt" and value <= FEW)


def _is_topic(token: Token) -> bool:
    """Whether "about" tells what something is about."""
    return token.dep_ == "prep" and token.tag_ == "IN" and token.head.i == token.i - 1 and token.head.pos_ == "NOUN"
