"""Whom a report credits: agencies and outlets in its dateline, byline and credit lines, and those its quotations came by."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from variorum.collation.entity_profiles import is_institution
from variorum.language.lexicon import values, word_list, words
from variorum.language.names import fold, given_name_gender, is_acronym_of
from variorum.records.annotation import AnnotatedArticle, Entity, Mention, Quotation
from variorum.records.article import Article, Field, Furniture, Span

Place = Literal["dateline", "credit", "quotation"]

WORDS_BEFORE, WORDS_AFTER = 8, 2
"""How far from an outlet's name a word may stand that says a statement came by it."""

_BRACKETS = re.compile(r"\(([^()]{2,40})\)")
_CREDIT = re.compile(
    r"(?:inputs?|material|information|copy)\s+(?:from|by|of)\s+(?:the\s+)?(?P<sure_a>[^.;|)\n]+)"
    r"|(?:source|via|courtesy(?:\s+of)?|agency|agencies)\s*:?\s+(?:the\s+)?(?P<sure_b>[^.;|)\n]+)"
    r"|(?:reports?|reporting|text|story|writing)\s+(?:from|by)\s+(?:the\s+)?(?P<maybe_a>[^.;|)\n]+)"
    r"|(?P<maybe_b>[^.;|(\n]+?)\s+(?:contributed|reported\s+from)\b",
    re.IGNORECASE,
)
"""Phrases of credit lines; those that journalists and places share with outlets count for names of outlets only."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
_PARTS = re.compile(r"\s*(?:,|/|&|\band\b|\+)\s*")
_OUTLET_TYPES = frozenset({"organisation", "group", "work", "document", "other"})
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


def find_credits(article: Article, *, outlets: Collection[str] = ()) -> tuple[Credit, ...]:
    """All credits of ``article`` in text order, its own outlet left out.

    ``outlets`` are the names of outlets whose reports stand beside this one: they count as outlets wherever they are named.
    """
    known = frozenset(map(outlet_key, outlets))
    found = [credit for piece in article.furniture for credit in _in_furniture(article, piece, known)]
    if isinstance(article, AnnotatedArticle):
        media = {e.id: e for e in article.entities if _is_medium(e, known)}
        parties = {i for i, e in media.items() if not _is_medium(e, frozenset())}
        for quotation in article.quotations:
            speaks = {quotation.speaker} & parties if not _is_reported(article, quotation) else set()
            found += _in_quotation(article, quotation, {i: e for i, e in media.items() if i not in speaks})
        credited = {c.entity for c in found} | {q.speaker for q in article.quotations if q.speaker in parties}
        found += _beside_words(article, {i: e for i, e in media.items() if i not in credited})
    kept = {c for c in found if not same_outlet(c.name, article) and not _ends_own_name(c.name, article)}
    return tuple(sorted(kept, key=lambda c: (c.span, c.name, c.place)))


def credited_names(article: Article, *, outlets: Collection[str] = ()) -> tuple[str, ...]:
    """The names of the outlets and agencies that ``article`` credits, each once, sorted."""
    return tuple(sorted({credit.name for credit in find_credits(article, outlets=outlets)}))


def outlets_of(articles: Iterable[Article]) -> tuple[str, ...]:
    """The outlets of ``articles``, each once, sorted."""
    return tuple(sorted({a.outlet for a in articles if a.outlet}))


def outlet_key(name: str) -> str:
    """A key that the names of one outlet share: the agency's usual name, small and generic words left out."""
    plain = fold(_ASIDE.sub("", name) or name)
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
    return is_agency(name) or any(part in words("en", "media_words") for part in fold(name).split())


def same_outlet(name: str, article: Article) -> bool:
    """Whether ``name`` is the outlet of ``article``, in full, short or as an acronym."""
    outlet = article.outlet
    if not outlet:
        return False
    return outlet_key(name) == outlet_key(outlet) or is_acronym_of(name, outlet) or is_acronym_of(outlet, name)


def _ends_own_name(name: str, article: Article) -> bool:
    """Whether a report calls its own outlet by the end of its name (``the Gazette`` in the Ostrel Gazette)."""
    own, short = fold(article.outlet or "").split(), fold(name).removeprefix("the ").split()
    return 0 < len(short) < len(own) and own[-len(short) :] == short


@cache
def _agencies(language: str) -> Mapping[str, str]:
    """Folded names and aliases of agencies to the folded usual name."""
    table: dict[str, str] = {}
    for row in word_list(language, "agencies"):
        usual = fold(row["name"])
        for name in (row["name"], *values(row, "aliases")):
            table.setdefault(fold(name), usual)
    return table


def _in_furniture(article: Article, piece: Furniture, known: frozenset[str]) -> Iterator[Credit]:
    if piece.kind not in ("dateline", "credit", "byline"):
        return
    text = article.text[piece.start : piece.end]
    place: Place = "dateline" if piece.kind == "dateline" else "credit"
    for start, name in [*_bracketed(text, piece.kind, known), *_phrased(text, known), *_listed(text)]:
        span = (piece.start + start, piece.start + start + len(name))
        yield Credit(name, span, place)


