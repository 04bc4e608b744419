"""Who acts in a clause, whether two doers are different ones, and whether the act was forced."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.collation.claims.alignment import clause_words, quoted_words
from variorum.collation.claims.sentences import SMALL, sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import LANGUAGE, forces, kind_words
from variorum.language.lexicon import words
from variorum.records.article import Span
from variorum.records.story import StoryEntity

DOERS = ("person", "organisation", "government", "people", "group", "place", "other")
"""Kinds of entities that can do something; "other" since names of armed groups are often read so."""

VAGUE = kind_words("vague")
"""Words that describe a body without telling which."""


@dataclass(frozen=True, slots=True)
class Doer:
    """One that acts, or is accused: the story entity, if any, its words for a reader, and the words that tell who it is."""

    entity: str | None
    name: str
    known_as: frozenset[str]
    named: bool


def doer_of(statement: Statement, setting: Setting, *, blamed: bool) -> Doer | None:
    """The subject of the clause, or its object where ``blamed``; ``None`` when nobody is named or described."""
    claim = statement.claim
    entity, span = (statement.object, claim.object_span) if blamed else (statement.subject, claim.subject_span)
    found = setting.entities.get(entity or "")
    if found is not None:
        return Doer(found.id, found.name, known_as(found), found.named) if found.type in DOERS else None
    if span is None:
        return _agent(statement) if not blamed else None
    words = quoted_words(statement, span)
    first = claim.field == "text" and sentence_at(statement.article, *span)[0] == span[0]
    proper = frozenset(w.casefold() for w in words.split()[1 if first else 0 :] if w[:1].isupper()) - SMALL
    return Doer(None, words, proper, named=False) if proper else _agent(statement)


def _agent(statement: Statement) -> Doer | None:
    """The doer after "by", where a passive clause names one that is no entity of its own."""
    claim = statement.claim
    source = statement.article.text if claim.field == "text" else statement.article.title or ""
    found = BY.search(source[: claim.span[1]], (claim.predicate_span or claim.span)[0])
    if found is None:
        return None
    proper = frozenset(w.casefold() for w in found["who"].split() if w[:1].isupper()) - SMALL
    return Doer(None, " ".join(found["who"].split()), proper, named=False) if proper else None


BY = re.compile(r"\bby (?P<who>[^,;.:()“”\"]{2,60})")


def strangers(one: Doer, other: Doer, setting: Setting) -> bool:
    """Whether both are told apart by their names, or by the names in their descriptions, and cannot stand for each other."""
    if one.entity is not None and one.entity == other.entity:
        return False
    if one.named and other.named:
        return bool(one.known_as and other.known_as) and not setting.related(one.entity, other.entity)
    if not (one.known_as and other.known_as):
        return False
    return not any(x[:5] == y[:5] for x in one.known_as for y in other.known_as)


def known_as(entity: StoryEntity) -> frozenset[str]:
    """Words that tell who it is: names inside a description, or all words of the description of a body."""
    words = [w for name in (entity.name, *entity.aliases) for w in name.split()]
    proper = frozenset(w.casefold() for w in words if w[:1].isupper())
    if entity.type == "organisation" and len(entity.name.split()) > 1:
        proper |= frozenset(w.casefold() for w in words) - VAGUE
    return proper - SMALL - _calendar()


@functools.cache
def _calendar() -> frozenset[str]:
    """Names of days and months, which are sometimes read as somebody's name."""
    found = frozenset(values_of for name in ("weekdays", "months") for values_of in words(LANGUAGE, name))
    return found | frozenset(w[:3] for w in found) | frozenset(w[:4] for w in found)


def same_one(one: str, other: str, setting: Setting) -> bool:
    """Whether two story entities can stand for each other; unnamed ones only when described in the same words."""
    if one == other:
        return True
    a, b = setting.entities.get(one), setting.entities.get(other)
    if a is None or b is None:
        return False
    if a.named and b.named:
        return setting.related(one, other)
    return bool(frozenset(a.name.casefold().split()) & frozenset(b.name.casefold().split()) - SMALL) or a.named != b.named


def under_pressure(statement: Statement) -> bool:
    """Whether the clause says that its act was forced: its verb, or a word before it that governs it."""
    start = statement.claim.predicate_span[0] if statement.claim.predicate_span else statement.claim.span[0]
    chain = [word for word in clause_words(statement) if word[0][1] <= start]
    return forces(statement.predicate) or _forcing(statement, chain)


def pressed_before(statement: Statement) -> bool:
    """Whether a forcing verb stands before the clause in its sentence, so that the clause is what somebody was forced to."""
    if statement.claim.field != "text":
        return False
    start = (statement.claim.predicate_span or statement.claim.span)[0]
    sentence = sentence_at(statement.article, *statement.claim.span)
    return _forcing(statement, words_in(statement.article, (sentence[0], start)))


def _forcing(statement: Statement, words: Sequence[tuple[Span, str]]) -> bool:
    """Whether one of the words is a verb of forcing; a bare form is read as a noun ("the pilot in command")."""
    text = statement.article.text
    return any(forces(lemma) and text[s:e].casefold() in (f"{lemma}d", f"{lemma}ed", "made") for (s, e), lemma in words)


def doer_words(statement: Statement) -> str:
    """The words for who acts, with the verb."""
    subject = f"{quoted_words(statement, statement.claim.subject_span)} " if statement.claim.subject_span else ""
    return subject + quoted_words(statement, statement.claim.predicate_span)
