"""What one report misreads and the others, or the words before a name, set right: a newspaper taken for a person, a ship for a
lady, a minister with her country for a company.

Only the reading of a profile (its type, its names) is changed here; which profiles are one is decided later.
"""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from variorum.collation.entity_profiles import Profile, name_key
from variorum.language.frequency import rarity
from variorum.language.lexicon import word_list, words
from variorum.language.names import country, fold, given_name_gender
from variorum.records.annotation import EntityType

UNCOMMON = 0.95
"""Rarity from which a word is hardly anything but a name; as for short names."""
RULING = frozenset({"government", "regime", "authorities"})
"""Nouns behind the name of a land or a capital; an administration is mostly behind that of a person."""
ARTICLES = frozenset({"the"})
LOOSE = ("place", "organisation", "other", "work", "government")
"""Types that a single capitalised word gets too easily."""


@dataclasses.dataclass(frozen=True, slots=True)
class Names:
    """All names of a story, folded: ``people`` full names of people and ``things`` longer names of other things, each with the
    reports that use them; ``given`` first names to the full names that begin with them; ``seats`` names
    that stand before "government" or "regime"."""

    people: Mapping[str, frozenset[str]]
    things: Mapping[str, frozenset[str]]
    given: Mapping[str, frozenset[str]]
    surnames: frozenset[str]
    seats: frozenset[str]


