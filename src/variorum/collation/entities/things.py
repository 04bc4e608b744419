"""Which organisations, governments, places and other named things of several reports are one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType

from variorum.collation.entities.natures import is_bare
from variorum.collation.entities.profiles import GOVERNING, Profile, function_of, is_institution
from variorum.collation.entities.short_names import Group, cluster
from variorum.language.names import country, fold, same_person_name
from variorum.language.partition import Partition

Key = tuple[str, str]
NO_SEATS: Mapping[str, str] = MappingProxyType({})


def group_things(profiles: Iterable[Profile], *, seats: Mapping[str, str] = NO_SEATS) -> list[Group]:
    """Named things that are no people, by bearer: the same key first, then short names, acronyms and descriptions.

    Governments stay apart from places of the same name, and institutions of one country from those of another. ``seats`` are
    folded names of places and demonyms to the place meant: "the government in Velmar" is what other reports call "Velmar".
    """
    ordered = sorted(profiles, key=lambda p: p.id)
    states = _states(ordered)
    groups = [part for group in _by_key(ordered, states, seats) for part in _by_country(group)]
    return sorted(cluster(groups), key=lambda g: g[0].id)


def seat_of(profile: Profile, seats: Mapping[str, str]) -> str:
    """The folded name of the place whose government a profile is ("the Velmar regime", "the Velmarian cabinet"), or empty."""
    if profile.type not in ("government", "organisation", "group"):
        return ""
    functions = (function_of(profile.names[0]),) if profile.named else profile.functions
    told = [next(iter(f.words)) for f in functions if f and f.head in GOVERNING and len(f.words) == 1 and not f.countries]
    return next((seats[w] for w in sorted(told) if w in seats), "")


def thing_keys(profile: Profile, states: frozenset[str], seats: Mapping[str, str] = NO_SEATS) -> frozenset[Key]:
    """The keys under which profiles are one. ``states`` are keys of names that some report uses for a government: an
    organisation of that name is the same state in action, a place is not."""
    if profile.type == "government" and profile.country and _is_government(profile):
        return frozenset({("government", profile.country)})
    if seat := seat_of(profile, seats):
        return frozenset({("government", seat)})
    if profile.type == "people":
        return frozenset((profile.type, key) for key in profile.keys)
    acts = profile.type in ("organisation", "government")
    return frozenset(("government" if acts and key in states else "thing", key) for key in profile.keys)


def _states(profiles: Sequence[Profile]) -> frozenset[str]:
    """The keys of names used for a government, unless more reports take the bearer for an organisation or group.

    A company whose name one report reads as a place in action (``Corvane announced``) is no state; a country always is.
    """
    governments: Counter[str] = Counter(key for p in profiles if p.type == "government" and p.named for key in p.keys)
    bodies: Counter[str] = Counter(key for p in profiles if p.type in ("organisation", "group") and p.named for key in p.keys)
    lands = {key for p in profiles for key in p.keys if any(country(name) for name in p.names)}
    return frozenset(key for key in governments if key in lands or governments[key] >= bodies[key])


def is_governing(profile: Profile) -> bool:
    """Whether an unnamed government is that of its country (``the Velmar government``)."""
    return profile.type == "government" and profile.country is not None and _is_government(profile)


def mistaken_things(named: Sequence[Profile]) -> frozenset[str]:
    """Ids of things with one bare name that is the surname of the one person whom more reports call so in full, and of
    those with a name of several words that more reports use for a person. As many are enough where nothing in or beside the
    bare name shows a body or place, and no longer name of a thing begins with it."""
    full: defaultdict[str, set[str]] = defaultdict(set)
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    used: defaultdict[str, set[str]] = defaultdict(set)
    for profile in named:
        for parts in {tuple(fold(name).split()) for name in profile.names}:
            if profile.type == "person" and len(parts) > 1:
                full[parts[-1]].add(" ".join(parts))
                bearers[parts[-1]].add(profile.article)
                bearers[" ".join(parts)].add(profile.article)
            elif profile.type == "person":
                bearers[" ".join(parts)].add(profile.article)
            else:
                used[" ".join(parts)].add(profile.article)
    most = {n for n in used if len(bearers[n]) > len(used[n])}
    shown = (p for p in named if p.type != "person" and (p.type in ("place", "government") or not is_bare(p)))
    telling = {n for p in shown for n in fold(p.names[0]).split()[:1]}
    alone = {n for n in used if len(bearers[n]) == len(used[n]) and not bearers[n] & used[n]} - telling
    ones = {
        n for n in most | alone if " " not in n and full[n] and (n in most or _are_one(full[n])) and not country(n.capitalize())
    }
    names = ones | {n for n in most if " " in n}
    alone_so = {n for n in ones & most if not any(n in x.split() for x in used if " " in x)}
    return frozenset(p.id for p in named if (name := fold(p.names[0])) in names and _is_loose(p, acting=name in alone_so))


def _is_loose(profile: Profile, *, acting: bool) -> bool:
    """Whether a thing may be misread; a bare name that "said" is too easily read as a government, where it is nothing else in
    the story (``acting``)."""
    loose = ("place", "organisation", "other", "work", *(("government",) if acting else ()))
    return profile.type in loose or (profile.type != "person" and " " in fold(profile.names[0]))


def _are_one(names: set[str]) -> bool:
    """Whether full names can all be one person's ("R. Verek", "Ruben Verek")."""
    return bool(names) and all(same_person_name(a, b) for a, b in combinations(sorted(names), 2))


def _by_key(profiles: Sequence[Profile], states: frozenset[str], seats: Mapping[str, str]) -> list[list[Profile]]:
    """Profiles joined through shared keys, whatever their country (that is weighed next)."""
    joined = Partition(p.id for p in profiles)
    first: dict[Key, str] = {}
    for profile in profiles:
        for key in sorted(thing_keys(profile, states, seats)):
            joined.join(first.setdefault(key, profile.id), profile.id)
    groups: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        groups[joined.root(profile.id)].append(profile)
    return list(groups.values())


def _is_government(profile: Profile) -> bool:
    if profile.named:
        return any(country(name) for name in profile.names)
    return any(f.head in GOVERNING and not f.words for f in profile.functions)


def _by_country(group: Sequence[Profile]) -> list[Group]:
    """Institutions of one name parted by country; where only one country is told, those without belong to it."""
    told = sorted({p.country for p in group if p.country and any(is_institution(name) for name in p.names)})
    if len(told) < 2:
        return [tuple(group)]
    parts = [tuple(p for p in group if p.country == code) for code in told]
    rest = tuple(p for p in group if p.country not in told)
    return [part for part in (*parts, rest) if part]
