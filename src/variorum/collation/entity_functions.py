"""People whom a report calls by a function only, put to the one person of the story who holds it."""

from collections.abc import Mapping, Sequence
from functools import cache

from variorum.collation.entity_profiles import Function, Profile
from variorum.language.lexicon import values, word_list

Group = tuple[Profile, ...]

OWNERS = ("its ", "his ", "her ", "their ", "our ", "my ", "your ", "that ", "this ", "other ", "many ", "some ", "several ")
"""Words before a noun that point at something told before: the same words mean something else in another report."""


def holder(profile: Profile, people: Sequence[Group]) -> int | None:
    """The number of the one group of people who holds the function that an unnamed person is called by."""
    if profile.type != "person":
        return None
    for function in sorted(profile.functions, key=lambda f: (f.head, sorted(f.words))):
        fits = [n for n, group in enumerate(people) if any(_holds(profile, function, p) for p in group)]
        if len(fits) == 1:
            return fits[0]
    return None


def _holds(unnamed: Profile, function: Function, person: Profile) -> bool:
    if unnamed.gender and person.gender and unnamed.gender != person.gender:
        return False
    return any(_fits(unnamed, function, person, held) for held in person.functions)


def _fits(unnamed: Profile, function: Function, person: Profile, held: Function) -> bool:
    """The same office or a broader word for it (``leader`` for a president), the same telling words, no other country; a
    bare head only inside one report."""
    if held.head not in _offices("en") or function.head not in (held.head, *_offices("en")[held.head]):
        return False
    lands, own = function.countries | land_of_profile(unnamed), held.countries | land_of_profile(person)
    if lands and own and not lands & own:
        return False
    if function.words:
        return function.words == held.words
    if function.countries:
        return not held.words
    return unnamed.article == person.article and function.head == held.head


def land_of_profile(profile: Profile) -> frozenset[str]:
    """The country of a profile as a set, empty for none."""
    return frozenset({profile.country} if profile.country else ())


@cache
def _offices(language: str) -> Mapping[str, tuple[str, ...]]:
    """Functions to the broader or equal words that stand for them."""
    return {row["role"]: values(row, "kinds") for row in word_list(language, "role_kinds")}
