"""Entities of copies: a copy of a report adds its mentions to the story's entities and changes nothing else about them."""

import dataclasses
from collections import Counter
from collections.abc import Sequence

from variorum.collation.entities.find import merge_entities
from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import StoryEntity


def with_copies(entities: Sequence[StoryEntity], articles: Sequence[AnnotatedArticle]) -> tuple[StoryEntity, ...]:
    """``entities`` (of the reports that count) with the members and mentions of the copies among ``articles``.

    An entity of a copy goes where most of those it is merged with are; one that only copies speak of stands for itself.
    Ids stay those of the reports that count.
    """
    if not any(a.duplicate_of for a in articles):
        return tuple(entities)
    home = {member: number for number, entity in enumerate(entities) for member in entity.members}
    added: dict[int, list[StoryEntity]] = {}
    alone = []
    for merged in merge_entities(articles):
        homes = Counter(home[m] for m in merged.members if m in home)
        if not homes:
            alone.append(merged)
        elif len(merged.members) > homes.total():
            added.setdefault(min(homes, key=lambda n: (-homes[n], n)), []).append(merged)
    grown = [_grown(entity, added.get(number, ()), home) for number, entity in enumerate(entities)]
    return tuple(sorted((*grown, *alone), key=lambda e: e.id))


def _grown(entity: StoryEntity, merged: Sequence[StoryEntity], home: dict[str, int]) -> StoryEntity:
    members = {m for other in merged for m in other.members if m not in home}
    articles = {m.rsplit("/", 1)[0] for m in members}
    mentions = {m for other in merged for m in other.mentions if m.article in articles}
    ordered = sorted({*entity.mentions, *mentions}, key=lambda m: (m.article, m.field, m.start, m.end))
    return dataclasses.replace(entity, members=tuple(sorted({*entity.members, *members})), mentions=tuple(ordered))
