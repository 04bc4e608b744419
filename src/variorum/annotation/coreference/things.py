"""``A ferry sank. The vessel was old``: a thing called by another word for its kind."""

import functools

from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.roles import phrase_words
from variorum.annotation.coreference.state import Reading
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import values, word_list

REACH = 3
"""Sentences back that another word for a thing may reach."""


def same_thing(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The only thing of the last sentences that the phrase's noun is an equal or a broader word for; the phrase tells nothing
    more of it (``the vessel``, ``that document``, no ``old vessel``, no ``vessel of the navy``)."""
    kinds = _kinds().get(phrase.lemma)
    plain = phrase.form in {"definite", "demonstrative"} and phrase.owner is None and not reading.state_key(phrase)
    if kinds is None or not plain or phrase_words(reading.found, phrase) - listed("side"):
        return None
    near = ((p, c) for p, c in reading.recent(phrase, REACH) if p.end <= phrase.start and c.plural == phrase.plural)
    things = {id(c): c for _, c in near if c.type != "person" and not kinds.isdisjoint(c.lemmas)}
    return next(iter(things.values())) if len(things) == 1 else None


@functools.cache
def _kinds() -> dict[str, frozenset[str]]:
    """Nouns that point back, with the nouns of what they may point to."""
    table: dict[str, frozenset[str]] = {}
    for row in word_list("en", "thing_kinds"):
        words = values(row, "words")
        for word in words:
            table[word] = table.get(word, frozenset()) | frozenset(words) | frozenset(values(row, "narrower"))
    return table
