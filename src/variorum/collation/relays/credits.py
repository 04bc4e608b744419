"""Whom a report credits: agencies and outlets in its dateline, byline and credit lines, and those its quotations came by."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from variorum.collation.entities.profiles import is_institution
from variorum.collation.relays.lines import Credit, is_dispatch, is_party, line_credits, signatures
from variorum.collation.relays.media import called_before, called_media, is_own_programme, is_place_of_outlet
from variorum.collation.relays.mentions import named_beside, outlet_pattern
from variorum.collation.relays.names import (
    is_agency,
    is_common_name,
    is_listed,
    is_outlet,
    names_own_outlet,
    outlet_key,
    short_name,
    shorter_names,
)
from variorum.collation.relays.slots import Slot, capitalised, slots
from variorum.collation.relays.told import Spread, is_body, mention_at, spread_of, told_names
from variorum.collation.relays.words import came_by, credit_words, denies, is_premises
from variorum.language.lexicon import marked, words
from variorum.language.names import fold, given_name_gender, is_acronym_of
from variorum.records.annotation import AnnotatedArticle, Entity, Mention, Quotation
from variorum.records.article import Article, Field, Span

_AND = re.compile(r"(?:,| and|, and) (?:the )?(?=[A-Z])")
_OWNER = re.compile(r"['\u2019]s (?=[A-Z])")
_BODY = re.compile(r"\s(?:at|of|for|with|from|in|on)\s")
_OUTLET_TYPES = frozenset({"organisation", "group", "work", "document", "other"})


@dataclass(frozen=True, slots=True)
class Press:
    """The outlets whose reports stand beside a report: keys of all their names, of those that send out dispatches, and of the
    last words of their names (``the Herald``), and what finds the names as they are written.

    ``called``: keys of names that some report calls an outlet; ``spread``: how often names stand in places of outlets.

    Parties whose releases stand among the reports, or who write of themselves, are none of them.
    """

    outlets: frozenset[str] = frozenset()
    agencies: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None
    called: frozenset[str] = frozenset()
    spread: Spread = field(default_factory=dict)


def press_of(articles: Iterable[Article]) -> Press:
    """The outlets of ``articles``, under their names and under those that they sign their dispatches with."""
    every_one = tuple(articles)
    own = [a for a in every_one if a.outlet and not is_party(a)]
    known = [(is_dispatch(a), (str(a.outlet), *signatures(a))) for a in own]
    agencies = frozenset(outlet_key(name) for sent, names in known if sent for name in names)
    short = frozenset(fold(word) for _, names in known if (word := short_name(names[0])))
    every = {name for _, names in known for name in (*names, *shorter_names(names[0]))}
    keys = frozenset(map(outlet_key, every))
    annotated = [(a, tuple(slots(a))) for a in every_one if isinstance(a, AnnotatedArticle)]
    called = frozenset(k for a, found in annotated for k in _called_keys(a, found))
    return Press(keys, agencies, short, outlet_pattern(every), called, spread_of(annotated))


def _called_keys(article: AnnotatedArticle, found: Sequence[Slot]) -> Iterator[str]:
    """The keys of the names that the report calls a newspaper, an agency or another kind of outlet."""
    called = called_media(article)
    yield from (outlet_key(e.name) for e in article.entities if e.id in called and _may_be_called(e))
    yield from (outlet_key(slot.name) for slot in found if slot.called)


def find_credits(article: Article, *, press: Press | None = None) -> tuple[Credit, ...]:
    """All credits of ``article`` in text order, its own outlet left out.

    ``press``: outlets whose reports stand beside this one; they count as outlets wherever they are named.
    """
    beside = press or Press()
    found = list(line_credits(article, beside.outlets))
    if isinstance(article, AnnotatedArticle):
        found += _in_statements(article, beside)
    return _of_others(article, _longest(found), beside.short)


def whole_credits(article: Article, known: frozenset[str] = frozenset()) -> tuple[Credit, ...]:
    """The credits in text order that speak for the whole of ``article``: those of its lines. ``known``: keys of outlets whose
    reports stand beside."""
    return _of_others(article, line_credits(article, known))


def _of_others(article: Article, found: Iterable[Credit], short: frozenset[str] = frozenset()) -> tuple[Credit, ...]:
    """``found`` in text order, without the article's own outlet, its programmes, and nouns for outlets, unless an outlet whose
    report stands beside goes by one (``short``: ``the Gazette``)."""
    kinds = (words("en", "media_nouns") | words("en", "media_plurals")) - short
    others = (c for c in found if not names_own_outlet(c.name, article) and fold(c.name) not in kinds)
    kept = {c for c in others if c.whole or c.field != "text" or not is_own_programme(article, c.span)}
    return tuple(sorted(kept, key=lambda c: (c.span, c.name, c.place)))


def _longest(found: Sequence[Credit]) -> Iterator[Credit]:
    """``found`` without the names in the text that are a part of a longer one (``Politics`` in ``Orlen Politics``) or stand in
    a dateline or line of credit."""
    lines = [c.span for c in found if c.whole]
    yield from (c for c in found if c.whole)
    at: tuple[Field, int] = ("text", -1)
    for credit in sorted(found, key=lambda c: (c.field, c.span[0], -c.span[1], c.entity is None, c.name)):
        inside = credit.field == "text" and any(s < credit.span[1] and credit.span[0] < e for s, e in lines)
        if not credit.whole and not inside and ((credit.field, credit.span[0]) >= at or at[0] != credit.field):
            yield credit
            at = (credit.field, credit.span[1])


def credited_names(article: Article, *, press: Press | None = None) -> tuple[str, ...]:
    """The names of the outlets and agencies that ``article`` credits, each once, sorted."""
    return tuple(sorted({credit.name for credit in find_credits(article, press=press)}))


def _in_statements(article: AnnotatedArticle, press: Press) -> list[Credit]:
    """Outlets that a statement came by. One known only by its own report is no outlet where it speaks for itself."""
    known = press.outlets | press.called
    called = called_media(article) | _short_names(article, press.short)
    taken_for_places = called_before(article)
    media = {
        e.id: e
        for e in article.entities
        if _is_medium(e, known) or (e.id in called and (_may_be_called(e) or (e.type == "place" and e.id in taken_for_places)))
    }
    common = {i for i, e in media.items() if i not in called and is_common_name(e.name) and not _is_known(e, known)}
    sure = {i for i, e in media.items() if i in called or _is_known(e, known)} - common
    found: list[Credit] = []
    for quotation in article.quotations:
        speaks = {quotation.speaker} - sure if not _is_reported(article, quotation) else set()
        found += _in_quotation(article, quotation, {i: e for i, e in media.items() if i not in speaks})
    settled = {c.entity for c in found} | ({q.speaker for q in article.quotations} - sure)
    found += _beside_words(article, {i: e for i, e in media.items() if i not in settled}, common)
    if press.pattern:
        speaking = {q.speaker or "" for q in article.quotations if _cue(article, q) & ({"say"} | credit_words("through"))}
        found += named_beside(article, press.pattern, speaking - sure)
    spoke = {q.speaker for q in article.quotations} - sure
    placed = tuple(slots(article))
    found += _in_slots(article, placed, {i: e for i, e in media.items() if i not in spoke}, press)
    found += told_names(article, placed, press.spread or spread_of([(article, placed)]))
    return [part for credit in found for part in _parts(article, _whole(article, credit), press)]


def _whole(article: AnnotatedArticle, credit: Credit) -> Credit:
    """The credit under the longer name that a listed one ends (``Orlen Press Association`` is not the Press Association)."""
    if credit.field != "text" or " " not in credit.name or not is_listed(credit.name):
        return credit
    runs = (run for run in capitalised(article) if run[0] < credit.span[0] and run[1] == credit.span[1])
    return next((Credit(article.text[slice(*run)], run, credit.place) for run in runs), credit)


def _parts(article: AnnotatedArticle, credit: Credit, press: Press) -> Iterator[Credit]:
    """The outlets of a credit that names two at once (``told Argus and the Ostrel Post``), without what belongs to one."""
    text = article.text[slice(*credit.span)]
    owner = _OWNER.search(text) if credit.field == "text" else None
    if owner:
        start = credit.span[0]
        yield Credit(text[: owner.start()], (start, start + owner.start()), "quotation")
        return
    one = is_listed(text) or outlet_key(text) in press.outlets
    if credit.field != "text" or one or not _AND.search(text):
        yield credit
        return
    at = credit.span[0]
    for part in _AND.split(text):
        start = article.text.index(part, at)
        at = start + len(part)
        yield Credit(part, (start, at), "quotation")


def _short_names(article: AnnotatedArticle, short: frozenset[str]) -> frozenset[str]:
    """The entities that are called by ``the`` and the last word of the name of an outlet whose report stands beside."""
    named = (m for m in article.mentions if m.kind == "name" and m.field == "text")
    found = ((m, article.text[m.start : m.end]) for m in named)
    return frozenset(
        m.entity
        for m, name in found
        if fold(name).removeprefix("the ") in short and (name[:4].casefold() == "the " or _is_after_the(article, m))
    )


def _is_after_the(article: AnnotatedArticle, mention: Mention) -> bool:
    return article.text[max(0, mention.start - 4) : mention.start].casefold() == "the "


def _in_quotation(article: AnnotatedArticle, quotation: Quotation, media: Mapping[str, Entity]) -> Iterator[Credit]:
    """The media that a quotation came by: outlets in its chain, and what is marked as its medium."""
    posted = _cue(article, quotation) & words("en", "posting_verbs")
    medium = () if posted else quotation.medium
    places = {m.entity for span in medium for m in _names_in(article, span, quotation.field)}
    entities = {e.id: e for e in article.entities if e.id in places and _may_carry(e)}
    for link in sorted((set(quotation.chain) & set(media)) | set(entities)):
        entity = media.get(link) or entities[link]
        mention = _nearest_name(article, quotation, link)
        if mention and not denies(article, mention.end) and not is_place_of_outlet(article, (mention.start, mention.end)):
            yield Credit(entity.name, (mention.start, mention.end), "quotation", link, mention.field)


def _is_reported(article: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether the cue is a word for what outlets do (``Argus reported``): what stands beside may be a press release, and a
    company that says something in its own name hands nothing on."""
    reporting = (credit_words("after") | credit_words("figures")) - {"say"}
    return quotation.field == "text" and bool(_cue(article, quotation) & reporting)


