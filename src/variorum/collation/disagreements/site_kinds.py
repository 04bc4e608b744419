"""Where a clause puts its event: named places, kinds of building or ground, and whose side of a line it is."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claims.sentences import is_content, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.disagreements.places import WHERE, places_of
from variorum.language.lexicon import Row, alternatives, marked, values, word_list
from variorum.language.names import is_demonym_of
from variorum.records.article import Span

BESIDE = WHERE | marked("en", "collation_words", "upon_site")
"""Prepositions before a noun for where something happens."""

DETERMINERS = marked("en", "collation_words", "site_article")
FURTHEST = 4
"""Words between the preposition and the noun."""

SIDE_WORDS = alternatives(marked("en", "collation_words", "side_noun"))
SIDES = re.compile(
    rf"\b(?:on|in|inside|within|over|from|into)\s+(?:the\s+)?(?P<before>[A-Z][\w-]+?)(?:[’']s?|-(?:held|controlled|occupied))?"
    rf"\s+(?:\w+\s+)?(?:{SIDE_WORDS})\b"
    rf"|\b(?:{SIDE_WORDS})\s+(?:(?:held|controlled|occupied)\s+by|of)\s+(?P<behind>[A-Z][\w-]+)"
)
"""Whose side it is: "on the Averian side of the border", "inside Averia's waters", "territory held by Averia"."""

SAME_START = 4
"""Letters at the beginning by which two words for a side are taken for one land."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place in a clause: a story entity (``place``), a listed ``kind`` of a ``level``, or whose side (``holder``).

    ``names`` are the names that tell it from others of its kind.
    """

    span: Span
    place: str | None = None
    kind: str = ""
    level: str = ""
    names: frozenset[str] = frozenset()
    holder: str = ""


def sites_of(s: Statement, setting: Setting) -> tuple[Site, ...]:
    """All sites of a clause of the body: the first named place after its verb, then listed nouns and sides in text order."""
    verb = s.claim.predicate_span
    named = [Site(span, place=place) for place, span in places_of(s, setting) if verb is None or span[0] >= verb[1]]
    return (*named[:1], *_listed(s), *_sides(s))


@functools.cache
def _kinds() -> Mapping[str, Row]:
    return {word: row for row in word_list(LANGUAGE, "site_kinds") for word in values(row, "words")}


def _listed(s: Statement) -> Iterator[Site]:
    text, said = s.article.text, words_in(s.article, s.claim.span)
    for n, (span, lemma) in enumerate(said):
        paired = text[said[n - 1][0][0] : span[1]].casefold() if n else ""
        row = _kinds().get(paired) or _kinds().get(lemma)
        first = _opening(said, n, text) if row is not None else None
        if row is None or first is None or not _is_head(s, said, n):
            continue
        start = said[first + 1][0][0]
        beside = [
            said[i][0] for i in range(first + 1, min(n + 3, len(said))) if i != n and (i < n or _follows(said, n, i, text))
        ]
        names = frozenset(w for low, high in beside if (w := text[low:high])[:1].isupper() and w.casefold() not in DETERMINERS)
        yield Site((start, span[1]), kind=row["kind"], level=row["level"], names=names)


def _opening(said: Sequence[tuple[Span, str]], at: int, text: str) -> int | None:
    """The number of the preposition that opens the phrase of the noun."""
    for n in range(at - 1, max(at - FURTHEST - 2, -1), -1):
        if text[said[n][0][1] : said[n + 1][0][0]].strip():
            return None
        if said[n][1] in BESIDE:
            return n
        if not is_content(said[n][1]) and said[n][1] not in DETERMINERS:
            return None
    return None


def _is_head(s: Statement, said: Sequence[tuple[Span, str]], at: int) -> bool:
    """Whether no further noun follows ("the hotel owner") and no place of another is meant ("in the house of Lords")."""
    text = s.article.text
    if at + 1 == len(said) or text[said[at][0][1] : said[at + 1][0][0]].strip():
        return True
    (low, high), lemma = said[at + 1]
    timed = any(t.start <= low < t.end for t in s.times)
    return timed or lemma in BESIDE or not is_content(lemma) or text[low:high][:1].isupper()


def _follows(said: Sequence[tuple[Span, str]], at: int, other: int, text: str) -> bool:
    """Whether only names stand between the noun and a later word ("the Hotel Regent")."""
    return all(
        text[said[i][0][0]].isupper() and not text[said[i - 1][0][1] : said[i][0][0]].strip() for i in range(at + 1, other + 1)
    )


def _sides(s: Statement) -> Iterator[Site]:
    low, high = s.claim.span
    for found in SIDES.finditer(s.article.text, low, high):
        yield Site((found.start(), found.end()), holder=found["before"] or found["behind"])


def sites_apart(one: Site, other: Site, setting: Setting) -> bool:
    """Whether one happening cannot have been at both; sites of two sorts exclude nothing."""
    if one.place and other.place:
        return setting.apart(one.place, other.place)
    if one.holder and other.holder:
        return not one_side(one.holder, other.holder)
    if not one.kind or one.level != other.level:
        return False
    return one.kind != other.kind or (bool(one.names and other.names) and not one.names & other.names)


def one_side(one: str, other: str) -> bool:
    """Whether two words name one land ("Averian", "Averia")."""
    alike = one[:SAME_START].casefold() == other[:SAME_START].casefold()
    return alike or is_demonym_of(one, other) or is_demonym_of(other, one)


def names_kind(kind: str, lemma: str) -> bool:
    """Whether a lemma is a word for the kind of site."""
    row = _kinds().get(lemma)
    return row is not None and row["kind"] == kind
