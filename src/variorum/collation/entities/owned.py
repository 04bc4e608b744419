"""Bodies that a report calls by somebody's name ("Verek's ministry"), put to the named body that they head or speak for."""

from collections.abc import Iterable, Mapping, Sequence

from variorum.collation.entities.profiles import Profile, function_of
from variorum.language.lexicon import marked
from variorum.language.names import country, fold

Group = tuple[Profile, ...]
DEPARTMENTS = marked("en", "entity_words", "department")
BELONGING = marked("en", "entity_words", "belonging")
"""Nouns that with an owner mean the body whose name stands in the owner's function."""


def owned(unnamed: Iterable[Profile], people: Sequence[Group], things: Sequence[Group]) -> Mapping[str, int]:
    """The unnamed bodies that are one of ``things`` by who owns them: id to the number of the group."""
    found: dict[str, int] = {}
    for profile in unnamed:
        owner, mark, noun = profile.names[0].replace("’", "'").rpartition("'s ")
        head = fold(noun).split()[-1:]
        if mark and head and head[0] in DEPARTMENTS | BELONGING and len(noun.split()) == 1:
            roles = _roles(owner, profile.article, people)
            fits = [n for n, group in enumerate(things) if _is_theirs(head[0], roles, group)]
            if len(fits) == 1:
                found[profile.id] = fits[0]
    return found


def _roles(owner: str, article: str, people: Sequence[Group]) -> tuple[str, ...]:
    """What reports call the one person of that name in the report."""
    fits = [g for g in people if any(p.article == article and fold(owner) in {fold(n) for n in p.names} for p in g)]
    return tuple(role for p in fits[0] for role in p.roles) if len(fits) == 1 else ()


def _is_theirs(noun: str, roles: Iterable[str], group: Group) -> bool:
    """Whether a body is the ministry of an office told in ``roles``, and no land's of which nothing is told there; or its name
    stands in one of them."""
    names = {fold(name) for p in group if p.named for name in p.names}
    if any(country(name) for p in group for name in p.names) or not any(p.type in ("organisation", "group") for p in group):
        return False
    if noun in DEPARTMENTS and any(p.beside.whose for p in group):
        return False
    if noun in DEPARTMENTS:
        told = {f.words for role in roles if (f := function_of(role)) and f.words}
        return any((f := function_of(name)) and f.head == noun and f.words in told for name in names if noun in name.split())
    return any(f" {name}" in f" {fold(role)}" for name in names if len(name) > 2 for role in roles)