def _cue(article: AnnotatedArticle, quotation: Quotation) -> set[str]:
    """The lemmas of the cue of a quotation in the text."""
    return {
        lemma
        for start, end in (quotation.cue if quotation.field == "text" else ())
        for lemma in article.lemmas[bisect_left(article.tokens, (start, 0)) : bisect_left(article.tokens, (end, 0))]
    }


def _beside_words(article: AnnotatedArticle, media: Mapping[str, Entity], common: Collection[str]) -> Iterator[Credit]:
    """Outlets that no chain has, named beside a word that says a statement came by them (``speaking to TASS``). ``common``:
    those whose names others than outlets have."""
    for mention in article.mentions:
        of_outlet = mention.entity in media and mention.kind == "name" and mention.field == "text"
        if of_outlet and came_by(article, mention, says=mention.entity not in common):
            yield Credit(media[mention.entity].name, (mention.start, mention.end), "quotation", mention.entity)


def _in_slots(article: AnnotatedArticle, placed: Sequence[Slot], media: Mapping[str, Entity], press: Press) -> Iterator[Credit]:
    """Outlets that stand where outlets do (``leaked to the Karsk Tribune``), known or called so beside their name."""
    for slot in placed:
        mention = mention_at(article, slot.span)
        name = max(slot.name, article.text[mention.start : mention.end] if mention else "", key=len)
        beside = press.outlets | press.called
        known = is_outlet(name) or outlet_key(name) in beside or (mention is not None and mention.entity in media)
        if (known or slot.called) and not denies(article, slot.span[1]) and not is_premises(article, slot.span[1]):
            yield Credit(slot.name.removeprefix("The "), slot.span, "quotation", mention.entity if mention else None)


