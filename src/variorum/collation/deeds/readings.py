"""Who did what, read from clauses and from what stands around them: active and passive clauses, "it was X who opened fire", "X was
the first to shoot", "the order came from X", "on the orders of X"."""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claims.alignment import phrase_head
from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import LANGUAGE, predicate_forms
from variorum.collation.deeds.parties import Party, party_at
from variorum.language.lexicon import Row, marked, values, word_list
from variorum.records.article import Span

WHO = r"(?P<who>[^,;.:“”\"]{1,60}?)"
REACH = 80
"""Characters before a verb within which "it was X who" may stand."""


@dataclass(frozen=True, slots=True)
class Deed:
    """``names`` of the rows of ``en/disputed_deeds`` that tell it; ``stressed`` where the words stress who did it; ``text`` is its
    clause with "somebody" for the doer; ``patient``: concepts of what it was done to."""

    statement: Statement
    names: frozenset[str]
    doer: Party
    stressed: bool
    text: str
    patient: frozenset[str]


def deeds_of(statements: Sequence[Statement], setting: Setting) -> list[Deed]:
    """All deeds that the texts tell of somebody, in order of report and place."""
    return [d for s in statements if s.claim.field == "text" for d in _deeds(s, setting)]


@functools.cache
def rows() -> Mapping[str, Row]:
    """The listed deeds by name."""
    return {row["deed"]: row for row in word_list(LANGUAGE, "disputed_deeds")}


@functools.cache
def _by(column: str) -> Mapping[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for name, row in rows().items():
        for word in values(row, column):
            table.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in table.items()}


@functools.cache
def _pattern(kind: str, tail: str = "") -> re.Pattern[str]:
    parts = (row["words"].replace("WHO", WHO) for row in word_list(LANGUAGE, "doer_words") if row["kind"] == kind)
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)}){tail}", re.IGNORECASE)


AUXILIARIES = r"(?: (?:had|has|have|did|would|was|were|been|first|really|actually))*\s*$"
COMING = marked(LANGUAGE, "party_words", "coming")
SOURCE = re.compile(r"\bfrom (?P<who>[^,;.:()“”\"]{2,60})")


def _deeds(s: Statement, setting: Setting) -> Iterator[Deed]:
    verb = s.claim.predicate_span
    if s.modality not in ("asserted", "planned") or s.polarity == "negative" or verb is None:
        return
    text = s.article.text
    if s.predicate.split()[0] in COMING:
        yield from _deed(s, SOURCE.search(text, verb[1], s.claim.span[1]), _by("nouns").get(_subject(s), NO), setting)
    ordered = _pattern("order", r"(?=[,;.:“”\"]|$| (?:in|on|at|to|after|before|and) )").search(text, *s.claim.span)
    yield from _deed(s, ordered, frozenset({"order"}), setting)
    if (first := _pattern("first").search(text, verb[0], s.claim.span[1])) is not None and s.predicate.startswith("be "):
        lemma = next((w for _, w in words_in(s.article, (first.end(), s.claim.span[1]))), "")
        yield from _plain(s, s.claim.subject_span, s.subject, _by("verbs").get(lemma, NO) | {BEGAN}, setting, stressed=True)
    if _pattern("mutual").search(text, *s.claim.span) is not None:
        return
    cleft = _pattern("cleft", AUXILIARIES).search(text, max(0, s.claim.span[0] - REACH, verb[0] - REACH), verb[0])
    span = cleft.span("who") if cleft is not None else s.claim.subject_span
    entity = s.subject if cleft is None else _first_entity(s, cleft.span("who"), setting) or s.subject
    began = _pattern("began").search(text, *s.claim.span) is not None
    names = _names(s) | ({BEGAN} if began else NO)
    yield from _plain(s, span, entity, names, setting, stressed=cleft is not None or began or _is_stressed(s))


NO: frozenset[str] = frozenset()
BEGAN = "first"
"""The deed of whoever did something before others did it."""


def _plain(
    s: Statement, span: Span | None, entity: str | None, names: frozenset[str], setting: Setting, *, stressed: bool
) -> Iterator[Deed]:
    doer = party_at(s.article, span, entity, s.speaker, setting, stressed=stressed) if span is not None and names else None
    if span is not None and doer is not None:
        yield Deed(s, names, doer, stressed, _without(s, span), s.object_terms)


def _deed(s: Statement, found: re.Match[str] | None, names: frozenset[str], setting: Setting) -> Iterator[Deed]:
    """The deed of whom a phrase names that says where an order, a shot or a proposal came from."""
    if found is not None:
        yield from _plain(s, found.span("who"), _first_entity(s, found.span("who"), setting), names, setting, stressed=True)


def _subject(s: Statement) -> str:
    """The head noun of the subject, where it is said to be a certain one ("the order", "the first shots")."""
    span = s.claim.subject_span
    if span is None or s.article.text[slice(*span)].split()[0].casefold() not in ("the", "this", "that", "those", "these", "our"):
        return ""
    return phrase_head(s, span) or ""


def _first_entity(s: Statement, span: Span, setting: Setting) -> str | None:
    inside = [m for m in s.article.mentions if m.field == "text" and span[0] <= m.start and m.end <= span[1]]
    found = (setting.roll.party(m.entity) for m in sorted(inside, key=lambda m: (m.start, -m.end)))
    return next((e for e in found if e in setting.entities), None)


def _names(s: Statement) -> frozenset[str]:
    """The deeds that the verb tells, with what it takes ("set fire") before the bare verb."""
    head, verbs = phrase_head(s, s.claim.object_span), _by("verbs")
    forms = ((f"{s.predicate.split()[0]} {head}",) if head else ()) + predicate_forms(s.predicate)
    return next((verbs[form] for form in forms if form in verbs), NO)


def _is_stressed(s: Statement) -> bool:
    text, low = s.article.text, s.claim.span[0]
    before = _pattern("lead", r"\s*$").search(text, max(0, low - REACH), low)
    return before is not None or _pattern("stress").search(text, *s.claim.span) is not None


def _without(s: Statement, span: Span) -> str:
    (low, high), text = s.claim.span, s.article.text
    if not (low <= span[0] and span[1] <= high):
        return s.text
    return " ".join(f"{text[low : span[0]]} somebody {text[span[1] : high]}".split())
