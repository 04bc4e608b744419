"""Names that nothing but their place in the sentence shows to be an outlet's (``told OrlenTA``, ``N quoted him as saying``).

A name that may be a body's, a party's, a person's or a place's is none. Where such could stand as well ("told"), the name must
stand in places of outlets at least as often as anywhere else in all reports of the story: who is told something and comes up
nowhere else was there to report it, while bodies, parties and capitals have more to do.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache

from variorum.collation.entities.profiles import is_institution
from variorum.collation.relays.lines import Credit
from variorum.collation.relays.media import is_to_own
from variorum.collation.relays.names import is_outlet
from variorum.collation.relays.slots import Slot, capitalised
from variorum.collation.relays.words import credit_words
from variorum.language.lexicon import values, word_list, words
from variorum.language.names import country, fold, given_name_gender
from variorum.records.annotation import AnnotatedArticle, Entity, Mention, Quotation
from variorum.records.article import Span

SHORTEST = 2
"""Letters of a name at least."""
_PROGRAMME = re.compile(r" (?:on|of|from) (?:the )?(?P<outlet>[A-Z]\w*(?: [A-Z0-9]\w*)*)")

Spread = Mapping[str, tuple[int, int]]
"""How often each name stands in a place of outlets in the reports of a story, and how often in all."""


def name_key(name: str) -> str:
    """A key that ``The Lantern`` and ``the Lantern`` share."""
    return fold(name).removeprefix("the ")


def spread_of(articles: Iterable[tuple[AnnotatedArticle, Sequence[Slot]]]) -> Spread:
    """The names in the running text of ``articles``, each with its slots, with their numbers."""
    everywhere: Counter[str] = Counter()
    placed: Counter[str] = Counter()
    for article, found in articles:
        everywhere.update(name_key(article.text[s:e]) for s, e in capitalised(article))
        placed.update(name_key(slot.name) for slot in (*found, *_citing(article)) if slot.who != "known")
    return {name: (placed[name], everywhere[name]) for name in sorted(everywhere)}


def told_names(article: AnnotatedArticle, found: Sequence[Slot], spread: Spread) -> Iterator[Credit]:
    """Credits for names in places of outlets (``found``, in the article), when no body, person or party can be meant."""
    entities = {e.id: e for e in article.entities}
    parties, guests = _parties(article), frozenset(q.speaker for q in article.quotations if is_to_own(article, q))
    for slot in (*found, *_citing(article)):
        mention = mention_at(article, slot.span)
        entity = entities.get(mention.entity) if mention else None
        placed, everywhere = spread.get(name_key(slot.name), (1, 1))
        told = slot.who == "told" and (entity is None or entity.id not in parties)
        fits = slot.who == "only" or (2 * placed >= everywhere and (told or (slot.who == "title" and slot.titled)))
        if fits and _can_be_outlet(article, slot, entity) and not _is_of_guest(article, slot, guests):
            yield Credit(slot.name.removeprefix("The "), slot.span, "quotation", entity.id if entity else None)


def _is_of_guest(article: AnnotatedArticle, slot: Slot, guests: Collection[str | None]) -> bool:
    """Whether whoever spoke there is a guest of the article's own outlet, which says so elsewhere: a name that nothing else
    shows to be an outlet's is its programme."""
    sentence = next((s for s in article.sentences if s[0] <= slot.span[0] < s[1]), slot.span)
    spoke = {q.speaker for q in article.quotations for s, e in q.cue if q.field == "text" and sentence[0] <= s < sentence[1]}
    return slot.who == "told" and not slot.called and not is_outlet(slot.name) and bool(spoke & set(guests))


def _citing(article: AnnotatedArticle) -> Iterator[Slot]:
    """Names of those who vouch for words of others that they cite or quote (``Citing two officers, Morgonposten said``)."""
    for quotation in article.quotations:
        if len(quotation.chain) > 1 and _lemmas(article, quotation.cue) & {"cite", "quote"} and quotation.field == "text":
            spans = [(m.start, m.end) for m in article.mentions if m.entity == quotation.chain[0] and m.kind == "name"]
            for span in spans:
                if any(s <= span[0] and span[1] <= e for s, e in quotation.source):
                    yield Slot(article.text[slice(*span)], span, "told", called=False, titled=False)


