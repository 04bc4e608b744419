"""The people and things of one article: every phrase that refers to them, and which phrases refer to the same."""

from spacy.tokens import Doc

from variorum.annotation.coreference_clusters import Cluster, RoleFound, voted_type
from variorum.annotation.coreference_names import group_names
from variorum.annotation.coreference_nouns import resolve_noun
from variorum.annotation.coreference_pronouns import resolve_pronoun
from variorum.annotation.coreference_state import Reading
from variorum.annotation.entity_types import noun_type
from variorum.annotation.governments import stands_for_government
from variorum.annotation.mentions import Phrase
from variorum.annotation.mentions_names import find_names
from variorum.annotation.mentions_nouns import find_nouns, find_pronouns
from variorum.annotation.mentions_words import Words, words_of
from variorum.annotation.references import References
from variorum.annotation.roles import appositions, modifier_words, phrase_words, title_role
from variorum.language.names import country, name_words
from variorum.records.annotation import Entity, EntityType, Mention, Role

SPEAKING: frozenset[EntityType] = frozenset({"person", "organisation", "government", "group", "people", "document"})
"""Types of entities that are kept although they are mentioned only once and have no name: they can act or say something."""


def find_references(doc: Doc) -> References:
    """Mentions and entities of a parsed document; spans are its character offsets, entity ids e1, e2 ... by first mention."""
    found = words_of(doc)
    names = find_names(found)
    nouns = find_nouns(found, names)
    phrases = sorted((*names, *nouns, *find_pronouns(found)), key=lambda p: (p.start, -p.end, p.head))
    reading = Reading(found)
    bearers = _named_clusters(reading, names)
    beside = appositions(found, phrases)
    for phrase in phrases:
        _read(reading, phrase, bearers, beside)
    return _as_records(found, reading.clusters)


def _read(reading: Reading, phrase: Phrase, bearers: dict[int, Cluster], beside: dict[int, Phrase]) -> None:
    if phrase.kind == "name":
        cluster = bearers[phrase.head]
        reading.mention(phrase, cluster)
        role = title_role(reading.found, phrase)
        if role:
            _remember(reading, cluster, role)
    elif phrase.kind == "pronoun":
        resolve_pronoun(reading, phrase)
    elif phrase.head in beside:
        cluster = bearers[beside[phrase.head].head]
        reading.mention(phrase, cluster)
        words = phrase_words(reading.found, phrase)
        first = phrase.start + (reading.found.lower[phrase.start] in {"the", "a", "an"})
        _remember(reading, cluster, RoleFound(phrase.lemma, words, first, phrase.end))
        cluster.country = cluster.country or phrase.country
    else:
        resolve_noun(reading, phrase)


def _remember(reading: Reading, cluster: Cluster, role: RoleFound) -> None:
    cluster.roles.append(role)
    reading.index(cluster, role.lemma, role.modifiers)


def _named_clusters(reading: Reading, names: tuple[Phrase, ...]) -> dict[int, Cluster]:
    """One cluster for every bearer of a name; governments apart from places. Keyed by the head token of each name."""
    found, table = reading.found, {}
    governments: dict[str, Cluster] = {}
    for group in group_names(found, names):
        kind = voted_type(group)
        acting = [p for p in group if kind == "place" and stands_for_government(found, p.head)]
        rest = [p for p in group if p not in acting]
        if rest:
            cluster = _cluster(reading, rest, kind)
            table.update({p.head: cluster for p in rest})
        if acting:
            key = next((p.country for p in acting if p.country), acting[0].name)
            cluster = governments.get(key) or _cluster(reading, acting, "government")
            governments[key] = cluster
            table.update({p.head: cluster for p in acting})
    return table


def _cluster(reading: Reading, group: list[Phrase], kind: EntityType) -> Cluster:
    name = max((p.name for p in group), key=lambda n: (len(name_words(n)) if kind == "person" else len(n)))
    cluster = Cluster(kind, named=True, name=name, plural=group[0].plural, country=next((p.country for p in group if p.country), None))
    genders = {p.gender for p in group if p.gender}
    cluster.gender = genders.pop() if len(genders) == 1 and kind == "person" else ""
    reading.clusters.append(cluster)
    if kind not in {"person", "place", "people"}:
        _index_name(reading, group, cluster)
    return cluster


def _index_name(reading: Reading, group: list[Phrase], cluster: Cluster) -> None:
    """Let ``the ministry`` find ``Interior Ministry``."""
    found = reading.found
    for phrase in group:
        start, end = phrase.name_span
        for i in range(start, end):
            if noun_type(found.lower[i]) and (i == end - 1 or found.lower[i + 1] in {"of", "for"}) and end - start > 1:
                reading.index(cluster, found.lower[i], modifier_words(found, start, end) - {found.lower[i]})


def _as_records(found: Words, clusters: list[Cluster]) -> References:
    kept = [c for c in clusters if c.phrases and (c.named or len(c.phrases) > 1 or c.type in SPEAKING)]
    kept.sort(key=lambda c: (c.phrases[0].start, c.phrases[0].end))
    mentions, entities = [], []
    for number, cluster in enumerate(kept, 1):
        entities.append(_entity(found, cluster, f"e{number}"))
        mentions += [_mention(found, p, cluster, f"e{number}") for p in cluster.phrases]
    return References(tuple(sorted(mentions, key=lambda m: (m.start, m.end, m.entity))), tuple(entities))


def _mention(found: Words, phrase: Phrase, cluster: Cluster, entity: str) -> Mention:
    kind = cluster.type if phrase.kind != "noun" or phrase.type == "other" else phrase.type
    return Mention(found.start[phrase.start], found.end[phrase.end - 1], phrase.kind, kind, entity)


def _entity(found: Words, cluster: Cluster, entity: str) -> Entity:
    roles: dict[str, Role] = {}
    for role in cluster.roles:
        text = found.slice(role.start, role.end)
        roles.setdefault(text.casefold(), Role(text, (found.start[role.start], found.end[role.end - 1])))
    first = cluster.phrases[0]
    name = cluster.name or found.slice(first.start + (found.lower[first.start] in {"the", "a", "an"} and first.end > first.start + 1), first.end)
    return Entity(entity, name, cluster.type, cluster.named, tuple(roles.values()), cluster.aliases(), _country(cluster))


def _country(cluster: Cluster) -> str | None:
    place = country(cluster.name) if cluster.name else None
    return place.code if place else cluster.country
