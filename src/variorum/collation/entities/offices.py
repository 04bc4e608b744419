"""Offices in comparable form: the noun, which one of its kind, whose, and whether it is still held."""

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.collation.entities.profiles import Profile, function_of
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked, word_list, words
from variorum.language.names import fold, is_demonym_of

UNCOMMON = 0.95
"""Rarity from which a word is hardly anything but a name; as for short names."""
START = 3
"""Letters that a demonym and its land share at least."""
COMING = marked("en", "entity_words", "coming")
GONE = marked("en", "entity_words", "gone")
"""Words that tell a successor, and a predecessor, from the holder of an office."""
BROAD = marked("en", "entity_words", "broad")
"""Nouns that are parts of many bodies' names and tell none."""
LANDS = ("place", "government", "people")
BODIES = ("organisation", "group")


@dataclass(frozen=True, slots=True, order=True)
class Office:
    """A function parted: ``head`` noun, ``words`` that tell which of its kind ("foreign"), ``names`` that tell whose (lands by
    their own names or codes, bodies), ``gone`` and ``coming`` where it is no longer or not yet held."""

    head: str
    words: frozenset[str]
    names: frozenset[str]
    gone: bool
    coming: bool


@dataclass(frozen=True, slots=True)
class StoryNames:
    """The words of the names of a story: those of ``bodies`` to all words of their names, demonyms and lands to the land
    meant, and the land told of most."""

    bodies: Mapping[str, frozenset[str]]
    lands: Mapping[str, str]
    home: str


def story_names(named: Sequence[Profile], described: Iterable[Profile]) -> StoryNames:
    """The words of names by which the functions of ``described`` can tell whose they are."""
    weights: Counter[str] = Counter()
    for profile in named:
        if profile.type in ("place", "government") and " " not in fold(profile.names[0]):
            weights[fold(profile.names[0])] += profile.weight
    lands = {n for n in weights if rarity(n) >= UNCOMMON}
    told = {w for p in described for f in p.functions for w in f.words}
    told |= {w for p in named if p.type != "person" for name in p.names for w in fold(name).split()}
    home = min(lands, key=lambda n: (-weights[n], n), default="")
    longer = {w for p in named if p.type in BODIES for name in p.names for w in _ends(name)}
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for profile in named:
        for name in profile.names if profile.type in (*BODIES, *LANDS) else ():
            for word in _telling(name, longer):
                bodies[word].update(fold(name).split())
    return StoryNames(
        {word: frozenset(found) for word, found in bodies.items()}, _demonyms(told, lands) | {n: n for n in sorted(lands)}, home
    )


def _ends(name: str) -> list[str]:
    parts = fold(name).split()
    return [parts[0], parts[-1]] if len(parts) > 1 else []


def _telling(name: str, longer: set[str]) -> list[str]:
    """The words of a name that can be nothing else, or the one common noun that is short for a longer name ("the League")."""
    parts = fold(name).split()
    return [w for w in parts if rarity(w) >= UNCOMMON or (len(parts) == 1 and w in longer and w not in BROAD)]


def _demonyms(told: Iterable[str], lands: Iterable[str]) -> dict[str, str]:
    starts: defaultdict[str, list[str]] = defaultdict(list)
    for land in sorted(lands):
        starts[land[:START]].append(land)
    return {word: land for word in sorted(told) for land in starts.get(word[:START], ()) if is_demonym_of(word, land)}


def offices(profile: Profile, names: StoryNames) -> tuple[Office, ...]:
    """The offices that a report tells of somebody, in order; those of an unnamed person also without the owner before "'s"."""
    texts = profile.roles if profile.named else (*profile.roles, *profile.names[:1])
    found = [office for text in texts if (office := _office(text, names))]
    if not profile.named:
        owner, mark, rest = profile.names[0].replace("’", "'").rpartition("'s ")
        bare = _office(rest, names) if mark and owner[:1].isupper() else None
        whose = {names.lands.get(w, w) for w in fold(owner).split() if w in names.bodies or w in names.lands}
        found += [dataclasses.replace(bare, names=bare.names | whose)] if bare else []
    return tuple(sorted(set(found), key=_order))


def _office(text: str, names: StoryNames) -> Office | None:
    function = function_of(text)
    if function is None:
        return None
    lands = {names.lands[w] for w in function.words if w in names.lands}
    bodies = {w for w in function.words if w in names.bodies and w not in names.lands}
    rest = function.words.difference(bodies, names.lands, *(names.bodies[w] for w in bodies))
    raw = set(fold(text).split())
    whole = function.head != "head" or len(rest) == 1
    pair = next((w for w in sorted(rest) if whole and (function.head, w) in _pairs("en")), "")
    head = _pairs("en")[function.head, pair] if pair else function.head
    told = frozenset(lands | bodies) | function.countries
    return Office(head, rest - {pair}, told, bool(raw & GONE), bool(raw & COMING))


@cache
def _pairs(language: str) -> Mapping[tuple[str, str], str]:
    """Head noun and other word of an office of two words to the office ("head of state", "prime minister")."""
    rows = (row["role"] for row in word_list(language, "role_kinds") if row["role"] in words(language, "offices_of_one"))
    told = ((role.split(" of ") if " of " in role else role.split()[::-1], role) for role in rows if " " in role)
    return {(parts[0], parts[1]): role for parts, role in told}


def _order(office: Office) -> tuple[str, list[str], list[str], bool, bool]:
    return office.head, sorted(office.words), sorted(office.names), office.gone, office.coming
