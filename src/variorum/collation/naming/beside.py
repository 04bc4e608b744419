"""Common nouns right before or behind a name ("the shipbuilder Halden"): how a report introduces its bearer."""

import functools
import re
from collections.abc import Iterator, Sequence

from variorum.collation.naming.described import described, verbs_and_cues
from variorum.collation.naming.phrases import human_nouns, phrase_at
from variorum.collation.naming.places import places_by_report
from variorum.collation.naming.terms import Label, label_at
from variorum.language.lexicon import marked, values, word_list, words
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import StoryEntity

BODIES = ("organisation", "group", "government", "work")
APPOSED = re.compile(r",\s(?:the|an?|its|their)\s([a-z][^,.;:!?\n“”\"()–—]{2,45})[,.;–—]")
LED = re.compile(r"\b[Tt]he\s((?:[a-z’'-]+\s){0,3}[a-z]+),\s$")


def beside_labels(articles: Sequence[AnnotatedArticle], entities: Sequence[StoryEntity]) -> dict[str, list[Label]]:
    """Story entity id to the labels beside its names, for named people and bodies."""
    kept = [e for e in entities if e.named and (e.type == "person" or e.type in BODIES)]
    found: dict[str, list[Label]] = {}
    for article, named in places_by_report(articles, kept):
        starts = {end: n for n, (_, end) in enumerate(article.tokens)}
        verbs = verbs_and_cues(article)
        for entity, places in named:
            labels = [_before(article, place, entity, starts, verbs) for place in places]
            labels += [x for place in places for x in _set_off(article, place, entity)]
            labels += described(article, entity, places)
            found.setdefault(entity.id, []).extend(label for label in labels if label is not None)
    return found


def _before(
    article: AnnotatedArticle, place: Span, entity: StoryEntity, ends: dict[int, int], verbs: frozenset[int]
) -> Label | None:
    number = ends.get(place[0] - 1)
    if number is None or article.text[place[0] - 1] != " ":
        return None
    if article.tokens[number][0] in verbs:
        return None
    source = article.text[slice(*article.tokens[number])]
    shouted = source.isupper() and len(source) > 2 and entity.type == "person"
    if not shouted and article.lemmas[number] not in _nouns(entity) and source.casefold() not in _nouns(entity):
        return None
    span = _led(article, number, verbs)
    if any(f.start < span[1] and span[0] < f.end for f in article.furniture):
        return None
    return _label(article, span, entity)


def _led(article: AnnotatedArticle, number: int, verbs: frozenset[int]) -> Span:
    """The phrase that ends in a word before a name; before a title with a capital only further words with capitals belong to it
    ("remarked Commander")."""
    phrase = phrase_at(article, number, verbs)
    start, end = phrase.span if phrase is not None else article.tokens[number]
    if not article.text[article.tokens[number][0]].isupper():
        return start, end
    first = number
    while first and article.tokens[first - 1][0] >= start and article.text[article.tokens[first - 1][0]].isupper():
        first -= 1
    return article.tokens[first][0], end


def _set_off(article: AnnotatedArticle, place: Span, entity: StoryEntity) -> Iterator[Label]:
    """ "Silverpine, the largest shareholder," and "The operator, Kestrel Lines,"."""
    if entity.type == "person":
        return
    behind = APPOSED.match(article.text, place[1])
    if behind:
        label = _label(article, behind.span(1), entity)
        if label.head in _nouns(entity):
            yield label
    lead = LED.search(article.text[max(place[0] - 60, 0) : place[0]])
    if lead and lead[1].split()[-1] in _nouns(entity):
        at = max(place[0] - 60, 0)
        yield _label(article, (at + lead.start(1), at + lead.end(1)), entity)


def _label(article: AnnotatedArticle, span: Span, entity: StoryEntity) -> Label:
    return label_at(article, span, entity)


def _nouns(entity: StoryEntity) -> frozenset[str]:
    return _for_people() if entity.type == "person" else _for_bodies()


@functools.cache
def _for_people() -> frozenset[str]:
    titles = frozenset(w for title in words("en", "titles") for w in title.split()[-1:])
    return human_nouns() | titles - words("en", "name_particles")


@functools.cache
def _for_bodies() -> frozenset[str]:
    business = frozenset(n.split()[-1] for row in word_list("en", "business_kinds") for n in values(row, "nouns"))
    told = {row["word"] for row in word_list("en", "thing_words") if row["type"] in ("organisation", "group", "work")}
    plural = {w + "s" for w in business}
    return business | told | plural | marked("en", "naming_words", "beside")
