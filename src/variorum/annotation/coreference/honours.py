"""``His Excellency said``: who is meant by a word of respect, by the address or the office that introduced him."""

import functools

from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.state import Reading
from variorum.annotation.mentions.find import Phrase
from variorum.language.lexicon import values, word_list


@functools.cache
def honours() -> dict[str, tuple[str, ...]]:
    """Words of respect (``excellency``) with the offices and addresses of those who bear them."""
    return {row["honour"]: values(row, "offices") for row in word_list("en", "honours")}


def honoured_person(reading: Reading, phrase: Phrase) -> Cluster | None:
    """The latest person who was introduced with this word of respect, else the latest whose office bears it.

    ``None`` where the gender is another, and for everybody when nobody fits: a stranger is never guessed.
    """
    fitting = [c for c in reading.clusters if _may_be(phrase, c)]
    addressed = [c for c in fitting if _called(reading, c, (phrase.lemma,))]
    holders = addressed or [c for c in fitting if _called(reading, c, honours()[phrase.lemma])]
    return max(holders, key=lambda c: c.last, default=None)


def _may_be(phrase: Phrase, cluster: Cluster) -> bool:
    same_gender = not (phrase.gender and cluster.gender) or phrase.gender == cluster.gender
    return cluster.type == "person" and cluster.last >= 0 and phrase.plural == cluster.plural and same_gender


def _called(reading: Reading, cluster: Cluster, offices: tuple[str, ...]) -> bool:
    """Whether a title before the name, the word right before it, a function or a description is one of ``offices``."""
    told = {role.lemma for role in cluster.roles} | set(cluster.lemmas)
    for phrase in cluster.phrases:
        told |= set(phrase.title.casefold().split()) | {phrase.title.casefold()}
        told.add(phrase.name.partition(" ")[0].casefold())
        told.add(reading.found.lower[phrase.start - 1] if phrase.start else "")
    return bool(told & set(offices))
