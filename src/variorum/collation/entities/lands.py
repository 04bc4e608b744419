"""A land and its government of one name: two voices while reports are compared, one entry for the reader."""

import dataclasses
from collections import defaultdict
from collections.abc import Collection, Sequence

from variorum.collation.corrections.apply import METHOD as CORRECTED
from variorum.language.names import country, fold
from variorum.records.story import StoryEntity

KINDS = ("government", "place")


def with_lands(entities: Sequence[StoryEntity], cited: Collection[str]) -> tuple[StoryEntity, ...]:
    """``entities``, the one government and the one place of a name ("Norland demands", "in Norland") joined under the id that
    findings cite; both stay where findings cite both, since no finding is changed."""
    lands: defaultdict[str, list[StoryEntity]] = defaultdict(list)
    for entity in entities:
        if entity.named and entity.type in KINDS and entity.by.method != CORRECTED:
            lands[_land(entity.name)].append(entity)
    gone, grown = set(), {}
    for same in lands.values():
        if sorted(e.type for e in same) != sorted(KINDS) or all(e.id in cited for e in same):
            continue
        kept, other = sorted(same, key=lambda e: (e.id not in cited, e.type))
        grown[kept.id] = _joined(kept, other)
        gone.add(other.id)
    return tuple(grown.get(e.id, e) for e in entities if e.id not in gone)


def _land(name: str) -> str:
    """The key of a land: its code where we know it by its own name (no capital, no demonym), else its folded name."""
    place = country(name)
    return place.code if place and place.form == "country" else fold(name)


def _joined(kept: StoryEntity, other: StoryEntity) -> StoryEntity:
    names = dict.fromkeys((*kept.aliases, other.name, *other.aliases))
    return dataclasses.replace(
        kept,
        type="government",
        aliases=tuple(n for n in names if n != kept.name),
        roles=tuple(dict.fromkeys((*kept.roles, *other.roles))),
        members=tuple(sorted({*kept.members, *other.members})),
        mentions=tuple(sorted({*kept.mentions, *other.mentions}, key=lambda m: (m.article, m.field, m.start, m.end))),
        country=kept.country or other.country,
        by=dataclasses.replace(kept.by, reason=f"{kept.by.reason.removesuffix('.')}; as a land and as its government."),
    )
