"""People whom a report calls by a function only, put to the one person of the story who holds it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache

from variorum.collation.entities.offices import Office, StoryNames, offices, story_names
from variorum.collation.entities.profiles import Profile
from variorum.language.lexicon import marked, values, word_list, words

Group = tuple[Profile, ...]
Held = Sequence[tuple[Profile, Office]]

OWNERS = tuple(f"{word} " for word in sorted(marked("en", "collation_words", "pointing")))
"""Words before a noun that point at something told before: the same words mean something else in another report."""
KNOWN = tuple(f"{word} " for word in sorted(marked("en", "collation_words", "definite")))
"""Words before a noun for somebody who is known."""
THE = tuple(f"{word} " for word in sorted(marked("en", "entity_words", "holder")))
ANY = tuple(f"{word} " for word in sorted(marked("en", "entity_words", "any_holder")))
"""Words before the office of its one holder, and of one of several."""
SEVERAL = 2
"""Reports that must tell whose office a bare noun is for it to mean him in others: all 16 so joined in 90 stories were."""
CODE = 3
"""Letters of a country's code."""
LEADERS = marked("en", "entity_words", "leader")
"""Nouns for whoever leads a body; with its name they are one office."""
LEADING = marked("en", "entity_words", "leading")
"""Words beside such a noun that tell nothing more."""
LESSER = marked("en", "entity_words", "lesser")
"""Words that make another office of one of the same noun."""


def holders(unnamed: Iterable[Profile], people: Sequence[Group], named: Sequence[Profile]) -> Mapping[str, int]:
    """The unnamed people who are shown to be one of the groups of ``people``: id to the number of the group.

    The office must be the same, or a broader word for it (``leader`` for a president), with the same telling words and no other
    land; a bare noun means somebody of another report only where a story mostly has one such ("the mayor"). A successor
    ("the next governor") is nobody who is named, a predecessor nobody who still holds the office.
    """
    described = [p for p in unnamed if p.type == "person" and p.functions]
    names = story_names(named, [*described, *named])
    held = [[(p, office) for p in group for office in offices(p, names)] for group in people]
    index = _by_noun(held)
    only = _only_holders(described, held, names)
    found = {p.id: _holder(p, people, held, names, index) for p in described}
    found |= {p.id: _by_noun_alone(p, only, people, names) for p in described if found[p.id] is None}
    return {key: number for key, number in found.items() if number is not None}


def _by_noun(held: Sequence[Held]) -> Mapping[str, Sequence[int]]:
    """The numbers of the people whose offices a noun can stand for, by noun."""
    index: defaultdict[str, set[int]] = defaultdict(set)
    for number, told in enumerate(held):
        for head in {office.head for _, office in told}:
            for noun in (head, *_offices("en").get(head, ()), *(LEADERS if head in LEADERS else ())):
                index[noun].add(number)
    return {noun: sorted(numbers) for noun, numbers in index.items()}


def _holder(
    profile: Profile, people: Sequence[Group], held: Sequence[Held], names: StoryNames, index: Mapping[str, Sequence[int]]
) -> int | None:
    for office in offices(profile, names):
        if office.coming:
            continue
        near = index.get(office.head, ())
        reports = {n: {p.article for p in people[n]} for n in near}
        fits = [n for n in near if _may_be(profile, people[n]) and _holds(profile, office, held[n], names, reports[n])]
        if len(fits) > 1:
            closest = [n for n in fits if any(_is_nearest(profile, office, p, o) for p, o in held[n])]
            here = [n for n in fits if not office.names and profile.article in reports[n]]
            fits = closest or here
        if len(fits) == 1:
            return fits[0]
    return None


def _only_holders(described: Iterable[Profile], held: Sequence[Held], names: StoryNames) -> Mapping[str, int]:
    """Nouns for offices of which several reports tell that one person holds it, and none that there are several holders ("a
    prosecutor"), to the number of the person."""
    many = {office.head for p in described if _opens(p, ANY) for office in offices(p, names)}
    told: defaultdict[str, dict[int, set[str]]] = defaultdict(dict)
    for number, offices_held in enumerate(held):
        for person, office in offices_held:
            told[office.head].setdefault(number, set()).add(person.article)
    alone = {head: found for head, found in told.items() if len(found) == 1 and head not in many and head in _offices("en")}
    return {head: n for head, found in alone.items() for n, reports in found.items() if len(reports) >= SEVERAL}


