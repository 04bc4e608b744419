"""Short and long names of one organisation in several reports: acronyms, first words, a description before the name."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.collation.entity_profiles import Profile
from variorum.language.frequency import rarity
from variorum.language.lexicon import words
from variorum.language.names import country, fold, is_acronym_of

Group = tuple[Profile, ...]

LEAST_SCORE = 0.8
"""Least score of a short and a long name of one bearer; the figures rank the ways of shortening, set by judgement."""
ACRONYM, DESCRIBED, FIRST_WORD = 0.95, 0.9, 0.8
UNCOMMON = 0.95
"""Rarity from which a word is hardly anything but a name."""
ACTING = frozenset({"organisation", "group", "document", "work", "other"})


def candidates(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Numbers of a group with a short name and of one with a longer name that begins with the same letter or ends alike."""
    initials, lasts = defaultdict(list), defaultdict(list)
    for number, group in enumerate(groups):
        for name in _names(group):
            parts = fold(name).split()
            if len(parts) > 1:
                initials[parts[0][0]].append(number)
                lasts[" ".join(parts[-2:])].append(number)
    for number, group in enumerate(groups):
        near = {k for name in _names(group) for k in initials[fold(name)[:1]] + lasts[" ".join(fold(name).split()[-2:])]}
        yield from ((number, other) for other in sorted(near - {number}))


def score(short: Group, long: Group) -> float:
    """How surely the names of ``short`` are short for those of ``long``; 0 for not at all."""
    lands = _countries(short)
    if not _could_act(short) or not _could_act(long) or (lands and _countries(long) - lands):
        return 0.0
    pairs = [(s, x) for s in _names(short) for x in _names(long)]
    if all(_is_acronym(name) for name in _names(short)) and any(is_acronym_of(s, x) for s, x in pairs):
        return ACRONYM
    if any(_describes(s, x) for s, x in pairs):
        return DESCRIBED
    return FIRST_WORD if any(_is_first_word(s, x) for s, x in pairs) else 0.0


def judge(value: float) -> bool:
    """Whether a short name stands for a long one."""
    return round(value, 3) >= LEAST_SCORE


def cluster(groups: Sequence[Group]) -> list[Group]:
    """``groups`` with each short name put to the one longer name of the story that it fits; it joins none of two."""
    fits: defaultdict[int, list[int]] = defaultdict(list)
    for short, long in candidates(groups):
        if judge(score(groups[short], groups[long])):
            fits[short].append(long)
    homes = {short: longs[0] for short, longs in fits.items() if len(longs) == 1}
    table: defaultdict[int, list[Profile]] = defaultdict(list)
    for number, group in enumerate(groups):
        table[_last(homes, number)] += group
    return [tuple(sorted(g, key=lambda p: p.id)) for g in table.values()]


def _last(homes: dict[int, int], number: int) -> int:
    """Where a chain of short names ends; a ring (each short for the other) is left at its smallest number."""
    seen = [number]
    while number in homes and homes[number] not in seen:
        number = homes[number]
        seen.append(number)
    return min(seen) if number in homes else number


def _names(group: Group) -> list[str]:
    return sorted({name for profile in group for name in profile.names})


def _countries(group: Group) -> set[str]:
    return {p.country for p in group if p.country}


def _could_act(group: Group) -> bool:
    """Whether a group can be an organisation: as many reports take it for one as not, and it is no country."""
    acting = sum(p.type in ACTING for p in group)
    return 2 * acting >= len(group) and not any(country(name) for name in _names(group))


def _is_acronym(name: str) -> bool:
    return " " not in name and len(fold(name)) <= 8 and sum(c.isupper() for c in name) >= 2


def _describes(short: str, long: str) -> bool:
    """Whether ``long`` is ``short`` with common nouns before it (``Carmaker Corvane Motors``)."""
    name, parts = fold(short).split(), fold(long).split()
    before = parts[: len(parts) - len(name)]
    nouns = words("en", "thing_words") | words("en", "person_words")
    return bool(before) and parts[len(before) :] == name and all(word in nouns for word in before)


def _is_first_word(short: str, long: str) -> bool:
    """Whether ``short`` is the first word of ``long`` and no common word (``Corvane`` for ``Corvane Trading``)."""
    name, parts = fold(short).split(), fold(long).split()
    return len(name) == 1 < len(parts) and parts[0] == name[0] and len(name[0]) > 2 and rarity(name[0]) >= UNCOMMON
