"""Things that a story turns on and for which no list has a word: one noun that most reports open with, told in different words
("the undersea data cable", "the worn-out cable")."""

import functools
from collections.abc import Iterable, Sequence

from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.happenings import of_class
from variorum.collation.naming.phrases import (
    CLAUSE_ENDS,
    NOT_IN_PHRASE,
    Phrase,
    human_nouns,
    kinds,
    opens,
    phrase_at,
    phrases_of,
    verb_places,
    wide_words,
)
from variorum.language.frequency import rarity
from variorum.language.lexicon import words
from variorum.records.annotation import AnnotatedArticle, Mention

TOLD = 0.4
"""Part of the reports that must use a noun for it to be what the story turns on."""

FEWEST = 3
"""Reports that must use it at least; two of them in their opening."""

TELLING = 0.4
"""Rarity from which a noun says what is meant; commoner ones ("day", "way") stand for anything."""

TYPES = ("other", "document", "work", "event", "place")
"""Types of what is no body; a hospital or a school may be read as one."""
ENDS = CLAUSE_ENDS | {"after", "over"}
"""Words at which a noun phrase goes on with something else."""

Group = tuple[str, list[Phrase]]


def central_nouns(articles: Sequence[AnnotatedArticle]) -> list[Group]:
    """Noun and phrases of each thing that most reports tell of and describe in different words."""
    told: dict[str, list[Phrase]] = {}
    for article in articles:
        for phrase in _phrases(article):
            told.setdefault(phrase.head, []).append(phrase)
    nouns = [noun for noun, group in sorted(told.items()) if _is_central(group, len(articles)) and are_told_apart(group)]
    groups = [(noun, [p for a in articles for p in phrases_of(a, frozenset({noun}))]) for noun in nouns]
    return [(f"the {noun}", _of_main_name(_known(group))) for noun, group in groups]


def _known(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases less those with "a" in what follows a report's opening: that is another one."""
    return [p for p in phrases if p.pointer not in ("a", "an") or opens(p)]


def _of_main_name(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases for one, less those with another name in them than the one of most reports ("the Osk-2 cable")."""
    kept = [(p, _name(p)) for p in phrases if _is_one(p)]
    reports: dict[str, set[str]] = {}
    for p, name in kept:
        reports.setdefault(name, set()).add(p.article.id)
    main = max(sorted(reports.keys() - {""}), key=lambda name: len(reports[name]), default="")
    return [p for p, name in kept if name in ("", main)]


def _name(phrase: Phrase) -> str:
    """The word with a capital or a figure that stands in a phrase, behind its first word where that only opens a sentence."""
    words_of = phrase.text.split()[:-1]
    opening = any(start == phrase.span[0] for start, _ in phrase.article.sentences)
    named = [w for n, w in enumerate(words_of) if (w[:1].isupper() and (n or not opening)) or any(c.isdigit() for c in w)]
    return named[0].casefold() if named else ""


def _is_one(phrase: Phrase) -> bool:
    return not (phrase.plural or phrase.count or set(phrase.words[:-1]) & words(LANGUAGE, "other_ones"))


def _phrases(article: AnnotatedArticle) -> Iterable[Phrase]:
    verbs = verb_places(article)
    starts = {start: n for n, (start, _) in enumerate(article.tokens)}
    for m in article.mentions:
        if m.kind == "noun" and m.field == "text" and m.type in (*TYPES, "organisation"):
            at = _head(article, m, starts)
            phrase = phrase_at(article, at, verbs) if at is not None else None
            known = phrase is not None and (phrase.head in _sites() or (m.type in TYPES and _is_telling(phrase.head)))
            if phrase is not None and known and _is_one(phrase):
                yield phrase


def _head(article: AnnotatedArticle, mention: Mention, starts: dict[int, int]) -> int | None:
    """The token of the noun that a mention is about."""
    tokens = words_in(article, (mention.start, mention.end))
    cut = next((n for n, (_, lemma) in enumerate(tokens) if n and lemma in ENDS), len(tokens))
    return starts.get(tokens[cut - 1][0][0]) if cut else None


@functools.cache
def _sites() -> frozenset[str]:
    """Nouns for things of one kind ("hospital"), which may be told by one noun with different words before it."""
    return frozenset(noun for kind in of_class("thing") for noun, plain in kinds()[kind].items() if plain) - {
        noun for _, noun in wide_words()
    }


def _is_telling(noun: str) -> bool:
    known = any(noun in nouns for nouns in kinds().values())
    return noun.isalpha() and not known and noun not in human_nouns() | NOT_IN_PHRASE and rarity(noun) >= TELLING


def _is_central(group: Sequence[Phrase], reports: int) -> bool:
    told, opened = {p.article.id for p in group}, {p.article.id for p in group if opens(p)}
    return len(told) >= max(FEWEST, TOLD * reports) and len(opened) > 1


def are_told_apart(group: Sequence[Phrase]) -> bool:
    """Whether two reports describe it in words of which neither set holds the other."""
    used: dict[str, set[frozenset[str]]] = {}
    for p in group:
        before = frozenset(p.words[:-1]) - words(LANGUAGE, "other_ones")
        if before:
            used.setdefault(p.article.id, set()).add(before)
    rows = sorted(used)
    return any(not (a <= b or b <= a) for x in rows for y in rows if x < y for a in used[x] for b in used[y])
