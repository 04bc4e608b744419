"""Corrections put together: which parts of entities become one, and which entries cannot all be followed.

The order of the entries makes no difference: every name is looked up in the story as it was before any correction, and of
entries that contradict each other none is followed.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.corrections.refs import Index, Key, Refusal, Taken, parts_of, taken_by
from variorum.language.partition import Partition
from variorum.records.corrections import Correction, Merge, Rename, Retype, Split

Refusals = Mapping[Correction, Refusal]


@dataclass(frozen=True, slots=True)
class Plan:
    """The entries that are followed, each with the parts that it speaks of; what is taken away; the parts put together."""

    parts: Mapping[Correction, tuple[Key, ...]]
    taken: Mapping[Correction, Taken]
    sets: Partition[Key]

    def roots(self, entry: Correction) -> tuple[Key, ...]:
        """The sets that an entry is about."""
        homes = [("entity", self.taken[entry].home)] if entry in self.taken else []
        return tuple(sorted({self.sets.root(key) for key in (*self.parts[entry], *homes)}))

    def home(self, member: str, entity: str) -> Key:
        """The set of the article entity ``member`` that was one of the story entity ``entity``."""
        away = sorted(t.into for t in self.taken.values() if t.piece == member)
        return self.sets.root(away[0] if away else ("entity", entity))


def make_plan(corrections: Iterable[Correction], index: Index) -> tuple[Plan, Refusals]:
    """What can be followed of ``corrections``, and why the rest cannot."""
    entries = sorted(set(corrections), key=repr)
    refused: dict[Correction, Refusal] = {}
    while True:
        plan, found = _draft([c for c in entries if c not in refused], index)
        found = {**found, **(_contradictions(plan, index) if not found else {})}
        if not found:
            return plan, refused
        refused |= found


def _draft(entries: Sequence[Correction], index: Index) -> tuple[Plan, dict[Correction, Refusal]]:
    splits = {entry: taken_by(entry, index) for entry in entries if isinstance(entry, Split)}
    refused: dict[Correction, Refusal] = {entry: found for entry, found in splits.items() if isinstance(found, Refusal)}
    taken: dict[Correction, Taken] = {entry: found for entry, found in splits.items() if isinstance(found, Taken)}
    named = {entry: parts_of(entry, index, taken) for entry in entries if entry not in refused}
    refused |= {entry: found for entry, found in named.items() if isinstance(found, Refusal)}
    parts = {entry: found for entry, found in named.items() if not isinstance(found, Refusal)}
    sets: Partition[Key] = Partition()
    for keys in parts.values():
        for key in keys:
            sets.join(keys[0], key)
    return Plan(parts, taken, sets), refused


def _contradictions(plan: Plan, index: Index) -> dict[Correction, Refusal]:
    """Entries that cannot be followed beside each other, each with what it contradicts."""
    pairs = [*_torn(plan), *_moved_twice(plan)]
    pairs += _told_twice(plan, lambda e: e.name if isinstance(e, Rename) else None)
    pairs += _told_twice(plan, lambda e: e.type if isinstance(e, Retype) else None)
    against: defaultdict[Correction, set[str]] = defaultdict(set)
    for one, other in pairs:
        against[one].add(other.label)
        against[other].add(one.label)
    found = {e: Refusal(f"it contradicts “{min(labels)}”; keep one of them") for e, labels in against.items()}
    empty = set(_emptied(plan, index)) - found.keys()
    return found | {e: Refusal("all that it names is split away by other entries; name where it went") for e in empty}


def _torn(plan: Plan) -> Iterator[tuple[Correction, Correction]]:
    """Splits, each with the merges that put together again what it parts (or itself, where it leads back)."""
    for split, taken in plan.taken.items():
        home = ("entity", taken.home)
        if plan.sets.together(taken.into, home):
            root = plan.sets.root(home)
            merges: list[Correction] = [
                e for e in plan.parts if isinstance(e, Merge) and plan.sets.root(plan.parts[e][0]) == root
            ]
            yield from ((split, entry) for entry in (merges or [split]))


def _moved_twice(plan: Plan) -> Iterator[tuple[Correction, Correction]]:
    """Splits that lead one piece to two places."""
    by_piece: defaultdict[str, list[Correction]] = defaultdict(list)
    for split, taken in plan.taken.items():
        by_piece[taken.piece].append(split)
    for splits in by_piece.values():
        yield from ((a, b) for a in splits for b in splits if plan.taken[a].into < plan.taken[b].into)


def _told_twice(plan: Plan, value: Callable[[Correction], str | None]) -> Iterator[tuple[Correction, Correction]]:
    """Entries that give one entity two names, or two types."""
    given: defaultdict[Key, list[tuple[str, Correction]]] = defaultdict(list)
    for entry, keys in plan.parts.items():
        if told := value(entry):
            given[plan.sets.root(keys[0])].append((told, entry))
    for entries in given.values():
        yield from ((a, b) for told, a in entries for other, b in entries if told < other)


def _emptied(plan: Plan, index: Index) -> Iterator[Correction]:
    """Entries about an entity of which nothing is left where it was."""
    gone = {t.member for t in plan.taken.values() if t.mention is None}
    filled = {plan.home(member, entity) for member, entity in index.homes.items() if member not in gone}
    filled |= {plan.sets.root(t.into) for t in plan.taken.values()}
    yield from (e for e, keys in plan.parts.items() if not isinstance(e, Split) and plan.sets.root(keys[0]) not in filled)
