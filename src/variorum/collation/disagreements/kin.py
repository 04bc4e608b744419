"""One event dated apart in words of its different sides: "took the town on Monday night", "entered it on Tuesday".

The likelihood that groups claims is nought for clauses dated apart, so that such pairs are scored here without their dates:
by the act, by what it was done to, and by the sentence encoder; then the dates are compared.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from variorum.collation.claims.alignment import (
    LIGHT,
    act,
    counts_differ,
    dated_apart,
    days,
    is_nominal,
    phrase_head,
    quoted_words,
    same_act,
    same_doer,
    shared_words,
    weekday,
    whole_side,
    worded_times,
)
from variorum.collation.claims.kin import befalls_once, kin, kin_keys
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.claims.words import told_as_forced
from variorum.collation.disagreements.dates import (
    STATES,
    date_verdict,
    days_between,
    happens_again,
    has_date,
    tells_of_many,
    worded_alike,
)
from variorum.collation.encoder import Encoder
from variorum.collation.figures.things import is_people, kind_of
from variorum.language.lexicon import alternatives, marked
from variorum.records.article import Span

NEAR = 0.5
"""Least cosine of two clauses that tell of one event apart from its date; set on invented stories."""

TOLD = ("asserted", "planned")
"""What has happened is compared with what has happened, and what is planned with what is planned."""

MOST = 60
"""Dated clauses of one act that are compared; a story of many origins repeats itself beyond that."""

LOOSE_DAY_WORDS = alternatives(marked("en", "collation_words", "loose_day"))
LOOSE = re.compile(rf"\b(?:recent\w*|{LOOSE_DAY_WORDS})\b", re.IGNORECASE)
LOOSE_DATE_WORDS = alternatives(marked("en", "collation_words", "loose_date"))
VAGUE = re.compile(rf"{LOOSE.pattern}|\b(?:{LOOSE_DATE_WORDS})\b", re.IGNORECASE)
"""Words that make a date too loose for two of them to exclude each other: of a day, and of anything longer."""

DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-\d\d|WXX-\d)")
"""Values of times that name one day."""


def kin_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """A conflict for every two clauses of two reports that date one event apart; without an encoder only for what befalls
    a thing but once."""
    pairs = [(a, b) for a, b in _dated_pairs(statements) if _may_be_one(a, b, setting)]
    texts = sorted({s.text for pair in pairs for s in pair})
    vectors = encoder.encode(texts) if encoder is not None and texts else None
    row = {text: n for n, text in enumerate(texts)}
    for a, b in pairs:
        near = vectors is not None and round(float(np.dot(vectors[row[a.text]], vectors[row[b.text]])), 3) >= NEAR
        if near or befalls_once(a, b):
            yield date_verdict(a, b, setting)
            if _leaves_apart(a, b) or _leaves_apart(b, a):
                yield _whose_decision(a, b, setting)


def _leaves_apart(a: Statement, b: Statement) -> bool:
    """Whether ``a`` tells of somebody who is made to go and ``b`` that the same one went."""
    return told_as_forced(b.predicate, a.predicate) and a.object is not None and a.object == b.subject


def _whose_decision(a: Statement, b: Statement, setting: Setting) -> Verdict:
    about = shared_words(a, b, setting)
    one, other = (quoted_words(s, s.claim.predicate_span) for s in (a, b))
    reason = f"“{one}” and “{other}” leave the decision to different ones; both tell of {about}."
    return Verdict("agency", "conflict", (whole_side(a, one), whole_side(b, other)), about, 1.0, reason)


def _dated_pairs(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of clauses of two reports that tell of kindred acts on days that exclude each other."""
    index: dict[str, list[int]] = {}
    for number, s in enumerate(statements):
        if s.claim.field == "text" and s.polarity == "positive" and s.modality in TOLD and _firmly_dated(s):
            for key in (*kin_keys(s), *(f"@{e}" for e in (s.subject, s.object) if e)):
                index.setdefault(key, []).append(number)
    found = {pair for numbers in index.values() for pair in combinations(numbers[:MOST], 2)}
    for i, j in sorted(found):
        a, b = statements[i], statements[j]
        if (
            a.article.id != b.article.id
            and a.modality == b.modality
            and dated_apart(a, b)
            and (kin(a, b) or _leaves_apart(a, b) or _leaves_apart(b, a))
        ):
            yield a, b


def _firmly_dated(s: Statement) -> bool:
    loose = LOOSE if all(DAY.match(t.value) for t in s.times if t.type in ("DATE", "TIME")) else VAGUE
    return (days(s) is not None or weekday(s) is not None) and not is_nominal(s) and not loose.search(worded_times(s))


def _may_be_one(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether one thing is acted upon, by one that can be the same, and nothing tells of two occasions."""
    if (
        {act(a), act(b)} & STATES
        or (same_act(a, b) and act(a) in LIGHT)
        or happens_again(a)
        or happens_again(b)
        or counts_differ(a, b)
    ):
        return False
    if worded_alike(a, b) or _of_many(a) or _of_many(b) or has_date(a, b) or has_date(b, a):
        return False
    if _leaves_apart(a, b) or _leaves_apart(b, a):
        return True
    return acted_upon(a, b) and doers_fit(a, b, setting) and (befalls_once(a, b) or days_between(a, b) <= RECUR)


RECUR = 7
"""Days after which another event of one kind is likelier than another date of one event."""


def _of_many(s: Statement) -> bool:
    """Whether the clause may tell of several events by their number; so many people can be acted upon at once."""
    return tells_of_many(s) and not _is_of_people(s)


def _is_of_people(s: Statement) -> bool:
    head = phrase_head(s, s.claim.object_span)
    return head is not None and is_people(kind_of(head))


def acted_upon(a: Statement, b: Statement) -> bool:
    """Whether one named thing, or things of one name, are acted upon; of a passive clause the subject may be the thing."""
    if _both_people(a, b) and not same_act(a, b):
        return _names_fit(a, b, a.claim.object_span, b.claim.object_span)
    if a.object is not None and b.object is not None:
        return a.object == b.object
    if a.object_terms and b.object_terms:
        return bool(a.object_terms & b.object_terms) and _names_fit(a, b, a.claim.object_span, b.claim.object_span)
    if a.object_terms or b.object_terms:
        return False
    return bool(a.subject_terms & b.subject_terms) and _names_fit(a, b, a.claim.subject_span, b.claim.subject_span)


def _both_people(a: Statement, b: Statement) -> bool:
    """Whether people are acted upon under two names ("the employees", "the specialists")."""
    return _is_of_people(a) and _is_of_people(b)


def _names_fit(a: Statement, b: Statement, one: Span | None, other: Span | None) -> bool:
    """Whether the phrases have a name in common, or one of them has none."""
    first, second = _names_in(a, one), _names_in(b, other)
    return not (first and second) or bool(first & second)


def _names_in(s: Statement, span: Span | None) -> frozenset[str]:
    return frozenset(w for w in quoted_words(s, span).split() if w[:1].isupper()) - ARTICLES


ARTICLES = frozenset({"The", "A", "An"})


def doers_fit(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether the same one can act in both clauses."""
    if not a.subject_terms or not b.subject_terms or same_doer(a, b) or a.subject_terms & b.subject_terms:
        return True
    one, other = (setting.entities.get(s.subject or "") for s in (a, b))
    return one is not None and other is not None and setting.related(one.id, other.id)
