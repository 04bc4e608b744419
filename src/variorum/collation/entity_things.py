"""Which organisations, governments, places and other named things of several reports are one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.collation.entity_profiles import Profile, is_institution
from variorum.language.names import country, fold, is_acronym_of

GOVERNING = frozenset({"government", "administration", "authorities", "regime", "cabinet", "leadership"})
"""Nouns that, with a country, stand for its government."""

Token = tuple[str, str]


def group_things(profiles: Iterable[Profile]) -> list[tuple[Profile, ...]]:
    """Named things that are no people, by bearer; governments apart from places of the same name."""
    groups = cluster(sorted(profiles, key=lambda p: p.id))
    groups = [part for group in groups for part in _by_country(group)]
    groups = _with_states(groups)
    return sorted(_with_acronyms(groups), key=lambda g: g[0].id)


def candidates(profile: Profile) -> frozenset[Token]:
    """The keys under which a thing is looked for: profiles that share one are compared."""
    if profile.type == "government" and profile.country and _is_government(profile):
        return frozenset({("government", profile.country)})
    kind = profile.type if profile.type in ("government", "people") else "thing"
    return frozenset((kind, key) for key in profile.keys)


def score(one: Profile, other: Profile) -> float:
    """1 when two profiles share a key and belong to no two countries, else 0."""
    shared = candidates(one) & candidates(other)
    apart = one.country and other.country and one.country != other.country and not _is_place_name(one)
    return 1.0 if shared and not apart else 0.0


def judge(value: float) -> bool:
    """Whether two things are one."""
    return value >= 1.0


def cluster(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """Profiles joined through shared keys, whatever their country (that is weighed next)."""
    parent = {p.id: p.id for p in profiles}
    first: dict[Token, str] = {}
    for profile in profiles:
        for token in sorted(candidates(profile)):
            _union(parent, first.setdefault(token, profile.id), profile.id)
    groups: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        groups[_root(parent, profile.id)].append(profile)
    return list(groups.values())


def is_governing(profile: Profile) -> bool:
    """Whether an unnamed government is that of its country (``the Velmar government``)."""
    return profile.type == "government" and profile.country is not None and _is_government(profile)


def _is_government(profile: Profile) -> bool:
    if profile.named:
        return any(country(name) for name in profile.names)
    return any(f.head in GOVERNING and not f.words for f in profile.functions)


def _is_place_name(profile: Profile) -> bool:
    return any(country(name) for name in profile.names)


def _by_country(group: Sequence[Profile]) -> list[tuple[Profile, ...]]:
    """Institutions of one name parted by country; where only one country is told, those without belong to it."""
    told = sorted({p.country for p in group if p.country and not _is_country_free(p)})
    if len(told) < 2:
        return [tuple(group)]
    parts = [tuple(p for p in group if p.country == code) for code in told]
    rest = tuple(p for p in group if p.country not in told)
    return [part for part in (*parts, rest) if part]


def _is_country_free(profile: Profile) -> bool:
    """Whether the country of a thing says nothing against another one: only institutions recur from land to land."""
    return not any(is_institution(name) for name in profile.names)


def _with_states(groups: Sequence[tuple[Profile, ...]]) -> list[tuple[Profile, ...]]:
    """``groups`` with an organisation put to the government of the same name: a state that acts, in a land we do not know."""
    states = {key: n for n, g in enumerate(groups) for p in g if p.type == "government" for key in p.keys if p.named}
    joined: dict[int, int] = {}
    for number, group in enumerate(groups):
        kinds = {p.type for p in group}
        homes = {states[key] for p in group for key in p.keys if key in states} - {number}
        if "organisation" in kinds and not kinds & {"government", "place"} and len(homes) == 1:
            joined[number] = homes.pop()
    return _regrouped(groups, joined)


def _regrouped(groups: Sequence[tuple[Profile, ...]], joined: Mapping[int, int]) -> list[tuple[Profile, ...]]:
    """``groups`` with group k put to group ``joined[k]``."""
    table: defaultdict[int, list[Profile]] = defaultdict(list)
    for number, group in enumerate(groups):
        table[joined.get(number, number)] += group
    return [tuple(sorted(g, key=lambda p: p.id)) for g in table.values()]


def _with_acronyms(groups: Sequence[tuple[Profile, ...]]) -> list[tuple[Profile, ...]]:
    """``groups`` with each acronym put to the one longer name in the story whose initials it is."""
    names = [sorted({n for p in g for n in p.names}) for g in groups]
    kinds = [{p.type for p in g} for g in groups]
    joined: dict[int, int] = {}
    for short, own in enumerate(names):
        if all(_is_acronym(n) for n in own) and kinds[short] != {"place"}:
            fits = [k for k in range(len(groups)) if k != short and any(is_acronym_of(n, x) for n in own for x in names[k])]
            if len(fits) == 1 and fits[0] not in joined:
                joined[short] = fits[0]
    return _regrouped(groups, joined)


def _is_acronym(name: str) -> bool:
    return " " not in name and len(fold(name)) <= 8 and sum(c.isupper() for c in name) >= 2


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def _union(parent: dict[str, str], one: str, other: str) -> None:
    a, b = sorted((_root(parent, one), _root(parent, other)))
    parent[b] = a
