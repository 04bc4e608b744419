"""People whom the pipeline takes for things: a bare rare name where only a person can be meant by ``he`` or ``she``."""

from variorum.annotation.attributions.cues import reporting_verbs
from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.state import Reading
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.rare_names import RARE, is_unlisted
from variorum.annotation.mentions.words import Words
from variorum.language.frequency import rarity

REACH = 3
"""Sentences back in which a mistyped person may stand."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def speaks_nearer(reading: Reading, phrase: Phrase, chosen: Cluster) -> bool:
    """``Ada Roe left. Tolmar told reporters why. "I stay," he said``: between the two stands a name that no list knows, as the
    subject of a verb of saying or as the first one of the paragraph; it may well be a person's."""
    found, here = reading.found, reading.found.paragraph[phrase.head]
    for earlier, cluster in reading.recent(phrase, 1):
        if cluster is chosen:
            return False
        if earlier.kind != "name" or found.dep[earlier.head] not in SUBJECTS or found.paragraph[earlier.head] != here:
            continue
        said = found.lemma[found.head[earlier.head]] in reporting_verbs()
        if _may_be_person(found, cluster) and (said or all(found.paragraph[p.head] != here for p in chosen.phrases)):
            return True
    return False


def _may_be_person(found: Words, cluster: Cluster) -> bool:
    """Whether a thing is called by nothing but a rare name, which only the pipeline takes for a thing's."""
    names = [p for p in cluster.phrases if p.kind == "name"]
    loose = cluster.type in {"organisation", "other", "work"} and not cluster.lemmas and all(p.weight <= 1 for p in names)
    return (
        loose
        and all(p.name.istitle() and found.lower[p.start] != "the" for p in names)
        and all(round(rarity(word.casefold()), 3) >= RARE for word in cluster.name.split())
    )


def mistyped_person(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The one subject nearby with a name of two or three words that nothing but the pipeline takes for a thing, or the one name
    that no list knows; where ``he`` or ``she`` can mean nobody else, it is a person."""
    found = reading.found
    names = [(p, c) for p, c in reading.recent(phrase, REACH) if p.kind == "name"]
    if (teller := _teller(reading, phrase)) is not None:
        return teller
    subjects = [c for p, c in names if found.dep[p.head] == "nsubj" or is_unlisted(found, p)]
    near = {id(c): c for c in subjects if c.type in {"organisation", "other", "work"} and not c.lemmas and _unsure(c)}
    chosen = next(iter(near.values())) if len(near) == 1 else None
    if chosen is not None:
        chosen.type = "person"
    return chosen


def _teller(reading: Reading, phrase: Phrase) -> Cluster | None:
    """``Tolmar told reporters he saw no reason``: the bearer of a rare name who tells somebody of ``him``."""
    found, verb = reading.found, reading.found.head[phrase.head]
    told = found.dep[verb] == "ccomp" and found.dep[phrase.head] in SUBJECTS
    teller = found.child(found.head[verb], "nsubj") if told else None
    cluster = reading.at_head.get(teller) if teller is not None else None
    if cluster is None or found.lemma[found.head[verb]] != "tell" or cluster.type == "organisation":
        return None
    if cluster.type != "person" and not _may_be_person(found, cluster):
        return None
    cluster.type = "person"
    return cluster


def _unsure(cluster: Cluster) -> bool:
    names = [p for p in cluster.phrases if p.kind == "name"]
    return all(p.weight <= 1 and 1 <= p.name.count(" ") <= 2 and not p.name.isupper() for p in names)
