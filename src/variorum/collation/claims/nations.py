"""States under all their forms: a land, its government and its people count as one when clauses are compared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.language.names import country_of, fold, is_demonym_of
from variorum.records.story import StoryEntity

TYPES = ("government", "place", "people")


@dataclass(frozen=True, slots=True)
class Nations:
    """``canonical`` maps every story entity id to the one that stands for its state or, for others, to itself."""

    canonical: Mapping[str, str]
    by_code: Mapping[str, str]
    by_stem: Mapping[str, tuple[tuple[str, str], ...]]

    def of(self, word: str) -> str | None:
        """The story entity that a lower-case word names as a state, capital or people ("american", "ruvanian")."""
        for form in (word.capitalize(), word.upper()):
            code = country_of(form)
            if code is not None and (len(word) > 3 or form.isupper()):
                return self.by_code.get(code)
        near = self.by_stem.get(word[:3], ())
        return next((id for name, id in near if is_demonym_of(word, name) or fold(word) == fold(name)), None)


def nations_of(entities: Sequence[StoryEntity]) -> Nations:
    """The states among ``entities``; those of one country code or one name are one."""
    states = [e for e in entities if e.type in TYPES and e.named]
    by_code = _first((e.country, e.id) for e in states if e.country)
    by_name = _first((fold(e.name), by_code.get(e.country or "", e.id)) for e in states)
    canonical = {e.id: e.id for e in entities}
    for e in states:
        canonical[e.id] = by_code.get(e.country or "") or by_name[fold(e.name)]
    stems: dict[str, list[tuple[str, str]]] = {}
    for e in states:
        if not e.country:
            stems.setdefault(fold(e.name)[:3], []).append((e.name, canonical[e.id]))
    return Nations(canonical, by_code, {stem: tuple(sorted(found)) for stem, found in stems.items()})


def _first(pairs: Iterable[tuple[str | None, str]]) -> dict[str, str]:
    """The smallest id for each key."""
    found: dict[str, str] = {}
    for key, id in sorted((k, i) for k, i in pairs if k):
        found.setdefault(str(key), id)
    return found
