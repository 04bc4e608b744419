"""What a bare name stands for in the whole story: a body, a land, or neither told.

A rare or invented name gets its type in one report almost by chance. What all reports together show of it does not: a
company has shares and a boss, a land an ambassador and a demonym, and one lives in a place.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from variorum.collation.entities.profiles import LEGAL_FORMS, Profile
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked, values, word_list, words
from variorum.language.names import country, fold, is_demonym_of

LOCATIVES = marked("en", "entity_words", "locative")
"""Prepositions before a place; "at" and "from" stand before bodies as well."""
HEADED = marked("en", "entity_words", "of_land")
"""Nouns with "of" before a land or its capital."""
LED = marked("en", "entity_words", "of_company")
"""Nouns with "of" or "in" before a company, besides what it owns."""
RULES = marked("en", "entity_words", "rule")
"""Nouns right behind the name of a land or its capital."""
UNCOMMON = 0.95
"""Rarity from which a word is hardly anything but a name; as for short names."""
FEWEST = 4
"""Letters of a name whose demonym is looked for."""
START = 3
"""Letters that a demonym and its name share at least."""


@dataclass(frozen=True, slots=True)
class Nature:
    """The reports that show a bare name to be a body, a land, and a place one can be in."""

    bodies: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    placed: frozenset[str] = frozenset()

    def is_body(self) -> bool:
        """Whether something shows a body and nothing a land or place."""
        return bool(self.bodies) and not self.lands and not self.placed

    def is_land(self) -> bool:
        """Whether something shows a land and nothing a body."""
        return bool(self.lands) and not self.bodies


def natures(profiles: Iterable[Profile], *, seats: frozenset[str]) -> Mapping[str, Nature]:
    """The nature of every bare name of ``profiles``, folded; ``seats`` are names that stand before or after "government"."""
    given = tuple(profiles)
    bare = {name for p in given if p.named and " " not in (name := fold(p.names[0])) and (rarity(name) >= UNCOMMON)}
    bare |= {name for p in given if " " not in (name := fold(p.outlet))} - {""}
    found: dict[str, defaultdict[str, set[str]]] = {kind: defaultdict(set) for kind in ("bodies", "lands", "placed")}
    for profile in given:
        name = fold(profile.names[0])
        if profile.named and name in bare:
            for kind in _shown(profile, seats):
                found[kind][name].add(profile.article)
    issuers = (("bodies", name, p.article) for p in given if (name := fold(p.outlet)) in bare)
    for kind, name, article in (*_longer_names(given, bare), *_demonyms(given, bare), *issuers):
        found[kind][name].add(article)
    return {name: Nature(*(frozenset(found[kind][name]) for kind in ("bodies", "lands", "placed"))) for name in sorted(bare)}


def is_owner(profile: Profile) -> bool:
    """Whether a report tells of what only a company has: its shares, its founder."""
    owned = {w.removeprefix("'s ") for w in profile.beside.after if w.startswith("'s ")}
    return bool(owned & _company_nouns("en", "owner") or profile.beside.of & (_company_nouns("en", "owner") | LED))


def is_bare(profile: Profile) -> bool:
    """Whether a name of one word stands without anything that shows a body or a place: no article, no "in" before it."""
    beside = profile.beside
    shown = (
        is_owner(profile)
        or beside.before & (_bodies("en") | LOCATIVES | {"the"})
        or beside.after & _company_nouns("en", "compound")
    )
    return " " not in fold(profile.names[0]) and not shown


def _shown(profile: Profile, seats: frozenset[str]) -> Iterator[str]:
    beside = profile.beside
    if is_owner(profile) or beside.before & _bodies("en") or beside.after & _company_nouns("en", "compound"):
        yield "bodies"
    if beside.of & HEADED or beside.after & RULES or fold(profile.names[0]) in seats or country(profile.names[0]):
        yield "lands"
    if beside.before & LOCATIVES and not beside.of & _company_nouns("en", "owner"):
        yield "placed"


def _longer_names(profiles: Iterable[Profile], bare: set[str]) -> Iterator[tuple[str, str, str]]:
    """Bare names that begin a company's name ("Corvane" of "Corvane Foods")."""
    trades = words("en", "company_words") | LEGAL_FORMS
    for profile in profiles:
        if profile.named and profile.type in ("organisation", "group", "other", "work"):
            parts = fold(profile.names[0]).split()
            if len(parts) > 1 and parts[0] in bare and parts[-1] in trades:
                yield "bodies", parts[0], profile.article


def _demonyms(profiles: Iterable[Profile], bare: set[str]) -> Iterator[tuple[str, str, str]]:
    """Bare names from which other words of the story are formed like demonyms ("Velmarian")."""
    starts: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(bare):
        if len(name) >= FEWEST:
            starts[name[:START]].append(name)
    for profile in profiles:
        for word in sorted(_words_of(profile)):
            yield from (("lands", name, profile.article) for name in starts.get(word[:START], ()) if is_demonym_of(word, name))


def _words_of(profile: Profile) -> set[str]:
    told = {w for f in profile.functions for w in (*f.words, f.head)}
    return told if profile.type == "person" else told | {w for name in profile.names for w in fold(name).split()}


@cache
def _company_nouns(language: str, form: str) -> frozenset[str]:
    """Nouns that show a company and nobody else, since a town may have a club: "owner" for what only a company has, "compound"
    right behind its name ("Corvane bosses")."""
    rows = word_list(language, "body_signs")
    return frozenset(row["word"] for row in rows if form in values(row, "form") and "club" not in values(row, "form"))


@cache
def _bodies(language: str) -> frozenset[str]:
    """Nouns for organisations that stand right before their names."""
    return frozenset(row["word"] for row in word_list(language, "thing_words") if row["type"] == "organisation")
