"""From the words that name a source to the entity that speaks: mentions, pronouns, several who speak as one."""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.attributions.cues import LANGUAGE, companions
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import antecedent, is_aged, source_type
from variorum.annotation.coreference.references import References
from variorum.annotation.mentions.names import TIME_ZONES
from variorum.annotation.mentions.types import noun_type, titles
from variorum.annotation.speakers.described import whose_words
from variorum.annotation.speakers.several import PARTS, both_meant, is_anyone, joined, one_meant
from variorum.annotation.words.lists import listed
from variorum.language.frequency import rarity
from variorum.language.lexicon import words as word_set
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


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entity behind a phrase, or ``None`` with the ``candidates``; ``references`` grown by what was not known yet."""

    entity: str | None
    candidates: tuple[str, ...]
    references: References
    note: str = ""


def resolve(page: Page, token: Token, references: References) -> Resolved:
    """The entity that the phrase headed by ``token`` refers to; a new one for a noun phrase nobody has mentioned before."""
    token = whose_words(page, _who(token), references)
    if (pointed := _pointed(token, references)) is not None:
        return Resolved(pointed, (), references, "pronoun")
    token = _named_beside(token, references)
    if joint := joined(token):
        return _together(page, token, joint, references)
    start, end = token.idx, token.idx + len(token)
    mention = references.mention_at(start, end)
    if mention is not None and mention.start <= start and end <= mention.end and _heads(page, mention, token):
        if not _doubtful(page, mention, references):
            return Resolved(mention.entity, (), references, mention.kind)
        return _apart(page, token, mention, references)
    if token.lower_ in companions(LANGUAGE, "indefinite"):
        both = both_meant(page, token, references)
        if both is None and is_anyone(token) and one_meant(page, token, references) is None:
            return Resolved(None, recent_people(references, start), references, "pronoun")
        return _introduced(page, token, references) if both is None else Resolved(both, (), references, "pronoun")
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "PRP$", "WP") or is_aged(token):
        return Resolved(None, recent_people(references, start), references, "pronoun")
    return _introduced(page, token, references)


def _who(token: Token) -> Token:
    """``a spokesman for the court, who said``: the person that ``who`` stands for, where the parse hangs the clause on a body
    or thing that belongs to one; else the antecedent as it is."""
    noun = above = antecedent(token)
    while token.lower_ == "who" and not _is_human(above):
        if above.dep_ != "pobj" or above.head.dep_ != "prep" or above.head.head.pos_ not in ("NOUN", "PROPN"):
            return noun
        above = above.head.head
    return above


def _is_human(noun: Token) -> bool:
    return noun.ent_type_ == "PERSON" or noun_type(noun.lemma_.lower()) in ("person", "group", "people")


def _pointed(token: Token, references: References) -> str | None:
    """``the latter``, ``this one`` for the person or body named last in the sentence before, ``the former`` for the first."""
    latter = token.lower_ == "latter" or (token.lower_ == "one" and token.i > 0 and token.nbor(-1).lower_ == "this")
    former = token.lower_ == "former" and token.dep_ in ("nsubj", "pobj") and token.nbor(-1).lower_ == "the"
    if not (latter or former):
        return None
    start = token.sent.start_char
    first = token.doc[token.sent.start - 1].sent.start_char if token.sent.start else start
    before = [m for m in references.inside(first, token.idx) if m.kind == "name"]
    named = [m.entity for m in before if references.entity(m.entity).type in _PEOPLE]
    return (named[-1] if latter else named[0]) if named else None


def _named_beside(token: Token, references: References) -> Token:
    """``the chairman, Per Dahl``, ``one of them, Per Dahl``: the name beside a description, when it is known as a person's, or
    as a body's and the description fits bodies too (``their employer, the firm Nordal``)."""
    if token.pos_ == "PROPN":
        return (_behind_office(token, references) if _is_office(token) else None) or _of_body(token, references)
    if token.pos_ not in ("NOUN", "NUM", "ADJ") and token.lower_ not in companions(LANGUAGE, "indefinite"):
        return token
    name = next((c for c in token.rights if c.dep_ == "appos" and c.pos_ == "PROPN"), None) or _name_after_owner(token)
    name = name or _one_described(token, references)
    mention = references.mention_at(name.idx, name.idx + len(name)) if name is not None else None
    kind = references.entity(mention.entity).type if mention is not None else None
    body = kind == "organisation" and token.lemma_.lower() in word_set(LANGUAGE, "either_roles")
    return name if name is not None and (kind == "person" or body) else token