def settled(profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    """The profiles, each as the story as a whole reads it; unnamed ones stay as they are."""
    names = _names_of([p for p in profiles if p.named], _seats(profiles))
    return tuple(_settled(p, names) if p.named else p for p in profiles)


def _settled(profile: Profile, names: Names) -> Profile:
    for reading in (
        _in_headline,
        _thing_with_title,
        _thing_elsewhere,
        _person_elsewhere,
        _person_behind_place,
        _given_name,
        _seat,
        _with_article,
    ):
        found = reading(profile, names)
        if found is not None:
            return found
    return profile


def _seats(profiles: Iterable[Profile]) -> frozenset[str]:
    """The single words that tell whose an unnamed government is: "the Velmar regime", "the government in Velmar"."""
    functions = (f for p in profiles if p.type == "government" and not p.named for f in p.functions)
    return frozenset(w for f in functions if f.head in RULING and len(f.words) == 1 for w in f.words)


def _names_of(profiles: Sequence[Profile], seats: frozenset[str]) -> Names:
    people: defaultdict[str, set[str]] = defaultdict(set)
    things: defaultdict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        for name in {fold(n) for n in profile.names}:
            if " " in name:
                (people if profile.type == "person" else things)[name].add(profile.article)
    given: defaultdict[str, set[str]] = defaultdict(set)
    for name in people:
        given[name.split()[0]].add(name)
    surnames = frozenset(w for name in people for w in name.split())
    return Names(_frozen(people), _frozen(things), _frozen(given), surnames, seats)


def _frozen(table: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(found) for key, found in table.items()}


def _in_headline(profile: Profile, names: Names) -> Profile | None:
    """ "Ilka Brandt Steps Down": the full name of a person of other reports with common words written large behind it."""
    parts = fold(profile.names[0]).split()
    full = " ".join(parts[:2])
    if len(parts) < 3 or not names.people.get(full, frozenset()) - {profile.article}:
        return None
    if any(rarity(w) >= UNCOMMON for w in parts[2:]) or set(parts[2:]) & words("en", "thing_words"):
        return None
    return _as(profile, "person", (" ".join(profile.names[0].split()[:2]),))


def _thing_with_title(profile: Profile, names: Names) -> Profile | None:
    """ "The ferry Lady Ansgard" read as a lady, where other reports use the whole as the name of a thing."""
    bare = fold(profile.names[0])
    if profile.type != "person" or " " in bare or bare in names.surnames:
        return None
    ends = Counter(" ".join(fold(m.exact).split()[-2:]) for m in profile.mentions)
    whole = sorted(n for n in ends if n in names.things and n.endswith(f" {bare}") and names.things[n] - {profile.article})
    if not whole:
        return None
    name = next(
        (" ".join(m.exact.split()[-2:]) for m in profile.mentions if fold(m.exact).endswith(whole[0])), profile.names[0]
    )
    return _as(profile, "work", (name, *profile.names))


def _thing_elsewhere(profile: Profile, names: Names) -> Profile | None:
    """A name of several words that one report takes for a person of whom it tells nothing, and others for a thing."""
    name = fold(profile.names[0])
    if profile.type != "person" or profile.functions or " " not in name or given_name_gender(name.split()[0]):
        return None
    if not names.things.get(name, frozenset()) - {profile.article} or len(names.things[name]) < len(names.people.get(name, ())):
        return None
    return _as(profile, "organisation", profile.names)


def _person_elsewhere(profile: Profile, names: Names) -> Profile | None:
    """A given name and a surname that one report takes for a thing, and at least as many others for a person."""
    parts = fold(profile.names[0]).split()
    if profile.type == "person" or len(parts) < 2 or given_name_gender(parts[0]) is None:
        return None
    told = names.people.get(" ".join(parts), frozenset()) - {profile.article}
    common = words("en", "thing_words") | words("en", "company_words")
    if not told or len(told) < len(names.things.get(" ".join(parts), ())) or any(w in common for w in parts):
        return None
    return _as(profile, "person", profile.names)


def _person_behind_place(profile: Profile, names: Names) -> Profile | None:
    """ "Ruvania's Ilka Brandt" run together: a thing's name that ends with the full name of a person of other reports."""
    parts = fold(profile.names[0]).split()
    if profile.type == "person" or len(parts) < 3:
        return None
    tail = " ".join(parts[-2:])
    told = names.people.get(tail, frozenset()) - {profile.article}
    common = words("en", "thing_words") | words("en", "person_words")
    if not told or any(w in common for w in parts[:-2]):
        return None
    return _as(profile, "person", (" ".join(profile.names[0].split()[-2:]),))


def _given_name(profile: Profile, names: Names) -> Profile | None:
    """A bare given name that the story's only bearer has, in a report that took it for a place or thing."""
    bare = fold(profile.names[0])
    if profile.type not in LOOSE or " " in bare or given_name_gender(bare) is None or country(profile.names[0]):
        return None
    if len(names.given.get(bare, ())) != 1 or any(bare in name.split() for name in names.things):
        return None
    return _as(profile, "person", profile.names)


def _seat(profile: Profile, names: Names) -> Profile | None:
    """A single name taken for a person of whom nothing is told, where some report writes of a government of that name."""
    bare = fold(profile.names[0])
    told = profile.functions or " " in bare or bare in names.surnames
    return None if profile.type != "person" or told or bare not in names.seats else _as(profile, "government", profile.names)


def _with_article(profile: Profile, names: Names) -> Profile | None:
    """ "The Guild", "the shipyard Halden": people have neither an article nor a noun for a body before a single name."""
    bare = fold(profile.names[0])
    if profile.type not in ("person", "place", "work") or " " in bare or bare in names.surnames:
        return None
    if country(profile.names[0]):
        return None
    bodies = profile.before & _bodies()
    articled = profile.before & ARTICLES and profile.type == "person" and not profile.functions
    return _as(profile, "organisation", profile.names) if bodies or articled else None


@cache
def _bodies() -> frozenset[str]:
    """Nouns for organisations that stand right before their names."""
    return frozenset(row["word"] for row in word_list("en", "thing_words") if row["type"] == "organisation")


def _as(profile: Profile, kind: EntityType, names: tuple[str, ...]) -> Profile:
    kept = tuple(dict.fromkeys(names))
    keys = frozenset(key for key in (name_key(n) for n in kept[:1]) if key) | (profile.keys if len(kept) == 1 else frozenset())
    functions = profile.functions if kind == "person" else frozenset()
    gender = profile.gender if kind == "person" else ""
    return dataclasses.replace(profile, type=kind, names=kept, keys=keys, functions=functions, gender=gender)
