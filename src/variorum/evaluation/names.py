"""Whether a name in gold and the names of an entity are of one person or thing."""

from collections.abc import Iterable

_SMALL = frozenset(("the", "a", "an", "of", "for", "at", "s"))

_MARKS = ',;:()[]"“”'
"""Marks that are no part of the word they cling to ("Sky Harbour, a fund")."""


def same_name(gold: str, names: Iterable[str]) -> bool:
    """Whether all words of ``gold`` stand in one of ``names`` or the other way round, articles and prepositions left out."""
    wanted = _key(gold)
    return any(wanted <= _key(name) or (_key(name) and _key(name) <= wanted) for name in names)


def _key(name: str) -> set[str]:
    words = (w.strip(_MARKS) for w in name.lower().replace("’", " ").replace("'", " ").split())
    return {w for w in words if w and w not in _SMALL}