def _one_described(token: Token, references: References) -> Token | None:
    """``one of them, a teacher who gave his name as Per,``: the noun that describes the one, where the text names who it is."""
    beside = next((c for c in token.rights if c.dep_ == "appos" and c.pos_ == "NOUN"), None)
    mention = references.headed_at(beside.idx) if beside is not None and token.lower_ in PARTS else None
    return beside if mention is not None and references.entity(mention.entity).named else None


def _is_office(token: Token) -> bool:
    """Whether a capitalised word is a function and no name (``the Commander``)."""
    before = token.nbor(-1).lower_ if token.i else ""
    return token.lower_ in titles() or f"{before} {token.lower_}" in titles() or noun_type(token.lower_) == "person"


def _behind_office(token: Token, references: References) -> Token | None:
    """``the Commander-in-Chief, President Per Dahl, said``: the name between the comma behind a function and the next mark."""
    doc = token.doc
    comma = next((t for t in doc[token.i : token.i + OFFICE_REACH] if t.text == "," or t.pos_ in ("VERB", "AUX")), None)
    if comma is None or comma.text != "," or comma.i + 1 >= len(doc):
        return None
    start = doc[comma.i + 1].idx
    mention = next((m for m in references.inside(start, token.sent.end_char) if m.start == start and m.kind == "name"), None)
    span = doc.char_span(mention.start, mention.end, alignment_mode="expand") if mention is not None else None
    if span is None or mention is None or span.end >= len(doc) or references.entity(mention.entity).type != "person":
        return None
    return span[-1] if doc[span.end].is_punct or doc[span.end].pos_ == "VERB" else None


OFFICE_REACH = 12
"""Tokens from a function to the comma behind it."""


def _of_body(token: Token, references: References) -> Token:
    """``Per Dahl of Nord Research``, ``Dahl on Radio Nord``: where the parse makes the body the head, the person before the
    preposition speaks; so does who stands behind the time in ``1015 GMT - Per Dahl``."""
    if token.text in TIME_ZONES:
        end = token.idx + len(token)
        named = next((m for m in references.inside(end, token.sent.end_char) if m.kind == "name"), None)
        behind = token.doc.char_span(named.start, named.end, alignment_mode="expand") if named is not None else None
        return behind[-1] if behind is not None else token
    person = next((c for c in token.lefts if c.dep_ in ("nmod", "compound") and c.nbor(1).dep_ == "prep"), None)
    if person is None or person.nbor(1).lower_ not in listed("of_body"):
        return token
    mention = references.mention_at(person.idx, person.idx + len(person))
    return person if mention is not None and references.entity(mention.entity).type == "person" else token


def _name_after_owner(token: Token) -> Token | None:
    """``the manager of Anna Roe, Per Dahl``: the parse hangs the name on the owner, but it tells who the manager is."""
    for preposition in (c for c in token.rights if c.dep_ == "prep" and c.lower_ in listed("of_owner")):
        for owner in (c for c in preposition.rights if c.dep_ == "pobj" and c.pos_ == "PROPN"):
            for name in owner.rights:
                if name.dep_ in ("appos", "npadvmod") and name.pos_ == "PROPN" and name.doc[name.left_edge.i - 1].text == ",":
                    return name
    return None


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
    if token.dep_ == "compound" and token.head.i == root.i and root.dep_ == "ROOT":
        return any(c.dep_ == "ccomp" for c in root.lefts) is False
    return root.i == token.i or mention.kind == "name" or root.head.i == token.i or token.head.i == root.i


