"""Several people or bodies joined by ``and``, whom ``they``, ``the couple`` or ``both countries`` may refer to together."""

import functools

from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.state import Reading
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.words import Words
from variorum.language.lexicon import values, word_list
from variorum.records.annotation import EntityType

JOINED: frozenset[EntityType] = frozenset({"person", "organisation", "government", "place", "group"})
NEAR = 3
"""Sentences back that ``the couple`` or ``both countries`` may reach."""


@functools.cache
def _together() -> dict[str, frozenset[str]]:
    """Nouns for two together, with the types of the two."""
    return {row["word"]: frozenset(values(row, "types")) for row in word_list("en", "pair_nouns")}


def note_pair(reading: Reading, phrase: Phrase) -> None:
    """When ``phrase`` closes a row of people or bodies joined by ``and``, remember the row as somebody of its own."""
    found = reading.found
    first = _first_of_row(found, phrase.head)
    if first is None or any(found.dep[c] == "conj" for c in found.children[phrase.head]):
        return
    one, other = reading.at_head.get(first), reading.at_head.get(phrase.head)
    if one is None or other is None or one is other or one.type not in JOINED or one.type != other.type:
        return
    opening = next((p for p in one.phrases if p.head == first), None)
    if opening is None or opening.start >= phrase.start:
        return
    row = Phrase(opening.start, phrase.end, first, "noun", "indefinite", "group", f"two of {one.type}", plural=True)
    members = (min(id(one), id(other)), max(id(one), id(other)))
    cluster = reading.pairs.get(members) or Cluster("group", plural=True, pair=True, members=one.type)
    if members not in reading.pairs:
        reading.clusters.append(cluster)
        reading.pairs[members] = cluster
    cluster.take(row, len(reading.history))
    reading.history.append((row, cluster))


def _first_of_row(found: Words, token: int) -> int | None:
    first = token
    while found.dep[first] == "conj" and found.head[first] != first:
        first = found.head[first]
    between = found.lower[first + 1 : token]
    return first if first < token and "and" in between else None


def resolve_together(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The row that ``the couple``, ``the two men`` or ``both countries`` refers to; ``None`` where there is none nearby."""
    types = _together().get(phrase.lemma)
    first = reading.found.lower[phrase.start]
    two = phrase.lemma in {"couple", "pair", "duo"} or first == "both" or "two" in phrase.modifiers
    if types is None or not two or phrase.owner is not None or phrase.form not in {"definite", "demonstrative"}:
        return None
    return next((c for _, c in reading.recent(phrase, NEAR) if c.pair and c.members in types), None)
