"""The people and things of one article: every phrase that refers to them, and which phrases refer to the same."""

import functools
from collections.abc import Iterable

from spacy.tokens import Doc

from variorum.annotation.coreference.clusters import Cluster, RoleFound, voted_type
from variorum.annotation.coreference.governments import is_sport, stands_for_government
from variorum.annotation.coreference.merging import merge_named_later
from variorum.annotation.coreference.names import Group, group_names
from variorum.annotation.coreference.nouns import resolve_noun
from variorum.annotation.coreference.pairs import note_pair
from variorum.annotation.coreference.pronouns import is_speaking, resolve_pronoun
from variorum.annotation.coreference.records import as_records
from variorum.annotation.coreference.references import References
from variorum.annotation.coreference.roles import appositions, modifier_words, phrase_words, retyped, title_role
from variorum.annotation.coreference.speech import resolve_first_person
from variorum.annotation.coreference.state import Reading
from variorum.annotation.coreference.states import nations, state_words
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.names import find_names
from variorum.annotation.mentions.nouns import find_nouns, find_pronouns
from variorum.annotation.mentions.types import canonical_name, noun_type, titles
from variorum.annotation.mentions.words import Words, words_of
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import word_list, words
from variorum.language.names import country, fold, name_words
from variorum.records.annotation import EntityType


def find_references(doc: Doc) -> References:
    """Mentions and entities of a parsed document; spans are its character offsets, entity ids e1, e2 ... by first mention."""
    found = words_of(doc)
    names = tuple(n for n in find_names(found) if not _is_office(found, n))
    pronouns, nouns = find_pronouns(found, names), find_nouns(found, names)
    beside = appositions(found, (*names, *nouns))
    names = retyped(found, names, nouns, beside)
    phrases = sorted((*names, *nouns, *pronouns), key=lambda p: (p.start, p.kind != "pronoun", -p.end, p.head))
    groups = group_names(found, names)
    places = [p for g in groups if voted_type(g) == "place" for p in g]
    states = state_words(found, places)
    reading = Reading(found, states, nations(found, places, states))
    reading.bearers = _named_clusters(reading, groups)
    _note_genders(reading, nouns, beside)
    _note_speakers(reading)
    for phrase in phrases:
        _read(reading, phrase, beside)
        if phrase.kind != "pronoun":
            note_pair(reading, phrase)
    merge_named_later(reading)
    resolve_first_person(reading, list(pronouns))
    return as_records(found, reading.clusters)


def _is_office(found: Words, name: Phrase) -> bool:
    """``the Honourable Minister``: words of respect before a function, which name nobody."""
    *respects, office = found.lower[name.start : name.end]
    return bool(respects) and office in titles() and all(w in listed("respectful") for w in respects)


def _note_genders(reading: Reading, nouns: Iterable[Phrase], beside: dict[int, Phrase]) -> None:
    """``Lockhart, the chairwoman,``: what a noun beside a name tells of gender counts from the first mention."""
    for noun in nouns:
        if noun.gender in {"m", "f"} and noun.head in beside:
            cluster = reading.bearers[beside[noun.head].head]
            if cluster.type == "person" and not cluster.gender:
                cluster.gender = noun.gender


def _note_speakers(reading: Reading) -> None:
    """Who speaks in which paragraph outside of quotation marks, as far as names tell."""
    for head, cluster in sorted(reading.bearers.items(), key=lambda item: item[0]):
        if not reading.found.quoted[head] and is_speaking(reading.found, head):
            reading.speakers.setdefault(reading.found.paragraph[head], []).append(cluster)


def _read(reading: Reading, phrase: Phrase, beside: dict[int, Phrase]) -> None:
    """Take the next phrase of the text."""
    if phrase.kind == "name":
        cluster = reading.bearers[phrase.head]
        reading.mention(phrase, cluster)
        role = title_role(reading.found, phrase)
        if role:
            _remember(reading, cluster, role, phrase)
        if (done := _function_by_verb(reading.found, phrase)) and cluster.type == "person":
            reading.index(cluster, done, frozenset())
    elif phrase.kind == "pronoun":
        resolve_pronoun(reading, phrase)
    elif phrase.head in beside:
        cluster = reading.bearers[beside[phrase.head].head]
        reading.mention(phrase, cluster)
        first = phrase.start + (reading.found.lower[phrase.start] in {"the", "a", "an"})
        role = RoleFound(phrase.lemma, phrase_words(reading.found, phrase), first, phrase.end)
        _remember(reading, cluster, role, phrase)
    else:
        resolve_noun(reading, phrase)


