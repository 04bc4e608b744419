"""People without a name whom reports tell by their age: "a volunteer firefighter, aged 27" and "the 27-year-old hero"."""

import re
from collections.abc import Iterator, Sequence

from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.statements import Roll
from variorum.collation.naming.phrases import Phrase, human_nouns, phrase_at, verb_places
from variorum.records.annotation import AnnotatedArticle

BEFORE = re.compile(r"\b(\d{1,3})-year-old\b")
BEHIND = re.compile(r"\b([a-z]+),? (?:aged )?(\d{1,3})(?=[,.;)]| and | with | who )")
REACH = 40
"""Most characters from an age to the noun behind it."""

Row = tuple[str, list[Phrase]]


def aged(articles: Sequence[AnnotatedArticle], roll: Roll) -> list[Row]:
    """Label and phrases of each unnamed person of one age; an age that stands beside a name in any report is left out."""
    found: dict[str, list[Phrase]] = {}
    for article in articles:
        for age, phrase in _aged_in(article):
            found.setdefault(age, []).append(phrase)
    named = {age for a in articles for age in _named_ages(a, roll)}
    return [(f"the {age}-year-old", group) for age, group in sorted(found.items()) if age not in named]


def _aged_in(article: AnnotatedArticle) -> Iterator[tuple[str, Phrase]]:
    verbs = verb_places(article)
    starts = {start: n for n, (start, _) in enumerate(article.tokens)}
    for m in BEFORE.finditer(article.text):
        noun = next((t for t, w in words_in(article, (m.end(), m.end() + REACH)) if w in human_nouns()), None)
        if noun and article.text[m.end() : noun[1]].replace(" ", "").isalpha():
            phrase = phrase_at(article, starts[noun[0]], verbs)
            if phrase is not None:
                yield m[1], phrase
    for m in BEHIND.finditer(article.text):
        number = starts.get(m.start(1))
        if number is not None and article.lemmas[number] in human_nouns():
            phrase = phrase_at(article, number, verbs)
            if phrase is not None and not phrase.plural:
                yield m[2], phrase


def _named_ages(article: AnnotatedArticle, roll: Roll) -> Iterator[str]:
    for m in article.mentions:
        entity = roll.names.get(m.entity)
        if m.kind == "name" and m.field == "text" and entity is not None and entity.type == "person":
            told = re.match(r",? (?:aged )?(\d{1,3})\b", article.text[m.end : m.end + 12])
            if told:
                yield told[1]