def mention_at(article: AnnotatedArticle, span: Span) -> Mention | None:
    """The mention by name that shares characters with ``span``."""
    return next(
        (m for m in article.mentions if m.kind == "name" and m.field == "text" and m.start < span[1] and span[0] < m.end), None
    )


def _can_be_outlet(article: AnnotatedArticle, slot: Slot, entity: Entity | None) -> bool:
    """Whether a name can be an outlet's: not one of a body, a company, a person or a place that we know, nor of a day."""
    parts = name_key(slot.name).split()
    agency = slot.who == "only" and parts[-1] in words("en", "media_nouns")
    body = not agency and (is_body_name(slot.name) or is_institution(slot.name))
    people = {parts[0], parts[-1], parts[-1].removesuffix("s")} & words("en", "titles")
    company = parts[-1] in words("en", "company_words") | _company_names()
    if len(slot.name) < SHORTEST or body or people or company or _is_programme(article, slot):
        return False
    if entity is None:
        return not _is_of_person(article, parts, slot)
    roles = [role for role in entity.roles if not (is_outlet(role.text) or _is_media_role(role.text))]
    return not (roles or (is_body(entity) and not agency) or _is_of_person(article, parts, slot, entity))


def _is_media_role(role: str) -> bool:
    """Whether what a name is called ends with a noun for outlets (``Orlen agency``)."""
    return bool(set(fold(role).split()[-1:]) & (words("en", "media_nouns") | words("en", "media_kinds")))


def _is_programme(article: AnnotatedArticle, slot: Slot) -> bool:
    """Whether an outlet stands behind a name as that whose programme it is (``told the Morning Hour on Radio Orlen``)."""
    found = _PROGRAMME.match(article.text, slot.span[1])
    return found is not None and is_outlet(found["outlet"])


def _is_of_person(article: AnnotatedArticle, parts: Sequence[str], slot: Slot, entity: Entity | None = None) -> bool:
    """Whether a name is a person's: it begins with a given name or a title, or belongs to a longer name of a person; none that
    a noun for outlets stands right before (``the Tarvian channel Alba``)."""
    here = bisect_left(article.tokens, (slot.span[0], 0))
    before = set(article.lemmas[max(0, here - 1) : here])
    titled = bool(before & words("en", "titles"))
    if slot.name.isupper():
        return titled
    if titled or (given_name_gender(parts[0]) is not None and not before & words("en", "media_nouns")):
        return True
    persons = (e for e in article.entities if e.type == "person" and (entity is None or e.id != entity.id))
    if any(set(parts) & set(fold(name).split()) for e in persons for name in (e.name, *e.aliases)):
        return True
    return entity is not None and entity.type == "person" and (len(parts) > 1 or " " in entity.name) and not slot.titled


def _parties(article: AnnotatedArticle) -> frozenset[str | None]:
    """The entities that say something themselves: another word than those for what outlets do."""
    return frozenset(q.speaker for q in article.quotations if not _is_report(article, q))


def _is_report(article: AnnotatedArticle, quotation: Quotation) -> bool:
    return quotation.field == "text" and bool(_lemmas(article, quotation.cue) & (credit_words("after") - {"say"}))


def _lemmas(article: AnnotatedArticle, spans: Sequence[Span]) -> set[str]:
    places = ((bisect_left(article.tokens, (start, 0)), bisect_left(article.tokens, (end, 0))) for start, end in spans)
    return {lemma for first, after in places for lemma in article.lemmas[first:after]}


def is_body(entity: Entity) -> bool:
    """Whether a name is a court's, a ministry's, a company's or a country's, or one that is known for something else."""
    return any(is_body_name(name) for name in (entity.name, *entity.aliases))


def is_body_name(name: str) -> bool:
    """The same for one name; names of outlets are none."""
    known = name in _known() or country(name) or set(fold(name).split()) & (_bodies() | words("en", "platforms"))
    return bool(known) and not is_outlet(name)


@cache
def _known() -> frozenset[str]:
    return frozenset(n for row in word_list("en", "known_names") for n in (row["name"], *values(row, "aliases")))


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("en", "body_classes") if row["class"] != "media")


@cache
def _company_names() -> frozenset[str]:
    rows = (row for row in word_list("en", "business_kinds") if row["kind"] not in ("media", "broadcaster", "agency"))
    return frozenset(word for row in rows for word in values(row, "names") if not word.startswith("-"))