def _may_carry(entity: Entity) -> bool:
    """Whether what is marked as a medium can be an outlet: no committee, and no platform on which people speak."""
    institution = is_institution(entity.name) and not is_outlet(entity.name)
    return entity.named and entity.type in _OUTLET_TYPES and not institution and not is_body(entity)


def _is_platform(entity: Entity) -> bool:
    return any(fold(name) in words("en", "platforms") for name in (entity.name, *entity.aliases))


def _is_known(entity: Entity, known: frozenset[str]) -> bool:
    """Whether we know the outlet, or its report stands beside."""
    names = (entity.name, *entity.aliases) if entity.named and not _is_platform(entity) else ()
    return any((is_agency(name) and not _is_short_for(name, entity)) or outlet_key(name) in known for name in names)


def _is_short_for(name: str, entity: Entity) -> bool:
    """Whether letters that an agency signs with are an entity's by its longer name (``Armed Forces of Padria (AFP)``)."""
    long = (n for n in (entity.name, *entity.aliases) if " " in n)
    return " " not in name and any(is_acronym_of(name, n) and not is_agency(n) for n in long)


def _is_medium(entity: Entity, known: frozenset[str]) -> bool:
    """Whether an entity is an outlet: we know it, its report stands beside, or its name or function says so."""
    if _is_known(entity, known):
        return True
    names = (entity.name, *entity.aliases) if entity.named and not _is_platform(entity) else ()
    if not names or not (entity.type in _OUTLET_TYPES or _misread(entity)):
        return False
    roles = _roles(entity)
    return any(map(_is_of_media, roles)) if roles else any(map(is_outlet, names))


