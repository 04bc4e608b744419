"""Which people of several reports are one person: full names first, then bare surnames that fit one person only.

Precision first: two people with one surname stay two unless their full names, genders, countries and functions agree.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from variorum.collation.entities.profiles import Function, Profile
from variorum.language.lexicon import marked, words
from variorum.language.names import fold, given_name_gender, name_words, same_person_name, spelling_key

LEAST_SCORE = 0.7
"""Names that score less are not one person's; the scores below rank kinds of agreement, set by judgement."""
SAME, SPELLED, SHORTER, NEAR, BARE = 1.0, 0.95, 0.9, 0.8, 0.7
LEAD = 5
"""A bare surname is that of the bearer who is mentioned so many times as often as any other one in the story."""
GENERATIONS = marked("en", "entity_words", "generation")
DEPARTMENTAL = marked("en", "entity_words", "departmental")
"""Offices of which a government has several, by their departments."""
LEAST_NEAR = 5
"""Letters that a given name must have so that one other letter is taken for another spelling (Haidar, Haider)."""


def group_people(profiles: Iterable[Profile]) -> list[tuple[Profile, ...]]:
    """Named people by person; profiles in any order, groups ordered by their smallest member."""
    ordered = sorted(profiles, key=lambda p: p.id)
    full = [p for p in ordered if len(full_name(p)) > 1]
    bare = [p for p in ordered if len(full_name(p)) == 1]
    groups = cluster(full)
    for key, same in sorted(_by_key(bare).items()):
        groups = _with_bare(groups, key, same)
    return sorted((tuple(sorted(g, key=lambda p: p.id)) for g in groups), key=lambda g: g[0].id)


def mistaken_people(named: Sequence[Profile]) -> frozenset[str]:
    """Ids of people with one bare name that other reports use for a thing: what a report alone cannot tell.

    A bearer of that name with a given name speaks for a person, and so does a function, unless twice as many reports as
    tell one use the name for a thing.
    """
    surnames = {spelling_key(w) for p in named if p.type == "person" and len(full_name(p)) > 1 for w in full_name(p)}
    bare = [p for p in named if p.type == "person" and len(full_name(p)) == 1 and spelling_key(full_name(p)[0]) not in surnames]
    things = Counter(name for p in named if p.type != "person" for name in {fold(n) for n in p.names})
    people = Counter(fold(p.names[0]) for p in bare if p.functions)
    return frozenset(
        p.id for p in bare if things[name := fold(p.names[0])] and (not p.functions or things[name] >= 2 * people[name])
    )


def full_name(profile: Profile) -> tuple[str, ...]:
    """The words of the fullest name that a report uses, without a noun for people before it ("Daughter Livia")."""
    return max((_without_noun(name_words(n)) for n in profile.names), key=lambda w: (len(w), w), default=())


