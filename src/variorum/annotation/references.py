"""The people and things of one article and every place that refers to them, with the look-ups other annotators need."""

import dataclasses
from dataclasses import dataclass

from variorum.records.annotation import Entity, Mention


@dataclass(frozen=True, slots=True)
class References:
    """Mentions in text order and the entities they refer to. Spans count in the analysed document."""

    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()

    def mention_at(self, start: int, end: int) -> Mention | None:
        """The mention that best matches ``[start, end)``: most overlap, then the shortest; ``None`` where none overlaps."""
        overlapping = [m for m in self.mentions if m.start < end and start < m.end]
        return max(overlapping, key=lambda m: (_jaccard(m, start, end), -m.start), default=None)

    def inside(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that lie wholly inside ``[start, end)``, in text order."""
        return tuple(m for m in self.mentions if start <= m.start and m.end <= end)

    def entity(self, entity_id: str) -> Entity:
        """The entity of that id; ``KeyError`` when there is none."""
        for entity in self.entities:
            if entity.id == entity_id:
                return entity
        raise KeyError(entity_id)

    def add(self, mention: Mention, entity: Entity | None = None) -> "References":
        """A copy with one more mention (and, where given, one more entity)."""
        mentions = tuple(sorted((*self.mentions, mention), key=lambda m: (m.start, m.end)))
        entities = self.entities if entity is None else (*self.entities, entity)
        return dataclasses.replace(self, mentions=mentions, entities=entities)

    def new_id(self) -> str:
        """An entity id that is not taken yet."""
        return f"e{len(self.entities) + 1}"


def _jaccard(mention: Mention, start: int, end: int) -> float:
    shared = min(mention.end, end) - max(mention.start, start)
    return shared / (max(mention.end, end) - min(mention.start, start))
