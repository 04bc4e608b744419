"""Whom a noun phrase refers to: a function remembered, the same head noun, a broader word, or somebody new."""

from variorum.annotation.coreference_clusters import Cluster
from variorum.annotation.coreference_state import Reading
from variorum.annotation.entity_types import person_genders
from variorum.annotation.mentions import Phrase
from variorum.annotation.roles import phrase_words, role_kinds
from variorum.language.lexicon import words as word_set

DEFINITE_FORMS = frozenset({"definite", "demonstrative", "possessive"})
SIDE_WORDS = frozenset("former then new old current late senior top leading chief deputy first last same other own main incoming outgoing acting newly veteran young embattled".split())
NEAR = 3
"""How many sentences back a broad word (``the group``, ``the country``) may reach."""
BROAD: dict[str, tuple[str, ...]] = {
    "country": ("place", "government"), "nation": ("place", "government"), "state": ("place", "government"),
    "city": ("place",), "town": ("place",), "village": ("place",), "capital": ("place",), "region": ("place",),
    "group": ("group", "organisation"), "organisation": ("organisation", "group"), "organization": ("organisation", "group"),
    "company": ("organisation",), "firm": ("organisation",), "agency": ("organisation",), "movement": ("group", "organisation"),
    "party": ("organisation",), "newspaper": ("organisation",), "broadcaster": ("organisation",), "channel": ("organisation",),
    "militia": ("group",), "body": ("organisation",), "alliance": ("organisation", "group"), "club": ("organisation", "group"),
    "team": ("group", "organisation"), "side": ("group", "organisation"), "bank": ("organisation",), "charity": ("organisation",),
}  # fmt: skip


def resolve_noun(reading: Reading, phrase: Phrase) -> Cluster:
    """The entity that the noun phrase refers to; a new one where none fits."""
    known = _known(reading, phrase)
    cluster = known if known is not None else reading.new(phrase)
    reading.mention(phrase, cluster)
    reading.index(cluster, phrase.lemma, phrase_words(reading.found, phrase) if known is None or not cluster.named else frozenset())
    if known is None:
        cluster.country = phrase.country
    return cluster


def _known(reading: Reading, phrase: Phrase) -> Cluster | None:
    if phrase.form == "indefinite":
        return None
    if phrase.form == "bare" and not _titular(reading, phrase):
        return _same_wording(reading, phrase)
    found = _same_head(reading, phrase)
    if found is None and phrase.type == "person" and not phrase.plural:
        found = _by_function(reading, phrase)
    if found is None and phrase.lemma in BROAD and phrase.form != "possessive" and not phrase.plural:
        found = _by_broad_word(reading, phrase)
    return found


def _titular(reading: Reading, phrase: Phrase) -> bool:
    """``Iraqi foreign minister said``: a function without an article that is used like a name."""
    return phrase.type == "person" and not phrase.plural and phrase.lemma in word_set("en", "titles")


def _same_head(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The latest entity that was called by the same noun, where modifiers, possessor, number and country agree."""
    fitting = [c for c in reading.by_lemma.get(phrase.lemma, ()) if c.last >= 0 and _agrees(reading, phrase, c)]
    return max(fitting, key=lambda c: c.last, default=None)


def _agrees(reading: Reading, phrase: Phrase, cluster: Cluster) -> bool:
    if cluster.plural != phrase.plural and not cluster.named:
        return False
    if phrase.country and cluster.country and phrase.country != cluster.country:
        return False
    words = phrase_words(reading.found, phrase) - SIDE_WORDS
    known = cluster.lemmas[phrase.lemma] - SIDE_WORDS
    if words - known and not (cluster.named and _in_names(words - known, cluster)):
        return False
    owner, before = reading.owner_key(phrase), cluster.owners.get(phrase.lemma, "")
    return not owner or not before or owner == before or bool(phrase.country and phrase.country == cluster.country)


def _in_names(words: frozenset[str], cluster: Cluster) -> bool:
    named = {w.casefold() for p in cluster.phrases if p.name for w in p.name.split()}
    return words <= named


def _same_wording(reading: Reading, phrase: Phrase) -> Cluster | None:
    """Phrases without an article refer to the same only in the same words, and never to people (``officials``)."""
    if phrase.type in {"person", "group"}:
        return None
    words = phrase_words(reading.found, phrase)
    same = [c for c in reading.by_lemma.get(phrase.lemma, ()) if not c.named and c.lemmas[phrase.lemma] == words and c.plural == phrase.plural]
    return max(same, key=lambda c: c.last, default=None)


def _by_function(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The latest person with a function that ``phrase`` is another or a broader word for."""
    wanted = {role for role, kinds in role_kinds().items() if phrase.lemma in kinds}
    fitting = [c for c in _people(reading) if any(r.lemma in wanted for r in c.roles) and _may_be(phrase, c)]
    near = [c for c in fitting if _distance(reading, phrase, c) <= NEAR]
    words = phrase_words(reading.found, phrase) - SIDE_WORDS
    kept = [c for c in near if all(any(w in r.modifiers or w == r.lemma for r in c.roles) for w in words)] if words else near
    return kept[0] if len({id(c) for c in kept}) == 1 else None


def _people(reading: Reading) -> list[Cluster]:
    return [c for c in reading.clusters if c.type == "person" and c.last >= 0 and not c.plural]


def _may_be(phrase: Phrase, cluster: Cluster) -> bool:
    gender = person_genders().get(phrase.lemma, "")
    if gender and cluster.gender and gender != cluster.gender:
        return False
    return not (phrase.country and cluster.country and phrase.country != cluster.country)


def _distance(reading: Reading, phrase: Phrase, cluster: Cluster) -> int:
    latest = cluster.phrases[-1]
    return reading.found.sentence[phrase.head] - reading.found.sentence[latest.head]


def _by_broad_word(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The entity of the right kind named last, for ``the country``, ``the group``; none where two are as close."""
    if phrase_words(reading.found, phrase) - SIDE_WORDS:
        return None
    kinds = BROAD[phrase.lemma]
    near = [(p, c) for p, c in reading.recent(phrase, NEAR) if c.type in kinds and c.named and _is_one(c, phrase)]
    if not near:
        return None
    same_sentence = {id(c) for p, c in near if reading.found.sentence[p.head] == reading.found.sentence[near[0][0].head]}
    return near[0][1] if len(same_sentence) == 1 or "place" in kinds else None


def _is_one(cluster: Cluster, phrase: Phrase) -> bool:
    if phrase.lemma in {"country", "nation", "state"}:
        return cluster.country is not None
    if phrase.lemma in {"city", "town", "village", "capital", "region"}:
        return cluster.type == "place" and not cluster.lemmas.keys() & {"country"}
    return True
