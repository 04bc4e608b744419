"""Sources that the sentence hides: whom it is told to stands first, where it is said, who is quoted as saying it."""

from dataclasses import replace

from spacy.tokens import Token

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.cues import LANGUAGE
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import source_type
from variorum.annotation.mentions.types import noun_type
from variorum.annotation.speakers.several import is_anyone
from variorum.annotation.words.lists import listed

_SUBJECTS = ("nsubj", "nsubjpass")
TOLD = ("to", "with")
"""Prepositions before whoever listens."""


def replaced(page: Page, item: Attribution) -> Attribution | None:
    """``item`` with another source than the parse gives it; ``None`` where that one stands."""
    if not item.cue:
        return None
    speaker = _quoted_as(page, item) or _said_in(page, item) or _behind_listener(page, item)
    if speaker is None:
        return None
    return replace(item, speaker=speaker, source=(_first(speaker), speaker.i + 1))


def _first(noun: Token) -> int:
    """Where the words in front of a noun that belong to it begin, those behind an earlier comma left out."""
    first = noun.i
    while first > noun.left_edge.i and not noun.doc[first - 1].is_punct and noun.doc[first - 1].pos_ != "ADP":
        first -= 1
    return first


def _quoted_as(page: Page, item: Attribution) -> Token | None:
    """``The agency had quoted him as speaking of 36``: whom another quotes speaks."""
    verb = page.doc[item.anchor]
    quoting = verb.head.head
    if verb.tag_ != "VBG" or verb.dep_ != "pcomp" or verb.head.lower_ != "as" or quoting.lemma_.lower() not in listed("quotes"):
        return None
    return next((c for c in quoting.children if c.dep_ == "dobj" and c.i < verb.i and c is not item.speaker), None)


def _said_in(page: Page, item: Attribution) -> Token | None:
    """``In the embassy it is said that``, ``in her circle one says``: where nobody else is the source, the body or town in
    which it is said is."""
    verb = page.doc[item.anchor]
    said = verb.tag_ == "VBN" and any(c.dep_ in (*_SUBJECTS, "expl") and c.lower_ == "it" for c in verb.children)
    one = item.speaker is not None and is_anyone(item.speaker) and verb.tag_ in ("VBZ", "VBP")
    if not one and not (said and item.speaker is None):
        return None
    inside = (c for c in verb.children if c.dep_ == "prep" and c.lower_ in ("in", "at") and c.i not in item.content)
    place = next((c for prep in inside for c in prep.children if c.dep_ == "pobj"), None)
    bodily = place is not None and (
        place.ent_type_ in ("ORG", "GPE")
        or place.lower_ in listed("said_among")
        or source_type(place, LANGUAGE) in ("organisation", "group")
    )
    return place if bodily else None


def _behind_listener(page: Page, item: Attribution) -> Token | None:
    """``To the agency Orbis the minister had declared``, ``In an interview with Radio Orbis, the minister Roe has denied``: the
    subject behind or before whom it was told to, which the parse takes for the subject."""
    token, verb = item.speaker, page.doc[item.anchor]
    if token is None or item.source is None or item.rules[1] not in ("subject", "tagged") or token.i > verb.i:
        return None
    outer = token.head if token.dep_ == "appos" and token.head.i < token.i else token
    opening = _opening(page, min(item.source[0], outer.left_edge.i))
    if opening.lower_ not in TOLD or opening.pos_ != "ADP" or page.doc[max(opening.i - 1, 0)].lower_ == "according":
        return None
    verbs = (verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass")))
    subjects = [c for v in verbs for c in v.children if c.dep_ in _SUBJECTS and c.i < verb.i and c not in (token, outer)]
    beside = [c for c in token.rights if c.dep_ == "appos" and c.i < verb.i and _is_human(c)]
    subjects += sorted(beside, key=lambda c: (c.pos_ != "PROPN", c.i))
    return next((s for s in subjects if s.pos_ in ("NOUN", "PROPN", "PRON")), None)


def _opening(page: Page, first: int) -> Token:
    """The preposition that a phrase begins with or stands behind, also where it holds the noun before a name (``to the agency
    Orbis``)."""
    token, before = page.doc[first], page.doc[max(first - 1, 0)]
    return token if token.pos_ == "ADP" else before.head if before.dep_ == "pobj" and before.pos_ == "NOUN" else before


def _is_human(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or noun_type(noun.lemma_.lower()) == "person"