def _bracketed(text: str, kind: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Names in brackets: in a dateline any name, elsewhere only agencies and outlets."""
    for match in _BRACKETS.finditer(text):
        for start, name in _names(match.group(1), match.start(1)):
            if kind == "dateline" or is_agency(name) or outlet_key(name) in known:
                yield start, name


def _phrased(text: str, known: frozenset[str]) -> Iterator[tuple[int, str]]:
    """Names in phrases of credit: any after ``inputs from``, outlets only where a journalist or place could stand."""
    for match in _CREDIT.finditer(text):
        group = next(g for g, found in match.groupdict().items() if found)
        for start, name in _names(match.group(group), match.start(group)):
            if group.startswith("sure") or is_outlet(name) or outlet_key(name) in known:
                yield start, name


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


def _in_quotation(article: AnnotatedArticle, quotation: Quotation, media: Mapping[str, Entity]) -> Iterator[Credit]:
    """The media that a quotation came by: outlets in its chain, and what is marked as its medium."""
    places = {m.entity for span in quotation.medium for m in _names_in(article, span, quotation.field)}
    entities = {e.id: e for e in article.entities if e.id in places and _may_carry(e)}
    for link in sorted((set(quotation.chain) & set(media)) | set(entities)):
        entity = media.get(link) or entities[link]
        mention = _nearest_name(article, quotation, link)
        if mention:
            yield Credit(entity.name, (mention.start, mention.end), "quotation", link, mention.field)


def _is_reported(article: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether the cue is a word for what outlets do (``Argus reported``): what stands beside may be a press release, and a
    company that says something in its own name hands nothing on."""
    lemmas = {
        lemma
        for start, end in quotation.cue
        for lemma in article.lemmas[bisect_left(article.tokens, (start, 0)) : bisect_left(article.tokens, (end, 0))]
    }
    return quotation.field == "text" and bool(lemmas & _credit_words("after") - {"say"})


def _beside_words(article: AnnotatedArticle, media: Mapping[str, Entity]) -> Iterator[Credit]:
    """Outlets that no chain has, named beside a word that says a statement came by them (``speaking to TASS``)."""
    for mention in article.mentions:
        if mention.entity in media and mention.kind == "name" and mention.field == "text" and _came_by(article, mention):
            yield Credit(media[mention.entity].name, (mention.start, mention.end), "quotation", mention.entity)


def _may_carry(entity: Entity) -> bool:
    """Whether what is marked as a medium can be an outlet: no committee, and no platform on which people speak."""
    institution = is_institution(entity.name) and not is_outlet(entity.name)
    return entity.named and entity.type in _OUTLET_TYPES and not institution and not _is_platform(entity)


def _is_platform(entity: Entity) -> bool:
    return any(fold(name) in words("en", "platforms") for name in (entity.name, *entity.aliases))


def _is_medium(entity: Entity, known: frozenset[str]) -> bool:
    """Whether an entity is an outlet: we know it, its report stands beside, or its name or function says so."""
    names = (entity.name, *entity.aliases) if entity.named and not _is_platform(entity) else ()
    if any(is_agency(name) or outlet_key(name) in known for name in names):
        return True
    if not names or not (entity.type in _OUTLET_TYPES or _misread(entity)):
        return False
    roles = _roles(entity)
    return any(map(is_outlet, roles)) if roles else any(map(is_outlet, names))


def _misread(entity: Entity) -> bool:
    """Whether what was taken for a person bears no given name: ``Kanal Nord`` may be a broadcaster all the same."""
    return entity.type == "person" and given_name_gender(fold(entity.name).split(" ")[0]) is None


def _roles(entity: Entity) -> tuple[str, ...]:
    return tuple(role.text for role in entity.roles)


def _came_by(article: AnnotatedArticle, mention: Mention) -> bool:
    """Whether a telling word stands close before the mention, or right behind it, in its sentence."""
    sentence = next((s for s in article.sentences if s[0] <= mention.start < s[1]), (mention.start, mention.end))
    first = bisect_left(article.tokens, (sentence[0], 0))
    here, after = bisect_left(article.tokens, (mention.start, 0)), bisect_left(article.tokens, (mention.end, 0))
    last = bisect_left(article.tokens, (sentence[1], 0))
    before = set(article.lemmas[max(first, here - WORDS_BEFORE) : here])
    behind = set(article.lemmas[after : min(last, after + WORDS_AFTER)])
    return bool(before & _credit_words("before") or behind & _credit_words("after"))


@cache
def _credit_words(side: str, language: str = "en") -> frozenset[str]:
    return frozenset(row["lemma"] for row in word_list(language, "credit_words") if row["side"] == side)


def _names_in(article: AnnotatedArticle, span: Span, field: Field) -> Iterator[Mention]:
    for mention in article.mentions:
        if mention.field == field and mention.kind == "name" and mention.start < span[1] and span[0] < mention.end:
            yield mention


def _nearest_name(article: AnnotatedArticle, quotation: Quotation, entity: str) -> Mention | None:
    """The mention by name of ``entity`` that stands nearest to the quotation's cue or content."""
    at = (quotation.cue or quotation.content)[0][0]
    names = [m for m in article.mentions if m.entity == entity and m.kind == "name" and m.field == quotation.field]
    return min(names, key=lambda m: (abs(m.start - at), m.start), default=None)
