"""Bare numbers that answer the one before: "five tonnes of fish, the office said; the anglers speak of twelve"."""

from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.quantity_scene import Figure, NumberScene
from variorum.annotation.quantity_things import NOBODY, Counted
from variorum.annotation.word_text import sentence_around
from variorum.language.lexicon import words

GIVEN_AS = ("of", "at", "from")
"""Prepositions between a verb that gives a number and the number."""


def echoed(scene: NumberScene, figure: Figure, before: tuple[Figure, Counted]) -> tuple[Figure, Counted]:
    """The figure with unit and thing of the number in the same or the preceding sentence, where its clause only gives a number.

    "One" is left alone: it mostly stands for a noun and not for a count.
    """
    other, counted = before
    token = scene.text.at(figure.number[0])
    if figure.unit is not None or figure.value <= 1 or not counted.thing or not _given(token):
        return figure, NOBODY
    sentence = sentence_around(token)
    first = sentence_around(sentence[0].nbor(-1)).start_char if sentence[0].i else sentence.start_char
    if other.start < first:
        return figure, NOBODY
    return replace(figure, unit=other.unit), Counted(None, counted.thing)


def _given(token: Token) -> bool:
    """Whether a verb that gives numbers has this one as its whole object."""
    verb = token.head
    if verb.dep_ == "prep" and verb.lower_ in GIVEN_AS:
        verb = verb.head
    stands_alone = token.dep_ in ("dobj", "pobj", "attr", "ccomp", "nummod", "dep", "npadvmod", "oprd")
    follows = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if verb.lemma_ == "be" and not any(c.lower_ in ("it", "that", "this") for c in verb.children if c.dep_ == "nsubj"):
        return False
    ends = follows is None or follows.is_punct or follows.is_space or follows.lower_ in ("and", "but", "while")
    return stands_alone and ends and verb.pos_ in ("VERB", "AUX") and verb.lemma_.lower() in words("en", "giving_verbs")
