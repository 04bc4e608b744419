"""Phrases that say whose deed something was: "the order came from X", "it was X that left", "the first to fire was X",
"the idea of X", "the fault lies with X"."""

import functools
import re
from collections.abc import Iterator, Mapping

from variorum.collation.claims.alignment import phrase_head
from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import LANGUAGE
from variorum.language.lexicon import Row, marked, values, word_list
from variorum.records.article import Span

WHO = r"(?P<who>[^,;.:“”\"]{1,60}?)"
COMING, RESTING = (marked(LANGUAGE, "party_words", mark) for mark in ("coming", "resting"))
CERTAIN = frozenset({"the", "this", "that", "those", "these", "our"})
SOURCE = re.compile(r"\bfrom (?P<who>[^,;.:()“”\"]{2,60})")
RELATIVE = re.compile(r"(?:, not [^,]{2,40},)? (?:who|that|which) ")
OWNER = re.compile(r"(?P<who>[^,;.:“”\"]{2,60})['’]s? ")


@functools.cache
def rows() -> Mapping[str, Row]:
    """The listed deeds by name."""
    return {row["deed"]: row for row in word_list(LANGUAGE, "disputed_deeds")}


@functools.cache
def by(column: str) -> Mapping[str, frozenset[str]]:
    """The deeds by the words of one column."""
    table: dict[str, set[str]] = {}
    for name, row in rows().items():
        for word in values(row, column):
            table.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in table.items()}


@functools.cache
def pattern(kind: str, tail: str = "") -> re.Pattern[str]:
    """The words of one kind of ``en/doer_words``."""
    parts = (row["words"].replace("WHO", WHO) for row in word_list(LANGUAGE, "doer_words") if row["kind"] == kind)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)}){tail}", re.IGNORECASE)


def frames(s: Statement) -> Iterator[tuple[Span, frozenset[str]]]:
    """The phrases of a clause that name who did something otherwise than as the subject of its verb, with the deeds."""
    verb = s.predicate.split()[0]
    if verb == "be":
        yield from _said_to_be(s)
    yield from sources(s)
    nouns = by("nouns").get(_certain_subject(s), frozenset())
    if verb in RESTING and "blame" in nouns and s.claim.object_span is not None:
        yield s.claim.object_span, nouns


def sources(s: Statement) -> Iterator[tuple[Span, frozenset[str]]]:
    """Where a clause has shots, an order or a proposal come from."""
    nouns = by("nouns").get(_certain_subject(s), frozenset())
    source = SOURCE.search(s.article.text, _verb(s), s.claim.span[1]) if s.predicate.split()[0] in COMING else None
    if nouns and source is not None:
        yield source.span("who"), nouns


def _said_to_be(s: Statement) -> Iterator[tuple[Span, frozenset[str]]]:
    """ "It was X that left", "the first to leave was X", "X was the first to leave", "it was X's idea"."""
    text, high, verb = s.article.text, s.claim.span[1], _verb(s)
    subject, object = s.claim.subject_span, s.claim.object_span
    if subject is not None and (first := pattern("first").search(text, verb, high)) is not None:
        yield subject, _deed_behind(s, first.end()) | {"first"}
    if object is None:
        return
    if subject is not None and text[slice(*subject)].casefold() in ("it", "that", "this"):
        relative = RELATIVE.match(text, object[1])
        yield object, _deed_behind(s, relative.end()) if relative is not None else frozenset()
    for kind, more in (("first", {"first"}), ("one", set[str]())):
        if subject is not None and (found := pattern(kind).match(text, subject[0], verb)) is not None:
            yield object, _deed_behind(s, found.end()) | more
    noun = by("nouns").get(phrase_head(s, object) or "", frozenset())
    owner = pattern("whose", r"(?=[,;.:“”\"]|$)").match(text, object[1] + 1, high) or OWNER.match(text, *object)
    if noun and owner is not None:
        yield owner.span("who"), noun


def _deed_behind(s: Statement, start: int) -> frozenset[str]:
    """The deeds that the first verb behind ``start`` tells, with the word behind it where the two are listed together."""
    end = sentence_at(s.article, *s.claim.span)[1]
    lemmas = [w for _, w in words_in(s.article, (start, end)) if w not in ("have", "be", "do", "the", "a", "first")][:2]
    forms = (" ".join(lemmas), *lemmas[:1])
    return next((by("verbs")[form] for form in forms if form in by("verbs")), frozenset())


def _verb(s: Statement) -> int:
    return (s.claim.predicate_span or s.claim.span)[0]


def _certain_subject(s: Statement) -> str:
    """The head noun of the subject, where it is said to be a certain one ("the order", "the first shots")."""
    span = s.claim.subject_span
    if span is None:
        return ""
    head = phrase_head(s, span) or ""
    certain = s.article.text[slice(*span)].split()[0].casefold() in CERTAIN or "blame" in by("nouns").get(head, ())
    return head if certain else ""
