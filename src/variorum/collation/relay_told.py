"""Names that nothing but what was told them shows to be an outlet's (``told OrlenTA``, ``an interview with the Lantern``)."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.collation.entity_profiles import is_institution
from variorum.collation.relay_lines import Credit
from variorum.collation.relay_names import is_outlet
from variorum.collation.relay_words import came_by
from variorum.language.lexicon import values, word_list, words
from variorum.language.names import country, fold, given_name_gender
from variorum.records.annotation import AnnotatedArticle, Entity, Mention, Quotation
from variorum.records.article import Span

_TOLD = re.compile(
    r"\b(?:(?:tells?|told|telling|inform(?:s|ed)|speaking to|spoke to|speaks to) "
    r"|(?P<interview>\binterview (?:with|to|for|by) (?:the )?))$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:told|tells|telling|to|with|by|citing|quoting) The $")
"""Inside a sentence ``The`` is written large where it belongs to a title: bodies have it small."""
_INITIALS = re.compile(r"[A-Z]{3,7}|[A-Z][a-z]+[A-Z]{2,3}")
"""Names as agencies have them: capitals only (``KTA``), or behind a syllable (``OrlenTA``)."""
_OWNER = re.compile(r"['\u2019]s? \w")
_REPORTING = frozenset({"report", "write", "reveal"})
_PLACES = frozenset({"place", "government", "person", "event"})
_WORKS = frozenset({"document", "work"})


def told_names(article: AnnotatedArticle) -> Iterator[Credit]:
    """Credits for names that somebody told something, when no body, person or party can be meant.

    Told by a bare ``told``, it is a name in capitals or one that was taken for a written work; an interview is given to any
    other as well. Whoever says something in the report is a party then. ``According to The Undefeated`` names a title.
    """
    entities = {e.id: e for e in article.entities}
    speaking = {q.speaker for q in article.quotations}
    for mention in article.mentions:
        entity = entities.get(mention.entity)
        if mention.kind != "name" or mention.field != "text" or entity is None:
            continue
        told = entity.id not in speaking and _was_told(article, mention, entity)
        if told or _is_titled(article, mention, entity):
            yield Credit(entity.name, (mention.start, mention.end), "quotation", entity.id)


def reporting_names(article: AnnotatedArticle) -> Iterator[Credit]:
    """Credits for names that nobody knows and that report something (``the gate stood open, Karsk Advocate reported``).

    It must be a statement: who reports a leak, or says something else as well, is a party.
    """
    entities = {e.id: e for e in article.entities}
    others = {q.speaker for q in article.quotations if not _is_report(article, q)}
    for quotation in article.quotations:
        entity = entities.get(quotation.speaker or "")
        if entity is None or entity.id in others or entity.type in _PLACES or not entity.named:
            continue
        named = [m for m in article.mentions if m.entity == entity.id and m.kind == "name" and _is_in(m, quotation.source)]
        if named and not is_body(entity) and not is_institution(entity.name):
            yield Credit(entity.name, (named[0].start, named[0].end), "quotation", entity.id)


def _is_report(article: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether a statement stands before a word of reporting, or behind it and ``that``."""
    if quotation.field != "text" or not quotation.cue:
        return False
    start, end = quotation.cue[0][0], quotation.cue[-1][1]
    first, after = (bisect_left(article.tokens, (at, 0)) for at in (start, end))
    stated = quotation.content[-1][1] <= start or article.text.startswith(" that ", end)
    return stated and bool(set(article.lemmas[first:after]) & _REPORTING)


def _is_in(mention: Mention, spans: Sequence[Span]) -> bool:
    return mention.field == "text" and any(s <= mention.start and mention.end <= e for s, e in spans)


def _is_titled(article: AnnotatedArticle, mention: Mention, entity: Entity) -> bool:
    """Whether something came by a title with a large ``The``, and by no place or body of that name."""
    own = 4 if article.text.startswith("The ", mention.start) else 0
    before = article.text[max(0, mention.start - 40) : mention.start + own]
    may_be = _TITLE.search(before) and entity.type not in _PLACES and not is_body(entity)
    return bool(may_be) and came_by(article, mention, says=False)


def _was_told(article: AnnotatedArticle, mention: Mention, entity: Entity) -> bool:
    found = _TOLD.search(article.text[max(0, mention.start - 40) : mention.start])
    if found is None or _OWNER.match(article.text, mention.end) or is_body(entity) or _is_person(entity):
        return False
    name = article.text[mention.start : mention.end].removeprefix("the ")
    if found["interview"]:
        return len(name.split()) > 1 or bool(_INITIALS.fullmatch(name))
    return bool(_INITIALS.fullmatch(name)) or (entity.type in _WORKS and len(name.split()) > 1)


def is_body(entity: Entity) -> bool:
    """Whether a name is a court's, a ministry's, a company's or a country's, or one that is known for something else."""
    names = [n for n in (entity.name, *entity.aliases) if not is_outlet(n)]
    return any(n in _known() or country(n) or set(fold(n).split()) & (_bodies() | words("en", "platforms")) for n in names)


@cache
def _known() -> frozenset[str]:
    return frozenset(n for row in word_list("en", "known_names") for n in (row["name"], *values(row, "aliases")))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("en", "body_classes") if row["class"] != "media")


def _is_person(entity: Entity) -> bool:
    first = entity.name.split(" ")[0]
    return entity.type == "person" or given_name_gender(first) is not None