def _function_by_verb(found: Words, phrase: Phrase) -> str:
    """The function that the verb tells of its subject (``Orlin commanded the rebels``: commander); empty for none."""
    behind = found.lower[phrase.end + 1] if phrase.end + 1 < len(found) and found.text[phrase.end] == "," else ""
    if behind in {"prosecuting", "defending"}:
        return "prosecutor" if behind == "prosecuting" else "lawyer"
    dep = found.dep[phrase.head]
    return _function_verbs().get(found.lemma[found.head[phrase.head]], "") if dep == "nsubj" else ""


@functools.cache
def _function_verbs() -> dict[str, str]:
    return {row["verb"]: row["role"] for row in word_list("en", "function_verbs")}


def _remember(reading: Reading, cluster: Cluster, role: RoleFound, phrase: Phrase) -> None:
    cluster.roles.append(role)
    cluster.country = cluster.country or reading.state_key(phrase)
    reading.index(cluster, role.lemma, frozenset(w for w in role.modifiers if w not in reading.states))


def _named_clusters(reading: Reading, groups: Iterable[Group]) -> dict[int, Cluster]:
    """One cluster for every bearer of a name; governments apart from places. Keyed by the head token of each name."""
    table: dict[int, Cluster] = {}
    acts: dict[str, Group] = {}
    sport = is_sport(reading.found)
    for group in groups:
        kind = voted_type(group)
        acting = [p for p in group if kind == "place" and stands_for_government(reading.found, p.head)]
        rest = [p for p in group if not any(p is a for a in acting)]
        if rest:
            cluster = _cluster(reading, rest, kind)
            table.update({p.head: cluster for p in rest})
        if acting and sport:
            team = _cluster(reading, acting, "group")
            table.update({p.head: team for p in acting})
        elif acting:
            key = reading.states.get(fold(acting[0].name), fold(acting[0].name))
            acts.setdefault(key, []).extend(acting)
    for key, acting in acts.items():
        acting.sort(key=lambda p: p.start)
        cluster = _body_of_seat(reading, acting) or _government(reading, acting, key)
        table.update({p.head: cluster for p in acting})
    return table


def _body_of_seat(reading: Reading, acting: Group) -> Cluster | None:
    """The European Union for ``Brussels said``, where the text names that body; only when nothing else has acted so."""
    if len({p.name for p in acting}) > 1:
        return None
    bodies = [row["body"] for row in word_list("en", "seats") if row["place"] == acting[0].name]
    keys = [fold(body) for body in bodies]
    named = [c for c in reading.clusters if c.named and c.type == "organisation" and fold(canonical_name(c.name)) in keys]
    return min(named, key=lambda c: keys.index(fold(canonical_name(c.name))), default=None)


def _government(reading: Reading, group: Group, key: str) -> Cluster:
    cluster = _cluster(reading, group, "government")
    if key in reading.nations:
        cluster.state = cluster.country = key
    names = [p.name for p in group if not _is_capital(key, p.name)]
    place = reading.places.get(key)
    cluster.name = max(names, key=len) if names else place.name if place else cluster.name
    reading.governments[key] = cluster
    return cluster


def _cluster(reading: Reading, group: Group, kind: EntityType) -> Cluster:
    name = max((p.name for p in group), key=lambda n: len(name_words(n)) if kind == "person" else len(n))
    country = next((p.country for p in group if p.country), None)
    cluster = Cluster(kind, named=True, name=name, plural=group[0].plural, country=country)
    genders = {p.gender for p in group if p.gender}
    cluster.gender = genders.pop() if len(genders) == 1 and kind == "person" else ""
    reading.clusters.append(cluster)
    if kind == "place":
        key = reading.states.get(fold(name))
        if key in reading.nations and not _is_capital(key, name):
            cluster.state = cluster.country = key
            reading.places.setdefault(key, cluster)
    elif kind not in {"person", "people"}:
        _index_name(reading, group, cluster)
    return cluster


def _is_capital(key: str, name: str) -> bool:
    place = country(name)
    return place.form == "capital" if place else fold(name) != key


def _index_name(reading: Reading, group: Group, cluster: Cluster) -> None:
    """Let ``the ministry`` find ``Interior Ministry``."""
    found = reading.found
    for phrase in group:
        start, end = phrase.name_span
        if found.lower[end - 1] in words("en", "outlet_words") and end - start > 1:
            reading.index(cluster, "newspaper", frozenset())
        for i in range(start, end):
            last = i == end - 1 or found.lower[i + 1] in {"of", "for"}
            if last and end - start > 1 and (noun_type(found.lower[i]) or i == end - 1):
                others = modifier_words(found, start, end) - {found.lower[i]}
                reading.index(cluster, found.lower[i], frozenset(w for w in others if w not in reading.states))
