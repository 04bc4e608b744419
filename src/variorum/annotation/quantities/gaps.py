"""Numbers whose clause leaves out verb and noun: "the police counted 25,000 people, the Alliance 45,000"."""

from collections.abc import Sequence

from spacy.tokens import Span, Token

from variorum.annotation.quantities.scene import Figure, NumberScene
from variorum.annotation.quantities.things import Counted
from variorum.annotation.words.text import sentence_around
from variorum.language.lexicon import words

LONGEST = 6
"""Words of the name of who gives such a number."""

TIMES = 20
"""How many times the other number it may be."""

LARGE = 100
"""Numbers from here on seldom label a name."""

YEARS = (1800, 2100)
"""Bare whole numbers of four digits between these are years."""


def gapped(scene: NumberScene, figure: Figure, before: Sequence[tuple[Figure, Counted]]) -> tuple[Figure, Counted] | None:
    """The figure with unit and thing of the number that another gives before it in the sentence; ``None`` where it does not
    stand right behind the name of somebody, between a comma or "and" and the end of a phrase."""
    if figure.unit is not None or figure.value <= 1 or not before or YEARS[0] <= figure.value < YEARS[1]:
        return None
    token = scene.text.at(figure.start)
    sentence = sentence_around(token)
    other, counted = before[-1]
    given = other.start >= sentence.start_char and _gives(sentence, other) and bool(counted.thing or other.unit)
    if not given or not _of_one_size(other, figure) or not _ends(scene, figure):
        return None
    if not _is_somebody(_named(token, other.end), large=figure.value >= LARGE):
        return None
    figure = Figure(figure.start, figure.end, figure.number, figure.value, figure.hedge, figure.low, figure.high, other.unit)
    return figure, Counted(None, counted.thing)


def _of_one_size(one: Figure, other: Figure) -> bool:
    low, high = sorted((abs(one.value), abs(other.value)))
    return high <= TIMES * low


def _gives(sentence: Span, other: Figure) -> bool:
    """Whether a verb that gives numbers stands before the first number."""
    given = words("en", "giving_verbs") - {"be"}
    return any(t.lemma_.lower() in given and t.pos_ == "VERB" for t in sentence if t.idx < other.start)


def _ends(scene: NumberScene, figure: Figure) -> bool:
    last = scene.text.at(figure.number[1] - 1)
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return following is None or following.is_space or following.lower_ in ("and", "but", ".", ",", ";", ":", ")", "”", '"')


def _named(number: Token, end: int) -> list[Token]:
    """The words between a comma, a mark or "and" and the number; none where they begin elsewhere."""
    said: list[Token] = []
    token = number
    while token.i and len(said) <= LONGEST:
        token = token.nbor(-1)
        if token.idx < end or token.is_punct or token.lower_ in ("and", "but", "while"):
            break
        said.insert(0, token)
    opened = token.idx >= end and (token.text in (",", ";", "–", "—") or token.lower_ in ("and", "but", "while"))
    return said if opened and len(said) <= LONGEST else []


def _is_somebody(said: Sequence[Token], *, large: bool) -> bool:
    """Whether the words are a noun with its article or the name of somebody, which a ``large`` number can follow without one
    ("Ferry 12" is a label)."""
    if not said or any(t.pos_ not in ("DET", "PROPN", "NOUN", "ADJ", "PART", "PRON") and t.lower_ != "of" for t in said):
        return False
    first, last = said[0], said[-1]
    named = first.pos_ == "DET" or first.tag_ == "PRP$" or (first.pos_ == "PROPN" and (large or len(said) > 1))
    return named and last.pos_ in ("NOUN", "PROPN") and last.lower_ not in words("en", "label_nouns")
