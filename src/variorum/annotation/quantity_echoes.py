"""Bare numbers that count what the text has just counted, or what a word before a colon names.

"Five tonnes of fish, the office said; the anglers speak of twelve"; "1.4 billion krans were withdrawn; by night 2.3 billion had
left"; "three people are dead and 10,000 have been driven out"; "Vehicles: 148".
"""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.quantity_scene import Figure, NumberScene
from variorum.annotation.quantity_things import NOBODY, SUBJECTS, Counted, lemma_of
from variorum.annotation.word_text import sentence_around
from variorum.language.lexicon import words

GIVEN_AS = ("of", "at", "from")
"""Prepositions between a verb that gives a number and the number."""


SUMS = ("million", "billion", "trillion", "m", "bn")
"""Words that end a sum, which is named in full once and then without its currency."""

LABEL = 4
"""Words that may stand before the colon of a line in a list."""


def echoed(scene: NumberScene, figure: Figure, before: Sequence[tuple[Figure, Counted]]) -> tuple[Figure, Counted]:
    """The figure with unit and thing of what it counts by the words before it; ``NOBODY`` where they do not say.

    "One" is left alone: it mostly stands for a noun and not for a count.
    """
    if figure.unit is not None or figure.value <= 1:
        return figure, NOBODY
    labelled = _labelled(scene, figure)
    if labelled or not before:
        return figure, labelled or NOBODY
    other, counted = before[-1]
    if (
        counted.thing
        and _is_near(scene, figure, other)
        and (_given(scene.text.at(figure.number[0])) or _more(scene, figure, other))
    ):
        return replace(figure, unit=other.unit), Counted(None, counted.thing)
    return _sum(scene, figure, before)


def _is_near(scene: NumberScene, figure: Figure, other: Figure) -> bool:
    """Whether the other number stands in the same or the preceding sentence."""
    sentence = sentence_around(scene.text.at(figure.number[0]))
    first = sentence_around(sentence[0].nbor(-1)).start_char if sentence[0].i else sentence.start_char
    return other.start >= first


def _more(scene: NumberScene, figure: Figure, other: Figure) -> bool:
    """Whether the number is the whole subject of a clause and larger than the one before, so that it is no part of that."""
    token = scene.text.at(figure.number[0])
    alone = not any(c.i > token.i for c in token.children)
    return token.dep_ in SUBJECTS and token.pos_ == "NUM" and alone and other.unit is None and figure.value > other.value


def _sum(scene: NumberScene, figure: Figure, before: Sequence[tuple[Figure, Counted]]) -> tuple[Figure, Counted]:
    """A sum in millions or more with the currency of the last such sum that names it."""
    if not _ends_in_scale(scene, figure):
        return figure, NOBODY
    named = [(f, c) for f, c in before if _ends_in_scale(scene, f) and (f.unit or c.thing)]
    if not named:
        return figure, NOBODY
    other, counted = named[-1]
    return replace(figure, unit=other.unit), Counted(None, counted.thing[-1:])


def _ends_in_scale(scene: NumberScene, figure: Figure) -> bool:
    shown = scene.text.source[figure.number[0] : figure.number[1]].casefold().split()
    return any(word in SUMS for word in shown[1:])


def _labelled(scene: NumberScene, figure: Figure) -> Counted | None:
    """What a word before a colon names, at the beginning of a sentence or line: "Vehicles: 148"."""
    token = scene.text.at(figure.number[0])
    if token.i < 2 or token.nbor(-1).text != ":":
        return None
    first = sentence_around(token).start
    words_before = [t for t in token.doc[max(first, token.i - 1 - LABEL) : token.i - 1] if not t.is_space]
    line = scene.text.source.rfind("\n", 0, figure.number[0]) + 1
    label = [t for t in words_before if t.idx >= line]
    after = scene.text.source[figure.number[1] : figure.number[1] + 2]
    if not label or label[0].idx not in (line, token.doc[first].idx) or (after.strip() and after[0] not in ".,;( \n"):
        return None
    head = label[-1]
    named = head.pos_ in ("NOUN", "PROPN") or head.lower_ in words("en", "states_of_people")
    return Counted((head.idx, head.idx + len(head)), (lemma_of(head),)) if named else None


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