def _doubtful(page: Page, mention: Mention, references: References) -> bool:
    """Whether a description such as ``the fire service`` was joined to a name that it shares nothing with.

    Bodies only: persons are described freely (``the father of two``), bodies by what they are called. A broad word (``the
    company``) is trusted where the body is named again or the text says that it is one.
    """
    if mention.kind != "noun":
        return False
    entity = references.entity(mention.entity)
    words = [w for w in page.raw[mention.start : mention.end].lower().split() if w not in listed("determiner")]
    if entity.type not in _BODIES or not entity.named:
        return False
    broad = len(words) < 2 or words[-1] in word_set(LANGUAGE, "broad_words")
    if broad and not _hardly_known(entity, references):
        return False
    known = " ".join((entity.name, *entity.aliases, *(r.text for r in entity.roles))).lower()
    return not any(word.strip(".,'’s") in known for word in words if len(word) > 3)


def _hardly_known(entity: Entity, references: References) -> bool:
    """Whether a firm or office is mentioned once besides the description, and not by what it is."""
    mentions = sum(m.entity == entity.id for m in references.mentions)
    return entity.type == "organisation" and mentions < ONCE_MORE and not entity.roles


ONCE_MORE = 3
"""Mentions of a body from which on "the company" is believed to be it: of those with fewer, four in five were wrong."""
_BODIES: tuple[EntityType, ...] = ("organisation", "government", "place")


def _apart(page: Page, token: Token, mention: Mention, references: References) -> Resolved:
    """The mention as an entity of its own; the same words are the same entity throughout the article."""
    name = " ".join(w for w in page.raw[mention.start : mention.end].split() if w.lower() not in listed("determiner"))
    known = next((e for e in references.entities if e.name.casefold() == name.casefold()), None)
    entity = known or Entity(references.new_id(), name, mention.type, named=False)
    return Resolved(entity.id, (), references.reassigned(mention, entity), "noun")


def recent_people(references: References, before: int) -> tuple[str, ...]:
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
    named = token.pos_ == "PROPN" and token.text[:1].isupper() and not _is_office(token) and not _is_common(token)
    start, end = _name_range(page, token)
    kind: MentionKind = "name" if named else "noun"
    first, last = page.chars(start, end)
    name = one_meant(page, token, references) or page.text(start, end)
    entity = Entity(references.new_id(), name, _type(token), named)
    mention = Mention(first, last, kind, entity.type, entity.id)
    return Resolved(entity.id, (), references.add(mention, entity), kind)


def _is_common(token: Token) -> bool:
    """``Families plead``: whether a word alone is a plain noun with the capital of a headline or sentence."""
    alone = not any(c.dep_ in ("compound", "nmod") for c in token.lefts)
    return alone and (round(rarity(token.lower_), 3) < PLAIN or noun_type(token.lemma_.lower()) is not None)


PLAIN = 0.8
"""Rarity below which a word alone is a plain one. By judgement, as for names."""


def _type(token: Token) -> EntityType:
    if token.ent_type_ in _NAME_TYPES:
        return _NAME_TYPES[token.ent_type_]
    return _known_type(source_type(token, LANGUAGE))


def _known_type(name: str | None) -> EntityType:
    types: dict[str | None, EntityType] = {"group": "group", "organisation": "organisation", "document": "document"}
    return types.get(name, "other")


def _name_range(page: Page, token: Token) -> tuple[int, int]:
    """The noun phrase in short: from its first modifier (articles left out) to its head."""
    start = token.i
    while (
        start > token.left_edge.i
        and page.doc[start - 1].dep_ in _MODIFIERS
        and page.doc[start - 1].lower_ not in listed("determiner")
    ):
        start -= 1
    while start < token.i and page.doc[start].is_punct:
        start += 1
    end = token.i + 1
    while (
        end + 1 < len(page.doc)
        and page.doc[end].text == "-"
        and not (page.doc[end - 1].whitespace_ or page.doc[end].whitespace_)
    ):
        end += 2
    return start, end


_MODIFIERS = ("amod", "compound", "nmod", "nummod", "poss", "case", "quantmod", "advmod", "punct")
