"""The people and things of one article and every place that refers to them, with the look-ups other annotators need."""

import bisect
import dataclasses
from dataclasses import dataclass, field

from variorum.records.annotation import Entity, Mention


@dataclass(frozen=True, slots=True)
class References:
    """Mentions in text order and the entities they refer to. Spans count in the analysed document.

    ``heads`` holds for every mention where the word starts that heads it (by default its first character).
    """

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    heads: tuple[int, ...] = ()
    _longest: int = field(init=False, repr=False, compare=False, default=0)

    def __post_init__(self) -> None:
        if len(self.heads) != len(self.mentions):
            object.__setattr__(self, "heads", tuple(m.start for m in self.mentions))
        object.__setattr__(self, "_longest", max((m.end - m.start for m in self.mentions), default=0))

    def mention_at(self, start: int, end: int) -> Mention | None:
        """The mention that best matches ``[start, end)``: most overlap, then the shortest; ``None`` where none overlaps."""
        overlapping = [m for m in self._between(start - self._longest, end) if start < m.end]
        return max(overlapping, key=lambda m: (_jaccard(m, start, end), -m.start), default=None)

    def headed_at(self, start: int) -> Mention | None:
        """The mention whose head word starts at ``start``; of several the shortest, ``None`` where there is none."""
        last = bisect.bisect_right(self.mentions, start, key=lambda m: m.start)
        first = bisect.bisect_left(self.mentions, start - self._longest, key=lambda m: m.start)
        headed = [self.mentions[n] for n in range(first, last) if self.heads[n] == start]
        return min(headed, key=lambda m: m.end - m.start, default=None)

    def inside(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie wholly inside ``[start, end)``, in text order."""
        return tuple(m for m in self._between(start, end) if m.end <= end)

    def _between(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in ``[start, end)``."""
        first = bisect.bisect_left(self.mentions, start, key=lambda m: m.start)
        return self.mentions[first : bisect.bisect_left(self.mentions, end, lo=first, key=lambda m: m.start)]

    def entity(self, entity_id: str) -> Entity:
        """The entity of that id; ``KeyError`` when there is none."""
        number = int(entity_id[1:]) - 1 if entity_id[1:].isdigit() else -1
        if 0 <= number < len(self.entities) and self.entities[number].id == entity_id:
            return self.entities[number]
        for entity in self.entities:
            if entity.id == entity_id:
                return entity
        raise KeyError(entity_id)

    def add(self, mention: Mention, entity: Entity | None = None, *, head: int | None = None) -> "References":
        """A copy with one more mention (and, where given, one more entity); ``head`` as in ``heads``."""
        rows = [*zip(self.mentions, self.heads, strict=True), (mention, mention.start if head is None else head)]
        rows.sort(key=lambda row: (row[0].start, row[0].end))
        entities = self.entities if entity is None else (*self.entities, entity)
        return dataclasses.replace(self, mentions=tuple(m for m, _ in rows), entities=entities, heads=tuple(h for _, h in rows))

    def reassigned(self, mention: Mention, entity: Entity) -> "References":
        """A copy in which ``mention`` refers to ``entity`` (new where its id is not known yet); ``heads`` stay as they are."""
        mentions = tuple(dataclasses.replace(m, entity=entity.id) if m == mention else m for m in self.mentions)
        known = any(e.id == entity.id for e in self.entities)
        return dataclasses.replace(self, mentions=mentions, entities=self.entities if known else (*self.entities, entity))

    def new_id(self) -> str:
        """An entity id that is not taken yet."""
        return f"e{len(self.entities) + 1}"


def _jaccard(mention: Mention, start: int, end: int) -> float:
    shared = min(mention.end, end) - max(mention.start, start)
    return shared / (max(mention.end, end) - min(mention.start, start))
