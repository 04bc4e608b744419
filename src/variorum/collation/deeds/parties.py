"""Who a deed is put down to, and whether two such parties must be different ones."""

import functools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.collation.claims.doers import DOERS, known_as
from variorum.collation.claims.sentences import SMALL, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.words import LANGUAGE, kind_words
from variorum.language.lexicon import marked, values, word_list
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import StoryEntity

ENDING = kind_words("ending")
OURSELVES, OURS, THIRD, ALL_SIDES = (
    marked(LANGUAGE, "party_words", mark) for mark in ("ourselves", "ours", "third", "all_sides")
)
WHOSE = frozenset({"of", "from", "by", "to"})
BEHIND = re.compile(r" (?:of|from|provided by|sent by|belonging to|loyal to) [^,;.:()“”\"]{2,50}")
"""What stands behind a noun and tells whose it is: "units of the border guard"."""


@dataclass(frozen=True, slots=True)
class Party:
    """``entity``: named one of the story, a state under one id for all its forms; ``names``: words of known names that tell who
    it is; ``sorts`` as in ``en/party_classes``; ``all_sides`` where everybody did it; ``words`` for a reader."""

    entity: str | None
    names: frozenset[str]
    sorts: frozenset[str]
    all_sides: bool
    words: str


def party_at(
    article: AnnotatedArticle, span: Span, entity: str | None, speaker: str | None, setting: Setting, *, stressed: bool = False
) -> Party | None:
    """The party that the phrase at ``span`` names, ``entity`` where it is known; "we" stands for ``speaker``; ``None`` where
    nothing tells who it is. A ``stressed`` pronoun is as good as a name."""
    words = [(article.text[slice(*token)], lemma.casefold()) for token, lemma in words_in(article, span)]
    first = words[0][0].casefold() if words else ""
    plain = " ".join(article.text[slice(*span)].split())
    if first in ALL_SIDES:
        return Party(None, frozenset(), frozenset(), all_sides=True, words=plain)
    if first in OURSELVES or first in OURS:
        return _own(words, speaker, plain, setting)
    found = setting.entities.get(entity or "")
    if found is not None and found.named:
        named = _named(found, plain, third=first in THIRD and not stressed)
        known = named.sorts or _sorts_of(lemma for _, lemma in words)
        return replace(named, sorts=known) if found.type in DOERS else None
    behind = _behind(article, span)
    sorts = _sorts_of(lemma for _, lemma in (*words, *behind))
    names = frozenset() if first in THIRD else _known_names((w for w, _ in (*words, *behind)), setting)
    if found is not None and not sorts:
        sorts = _sorts_of(found.name.casefold().split())
    return Party(None, names, sorts, all_sides=False, words=plain) if names or sorts else None


def _named(entity: StoryEntity, plain: str, *, third: bool) -> Party:
    """A named party; what a pronoun stands for is known too loosely for its name to tell it from others."""
    state = frozenset({"government"}) if entity.type in ("government", "place") else frozenset()
    sorts = state | frozenset(
        s for name in (entity.name, *entity.aliases, *entity.roles) for s in _sorts_of(name.casefold().split())
    )
    return Party(entity.id, frozenset() if third else known_as(entity), sorts, all_sides=False, words=plain)


def _own(words: Sequence[tuple[str, str]], speaker: str | None, plain: str, setting: Setting) -> Party | None:
    """The party of "we" and "our soldiers"."""
    found = setting.entities.get(speaker or "")
    if found is None or not found.named:
        return None
    known = known_as(found) | frozenset(w.casefold() for role in found.roles for w in role.split() if w[:1].isupper()) - SMALL
    return Party(found.id, known, _sorts_of(lemma for _, lemma in words), all_sides=False, words=plain)


def _behind(article: AnnotatedArticle, span: Span) -> list[tuple[str, str]]:
    found = BEHIND.match(article.text, span[1])
    tokens = words_in(article, found.span()) if found is not None else []
    return [(article.text[slice(*token)], lemma.casefold()) for token, lemma in tokens]


