"""Sources called by a plain noun: ``the agency``, ``the statement`` of whoever was named as the source right before."""

from spacy.tokens import Token

from variorum.annotation.attributions.cues import LANGUAGE
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import source_type
from variorum.annotation.coreference.references import References
from variorum.annotation.mentions.types import noun_type
from variorum.annotation.speakers.pronouns import Spoken
from variorum.language.lexicon import words as word_set
from variorum.records.annotation import Entity, EntityType

REACH = 1
"""Paragraphs back in which the last source can still be meant."""
_ISSUERS: tuple[EntityType, ...] = ("organisation", "government", "group", "person")
_BODIES: tuple[EntityType, ...] = ("organisation", "government", "group")
_OUTLETS: tuple[EntityType, ...] = ("organisation", "work", "other")
_INSTITUTIONS = ("organisation", "government", "group", "person", "people", "place")


def last_source(page: Page, noun: Token, known: str | None, said: list[Spoken], references: References) -> str | None:
    """The named source that ``the newspaper`` or ``the statement`` stands for, where it was the last to speak and ``known``,
    the entity of the noun, has no name: an outlet for an outlet, whoever issues things for what is issued."""
    if known is None or not said or references.entity(known).named or not _is_plain(noun):
        return None
    last = said[-1]
    entity = references.entity(last.entity)
    near = last.end <= noun.idx and page.block_at[noun.i] - last.block <= REACH
    if not entity.named or not near:
        return None
    lemma = noun.lemma_.lower()
    new = all(m.start >= noun.idx - len("the ") for m in references.mentions if m.entity == known)
    issued = lemma in word_set(LANGUAGE, "issued_documents") and entity.type in _BODIES and new
    told = lemma in word_set(LANGUAGE, "outlet_nouns") and entity.type in _OUTLETS and _may_be_outlet(entity)
    return entity.id if issued or told else None


def _is_plain(noun: Token) -> bool:
    """``the agency``: with the article alone."""
    alone = not any(c.dep_ in ("prep", "relcl", "acl", "appos", "poss") for c in noun.children)
    return alone and noun.pos_ in ("NOUN", "PROPN") and noun.i > 0 and noun.nbor(-1).lower_ == "the"


def _may_be_outlet(entity: Entity) -> bool:
    """Whether the last word of a name tells of no other body (``ministry``)."""
    return noun_type(entity.name.split()[-1].lower()) not in _INSTITUTIONS


def whose_words(page: Page, token: Token, references: References) -> Token:
    """Whoever speaks in the words called ``token``: the body of ``according to the findings of the ministry``, the owner of
    ``the ministry's statement``, also where it is ``the statement`` later on; else ``token`` itself."""
    lower = token.lower_
    if lower in word_set(LANGUAGE, "body_findings"):
        owner = _behind(token)
        found = owner is not None and (owner.ent_type_ == "ORG" or source_type(owner, LANGUAGE) in ("organisation", "group"))
        return owner if owner is not None and found else token
    if lower not in word_set(LANGUAGE, "issued_documents"):
        return token
    owner = _owner(token, references)
    if owner is None and _is_plain(token) and (mention := references.headed_at(token.idx)) is not None:
        spans = (
            page.doc.char_span(m.start, m.end, alignment_mode="expand")
            for m in references.inside(0, mention.start)
            if m.entity == mention.entity
        )
        owners = (_owner(span.root, references) for span in spans if span is not None)
        owner = next((o for o in owners if o is not None), None)
    return owner or token


def _owner(token: Token, references: References) -> Token | None:
    """``the ministry's`` or ``its`` before a noun, ``of the ministry`` behind it; nobody whom the text leaves open."""
    owner = next((c for c in token.lefts if c.dep_ == "poss"), None) or _behind(token)
    if owner is None or owner.pos_ not in ("NOUN", "PROPN", "PRON"):
        return None
    mention = references.mention_at(owner.idx, owner.idx + len(owner))
    if owner.pos_ == "PRON":
        return owner if mention is not None and references.entity(mention.entity).named else None
    speaks = owner.ent_type_ in ("ORG", "PERSON") or source_type(owner, LANGUAGE) in ("organisation", "group")
    known = mention is not None and references.entity(mention.entity).type in _ISSUERS
    return owner if speaks or known else None


def _behind(token: Token) -> Token | None:
    """The noun of ``of the ministry``, ``by the ministry`` right behind a noun."""
    preposition = next((c for c in token.rights if c.dep_ == "prep"), None)
    if preposition is None or preposition.i != token.i + 1 or preposition.lower_ not in ("of", "from", "by"):
        return None
    return next((c for c in preposition.rights if c.dep_ == "pobj"), None)
