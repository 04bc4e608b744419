"""Results given as two numbers: "101 votes to 98", "a 3-1 win", "seven to two in favour", "101 for and 98 against"."""

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.words import LANGUAGE
from variorum.language.lexicon import alternatives, marked, word_list
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

LARGEST = 100_000
"""Votes of an electorate are given each by itself; numbers from here on joined by "to" are ranges."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One result: its two numbers as written and the larger first, of a ``vote`` or a ``match``, with who is named beside it
    (words of names)."""

    article: AnnotatedArticle
    span: Span
    numbers: tuple[int, int]
    kind: str
    names: frozenset[str]
    voice: str | None


@functools.cache
def _kinds(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in word_list(LANGUAGE, "tally_words") if row["kind"] == kind)


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Two numbers joined by "to", "against", "versus" or a dash, with a unit after the first one or none; and the same, each
    followed by what they were for: "101 votes in favour and 98 against"."""
    spelled = "|".join(sorted(_spelled(), key=len, reverse=True))
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})?|{spelled})"
    words = "|".join(sorted(f"{w}s?" if not w.endswith("y") else f"{w[:-1]}(?:y|ies)" for w in _kinds("unit")))
    first, unit = rf"(?<![\w,.:/£$€-])(?<!from )(?P<a>{number})", rf"(?P<unit>\s+(?:{words}))?"
    joined = r"(?:\s+(?:to|against|versus)\s+|(?P<dash>[-–]))"
    second = rf"(?P<b>{number}|nil|zero|none)(?![\w,.:/%-]*\d|\w|-)"
    sides = r"(?:\s+voted)?\s+(?:for|in\s+favou?r)(?:\s+of\s+\w+(?:\s+\w+){0,4}?)?,?(?:\s+(?:and|to|with|while))?\s+"
    against = rf"(?:\s+(?:{words}))?(?:\s+voted)?\s+against\b"
    whole = rf"{first}{unit}{joined}{second}", rf"{first}{unit}{sides}{second}{against}"
    return re.compile(whole[0], re.IGNORECASE), re.compile(whole[1], re.IGNORECASE)


BEHIND_RESULT_WORDS = alternatives(marked("en", "collation_words", "behind_result"))
ENDS = re.compile(rf"\s*(?:[.,;:!?)”\"’—–]|$)|\s+(?:{BEHIND_RESULT_WORDS})\b", re.IGNORECASE)
"""What follows a result; another word is counted by the numbers, which then are a range ("10 to 15 people")."""


LARGEST_SPELLED = 20


@functools.cache
def _spelled() -> Mapping[str, int]:
    """Numbers that are spelled out in results, by their words."""
    rows = [row for row in word_list(LANGUAGE, "number_words") if row["kind"] in ("small", "ten")]
    return MappingProxyType({row["word"]: int(row["value"]) for row in rows if 0 < int(row["value"]) <= LARGEST_SPELLED})


def find_tallies(article: AnnotatedArticle, setting: Setting) -> Iterator[Tally]:
    """Every result of the body, in text order."""
    joined, sided = _patterns()
    found = [(f, _kind_of(article, f)) for f in joined.finditer(article.text)]
    found += [(f, "vote") for f in sided.finditer(article.text)]
    for result, kind in sorted(found, key=lambda f: f[0].start()):
        numbers = _value(result["a"]), _value(result["b"])
        if kind is None or None in numbers:
            continue
        first, second = sorted((n for n in numbers if n is not None), reverse=True)
        if first <= LARGEST:
            names = _names(article, sentence_at(article, *result.span()))
            yield Tally(article, result.span(), (first, second), kind, names, _voice(article, result, setting))


def _kind_of(article: AnnotatedArticle, found: re.Match[str]) -> str | None:
    said = {lemma for _, lemma in words_in(article, sentence_at(article, *found.span()))}
    return None if _goes_on(article, found) else _kind(found, said)


def _kind(found: re.Match[str], said: set[str]) -> str | None:
    """What the result is of; ``None`` where the sentence tells of none, or of a state on the way."""
    votes, matches = said & _kinds("vote"), said & _kinds("match")
    if found["unit"] and votes:
        return "vote"
    if found["dash"] and matches and not said & _kinds("part"):
        return "match"
    return "vote" if votes else None


def _goes_on(article: AnnotatedArticle, found: re.Match[str]) -> bool:
    """Whether the numbers are a range, a time or a date."""
    ranged = not found["unit"] and not found["dash"] and not ENDS.match(article.text, found.end())
    return ranged or any(t.field == "text" and t.start < found.end() and found.start() < t.end for t in article.times)


def _value(written: str) -> int | None:
    plain = written.replace(",", "").casefold()
    if plain.isdecimal():
        return int(plain)
    return _spelled().get(plain, 0)


def _names(article: AnnotatedArticle, span: Span) -> frozenset[str]:
    """Words of the names in the sentence: a club may be called by its town."""
    near = (m for m in article.mentions if m.field == "text" and m.kind == "name" and span[0] <= m.start < span[1])
    return frozenset(w for m in near for w in article.text[m.start : m.end].casefold().split() if len(w) > SHORT)


SHORT = 3
"""Letters up to which a word of a name ("FC", "of") tells nothing."""


def _voice(article: AnnotatedArticle, found: re.Match[str], setting: Setting) -> str | None:
    inside = [q for q in article.quotations if q.field == "text" and any(s <= found.start() < e for s, e in q.content)]
    inner = max(inside, key=lambda q: (q.content[0][0], q.id), default=None)
    return setting.roll.id(inner.speaker) if inner is not None else None
