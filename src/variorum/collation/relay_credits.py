"""Whom a report credits: agencies and outlets in its dateline, byline and credit lines, and those its quotations came by."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from variorum.language.lexicon import values, word_list, words
from variorum.language.names import fold, is_acronym_of
from variorum.records.annotation import AnnotatedArticle, Entity, Mention, Quotation
from variorum.records.article import Article, Field, Furniture, Span

Place = Literal["dateline", "credit", "quotation"]

_BRACKETS = re.compile(r"\(([^()]{2,40})\)")
_CREDIT = re.compile(
    r"(?:inputs?|material|reports?|reporting|information|text|story|copy)\s+(?:from|by|of)\s+(?:the\s+)?(?P<a>[^.;|)\n]+)"
    r"|(?:source|via|courtesy(?:\s+of)?|agency|agencies)\s*:?\s+(?:the\s+)?(?P<b>[^.;|)\n]+)"
    r"|(?P<c>[^.;|(\n]+?)\s+(?:contributed|reported\s+from)\b",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*(?:,|/|&|\band\b|\+)\s*")
_OUTLET_TYPES = frozenset({"organisation", "group", "work", "other"})
_GENERIC = frozenset(
    {"news", "agency", "agencies", "newswire", "wire", "service", "newspaper", "website", "online", "com", "network"}
)


@dataclass(frozen=True, slots=True)
class Credit:
    """A source that a report names: as written, where, and whether that place speaks for the whole report.

    ``entity`` is the article entity that the name refers to, where a quotation's chain gave it.
    """

    name: str
    span: Span
    place: Place
    entity: str | None = None
    field: Field = "text"

    @property
    def whole(self) -> bool:
        """Datelines and credit lines speak for the report, a quotation only for itself."""
        return self.place != "quotation"


def find_credits(article: Article) -> tuple[Credit, ...]:
    """All credits of ``article`` in text order, its own outlet left out."""
    found = [credit for piece in article.furniture for credit in _in_furniture(article, piece)]
    if isinstance(article, AnnotatedArticle):
        entities = {e.id: e for e in article.entities}
        for quotation in article.quotations:
            found += _in_quotation(article, quotation, entities)
    kept = {c for c in found if not same_outlet(c.name, article)}
    return tuple(sorted(kept, key=lambda c: (c.span, c.name, c.place)))


def credited_names(article: Article) -> tuple[str, ...]:
    """The names of the outlets and agencies that ``article`` credits, each once, sorted."""
    return tuple(sorted({credit.name for credit in find_credits(article)}))


def outlet_key(name: str) -> str:
    """A key that the names of one outlet share: the agency's usual name, small and generic words left out."""
    plain = fold(name)
    known = _agencies("en").get(plain)
    if known:
        return known
    parts = plain.removeprefix("the ").split()
    kept = [p for p in parts if p not in _GENERIC] or parts
    return _agencies("en").get(" ".join(kept), "".join(kept))


def is_agency(name: str) -> bool:
    """Whether ``name`` is a news agency or outlet in our list."""
    return fold(name) in _agencies("en") or outlet_key(name) in set(_agencies("en").values())


def is_outlet(name: str) -> bool:
    """Whether ``name`` is in our list or has a word that names of outlets have (``Radio``, ``Gazette``)."""
    return is_agency(name) or any(part in words("en", "outlet_words") for part in fold(name).split())


def same_outlet(name: str, article: Article) -> bool:
    """Whether ``name`` is the outlet of ``article``, in full, short or as an acronym."""
    outlet = article.outlet
    if not outlet:
        return False
    return outlet_key(name) == outlet_key(outlet) or is_acronym_of(name, outlet) or is_acronym_of(outlet, name)


@cache
def _agencies(language: str) -> Mapping[str, str]:
    """Folded names and aliases of agencies to the folded usual name."""
    table: dict[str, str] = {}
    for row in word_list(language, "agencies"):
        usual = fold(row["name"])
        for name in (row["name"], *values(row, "aliases")):
            table.setdefault(fold(name), usual)
    return table


def _in_furniture(article: Article, piece: Furniture) -> Iterator[Credit]:
    if piece.kind not in ("dateline", "credit", "byline"):
        return
    text = article.text[piece.start : piece.end]
    place: Place = "dateline" if piece.kind == "dateline" else "credit"
    for start, name in [*_bracketed(text, piece.kind), *_phrased(text), *_listed(text)]:
        span = (piece.start + start, piece.start + start + len(name))
        yield Credit(name, span, place)


def _bracketed(text: str, kind: str) -> Iterator[tuple[int, str]]:
    """Names in brackets: in a dateline any name, elsewhere only agencies we know."""
    for match in _BRACKETS.finditer(text):
        for start, name in _names(match.group(1), match.start(1)):
            if kind == "dateline" or is_agency(name):
                yield start, name


def _phrased(text: str) -> Iterator[tuple[int, str]]:
    for match in _CREDIT.finditer(text):
        group = next(g for g in ("a", "b", "c") if match.group(g))
        yield from _names(match.group(group), match.start(group))


def _names(text: str, offset: int) -> Iterator[tuple[int, str]]:
    """The capitalised names in a list such as ``Reuters, AP and agencies``."""
    at = 0
    for part in _PARTS.split(text):
        start = text.index(part, at)
        at = start + len(part)
        name = part.strip()
        if name[:1].isupper() and fold(name) not in _GENERIC and len(name.split()) <= 5:
            yield offset + start + (len(part) - len(part.lstrip())), name


def _listed(text: str) -> Iterator[tuple[int, str]]:
    """Agencies of our list that stand anywhere in the piece, in the case they are written in."""
    for row in word_list("en", "agencies"):
        for name in (row["name"], *values(row, "aliases")):
            match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)
            if match:
                yield match.start(), name


def _in_quotation(article: AnnotatedArticle, quotation: Quotation, entities: Mapping[str, Entity]) -> Iterator[Credit]:
    """The media that a quotation came by: outlets in its chain, and what is marked as its medium."""
    media = {m.entity for span in quotation.medium for m in _names_in(article, span, quotation.field)}
    for link in sorted(media | set(quotation.chain)):
        entity = entities.get(link)
        if entity and entity.named and entity.type in _OUTLET_TYPES and (link in media or is_outlet(entity.name)):
            mention = _nearest_name(article, quotation, link)
            if mention:
                yield Credit(entity.name, (mention.start, mention.end), "quotation", link, mention.field)


def _names_in(article: AnnotatedArticle, span: Span, field: Field) -> Iterator[Mention]:
    for mention in article.mentions:
        if mention.field == field and mention.kind == "name" and mention.start < span[1] and span[0] < mention.end:
            yield mention


def _nearest_name(article: AnnotatedArticle, quotation: Quotation, entity: str) -> Mention | None:
    """The mention by name of ``entity`` that stands nearest to the quotation's cue or content."""
    at = (quotation.cue or quotation.content)[0][0]
    names = [m for m in article.mentions if m.entity == entity and m.kind == "name" and m.field == quotation.field]
    return min(names, key=lambda m: (abs(m.start - at), m.start), default=None)
