"""From the words that name a source to the entity that speaks: mentions, pronouns, several who speak as one."""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.attribution_page import Page
from variorum.annotation.attribution_sources import antecedent, source_type
from variorum.annotation.attributions import LANGUAGE
from variorum.annotation.cues import companions
from variorum.annotation.references import References
from variorum.records.annotation import Entity, EntityType, Mention, MentionKind

_PEOPLE = ("person", "group", "people", "organisation", "government")
_NAME_TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "government",
    "NORP": "people",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "document",
    "FAC": "organisation",
    "LOC": "place",
}
_ARTICLES = ("a", "an", "the", "some", "this", "that", "these", "those", "any", "his", "her", "its", "their")


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entity behind a phrase, or ``None`` with the ``candidates``; ``references`` grown by what was not known yet."""

    entity: str | None
    candidates: tuple[str, ...]
    references: References
    note: str = ""


def resolve(page: Page, token: Token, references: References) -> Resolved:
    """The entity that the phrase headed by ``token`` refers to; a new one for a noun phrase nobody has mentioned before."""
    token = antecedent(token)
    if joint := _joined(token):
        return _together(page, token, joint, references)
    start, end = token.idx, token.idx + len(token)
    mention = references.mention_at(start, end)
    if mention is not None and mention.start <= start and end <= mention.end and _heads(page, mention, token):
        return Resolved(mention.entity, (), references, mention.kind)
    if token.lower_ in companions(LANGUAGE, "indefinite"):
        return _introduced(page, token, references)
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP"):
        return Resolved(None, _recent_people(references, start), references, "pronoun")
    return _introduced(page, token, references)


def _joined(token: Token) -> list[Token]:
    """The names joined to ``token`` by ``and``: they speak together."""
    names: list[Token] = []
    current: Token | None = token
    while current is not None:
        following = next((c for c in current.rights if c.dep_ == "conj" and c.pos_ in ("PROPN", "NOUN")), None)
        if following is not None:
            names.append(following)
        current = following
    both = any(c.dep_ == "cc" and c.lower_ in ("and", "&") for t in (token, *names) for c in t.rights)
    return names if both and token.pos_ in ("PROPN", "NOUN") else []


def _together(page: Page, token: Token, names: list[Token], references: References) -> Resolved:
    """The group that several named speakers form; the same words are the same group throughout the article."""
    start, _ = _name_range(page, token)
    first, last = page.chars(start, names[-1].i + 1)
    name = page.raw[first:last]
    known = next((e for e in references.entities if e.name.casefold() == name.casefold()), None)
    entity = known or Entity(references.new_id(), name, "group", all(t.pos_ == "PROPN" for t in (token, *names)))
    mention = Mention(first, last, "name" if entity.named else "noun", "group", entity.id)
    if mention in references.mentions:
        return Resolved(entity.id, (), references)
    return Resolved(entity.id, (), references.add(mention, None if known else entity))


def _heads(page: Page, mention: Mention, token: Token) -> bool:
    """Whether ``token`` is the head of the mention, not a name or modifier inside it or a larger phrase around it."""
    span = page.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    if span is None:
        return True
    root = span.root
    return root.i == token.i or mention.kind == "name" or root.head.i == token.i or token.head.i == root.i


def _recent_people(references: References, before: int) -> tuple[str, ...]:
    """The last three people or bodies mentioned before, the nearest first."""
    types = {e.id: e.type for e in references.entities}
    recent: list[str] = []
    for mention in reversed(references.mentions):
        if mention.start < before and types.get(mention.entity) in _PEOPLE and mention.entity not in recent:
            recent.append(mention.entity)
            if len(recent) == 3:
                break
    return tuple(recent)


def _introduced(page: Page, token: Token, references: References) -> Resolved:
    named = token.pos_ == "PROPN"
    start, end = _name_range(page, token)
    kind: MentionKind = "name" if named else "noun"
    first, last = page.chars(start, end)
    entity = Entity(references.new_id(), page.text(start, end), _type(token), named)
    mention = Mention(first, last, kind, entity.type, entity.id)
    return Resolved(entity.id, (), references.add(mention, entity), kind)


def _type(token: Token) -> EntityType:
    if token.ent_type_ in _NAME_TYPES:
        return _NAME_TYPES[token.ent_type_]
    return _known_type(source_type(token, LANGUAGE))


def _known_type(name: str | None) -> EntityType:
    types: dict[str | None, EntityType] = {"group": "group", "organisation": "organisation", "document": "document"}
    return types.get(name, "other")


def _name_range(page: Page, token: Token) -> tuple[int, int]:
    """The noun phrase in short: from its first modifier (articles left out) to its head."""
    start = token.left_edge.i
    while start < token.i and (page.doc[start].lower_ in _ARTICLES or page.doc[start].is_punct or page.doc[start].is_space):
        start += 1
    if token.i - start > 8:
        start = token.i
    return start, token.i + 1
