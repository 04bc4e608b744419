"""Names that one report read together with words before or behind them, cut to what the other reports use.

"Defence Verek" of "the Minister of Defence Verek", "Cowardly Velmar" of a tabloid, "Ilka Brandt Steps Down" of a headline.
"""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from variorum.collation.entities.profiles import Profile, name_key
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked, word_list, words
from variorum.language.names import country, fold, given_name_gender
from variorum.records.annotation import EntityType

UNCOMMON = 0.95
"""Rarity from which a word is hardly anything but a name; as for short names."""
SEVERAL = 2
"""Reports that must use a full name for a person before a noun for a body before it counts as no part of the name."""
NAMESAKES = marked("en", "entity_words", "namesake")
"""Words that begin the names of things called after people."""
ENDINGS = tuple(sorted(marked("en", "collation_words", "ending")))
"""Endings of words that only describe ("neighbouring", "cowardly")."""
PARTS = marked("en", "entity_words", "begins")
"""Words that end so and begin names."""

SHORTEST = 3
"""Letters of a shouted word that is no acronym, less one."""

Reports = Mapping[str, frozenset[str]]


@dataclasses.dataclass(frozen=True, slots=True)
class Names:
    """All names of a story, folded, each with the reports that use them: ``people`` and ``things`` those of several words,
    ``surnames`` the last words of people's full names and bare names with a function, ``bare`` single names of things."""

    people: Reports
    things: Reports
    surnames: Reports
    bare: Reports


def cut_names(profiles: Iterable[Profile]) -> tuple[Profile, ...]:
    """The profiles, each name without the words that do not belong to it; the others as they are."""
    given = tuple(profiles)
    names = _names_of(p for p in given if p.named)
    cut = tuple(_cut(p, names) if p.named else p for p in given)
    people = {
        (old.article, old.names[0]): new
        for old, new in zip(given, cut, strict=True)
        if new.type == "person" and old.names != new.names
    }
    return tuple(_with_office(p, people) for p in cut)


def _cut(profile: Profile, names: Names) -> Profile:
    for reading in (_before_pronoun, _in_headline, _behind_office, _behind_words, _behind_adjective):
        found = reading(profile, names)
        if found is not None:
            return found
    return profile


def _with_office(profile: Profile, people: Mapping[tuple[str, str], Profile]) -> Profile:
    """ "Minister of Defence Verek" read as a phrase without a name, where "Defence Verek" in it was cut to a person's name."""
    office, _, name = profile.names[0].partition(" of ")
    named = None if profile.named else people.get((profile.article, name.removeprefix("the ")))
    if named is None or profile.type != "person" or not _is_office(fold(office).split()[-1]):
        return profile
    return dataclasses.replace(profile, named=True, names=named.names[:1], keys=named.keys, functions=frozenset())


def _names_of(profiles: Iterable[Profile]) -> Names:
    tables: tuple[defaultdict[str, set[str]], ...] = tuple(defaultdict(set) for _ in range(4))
    people, things, surnames, bare = tables
    for profile in profiles:
        person = profile.type == "person"
        for name in {fold(n) for n in profile.names} - {""}:
            if " " in name:
                (people if person else things)[name].add(profile.article)
            elif not person:
                bare[name].add(profile.article)
            if person and (" " in name or profile.functions):
                surnames[name.split()[-1]].add(profile.article)
    return Names(*({key: frozenset(found) for key, found in table.items()} for table in tables))


def _before_pronoun(profile: Profile, names: Names) -> Profile | None:
    """ "Brandt HIMSELF": a name with a shouted pronoun behind it."""
    name, _, last = profile.names[0].rpartition(" ")
    if profile.type != "person" or not name or fold(last) not in words("en", "pronouns"):
        return None
    return reread(profile, "person", (name, *profile.names[1:]))


def _in_headline(profile: Profile, names: Names) -> Profile | None:
    """ "Ilka Brandt Steps Down": the full name of a person of other reports with common words written large behind it."""
    parts = fold(profile.names[0]).split()
    full = " ".join(parts[:2])
    if len(parts) < 3 or not names.people.get(full, frozenset()) - {profile.article}:
        return None
    if any(rarity(w) >= UNCOMMON for w in parts[2:]) or set(parts[2:]) & words("en", "thing_words"):
        return None
    return reread(profile, "person", (" ".join(profile.names[0].split()[:2]),))


def _behind_office(profile: Profile, names: Names) -> Profile | None:
    """ "The Minister of Defence Verek", "President of Velmar Ilka Brandt": the person, not what is presided over."""
    raw = profile.names[0].split()
    parts = [fold(w) for w in raw]
    inside = profile.type == "person" and len(parts) > 2 and parts[1] in ("of", "for") and _is_office(parts[0])
    before = profile.type != "person" and any(_is_office(w) for w in profile.beside.of)
    if len(parts) > 2 and raw[0] == "of" and " ".join(parts[-2:]) in _elsewhere(names.people, profile):
        return reread(profile, "person", (" ".join(raw[-2:]), *profile.names[1:]))
    if len(parts) < 2 or not (inside or before) or fold(profile.names[0]) in _elsewhere(names.things, profile):
        return None
    if parts[-1] not in _elsewhere(names.surnames, profile) or parts[-1] in _elsewhere(names.bare, profile):
        return None
    size = 2 if len(parts) > 2 and (rarity(parts[-2]) >= UNCOMMON or given_name_gender(parts[-2])) else 1
    return reread(profile, "person", (" ".join(raw[-size:]), *(n for n in profile.names[1:])))


