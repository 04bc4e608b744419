"""Two people of one surname, of whom the text calls one by the surname alone: ``President Orr and his wife, Ada Orr``."""

from collections.abc import Iterable, Sequence

from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.words import Words
from variorum.language.lexicon import words
from variorum.language.names import name_words, spelling_key

KIN_REACH = 2
"""Words (a comma counted) between a noun for a relative and the name that it belongs to, and one more."""


def told_apart(found: Words, bare: Sequence[Phrase], groups: Iterable[list[Phrase]]) -> frozenset[int]:
    """The first tokens of people with full names who are not the bearer of their bare surname: the text joins both with
    ``and`` (``President Orr and Ada Orr``), or names them as somebody's relative after the bare surname was used."""
    apart = set()
    for group in groups:
        surname = spelling_key(name_words(group[0].name)[-1])
        others = [p for p in bare if spelling_key(name_words(p.name)[-1]) == surname]
        joined = any(_are_joined(found, p, full) for p in others for full in group)
        named = group[0]
        if joined or (any(p.start < named.start for p in others) and _is_relative(found, named)):
            apart.add(named.start)
    return frozenset(apart)


def _are_joined(found: Words, one: Phrase, other: Phrase) -> bool:
    first, second = sorted((one, other), key=lambda p: p.start)
    return second.start == first.end + 1 and found.lower[first.end] == "and"


def _is_relative(found: Words, name: Phrase) -> bool:
    """``his wife, Ada Orr``, ``Ada Orr, his daughter``."""
    before = found.lower[max(name.name_span[0] - KIN_REACH, 0) : name.name_span[0]]
    behind = found.lower[name.end + 1 : name.end + 1 + KIN_REACH] if found.text[name.end : name.end + 1] == (",",) else ()
    return any(word in words("en", "kin_words") for word in (*before, *behind))