def _is_of_media(role: str) -> bool:
    """Whether what the report calls an entity is a word for outlets, and no word that people are called by too (``leader``)."""
    sure = words("en", "media_words") - words("en", "media_words_common") | marked("en", "collation_words", "outlet")
    return bool(sure & set(fold(role).split()))


def _may_be_called(entity: Entity) -> bool:
    """Whether what a report calls an agency or a paper can be one: no person with a given name, no platform, no body."""
    return (
        not is_body(entity) and entity.named and (entity.type in _OUTLET_TYPES or _misread(entity)) and not _is_platform(entity)
    )


def _misread(entity: Entity) -> bool:
    """Whether what was taken for a person bears no given name, or a word of outlets: ``Kanal Nord``, ``Nida TV``."""
    sure = words("en", "media_words") - words("en", "media_words_common")
    named = given_name_gender(entity.name.split(" ")[0]) is not None and not sure & set(fold(entity.name).split())
    return entity.type == "person" and not named


def _roles(entity: Entity) -> tuple[str, ...]:
    """What the report calls an entity, less the body it belongs to (``editor`` at the Herald)."""
    return tuple(_BODY.split(role.text, maxsplit=1)[0] for role in entity.roles)


def _names_in(article: AnnotatedArticle, span: Span, field: Field) -> Iterator[Mention]:
    for mention in article.mentions:
        if mention.field == field and mention.kind == "name" and mention.start < span[1] and span[0] < mention.end:
            yield mention


def _nearest_name(article: AnnotatedArticle, quotation: Quotation, entity: str) -> Mention | None:
    """The mention by name of ``entity`` that stands nearest to the quotation's cue or content."""
    at = (quotation.cue or quotation.content)[0][0]
    names = [m for m in article.mentions if m.entity == entity and m.kind == "name" and m.field == quotation.field]
    return min(names, key=lambda m: (abs(m.start - at), m.start), default=None)