def _behind_words(profile: Profile, names: Names) -> Profile | None:
    """ "Ruvania's Ilka Brandt" run together: a thing's name that ends with the full name of a person of other reports."""
    parts = fold(profile.names[0]).split()
    if profile.type == "person" or len(parts) < 3:
        return None
    told = names.people.get(" ".join(parts[-2:]), frozenset()) - {profile.article}
    common = words("en", "thing_words") | words("en", "person_words")
    if not told or (len(told) < SEVERAL and any(w in common for w in parts[:-2])) or _is_namesake(parts[-3]):
        return None
    return reread(profile, "person", (" ".join(profile.names[0].split()[-2:]),))


def _behind_adjective(profile: Profile, names: Names) -> Profile | None:
    """ "Cowardly Velmar", "Comrade Verek": a name of other reports with a describing word or a noun for people before it."""
    raw = profile.names[0].split()
    parts = [fold(w) for w in raw]
    whole = _elsewhere(names.things, profile) | _elsewhere(names.people, profile)
    if len(parts) < 2 or " ".join(parts) in whole or (len(parts) == 2 and rarity(parts[1]) < UNCOMMON):
        return None
    rest = " ".join(parts[1:])
    person = rest in _elsewhere(names.people, profile) or rest in _elsewhere(names.surnames, profile)
    thing = rest in _elsewhere(names.things, profile) or rest in _elsewhere(names.bare, profile) or bool(country(raw[-1]))
    if person == thing or not (_is_extra(raw[0], raw[-1], person=person) or _is_full_name(parts, profile, names)):
        return None
    kind: EntityType = "person" if person else ("place" if profile.type == "person" else profile.type)
    return reread(profile, kind, (" ".join(raw[1:]), *profile.names[1:]))


def _is_full_name(parts: list[str], profile: Profile, names: Names) -> bool:
    """ "Juggler Ilka Brandt": whether several other reports use the full name that stands behind a word that is none."""
    told = names.people.get(" ".join(parts[1:]), frozenset()) - {profile.article}
    given = len(parts) > 2 and given_name_gender(parts[0]) is None and given_name_gender(parts[1]) is not None
    return profile.type == "person" and given and len(told) >= SEVERAL


def _is_extra(first: str, last: str, *, person: bool) -> bool:
    """Whether the word before a known name only stands beside it: a title, an adjective, a month, a shouted common word."""
    word = fold(first)
    shouted = len(first) > SHORTEST and first.isupper() and not last.isupper() and rarity(word) < UNCOMMON
    if shouted or (not person and word in words("en", "months") | words("en", "weekdays")):
        return True
    return given_name_gender(word) is None and (_is_title(word) if person else _describes(word))


def _elsewhere(table: Reports, profile: Profile) -> frozenset[str]:
    """The names of ``table`` among those that the words of a profile end with, which other reports use."""
    parts = fold(profile.names[0]).split()
    tails = (" ".join(parts[n:]) for n in range(len(parts)))
    return frozenset(t for t in tails if table.get(t, frozenset()) - {profile.article})


def _is_office(word: str) -> bool:
    return word in words("en", "person_words") and word not in words("en", "name_particles")


def _is_namesake(word: str) -> bool:
    return word in NAMESAKES or _thing_types("en").get(word) in ("work", "event")


def _describes(word: str) -> bool:
    return (word.endswith(ENDINGS) and word not in PARTS) or word in _epithets("en", "adjective")


def _is_title(word: str) -> bool:
    return word in words("en", "person_words") or word in _epithets("en", "person") | _epithets("en", "adjective")


@cache
def _epithets(language: str, sort: str) -> frozenset[str]:
    return frozenset(row["word"] for row in word_list(language, "naming_epithets") if row["sort"] == sort)


@cache
def _thing_types(language: str) -> Mapping[str, str]:
    return {row["word"]: row["type"] for row in word_list(language, "thing_words")}


def reread(profile: Profile, kind: EntityType, names: tuple[str, ...]) -> Profile:
    """The profile with another type and other names; functions and gender are kept for people only."""
    kept = tuple(dict.fromkeys(names))
    keys = frozenset(key for key in (name_key(n) for n in kept[:1]) if key) | (profile.keys if len(kept) == 1 else frozenset())
    functions = profile.functions if kind == "person" else frozenset()
    gender = profile.gender if kind == "person" else ""
    return dataclasses.replace(profile, type=kind, names=kept, keys=keys, functions=functions, gender=gender)
