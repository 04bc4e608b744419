"""People whom a report calls by their age ("the 57-year-old"), put to the one person of the story who is so old."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from variorum.collation.entities.profiles import Profile

Group = tuple[Profile, ...]
_AGE = re.compile(r"(?i)\b(\d{1,3})[- ]years?[- ]old\b")


def aged(unnamed: Iterable[Profile], people: Sequence[Group]) -> Mapping[str, int]:
    """The unnamed people who are one of ``people`` by their age: id to the number of the group.

    Only where nobody else of the story is told to be that old, the gender agrees, and the words are definite or the report does
    not name the person.
    """
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(people):
        for age in {age for p in group for age in (*p.beside.ages, *_ages(p.roles))}:
            bearers[age].add(number)
    found = ((p, _bearer(p, people, bearers)) for p in unnamed if p.type == "person")
    return {p.id: number for p, number in found if number is not None}


def _bearer(profile: Profile, people: Sequence[Group], bearers: Mapping[str, set[int]]) -> int | None:
    ages = _ages(profile.names)
    fits = set().union(*(bearers.get(age, ()) for age in ages)) if len(ages) == 1 else set()
    if len(fits) != 1:
        return None
    (number,) = fits
    genders = {p.gender for p in people[number] if p.gender}
    if profile.gender and genders and profile.gender not in genders:
        return None
    definite = any(m.exact.casefold().startswith("the ") for m in profile.mentions)
    return number if definite or not any(p.article == profile.article for p in people[number]) else None


def _ages(texts: Iterable[str]) -> set[str]:
    return {age for text in texts for age in _AGE.findall(text)}
