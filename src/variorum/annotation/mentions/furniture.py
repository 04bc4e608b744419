"""Names in the lines that are left out of the analysis: the agency of a dateline, "with NPA", the publisher in a masthead.

Such lines are not parsed. What they name is told by the report itself, which has the name elsewhere too, or by the brackets of
a dateline.
"""

import dataclasses
import re
from collections.abc import Iterator

from variorum.language.names import country
from variorum.records.annotation import AnnotatedArticle, Entity, Mention
from variorum.records.article import Span

KINDS = ("dateline", "credit", "byline", "other")
"""Furniture that may name who reports; pictures and links are about something else."""
_ISSUER = re.compile(r"[(/\[]([A-Z][^()/\[\]\d,.]{1,30})[)/\]]")
"""The name between brackets or strokes in a dateline: "MARENZ, May 4 (TarPress) -"."""


def with_furniture_names(article: AnnotatedArticle) -> AnnotatedArticle:
    """``article`` with mentions of the names that its datelines, credits and bylines hold."""
    known = _known(article)
    entities = list(article.entities)
    found: list[Mention] = []
    for span in _issuers(article):
        name = article.text[span[0] : span[1]]
        if name not in known:
            known[name] = Entity(f"{article.id}/e{len(entities) + 1}", name, "organisation", named=True)
            entities.append(known[name])
    for start, end, entity in _named(article, known):
        found.append(Mention(start, end, "name", entity.type, entity.id))
    if not found:
        return article
    mentions = sorted((*article.mentions, *found), key=lambda m: (m.field, m.start, m.end, m.entity))
    return dataclasses.replace(article, entities=tuple(entities), mentions=tuple(mentions))


def _known(article: AnnotatedArticle) -> dict[str, Entity]:
    """The bodies by all their names and the people by their full ones."""
    known: dict[str, Entity] = {}
    for entity in article.entities:
        for name in (entity.name, *entity.aliases) if entity.named else ():
            body = entity.type in ("organisation", "group") and name[:1].isupper() and len(name) > 2
            if body or (entity.type == "person" and " " in name and name[:1].isupper()):
                known.setdefault(name, entity)
    return known


def _issuers(article: AnnotatedArticle) -> Iterator[Span]:
    for piece in article.furniture:
        for match in _ISSUER.finditer(article.text, piece.start, piece.end) if piece.kind == "dateline" else ():
            if country(match[1].strip()) is None and match[1] == match[1].strip():
                yield match.span(1)


def _named(article: AnnotatedArticle, known: dict[str, Entity]) -> Iterator[tuple[int, int, Entity]]:
    """Where a known name stands in furniture, the longest of several first; in a dateline the place is no agency."""
    if not known:
        return
    names = sorted(known, key=lambda n: (-len(n), n))
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(n) for n in names)})(?!\w)")
    issuers = set(_issuers(article))
    for piece in article.furniture:
        for match in pattern.finditer(article.text, piece.start, piece.end) if piece.kind in KINDS else ():
            if piece.kind != "dateline" or match.span() in issuers:
                yield match.start(), match.end(), known[match[0]]
