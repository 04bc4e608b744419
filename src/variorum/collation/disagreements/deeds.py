"""Who did it: one deed that two voices put down to different parties, told in whatever words (``en/disputed_deeds.tsv``)."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from variorum.collation.claims.alignment import dated_apart, quoted_words, separate_voices, shared_words, whole_side
from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.comparing.judge import nested
from variorum.collation.deeds.frames import rows
from variorum.collation.deeds.parties import OURSELVES, SURE, apart
from variorum.collation.deeds.readings import BEGAN, Deed, deeds_of
from variorum.collation.encoder import Encoder
from variorum.language.lexicon import values

NEAR, NEAR_OTHER, NEAR_LIKELY, ONE_SAYING = 0.25, 0.4, 0.5, 0.85
"""Cosines of two clauses without their doers: least; least without a common object; least where only names tell the parties
apart; and that from which "we" in both is one saying of one speaker, read under two names."""

LONG = 14
"""Words of a clause that a reader is shown."""

MOST = 60
"""Deeds of one name that are compared; a story of many origins repeats itself beyond that."""


def deed_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """One conflict for every two clauses that put one deed down to different parties; none without an encoder."""
    pairs = [(a, b) for a, b in _pairs(deeds_of(statements, setting)) if _may_differ(a, b, setting)]
    if encoder is None or not pairs:
        return
    texts = sorted({d.text for pair in pairs for d in pair})
    row = dict(zip(texts, encoder.encode(texts), strict=True))
    for a, b in pairs:
        near = round(float(np.dot(row[a.text], row[b.text])), 3)
        if _is_one_deed(a, b, near, setting):
            yield _verdict(a, b, near, setting)


def _pairs(deeds: Sequence[Deed]) -> Iterator[tuple[Deed, Deed]]:
    index: dict[str, list[int]] = {}
    for number, deed in enumerate(deeds):
        for name in sorted(deed.names):
            index.setdefault(name, []).append(number)
    found = {pair for numbers in index.values() for pair in combinations(numbers[:MOST], 2)}
    return ((deeds[i], deeds[j]) for i, j in sorted(found))


def _may_differ(a: Deed, b: Deed, setting: Setting) -> bool:
    """Whether two voices tell it, of parties that are different ones, and nothing shows two occasions."""
    one, other = a.statement, b.statement
    if not separate_voices(one, other) or nested(one, other) or dated_apart(one, other):
        return False
    if (one.speaker is not None and one.speaker == other.speaker) or _is_told_of(a, b) or _is_told_of(b, a):
        return False
    return bool(apart(a.doer, b.doer, setting))


def _is_told_of(a: Deed, b: Deed) -> bool:
    """Whether the clause of ``b`` names the doer of ``a`` as what it was done to."""
    spans = [s for s in (b.statement.claim.object_span, b.statement.claim.subject_span) if s is not None]
    words = frozenset(lemma.casefold() for span in spans for _, lemma in words_in(b.statement.article, span))
    return f"@{a.doer.entity}" in b.statement.terms or bool(a.doer.names & words)


def _is_one_deed(a: Deed, b: Deed, near: float, setting: Setting) -> bool:
    """Whether the clauses tell one deed, though of others: the more surely the parties differ and the more the words stress who
    it was, the less alike the rest must be."""
    if near < NEAR or (near >= ONE_SAYING and _is_own(a) and _is_own(b)):
        return False
    told = [values(rows()[name], "told") for name in sorted(a.names & b.names)]
    whole, many, reproach = (
        any("whole" in t for t in told),
        all("stressed" in t for t in told),
        any("blamed" in t for t in told),
    )
    sure, shared = apart(a.doer, b.doer, setting) == SURE, bool(a.patient & b.patient)
    fits = shared or near >= (NEAR_OTHER if sure else NEAR_LIKELY)
    blamed = _blame_each_other(a, b, setting)
    stressed = (a.stressed or b.stressed) and (whole or (BEGAN in a.names) == (BEGAN in b.names))
    if stressed or blamed or (reproach and _are_accusers(a, b)):
        return fits or whole or (near >= NEAR_OTHER and not (a.patient and b.patient))
    if many:
        return False
    return shared and (sure or (near >= NEAR_LIKELY and not (a.doer.sorts | b.doer.sorts)))


def _is_own(deed: Deed) -> bool:
    return deed.doer.words.split()[0].casefold() in OURSELVES


def _are_accusers(a: Deed, b: Deed) -> bool:
    """Whether each is in a voice of its own, and not the report's."""
    return a.statement.speaker is not None and b.statement.speaker is not None


def _blame_each_other(a: Deed, b: Deed, setting: Setting) -> bool:
    """Whether one voice puts the deed down to the side of the other voice."""
    return _blames(a, b.statement, setting) or _blames(b, a.statement, setting)


def _blames(deed: Deed, other: Statement, setting: Setting) -> bool:
    own = deed.statement.speaker
    if deed.doer.entity is None or own is None or other.speaker is None or own == other.speaker:
        return False
    return _belongs(deed.doer.entity, other.speaker, setting) and not _belongs(deed.doer.entity, own, setting)


def _belongs(one: str, other: str, setting: Setting) -> bool:
    known = all(e in setting.entities and setting.entities[e].named for e in (one, other))
    return one == other or (known and setting.related(one, other))


def _verdict(a: Deed, b: Deed, near: float, setting: Setting) -> Verdict:
    one, other = a.statement, b.statement
    told = [" ".join(quoted_words(s, s.claim.span).split()[:LONG]) for s in (one, other)]
    about = shared_words(one, other, setting) or told[0]
    reason = f"One deed is put down to “{a.doer.words}” here and to “{b.doer.words}” there: “{told[0]}”, “{told[1]}”."
    sides = (whole_side(one, a.doer.words), whole_side(other, b.doer.words))
    return Verdict("agency", "conflict", sides, about, near, reason)
