"""Bodies that a report calls by the common words of their name ("the defence ministry", "the trust") or by what others call
them beside it ("the operator"), put to the one named body of the story that it can be."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from variorum.collation.entities.business import BODIES, is_definite, kinds_of_name, kinds_of_phrase
from variorum.collation.entities.functions import OWNERS
from variorum.collation.entities.offices import BROAD, UNCOMMON, StoryNames, story_names
from variorum.collation.entities.profiles import LEGAL_FORMS, SMALL, Profile, function_of, spelled
from variorum.language.frequency import rarity
from variorum.language.lexicon import marked, words
from variorum.language.names import country, fold

Group = tuple[Profile, ...]
SEVERAL = 2
"""Reports that must name a body for a single noun, or a ministry told without its land, to mean it in others."""
EMPTY = marked("en", "entity_words", "empty")
"""Words of the names of ministries that are left out as often."""
NATIONAL = marked("en", "entity_words", "national")
"""Words of the names of banks of a land that stand for "national"."""
PLAIN = marked("en", "entity_words", "plain")
"""Words that tell nothing of what a body is for."""
STATE = marked("en", "entity_words", "every_land")
"""Nouns for bodies that every land has."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one name or phrase for a body: its noun, all telling words with it, the lands it names, what such bodies
    do."""

    head: str
    telling: frozenset[str]
    lands: frozenset[str]
    kinds: frozenset[str]


Calls = tuple[list[Words], list[Words]]


def with_described(
    groups: Sequence[Group], unnamed: Iterable[Profile], named: Sequence[Profile]
) -> tuple[list[Group], frozenset[str]]:
    """The groups of named things with the unnamed bodies that are one of them, and the ids of those that were put to one."""
    bodies = [p for p in unnamed if p.type in BODIES and p.functions and not _is_owned(p)]
    names = story_names(named, [*bodies, *named])
    described = [p for p in bodies if is_definite(p) or _is_force(p) or _is_of_land(p, names)]
    called = {n: _calls(group, names) for n, group in enumerate(groups) if _acts(group)}
    index: defaultdict[str, list[int]] = defaultdict(list)
    for number, (own, roles) in called.items():
        for head in sorted({key for w in (*own, *roles) for key in (w.head, *w.kinds)}):
            index[head].append(number)
    homes = {p.id: home for p in described if (home := _home(p, groups, called, index, names)) is not None}
    by_home: defaultdict[int, list[Profile]] = defaultdict(list)
    for profile in described:
        if profile.id in homes:
            by_home[homes[profile.id]].append(profile)
    joined = [tuple(sorted((*g, *by_home[n]), key=lambda p: p.id)) for n, g in enumerate(groups)]
    return joined, frozenset(homes)


def _is_owned(profile: Profile) -> bool:
    return profile.names[0].casefold().startswith(OWNERS)


def _is_force(profile: Profile) -> bool:
    """Whether a phrase is the name of an armed group written as common nouns; "14 fighters of the Olm Brigades" is not."""
    name = profile.names[0]
    return " of " not in name and name[:1].isupper() and any(spelled(f.head) in _forces("en") for f in profile.functions)


def _is_of_land(profile: Profile, names: StoryNames) -> bool:
    """ "Velmar's food regulator": known by the land that owns it."""
    owner, mark, _ = profile.names[0].replace("’", "'").partition("'s ")
    return bool(mark) and fold(owner) in names.lands


def _acts(group: Group) -> bool:
    acting = sum(p.type in ("organisation", "group") for p in group)
    return 2 * acting > len(group) and not any(country(n) for p in group for n in p.names)


def _calls(group: Group, names: StoryNames) -> Calls:
    """The words of the names of a body, and those of what reports call it beside its name."""
    own = [w for p in group if p.named for name in p.names if " " in name and (w := _words(name, names, kinds_of_name(name)))]
    media = words("en", "media_nouns")
    roles = [w for p in group if p.named for role in p.roles if (w := _words(role, names)) and w.head not in media]
    return own, roles


def _words(text: str, names: StoryNames, kinds: frozenset[str] | None = None) -> Words | None:
    function = function_of(text)
    if function is None:
        return None
    lands = {names.lands[w] for w in function.words if w in names.lands}
    kept = {function.head, *function.words}.difference(names.lands, SMALL, LEGAL_FORMS, EMPTY)
    telling = {"national" if w in NATIONAL else spelled(w) for w in kept}
    done = kinds_of_phrase(function.head) if kinds is None else kinds
    return Words(spelled(function.head), frozenset(telling), frozenset(lands) | function.countries, done)


def _home(
    profile: Profile,
    groups: Sequence[Group],
    called: Mapping[int, Calls],
    index: Mapping[str, Sequence[int]],
    names: StoryNames,
) -> int | None:
    phrase = _words(profile.names[0], names)
    if phrase is None:
        return None
    heads = sorted(_forces("en")) if phrase.head in _forces("en") else [phrase.head]
    near = sorted({n for head in heads for n in index.get(head, ())})
    near = sorted({*near, *(n for kind in phrase.kinds for n in index.get(kind, ()))})
    fits = [n for n in near if _is_called(profile, phrase, groups[n], called[n], home=names.home)]
    fits = fits or [n for n in _only_one(phrase, called, index) if _is_landless(groups[n], called[n][0])]
    return fits[0] if len(fits) == 1 else None


def _only_one(phrase: Words, called: Mapping[int, Calls], index: Mapping[str, Sequence[int]]) -> list[int]:
    """The one named body of a story with the single noun of a phrase that every land has one for ("the ministry")."""
    if phrase.head not in STATE or phrase.lands or len(phrase.telling) > 1:
        return []
    bearers = [n for n in index.get(phrase.head, ()) if any(w.head == phrase.head for w in called[n][0])]
    return bearers if len(bearers) == 1 else []


def _is_landless(group: Group, own: Sequence[Words]) -> bool:
    """Whether several reports name a body, most of them without its land."""
    reports = {p.article for p in group}
    whose = 2 * sum(bool(p.beside.whose) for p in group) < len(group)
    return any(not w.lands for w in own) and len(reports) >= SEVERAL and whose


def _are_forces(one: Words, other: Words) -> bool:
    """Whether two phrases put nouns for an armed group's parts behind one name ("Olm Brigades", "the Olm popular units")."""
    nouns = _forces("en")
    shared = {w for w in one.telling & other.telling if rarity(w) >= UNCOMMON}
    return one.head in nouns and other.head in nouns and bool(shared)


