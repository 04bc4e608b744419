"""Lengths of time as figures: "stayed 25 minutes" against "it was two hours, her ministry says"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.statements import Statement
from variorum.collation.figures.find import LASTING, NOBODY, Figure, Lookup, figure_of
from variorum.collation.figures.parts import is_refused
from variorum.collation.moments.durations import HOURS, LENGTH, OPEN
from variorum.language.lexicon import alternatives, marked
from variorum.records.annotation import AnnotatedArticle, Hedge, Quantity, Time
from variorum.records.provenance import Provenance

SLACK = 0.4
"""Part of its smallest unit that a length leaves open: a month may be four weeks or 31 days."""

ROUGH = 0.25
"""Share of a length that "about" leaves open on either side, as for other figures."""

HEDGES: Mapping[str, Hedge] = MappingProxyType(
    {
        "APPROX": "about", "MORE_THAN": "over", "EQUAL_OR_MORE": "at_least", "LESS_THAN": "under", "EQUAL_OR_LESS": "up_to"
    }
)  # fmt: skip
"""TIMEX3 modifiers of lengths as hedges of figures."""

LONGEST = 8766.0
"""Hours of a year: from there on lengths are mostly of lives and careers, of which a story tells many."""

BESIDE = 3
"""Words before a length among which one may say that it is a bound or not so."""

ELSEWHEN_WORDS = alternatives(marked("en", "collation_words", "elsewhen"))
ELSEWHEN = re.compile(rf"\s*(?:-?\s*old|{ELSEWHEN_WORDS})\b", re.IGNORECASE)
"""What follows a length that only says when something was, or how old somebody is."""


def find_lengths(statements: Sequence[Statement], *, names: Mapping[str, str] = NOBODY) -> tuple[Figure, ...]:
    """Every length of time of the body as a figure in hours, by article and place; bounds and distances from a day left out."""
    holders: dict[tuple[str, str], Statement] = {}
    for s in sorted(statements, key=lambda s: s.claim.span[1] - s.claim.span[0]):
        for time in s.times:
            holders.setdefault((s.article.id, time.id), s)
    articles = {s.article.id: s.article for s in statements}
    lookup = Lookup({}, frozenset(), names)
    return tuple(f for key in sorted(articles) for f in _lengths(articles[key], holders, lookup))


def _lengths(article: AnnotatedArticle, holders: Mapping[tuple[str, str], Statement], lookup: Lookup) -> Iterator[Figure]:
    for time in article.times:
        quantity = _quantity(time)
        if quantity is not None and _lasts(article, time):
            figure = figure_of(article, quantity, holders.get((article.id, time.id)), (LASTING, "", False), lookup)
            yield replace(figure, refuted=_refuted(article, quantity))


def _refuted(article: AnnotatedArticle, quantity: Quantity) -> frozenset[float]:
    """The lengths in whose place the sentence puts this one: "three weeks of work and not ten days"."""
    sentence = sentence_at(article, quantity.start, quantity.end)
    said = words_in(article, sentence)
    after = (_quantity(t) for t in article.times if t.field == "text" and quantity.end <= t.start < sentence[1])
    return frozenset(q.value for q in after if q is not None and q.value != quantity.value and is_refused(q, said))


def _quantity(time: Time) -> Quantity | None:
    """A length as a number of hours; ``None`` where it is vague."""
    found = LENGTH.fullmatch(time.value) if time.type == "DURATION" and time.field == "text" else None
    if found is None or not any(found.groups()) or (time.mod is not None and time.mod not in HEDGES):
        return None
    parts = [(int(n), hours) for n, hours in zip(found.groups(), HOURS, strict=True) if n]
    value, slack = sum(n * hours for n, hours in parts), SLACK * parts[-1][1]
    if value >= LONGEST:
        return None
    hedge = HEDGES.get(time.mod or "")
    slack = max(slack, ROUGH * value) if hedge == "about" else slack
    low = None if hedge in ("under", "up_to") else round(value - slack, 3)
    high = None if hedge in ("over", "at_least") else round(value + slack, 3)
    by = Provenance(time.by.method, None, "A length of time.")
    return Quantity(time.id, time.start, time.end, round(value, 3), hedge, low, high, LASTING, None, (), None, by)


def _lasts(article: AnnotatedArticle, time: Time) -> bool:
    """Whether the words around say how long something was or is."""
    if ELSEWHEN.match(article.text, time.end):
        return False
    before = [lemma for _, lemma in words_in(article, (max(time.start - 40, 0), time.start))][-BESIDE:]
    return not OPEN & set(before)
