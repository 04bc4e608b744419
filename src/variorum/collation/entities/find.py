"""Entities across reports: one actor under all its names, and the look-up from the entities of articles."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from variorum.collation.entities.ages import aged
from variorum.collation.entities.bodies import with_described
from variorum.collation.entities.business import with_business
from variorum.collation.entities.functions import holders
from variorum.collation.entities.offices import story_names
from variorum.collation.entities.owned import owned
from variorum.collation.entities.people import full_name, group_people, mistaken_people
from variorum.collation.entities.profiles import GOVERNING, Profile, entity_profiles, usual_name
from variorum.collation.entities.readings import settled
from variorum.collation.entities.things import group_things, is_governing, mistaken_things, seat_of
from variorum.collation.entities.unnamed import group_unnamed
from variorum.language.names import country, fold
from variorum.records.annotation import AnnotatedArticle, EntityType
from variorum.records.provenance import Provenance
from variorum.records.story import StoryEntity

METHOD = "entities@1"
TYPES: tuple[EntityType, ...] = (
    "person", "government", "organisation", "group", "place", "people", "event", "document", "work", "other",
)  # fmt: skip
"""Order in which a type wins when as many mentions speak for another."""

Group = tuple[Profile, ...]


def merge_entities(articles: Sequence[AnnotatedArticle]) -> tuple[StoryEntity, ...]:
    """One story entity for each actor, place or thing of ``articles``, ordered by id (the smallest id of its members).

    Named people are joined by full name, then by surname where only one person fits; organisations and places by name,
    known alias or acronym; a role stands for the one person who holds it. Another gender, country, given name or office
    keeps people apart. Governments stay apart from places of the same name. Every entity of every article (duplicates
    included) is a member of exactly one story entity.
    """
    profiles = settled(entity_profiles(articles))
    named = [p for p in profiles if p.named]
    misread = mistaken_people(named)
    people_ids = {p.id for p in named if p.type == "person" and p.id not in misread} | mistaken_things(named)
    people = group_people(p for p in named if p.id in people_ids)
    unnamed = [p for p in profiles if not p.named]
    held = {**aged(unnamed, people), **holders(unnamed, people, named)}
    people = _joined(people, unnamed, held)
    seats = _seats(named, unnamed)
    governing = [p for p in unnamed if is_governing(p) or seat_of(p, seats)]
    things = group_things([*(p for p in named if p.id not in people_ids), *governing], seats=seats)
    done = set(held) | {p.id for p in governing}
    things, placed = with_business(things, [p for p in unnamed if p.id not in done])
    done |= placed
    things, placed = with_described(things, [p for p in unnamed if p.id not in done], named)
    done |= placed
    belonging = owned((p for p in unnamed if p.id not in done), people, things)
    things = _joined(things, unnamed, belonging)
    done |= set(belonging)
    rest = group_unnamed((p for p in unnamed if p.id not in done), named)
    entities = (story_entity(tuple(sorted(group, key=lambda p: p.id))) for group in (*people, *things, *rest))
    return tuple(sorted(entities, key=lambda e: e.id))


def _joined(groups: Sequence[Group], profiles: Iterable[Profile], homes: Mapping[str, int]) -> list[Group]:
    """The groups with those of ``profiles`` that have a home among them, by number."""
    table: defaultdict[int, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if profile.id in homes:
            table[homes[profile.id]].append(profile)
    return [(*group, *table[number]) for number, group in enumerate(groups)]


def _seats(named: Sequence[Profile], unnamed: Sequence[Profile]) -> dict[str, str]:
    """Folded names of places, and demonyms of them, to the place meant."""
    own = {fold(n) for p in named if p.type in ("place", "government") for n in p.names}
    return {**story_names(named, unnamed).lands, **{name: name for name in sorted(own)}}


def story_ids(entities: Iterable[StoryEntity]) -> Mapping[str, str]:
    """The story entity id of each article entity id."""
    return {member: entity.id for entity in entities for member in entity.members}


def story_entity(group: Group) -> StoryEntity:
    """The story entity that the profiles of ``group`` (by id) are together."""
    named = [p for p in group if p.named]
    name = _name(named or list(group))
    aliases = [n for n, _ in _counted(n for p in named for n in p.names) if n != name]
    return StoryEntity(
        id=min(p.id for p in group),
        name=name,
        type=_type(named or list(group)),
        aliases=tuple(aliases),
        roles=tuple(text for text, _ in _counted(text for p in group for text in _roles(p, named))),
        members=tuple(p.id for p in group),
        mentions=tuple(sorted((m for p in group for m in p.mentions), key=lambda m: (m.article, m.field, m.start, m.end))),
        named=bool(named),
        country=_most(p.country for p in group if p.country),
        by=_provenance(group, name, aliases),
    )


def _roles(profile: Profile, named: Sequence[Profile]) -> tuple[str, ...]:
    return profile.roles if profile.named or not named else (*profile.roles, *profile.names[:1])


def _name(profiles: Sequence[Profile]) -> str:
    """The fullest name in common use: of a person that with most words, else a country's usual name, else the commonest
    that is no acronym and no "regime"."""
    used = _counted(n for p in profiles for n in p.names[:1])
    if _type(profiles) == "person":
        length = max(len(full_name(p)) for p in profiles)
        full = [(n, c) for n, c in used if len(n.split()) >= length] or used
        return full[0][0]
    usual = next((n for n, _ in used if usual_name(n) == n), None)
    if usual:
        return usual
    place = next((p for n, _ in used if (p := country(n)) and p.form == "country"), None)
    if place and _type(profiles) in ("place", "government"):
        return place.name
    spelled = [n for n, _ in used if not (n.isupper() and " " not in n)]
    spelled = [n for n in spelled if not GOVERNING & set(fold(n).split()[-1:])] or spelled
    return (spelled or [used[0][0]])[0]


def _counted(texts: Iterable[str]) -> list[tuple[str, int]]:
    """Texts by falling number of uses, then length, then alphabet; writings that differ in case only count as one."""
    counts = Counter(texts)
    best: dict[str, str] = {}
    for text in sorted(counts, key=lambda t: (-counts[t], -len(t), t)):
        best.setdefault(fold(text) or text, text)
    totals: Counter[str] = Counter()
    for text, count in counts.items():
        totals[best[fold(text) or text]] += count
    return sorted(totals.items(), key=lambda item: (-item[1], -len(item[0]), item[0]))


def _type(profiles: Sequence[Profile]) -> EntityType:
    votes: Counter[str] = Counter()
    for profile in profiles:
        weak = profile.type == "person" and len(full_name(profile)) < 2
        votes[profile.type] += max(profile.weight, 1) * (1 if weak else 2)
    return cast(EntityType, min(votes, key=lambda t: (-votes[t], TYPES.index(cast(EntityType, t)))))


def _most(values: Iterable[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v), default=None)


def _provenance(group: Group, name: str, aliases: Sequence[str]) -> Provenance:
    reports = len({p.article for p in group})
    where = f"{reports} report{'s' if reports > 1 else ''}"
    if not aliases:
        return Provenance(METHOD, None, f"Called “{name}” in {where}.")
    others = ", ".join(f"“{a}”" for a in aliases[:4])
    return Provenance(METHOD, None, f"Called “{name}” and {others} in {where}; nothing known of them speaks against one.")