def _does_so(phrase: Words, own: Words) -> bool:
    """Whether a phrase says in other words what a name says: the same kind of body, for the same things ("the union of divers",
    "Guild of Divers")."""
    told = phrase.telling - {phrase.head} - PLAIN
    return bool(told and told <= own.telling and phrase.kinds & own.kinds)


def _is_called(profile: Profile, phrase: Words, group: Group, calls: Calls, *, home: str) -> bool:
    own, roles = calls
    told = {land for w in own for land in w.lands} | {p.country for p in group if p.country}
    if phrase.lands and (not phrase.lands & told if told else not phrase.lands <= {home}):
        return False
    reports = {p.article for p in group}
    if any(_are_forces(phrase, w) for w in own) and _is_force(profile) and len(reports) >= SEVERAL:
        return True
    if phrase.head in STATE and not phrase.lands and not _is_landless(group, own):
        return False
    if any(_does_so(phrase, w) for w in own):
        return True
    if len(phrase.telling) > 1:
        return any(w.head == phrase.head and phrase.telling <= w.telling for w in own) or any(
            w.telling == phrase.telling for w in roles
        )
    if phrase.head in BROAD | STATE or phrase.lands or len(reports) < SEVERAL:
        return False
    return any(w.head == phrase.head for w in own) or any(w.telling == phrase.telling for w in roles)


@cache
def _forces(language: str) -> frozenset[str]:
    return frozenset(spelled(word, language=language) for word in words(language, "forces"))