def _without_noun(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name less all up to the last noun for people or office in it ("City Attorney Terry White")."""
    nouns = words("en", "person_words")
    cuts = [n for n, w in enumerate(name[:-1]) if w in nouns and given_name_gender(w) is None]
    rest = name[cuts[-1] + 1 :] if cuts else name
    return name if set(rest) <= GENERATIONS else rest


def candidates(name: tuple[str, ...], index: Mapping[str, Sequence[int]]) -> list[int]:
    """The numbers of groups that share the spelling of a word with ``name``."""
    return sorted({number for word in name for number in index.get(spelling_key(word), ())})


def score(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How well two full names agree, 0 for not at all."""
    if one == other:
        return SAME
    if [spelling_key(w) for w in one] == [spelling_key(w) for w in other]:
        return SPELLED
    if same_person_name(" ".join(one), " ".join(other)):
        return SHORTER
    return NEAR if _near(one, other) else 0.0


def judge(value: float) -> bool:
    """Whether names that agree so well can be one person's."""
    return round(value, 3) >= LEAST_SCORE


def cluster(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """People with full names, each group's names all agreeing with each other; a name that fits two groups joins none."""
    groups: list[list[Profile]] = []
    names: list[set[tuple[str, ...]]] = []
    index: defaultdict[str, list[int]] = defaultdict(list)
    for name, same in sorted(_by_name(profiles).items(), key=lambda item: (-len(item[0]), item[0])):
        fits = [n for n in candidates(name, index) if all(judge(score(name, other)) for other in names[n])]
        fits = [n for n in fits if not any(_clash(p, q) for p in same for q in groups[n])]
        fits = fits or [n for n in candidates(name, index) if _without_generation(name, same, names[n], groups[n])]
        if len(fits) == 1:
            groups[fits[0]] += same
            names[fits[0]].add(name)
        else:
            groups.append(list(same))
            names.append({name})
        for word in name:
            index[spelling_key(word)].append(fits[0] if len(fits) == 1 else len(groups) - 1)
    return groups


def _without_generation(
    name: tuple[str, ...], same: Sequence[Profile], others: Iterable[tuple[str, ...]], group: Sequence[Profile]
) -> bool:
    """Whether a name with "III" or "Jr." and one without it are one: no report tells of both, nothing else differs."""
    bare = tuple(w for w in name if w not in GENERATIONS)
    stripped = [tuple(w for w in other if w not in GENERATIONS) for other in others]
    if (bare == name and all(o == s for o, s in zip(others, stripped, strict=True))) or len(bare) < 2:
        return False
    if {p.article for p in same} & {p.article for p in group} or any(_clash(p, q) for p in same for q in group):
        return False
    return all(judge(score(bare, other)) for other in stripped)


def _by_name(profiles: Iterable[Profile]) -> dict[tuple[str, ...], list[Profile]]:
    table: defaultdict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        table[full_name(profile)].append(profile)
    return dict(table)


def _by_key(profiles: Iterable[Profile]) -> dict[str, list[Profile]]:
    table: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        table[spelling_key(full_name(profile)[-1])].append(profile)
    return dict(table)


def _with_bare(groups: list[list[Profile]], key: str, bare: Sequence[Profile]) -> list[list[Profile]]:
    """``groups`` with the people called by the one name ``key`` put to the person it fits, or together, or alone.

    Each is decided on the full names alone, so that no order of reports makes a difference.
    """
    bearers = [n for n, g in enumerate(groups) if any(spelling_key(full_name(p)[-1]) == key for p in g)]
    bearers = bearers or [n for n, g in enumerate(groups) if any(spelling_key(full_name(p)[0]) == key for p in g)]
    homes = {profile.id: _home(profile, groups, bearers) for profile in bare}
    joined = [[*g, *(p for p in bare if homes[p.id] == n)] for n, g in enumerate(groups)]
    loose = [p for p in bare if homes[p.id] is None]
    return [*joined, *([[p] for p in loose] if bearers else _alike(loose))]


def _home(profile: Profile, groups: Sequence[Sequence[Profile]], bearers: Sequence[int]) -> int | None:
    """The number of the group that a person with a bare name belongs to, if it can be told.

    Of the one bearer of a surname in a story single reports may get the gender or the office wrong, or tell it in other words.
    """
    if len(bearers) == 1:
        return None if _speaks_against(profile, groups[bearers[0]]) else bearers[0]
    fits = [n for n in bearers if not any(contradicts(profile, p) for p in groups[n])]
    if len(fits) > 1:
        fits = [n for n in fits if any(profile.functions & p.functions for p in groups[n])] or _leading(profile, groups, fits)
    return fits[0] if len(fits) == 1 else None


def _speaks_against(profile: Profile, group: Sequence[Profile]) -> bool:
    """Whether a bearer of a bare surname cannot be the person whom all profiles of ``group`` are: nobody agrees with the
    gender, the country or the department that the report tells. Of one office in the same words a pronoun read wrongly makes
    no two."""
    alike = any(f.words and f in p.functions for f in profile.functions for p in group)
    for told in ("country",) if alike else ("gender", "country"):
        own, others = getattr(profile, told), {getattr(p, told) for p in group} - {"", None}
        if own and others and own not in others:
            return True
    offices = {f for f in profile.functions if f.head in DEPARTMENTAL}
    rivals = [(f, g) for f in offices for p in group for g in p.functions if f.head == g.head]
    return bool(rivals) and not any(_compatible(f, g) for f, g in rivals)


def _alike(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """People of one bare name whom nobody calls in full: one person, or where some contradict, those told alike."""
    if not any(contradicts(p, q) for p, q in combinations(profiles, 2)):
        return [list(profiles)] if profiles else []
    table: defaultdict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        table[profile.country, profile.gender, profile.functions].append(profile)
    return list(table.values())


def _leading(profile: Profile, groups: Sequence[Sequence[Profile]], fits: Sequence[int]) -> list[int]:
    """The one of several bearers of a surname whom the story is about, unless the report names another of them in full."""
    weights = sorted(((sum(p.weight for p in groups[n]), n) for n in fits), reverse=True)
    (most, first), (second, _) = weights[:2]
    named_here = any(p.article == profile.article for n in fits if n != first for p in groups[n])
    return [first] if not named_here and most >= LEAD * second else []


def _clash(one: Profile, other: Profile) -> bool:
    return bool(one.gender and other.gender and one.gender != other.gender and full_name(one) != full_name(other))


def contradicts(one: Profile, other: Profile) -> bool:
    """Whether two people of one surname cannot be one: another gender or country, or one office of two departments."""
    if one.gender and other.gender and one.gender != other.gender:
        return True
    if one.country and other.country and one.country != other.country:
        return True
    rivals = [(f, g) for f in one.functions for g in other.functions if f.head == g.head]
    return bool(rivals) and not any(_compatible(f, g) for f, g in rivals)


def _compatible(one: Function, other: Function) -> bool:
    countries = not one.countries or not other.countries or bool(one.countries & other.countries)
    return countries and (one.words <= other.words or other.words <= one.words)


def _near(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Two names of as many words, of which one given name is spelled with one letter other than in the other."""
    if len(one) != len(other) or len(one) < 2 or spelling_key(one[-1]) != spelling_key(other[-1]):
        return False
    unlike = [(a, b) for a, b in zip(one[:-1], other[:-1], strict=True) if spelling_key(a) != spelling_key(b)]
    return len(unlike) == 1 and _one_letter(*unlike[0])


def _one_letter(one: str, other: str) -> bool:
    a, b = fold(one), fold(other)
    if min(len(a), len(b)) < LEAST_NEAR or a[0] != b[0] or len(a) != len(b) or a[-1] != b[-1]:
        return False
    return sum(x != y for x, y in zip(a, b, strict=True)) == 1 and _consonants(a) == _consonants(b)


def _consonants(word: str) -> str:
    return "".join(c for c in word if c not in "aeiouy")
