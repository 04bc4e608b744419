"""Organisations that a report calls only by what they do ("the lender"), put to the one named body that does it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from variorum.collation.entities.functions import OWNERS
from variorum.collation.entities.natures import is_owner
from variorum.collation.entities.profiles import Function, Profile, function_of, is_institution
from variorum.language.lexicon import marked, values, word_list
from variorum.language.names import country, fold

Group = tuple[Profile, ...]
BODIES = ("organisation", "group", "other", "work", "place", "person", "document")
"""Types that an unnamed phrase for a body may have got; its noun tells that it is one."""
GENERAL = "company"
"""The kind of words that fit every company ("the firm")."""
PUBLIC = marked("en", "entity_words", "no_company")
"""Kinds of bodies that nobody calls a company."""
LEAD = 5
"""Of several bodies a phrase means the one that is mentioned so many times as often as any other; as for bare surnames."""


def with_business(groups: Sequence[Group], unnamed: Iterable[Profile]) -> tuple[list[Group], frozenset[str]]:
    """The groups of named things with the unnamed bodies that fit one of them, and the ids of those that were put to one.

    Only definite phrases in the singular ("the shipping company"); words that fit every company only in reports that do not
    name the body themselves, since what these mean inside a report has been told from the report.
    """
    does = [_kinds_of_group(group) for group in groups]
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for number, kinds in enumerate(does):
        for kind in sorted(kinds):
            owners[kind].append(number)
    homes = {p.id: home for p in unnamed if (home := _home(p, groups, owners)) is not None}
    by_home: defaultdict[int, list[Profile]] = defaultdict(list)
    for profile in unnamed:
        if profile.id in homes:
            by_home[homes[profile.id]].append(profile)
    joined = [tuple(sorted((*g, *by_home[n]), key=lambda p: p.id)) for n, g in enumerate(groups)]
    return joined, frozenset(homes)


def _home(profile: Profile, groups: Sequence[Group], owners: Mapping[str, Sequence[int]]) -> int | None:
    kinds = kinds_of_phrase(profile.names[0])
    known = {n for numbers in owners.values() for n in numbers}
    owned = profile.names[0].casefold().startswith(OWNERS)
    if profile.type not in BODIES or owned or not kinds or not is_definite(profile):
        return None
    fits = {n for kind in kinds for n in owners.get(kind, ())}
    if GENERAL not in kinds:
        return _leading(fits, groups)
    here = {n for n in fits if any(p.article == profile.article for p in groups[n])}
    home = _leading(fits, groups) if not here else here.pop() if len(here) == 1 else None
    rivals = (n for n in range(len(groups)) if n not in known and _could_be(groups[n]))
    return None if home is None or any(_weight(groups[n]) >= _weight(groups[home]) for n in rivals) else home


def _weight(group: Group) -> int:
    return sum(p.weight for p in group)


def _could_be(group: Group) -> bool:
    """Whether a named body of which nothing is told may be a company: no land, no armed group, no name made of common nouns."""
    acting = sum(p.type in ("organisation", "group") for p in group)
    names = [n for p in group for n in p.names]
    armed = {last for n in names for last in fold(n).split()[-1:]} & marked("en", "naming_words", "armed_name")
    return 2 * acting > len(group) and not armed and not any(country(n) or is_institution(n) for n in names)


def _leading(fits: set[int], groups: Sequence[Group]) -> int | None:
    """The only body that fits, or the one that the story is about."""
    ranked = sorted(((_weight(groups[n]), -n) for n in fits), reverse=True)
    if len(ranked) > 1 and ranked[0][0] < LEAD * ranked[1][0]:
        return None
    return -ranked[0][1] if ranked else None


def is_definite(profile: Profile) -> bool:
    """Whether a report uses the phrase as for something known: with "the", and no owner or land that tells another one."""
    told = function_of(profile.names[0])
    definite = any(m.exact[:4].casefold() == "the " for m in profile.mentions)
    plural = told is not None and told.head.endswith("s") and told.head not in _heads("en")
    return definite and not plural and told is not None and not told.countries and not profile.country


def _kinds_of_group(group: Group) -> frozenset[str]:
    """What a named body does, told by descriptions of it and by the words of its name; nothing for people and lands."""
    acting = sum(p.type in ("organisation", "group", "work") for p in group)
    if 2 * sum(p.type == "person" for p in group) > len(group) or any(country(n) for p in group for n in p.names):
        return frozenset()
    told = {kind for p in group for word in p.beside.before for kind in kinds_of_phrase(word)}
    if 2 * acting < len(group) and not told:
        return frozenset()
    told |= {kind for p in group for f in p.functions for kind in _kinds_of(f)}
    if any(p.type in ("organisation", "group") for p in group):
        told |= {kind for p in group for name in p.names for kind in kinds_of_name(name)}
    if any(is_owner(p) for p in group):
        told |= {GENERAL}
    elif told == {GENERAL} and any(fold(p.outlet) == fold(p.names[0]) for p in group):
        return frozenset()
    return frozenset(told | {GENERAL} if told - PUBLIC else told)


def kinds_of_phrase(text: str) -> frozenset[str]:
    """The kinds of bodies that a common-noun phrase can stand for, by its longest entry of the list."""
    found = function_of(text)
    return _kinds_of(found) if found else frozenset()


def _kinds_of(function: Function) -> frozenset[str]:
    """A phrase may have one word more than an entry of several words, and none more than one of a single word: "the border
    station" is no broadcaster."""
    near = {function.head, function.head.removesuffix("s")}
    fits = [(len(words), kind) for words, last, kind in _phrases("en") if last in near and words <= function.words | near]
    most = max((size for size, _ in fits), default=0)
    spare = 1 if most > 1 else 0
    return frozenset(kind for size, kind in fits if size == most and len(function.words) + 1 <= most + spare)


def kinds_of_name(name: str) -> frozenset[str]:
    """The kinds of bodies that the words of a name tell."""
    parts = fold(name).split()
    ends = {parts[0] if parts[1] in ("of", "for") else parts[-1]} if len(parts) > 1 else set()
    return frozenset(kind for word, kind in _name_words("en") if word in ends or _ends(word, parts))


def _ends(word: str, parts: Sequence[str]) -> bool:
    return word.startswith("-") and bool(parts) and parts[0].endswith(word[1:]) and len(parts[0]) > len(word)


@cache
def _heads(language: str) -> frozenset[str]:
    return frozenset(last for _, last, _ in _phrases(language))


@cache
def _phrases(language: str) -> tuple[tuple[frozenset[str], str, str], ...]:
    rows = word_list(language, "business_kinds")
    return tuple((frozenset(n.split()), n.split()[-1], row["kind"]) for row in rows for n in values(row, "nouns"))


@cache
def _name_words(language: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, row["kind"]) for row in word_list(language, "business_kinds") for word in values(row, "names"))