def _by_noun_alone(profile: Profile, only: Mapping[str, int], people: Sequence[Group], names: StoryNames) -> int | None:
    """The one holder whom a bare noun with "the" means ("the prosecutor")."""
    bare = [o.head for o in offices(profile, names) if not (o.words or o.names or o.coming or o.gone)]
    fits = (only[head] for head in bare if head in only)
    return next((n for n in fits if _may_be(profile, people[n])), None) if _opens(profile, THE) else None


def _may_be(unnamed: Profile, group: Group) -> bool:
    genders, lands = {p.gender for p in group if p.gender}, {p.country for p in group if p.country}
    if unnamed.gender and genders and unnamed.gender not in genders:
        return False
    return not unnamed.country or not lands or unnamed.country in lands


def _holds(profile: Profile, office: Office, held: Held, names: StoryNames, reports: Set[str]) -> bool:
    """Whether one of the offices that reports tell of a person is the one meant; ``reports`` name the person."""
    own = {name for _, other in held for name in other.names} | {p.country for p, _ in held if p.country}
    whose = office.names | land_of_profile(profile)
    strange = {name for name in whose if name in names.lands or (len(name) == CODE and name.isupper())} - {names.home}
    if whose and (not whose & own if own else strange):
        return False
    return any(_fits(profile, office, person, other, beside=profile.article in reports) for person, other in held)


def _fits(profile: Profile, office: Office, person: Profile, other: Office, *, beside: bool = False) -> bool:
    here = profile.article == person.article
    if office.gone != other.gone and not (here and not office.words | office.names):
        return False
    if office.head in LEADERS and other.head in LEADERS and office.names & other.names:
        return not (office.words | other.words) - LEADING
    if other.head not in _offices("en") or not (_is_like(office, other) or _is_broader(office, other)):
        return False
    if not office.words and not _is_like(office, other) and not _is_known(profile):
        return False
    if office.words or (office.names and not other.words):
        told = not office.names or bool(office.names & other.names)
        same = office.words == other.words or _is_shortened(profile, office, other)
        return same and (here or told or _is_known(profile))
    return _is_bare(profile, office, other, here=here) or (beside and _is_told_elsewhere(profile, office, other))


def _is_shortened(profile: Profile, office: Office, other: Office) -> bool:
    """Whether a known office leaves out a word of the other ("the director of the hospital", of the university hospital)."""
    more = other.words - office.words
    return (
        bool(office.words)
        and office.words < other.words
        and office.head == other.head
        and not more & LESSER
        and _is_known(profile)
    )


def _is_bare(profile: Profile, office: Office, other: Office, *, here: bool) -> bool:
    """Whether a bare noun ("the minister") can mean who holds ``other``, in the same report (``here``) or another.

    The head of a state or government is no president of a club.
    """
    if not _is_like(office, other) or (not here and not _is_known(profile) and not office.names):
        return False
    if here and not other.words:
        return True
    return office.head in words("en", "offices_of_one") and not (other.words if " " in office.head else other.words & LESSER)


def _is_told_elsewhere(profile: Profile, office: Office, other: Office) -> bool:
    """Whether a bare noun ("the general") can mean who is named in the same report and whose office only others tell."""
    return office.head == other.head and _opens(profile, THE) and not other.words & LESSER


def _is_known(profile: Profile) -> bool:
    """Whether the words are used as for somebody known: with "the" or an owner."""
    return _opens(profile, KNOWN) or "the" in profile.beside.before or "'s " in profile.names[0].replace("’", "'")


def _opens(profile: Profile, openers: tuple[str, ...]) -> bool:
    """Whether a mention begins with one of the words."""
    return any(m.exact.casefold().startswith(openers) for m in profile.mentions)


def _is_like(one: Office, other: Office) -> bool:
    """The same noun, or two that stand for each other ("captain", "skipper")."""
    return one.head == other.head or (_is_broader(one, other) and _is_broader(other, one))


def _is_broader(one: Office, other: Office) -> bool:
    return one.head in _offices("en").get(other.head, ())


def _is_nearest(profile: Profile, office: Office, person: Profile, other: Office) -> bool:
    """Of several who fit: whoever holds the office of the same land or body, or is told to hold it in the same report."""
    if office.names:
        return bool(office.names & other.names) and _fits(profile, office, person, other)
    return person.article == profile.article and office.head == other.head and office.words == other.words


def land_of_profile(profile: Profile) -> frozenset[str]:
    """The country of a profile as a set, empty for none."""
    return frozenset({profile.country} if profile.country else ())


@cache
def _offices(language: str) -> Mapping[str, tuple[str, ...]]:
    """Functions to the broader or equal words that stand for them."""
    return {row["role"]: values(row, "kinds") for row in word_list(language, "role_kinds")}
