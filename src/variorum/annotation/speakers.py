"""From the words that name a source to the entity that speaks: mentions, pronouns, whom it was said to, who passes it on."""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.attribution_page import Page
from variorum.annotation.attribution_sources import source_type
from variorum.annotation.attributions import LANGUAGE, Attribution
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
    start, end = token.idx, token.idx + len(token)
    mention = references.mention_at(start, end)
    if mention is not None and mention.start <= start and end <= mention.end and _heads(page, mention, token):
        return Resolved(mention.entity, (), references, mention.kind)
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP"):
        return Resolved(None, _recent_people(references, start), references, "pronoun")
    return _introduced(page, token, references)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; any other token itself."""
    if token.lower_ in ("who", "that", "which", "whom") and token.tag_ in ("WP", "WDT"):
        for above in token.ancestors:
            if above.dep_ == "relcl":
                return above.head
    return token


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


_OUTLET_PREPS = ("in", "on", "with", "to", "during", "via", "through", "at", "for")
_CHANNELS = frozenset(
    (
        "interview",
        "statement",
        "conference",
        "briefing",
        "tweet",
        "post",
        "speech",
        "letter",
        "message",
        "email",
        "remarks",
        "remark",
        "address",
        "comment",
        "comments",
        "memo",
        "report",
        "article",
        "column",
        "broadcast",
        "press",
        "call",
        "television",
        "radio",
        "twitter",
        "facebook",
        "instagram",
        "telegram",
        "weibo",
        "x",
        "video",
        "release",
        "note",
    )
)


def medium(page: Page, found: Attribution) -> Token | None:
    """Where it was said: the outlet of ``in an interview with CBS``; else the statement or message itself."""
    for head in _clause_heads(page, found):
        for child in head.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "during", "on", "via", "at") and child.i not in found.content:
                place = next((c for c in child.children if c.dep_ == "pobj"), None)
                if place is not None and (outlet := _outlet_of(place)) is not None:
                    return outlet
    return None


def _clause_heads(page: Page, found: Attribution) -> list[Token]:
    if not found.cue:
        return []
    verb = page.doc[found.anchor]
    return [verb, *(c for c in verb.children if c.dep_ in ("dobj", "prep", "npadvmod") and c.i not in found.content)]


def _outlet_of(place: Token) -> Token | None:
    """``interview with CBS`` gives CBS, ``statement`` itself; a place or date gives nothing."""
    if place.lemma_.lower() == "interview":
        for prep in place.children:
            if prep.dep_ == "prep" and prep.lower_ in ("with", "to", "on", "for", "by"):
                return next((c for c in prep.children if c.dep_ == "pobj"), None)
        return next((c for c in place.children if c.dep_ in ("compound", "poss") and c.pos_ == "PROPN"), None)
    return (
        place
        if place.lemma_.lower() in _CHANNELS or (place.ent_type_ == "ORG" and place.head.lower_ in ("on", "via"))
        else None
    )


def through(page: Page, found: Attribution) -> Token | None:
    """Who says it for somebody else: ``warned through its spokeswoman N``."""
    if not found.cue:
        return None
    for child in page.doc[found.anchor].children:
        if child.dep_ == "prep" and child.lower_ in ("through", "via") and child.i not in found.content:
            head = next((c for c in child.children if c.dep_ == "pobj"), None)
            if head is None:
                continue
            name = next((c for c in head.children if c.dep_ == "appos"), head)
            return name if source_type(head, LANGUAGE) == "group" or name.ent_type_ == "PERSON" else None
    return None
