"""From gathered entities to the records of an article."""

from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.references import References
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed
from variorum.language.names import country
from variorum.records.annotation import Entity, EntityType, Mention, Role

SPEAKING: frozenset[EntityType] = frozenset({"person", "organisation", "government", "group", "people", "document"})
"""Types of entities that are kept although they are mentioned only once and have no name: they can act or say something."""
OWNING: frozenset[EntityType] = frozenset({"person", "organisation", "government", "group"})
Owners = dict[int, tuple[Phrase, Cluster]]
"""Named entities and their phrases by the token that heads the phrase."""
ARTICLES = frozenset({"the", "a", "an"})


def as_records(found: Words, clusters: list[Cluster]) -> References:
    """Mentions in text order and entities numbered by their first mention; one-off mentions of mere things are left out."""
    kept = [c for c in clusters if c.phrases and (len(c.phrases) > 1 or (not c.pair and (c.named or _may_speak(found, c))))]
    for cluster in kept:
        cluster.phrases.sort(key=lambda p: (p.start, p.end))
    kept.sort(key=lambda c: (c.phrases[0].start, c.phrases[0].end))
    rows: list[tuple[Mention, int]] = []
    for number, cluster in enumerate(kept, 1):
        rows += [(_mention(found, p, cluster, f"e{number}"), found.start[p.head]) for p in cluster.phrases]
    rows.sort(key=lambda row: (row[0].start, row[0].end, row[0].entity))
    owners = {p.head: (p, c) for c in kept for p in c.phrases if c.named and c.type in OWNING}
    entities = tuple(_entity(found, c, f"e{n}", owners) for n, c in enumerate(kept, 1))
    return References(tuple(m for m, _ in rows), entities, tuple(h for _, h in rows))


def _may_speak(found: Words, cluster: Cluster) -> bool:
    """Whether one unnamed mention is worth keeping: of a type that acts, and no mere manner of speaking (``in court``)."""
    phrase = cluster.phrases[0]
    dep = found.dep[phrase.head]
    aside = dep in {"attr", "acomp", "oprd"} or (phrase.form == "bare" and not phrase.plural and dep in {"pobj", "dobj"})
    return cluster.type in SPEAKING and not (aside and phrase.country is None)


def _mention(found: Words, phrase: Phrase, cluster: Cluster, entity: str) -> Mention:
    kind = cluster.type if phrase.kind != "noun" or phrase.type == "other" else phrase.type
    return Mention(found.start[phrase.start], found.end[phrase.end - 1], phrase.kind, kind, entity)


def _entity(found: Words, cluster: Cluster, entity: str, owners: Owners) -> Entity:
    roles: dict[str, Role] = {}
    for role in cluster.roles if cluster.type != "place" else ():
        text = found.slice(role.start, role.end)
        roles.setdefault(text.casefold(), Role(text, (found.start[role.start], found.end[role.end - 1])))
    name = cluster.name or _description(found, cluster, owners)
    return Entity(entity, name, cluster.type, cluster.named, tuple(roles.values()), cluster.aliases(), _country(cluster))


def _description(found: Words, cluster: Cluster, owners: Owners) -> str:
    """The first noun phrase for an entity without a name, less its article; its owner by name (``Ada Roe's office`` for
    ``her office``)."""
    first = next((p for p in cluster.phrases if p.kind != "pronoun"), cluster.phrases[0])
    start = first.start + (found.lower[first.start] in ARTICLES and first.end > first.start + 1)
    if first.form == "possessive" and first.owner in owners and first.owner < first.head:
        phrase, owner = owners[first.owner]
        rest = phrase.end + (found.lower[phrase.end] in listed("possessive_mark"))
        if phrase.start == first.start and rest <= first.head:
            return f"{owner.name}'s {found.slice(rest, first.end)}"
    return found.slice(start, first.end)


def _country(cluster: Cluster) -> str | None:
    """An ISO code; a state that is in no list has none."""
    place = country(cluster.name) if cluster.name and cluster.type != "person" else None
    code = place.code if place else cluster.country
    return code if code and len(code) == 3 and code.isupper() else None
