"""Whom a pronoun refers to: recent mentions that agree, weighed by place, part in the clause and who was speaking."""

import functools

from variorum.annotation.coreference_clusters import Cluster
from variorum.annotation.coreference_state import Reading
from variorum.annotation.mentions import Phrase
from variorum.annotation.mentions_nouns import Pronoun, pronoun_table
from variorum.annotation.mentions_words import Words
from variorum.language.lexicon import word_list

REACH = 3
"""Sentences back that a pronoun may reach."""
MARGIN = 0.1
"""By how much the best antecedent must lead another entity's."""
HUMAN = frozenset({"person"})
THINGS = frozenset({"organisation", "government", "place", "document", "event", "work", "group", "other"})
MANY = frozenset({"group", "people", "organisation", "government", "other", "work"})


def resolve_pronoun(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The entity the pronoun refers to, ``None`` when no antecedent is clear. The mention is recorded in ``reading``."""
    features = pronoun_table()[phrase.lemma]
    if features.person != "third":
        return None
    scored: dict[int, tuple[float, Cluster]] = {}
    for earlier, cluster in reading.recent(phrase, REACH):
        if _agrees(features, earlier, cluster) and _allowed(reading.found, phrase, earlier, cluster, features):
            score = round(_score(reading.found, phrase, earlier, cluster, features), 3)
            if id(cluster) not in scored or score > scored[id(cluster)][0]:
                scored[id(cluster)] = (score, cluster)
    best = _clear_best(list(scored.values()))
    if best is not None:
        reading.mention(phrase, best)
    return best


def _clear_best(scored: list[tuple[float, Cluster]]) -> Cluster | None:
    ranked = sorted(scored, key=lambda s: -s[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN):
        return None
    return ranked[0][1]


def _agrees(features: Pronoun, earlier: Phrase, cluster: Cluster) -> bool:
    if features.gender in {"m", "f"}:
        return cluster.type in HUMAN and not cluster.plural and cluster.gender in {"", features.gender}
    if features.gender == "n":
        return cluster.type in THINGS and not cluster.plural
    if cluster.plural:
        return True
    return cluster.type in MANY and (earlier.lemma == "they" or cluster.type in {"group", "people", "organisation"})


def _allowed(found: Words, phrase: Phrase, earlier: Phrase, cluster: Cluster, features: Pronoun) -> bool:
    """Leave out antecedents that contain the pronoun or stand beside it under one verb."""
    if earlier.start <= phrase.start < earlier.end:
        return False
    if features.form == "possessive" and found.head[phrase.head] == earlier.head:
        return False
    beside = found.head[phrase.head] == found.head[earlier.head] and earlier.head != phrase.head
    arguments = {"nsubj", "nsubjpass", "dobj", "dative"}
    return not (beside and features.form in {"object"} and found.dep[earlier.head] in arguments)


def _score(found: Words, phrase: Phrase, earlier: Phrase, cluster: Cluster, features: Pronoun) -> float:
    score = -1.0 * (found.sentence[phrase.head] - found.sentence[earlier.head])
    subject = found.dep[phrase.head] in {"nsubj", "nsubjpass"}
    dep = found.dep[earlier.head]
    if dep in {"nsubj", "nsubjpass"}:
        score += 0.9 + (0.3 if subject else 0.0)
        score += 0.3 if found.dep[found.head[earlier.head]] == "ROOT" else 0.0
    elif dep == "dobj":
        score += 0.3
    elif dep == "poss":
        score += 0.1
    score += 0.08 * min(len(cluster.phrases), 6)
    score += 0.4 if cluster.named else 0.0
    score += 0.5 if cluster.gender and cluster.gender == features.gender else 0.0
    score += 0.3 if earlier.kind == "pronoun" else 0.0
    return score + _speaking(found, phrase, earlier, subject=subject) - 0.002 * (phrase.start - earlier.start)


def _speaking(found: Words, phrase: Phrase, earlier: Phrase, *, subject: bool) -> float:
    """Inside and outside of quotation marks, and who spoke last."""
    score = 0.0
    if found.quoted[earlier.head] and not found.quoted[phrase.head]:
        score -= 0.8
    speaks = is_speaking(found, earlier.head)
    if found.quoted[phrase.head] and not found.quoted[earlier.head] and speaks:
        score -= 1.0
    if subject and speaks and is_speaking(found, phrase.head):
        score += 0.8
    return score


def is_speaking(found: Words, token: int) -> bool:
    """Whether the word is the subject of a verb of saying, or whom something is ``according to``."""
    verb = found.head[token]
    if found.dep[token] == "nsubj":
        return found.lemma[verb] in reporting_verbs()
    return found.dep[token] == "pobj" and found.lower[verb] == "to" and found.lower[found.head[verb]] == "according"


@functools.cache
def reporting_verbs() -> frozenset[str]:
    """Verbs of saying."""
    return frozenset(r["lemma"] for r in word_list("en", "cues") if r["act"] == "speech" and r["strength"] == "strong")
