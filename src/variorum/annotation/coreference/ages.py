"""Ages as evidence of who is meant: ``Edvin Orr, 57, ...`` and ``the 57-year-old`` are one, ``the 44-year-old`` is another."""

from variorum.annotation.coreference.clusters import Cluster
from variorum.annotation.coreference.pronouns import closes_quotation, is_speaking
from variorum.annotation.coreference.state import Reading
from variorum.annotation.mentions.find import Phrase
from variorum.annotation.mentions.types import has_age
from variorum.annotation.mentions.words import Words

REACH = 4
"""Sentences back in which the person meant by an age must be named, where the age itself does not tell."""


SENTENCE = 30
"""Tokens behind a name in which its age may be told."""


def told_age(found: Words, phrase: Phrase) -> int | None:
    """The age that a phrase gives: inside it (``the 57-year-old driver``) or right behind it (``the driver, 57,``, ``the
    driver of 57 years``)."""
    for i in range(phrase.start, phrase.head + 1):
        following = found.text[i + 1 : i + 3]
        if found.text[i].isdecimal() and len(found.text[i]) < 4 and following[:1] == ("-",) and following[1:] == ("year",):
            return int(found.text[i])
    if has_age(found, phrase.end):
        return int(found.text[phrase.end + 1])
    behind = found.lower[phrase.head + 1 : phrase.head + 4]
    counted = len(behind) == 3 and behind[0] == "of" and behind[1].isdecimal() and behind[2] == "years"
    return int(behind[1]) if counted and len(behind[1]) < 4 and phrase.type == "person" else None


def age_of(found: Words, cluster: Cluster) -> int | None:
    """The age that the text gives of somebody so far."""
    return next((age for p in cluster.phrases if (age := told_age(found, p) or _said_of_subject(found, p)) is not None), None)


def _said_of_subject(found: Words, phrase: Phrase) -> int | None:
    """``Orr died at home, aged 88``: the age behind ``aged`` in the sentence of which the name is the subject."""
    if phrase.kind != "name" or found.dep[phrase.head] not in {"nsubj", "nsubjpass"}:
        return None
    for i in range(phrase.end, min(phrase.end + SENTENCE, len(found) - 1)):
        if found.sentence[i] != found.sentence[phrase.head]:
            break
        if found.lower[i] == "aged" and found.text[i + 1].isdecimal() and len(found.text[i + 1]) < 4:
            return int(found.text[i + 1])
    return None


def aged_person(reading: Reading, phrase: Phrase) -> Cluster | None:
    """Who ``the 57-year-old`` is: the only person of that age, else the only one nearby of whom no other age is known.

    Of several nearby, the one who was speaking is meant by a phrase that speaks itself.
    """
    found, age = reading.found, told_age(reading.found, phrase)
    if phrase.form != "definite" or age is None:
        return None
    people = [c for c in reading.clusters if c.type == "person" and not c.plural and c.last >= 0]
    same = [c for c in people if age_of(found, c) == age]
    if same:
        return same[0] if len(same) == 1 else None
    recent = [(p, c) for p, c in reading.recent(phrase, REACH) if _may_be(found, p, c) and p.start < phrase.start]
    near = {id(c): c for _, c in recent if age_of(found, c) is None}
    if len(near) > 1 and (is_speaking(found, phrase.head) or closes_quotation(found, phrase.head)):
        near = {id(c): c for p, c in recent if id(c) in near and is_speaking(found, p.head)}
    return next(iter(near.values())) if len(near) == 1 else None


def _may_be(found: Words, phrase: Phrase, cluster: Cluster) -> bool:
    return cluster.type == "person" and cluster.named and not cluster.plural and not found.quoted[phrase.head]