@functools.cache
def _sorts() -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in word_list(LANGUAGE, "party_classes"):
        for noun in values(row, "nouns"):
            table.setdefault(noun, set()).add(row["sort"])
    return {noun: frozenset(sorts) for noun, sorts in table.items()}


def _sorts_of(lemmas: Iterable[str]) -> frozenset[str]:
    """The sorts of the noun that heads a phrase, its last words before a preposition, or else the noun behind "of"."""
    words = list(lemmas)
    cut = next((n for n, word in enumerate(words) if n and word in ENDING), len(words))
    head, behind = words[:cut], words[cut + 1 :]
    forms = (form for phrase in (" ".join(head[-2:]), *head[-1:]) for form in (phrase, phrase.removesuffix("s")))
    found = next((_sorts()[form] for form in forms if form in _sorts()), frozenset())
    return found or (_sorts_of(behind) if behind and words[cut] in WHOSE else found)


def _known_names(words: Iterable[str], setting: Setting) -> frozenset[str]:
    """The words that are, or are made from, names of the story."""
    proper = frozenset(w.casefold() for w in words if w[:1].isupper()) - SMALL
    return frozenset(w for w in proper if setting.roll.nations.of(w) or w in _vocabulary(setting))


def _vocabulary(setting: Setting) -> frozenset[str]:
    return frozenset(w for e in setting.entities.values() if e.named for w in known_as(e))


@functools.cache
def _against() -> frozenset[tuple[str, str]]:
    pairs = {(row["sort"], other) for row in word_list(LANGUAGE, "party_classes") for other in values(row, "against")}
    return frozenset(pairs | {(b, a) for a, b in pairs})


SURE, LIKELY, NOT = 2, 1, 0
PUBLIC = frozenset({"government", "firm"})
"""Sorts of those that a person may stand for."""


def apart(one: Party, other: Party, setting: Setting) -> int:
    """How sure it is that two parties are different ones: by the sorts of people they are, by their names only, not at all."""
    if one.all_sides or other.all_sides:
        return LIKELY if one.all_sides != other.all_sides else NOT
    if one.entity is not None and one.entity == other.entity:
        return NOT
    if not one.sorts & other.sorts and any((a, b) in _against() for a in one.sorts for b in other.sorts):
        return SURE
    both_named = one.entity is not None and other.entity is not None
    if (not both_named and any(x[:4] == y[:4] for x in one.names for y in other.names)) or _related(one, other, setting):
        return NOT
    if one.sorts & other.sorts and _one_may_stand_for(one, other, setting):
        return NOT
    return LIKELY if one.names and other.names else NOT


def _related(one: Party, other: Party, setting: Setting) -> bool:
    """Whether an entity that the one is, or is named by, belongs together with one of the other."""
    return any(setting.related(a, b) for a in _entities(one, setting) for b in _entities(other, setting))


def _entities(party: Party, setting: Setting) -> list[str]:
    if party.entity is not None:
        return [party.entity]
    nations = [setting.roll.nations.of(w) for w in sorted(party.names)]
    found = [e.id for e in setting.entities.values() if e.named and e.type in DOERS and party.names & known_as(e)]
    return sorted({*found, *(n for n in nations if n)})


def _lands(party: Party, setting: Setting) -> list[str]:
    """The lands and places that a party is named by."""
    return [e for e in _entities(party, setting) if e in setting.entities and setting.entities[e].type in LANDS]


LANDS = ("place", "government", "people")


def _one_may_stand_for(one: Party, other: Party, setting: Setting) -> bool:
    """Whether of two parties of one sort only one is named, or one is a person and the other a body."""
    if one.entity is None or other.entity is None:
        described = one if one.entity is None else other
        return (one.entity is None) != (other.entity is None) and not _lands(described, setting)
    types = {setting.entities[e].type for e in (one.entity, other.entity)}
    return "person" in types and len(types) > 1 and bool(one.sorts & other.sorts & PUBLIC)
