"""Names of two or three words that no list of words knows: where they stand as people's names do, they are people's."""

from collections.abc import Sequence
from dataclasses import replace

from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.types import LIKELY, noun_type
from variorum.annotation.mentions.words import Words
from variorum.language.frequency import rarity
from variorum.language.names import fold

RARE = 0.9
"""Rarity from which a word is taken for no word of the language. Bodies mostly have one that is (``Halden Maritime``)."""
ACTING = frozenset({"nsubj", "nsubjpass"})
LOOSE = frozenset({"organisation", "other", "work"})
"""Types that the pipeline gives to foreign names by mistake."""


def settle_unlisted(found: Words, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Type ``Lucan Verreby`` as a person wherever it stands, when it acts or tells who somebody is at least once and nothing
    but the pipeline takes it for a body."""
    people = {fold(p.name) for p in phrases if is_unlisted(found, p) and _stands_as_person(found, p)}
    return [replace(p, type="person", weight=LIKELY) if _is_one_of(people, p) else p for p in phrases]


def is_unlisted(found: Words, phrase: Phrase) -> bool:
    """Whether a name of unsure type has two or three words, each rare and with one capital."""
    start, end = phrase.name_span
    parts = found.text[start:end]
    if not 2 <= len(parts) <= 3 or phrase.title or phrase.weight >= LIKELY or phrase.type not in LOOSE:
        return False
    return all(w.isalpha() and w.istitle() and round(rarity(w.casefold()), 3) >= RARE for w in parts)


def _stands_as_person(found: Words, phrase: Phrase) -> bool:
    """Whether it is a subject, or stands beside a noun that is not a body's, without article and not in the plural."""
    before = found.lower[phrase.start - 1] if phrase.start else ""
    if before in {"the", "a", "an"} or found.headline[phrase.head] or found.tag[phrase.name_span[1] - 1] == "NNPS":
        return False
    if found.dep[phrase.head] == "appos":
        return noun_type(found.lemma[found.head[phrase.head]]) in {None, "person"} and before == ","
    return found.dep[phrase.head] in ACTING


def _is_one_of(people: set[str], phrase: Phrase) -> bool:
    return fold(phrase.name) in people and phrase.weight < LIKELY
