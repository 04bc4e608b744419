"""Two versions of one thing: how somebody died, how captives came free, what caused a fire (``en/versions.tsv``).

Clauses that name different versions of one matter, or of which one denies the version that the other tells, are set against
each other where they tell of one party or are near in what they say.
"""

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.collation.claims.alignment import dated_apart, separate_voices, shared_words, whole_side
from variorum.collation.claims.sentences import concepts_in, sentence_at
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Kind, Verdict
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.encoder import Encoder
from variorum.language.lexicon import alternatives, marked, word_list

NEAR, NEAR_OTHER = 0.4, 0.3
"""Least cosine of two clauses of which one denies what the other tells, and of two that tell different versions; set on
invented stories."""

UNTRUE_WORDS = alternatives(marked("en", "collation_words", "untrue"))
UNTRUE, LEAD = re.compile(rf"\b(?:{UNTRUE_WORDS})\b", re.IGNORECASE), 30
"""Words that keep a version at a distance, and characters before a clause within which they may stand."""
CALLED_UNTRUE = re.compile(rf"\b(?:is|are|was|were|proved) (?:{UNTRUE_WORDS}|wrong|false)\b", re.IGNORECASE)
"""The same behind a version: "reports of a lightning strike were wrong"."""


ROOT = 4
"""Letters that the words of a version and of its denial begin with: "sabotage", "saboteur"."""


@dataclass(frozen=True, slots=True)
class Version:
    """``matter`` is told in versions, of which ``words`` name one; ``denied`` where the clause says that it is not so."""

    statement: Statement
    matter: str
    version: str
    words: str
    denied: bool


def version_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """One conflict for every two voices that tell different versions of one matter; none without an encoder."""
    told = [v for s in statements for v in _versions(s)]
    pairs = [(a, b) for n, a in enumerate(told) for b in told[n + 1 :] if _apart(a, b) and _one_matter(a, b)]
    pairs = [(a, b) for a, b in pairs if _of_same_ones(a, b, setting)]
    if encoder is None or not pairs:
        return
    texts = sorted({v.statement.text for pair in pairs for v in pair})
    row = dict(zip(texts, encoder.encode(texts), strict=True))
    for a, b in pairs:
        near = round(float(np.dot(row[a.statement.text], row[b.statement.text])), 3)
        if near >= (NEAR_OTHER if a.version != b.version else NEAR):
            yield _verdict(a, b, setting)


@functools.cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    """For each matter a pattern with one group for each of its versions."""
    matters: dict[str, list[str]] = {}
    for row in word_list(LANGUAGE, "versions"):
        matters.setdefault(row["matter"], []).append(f"(?P<{row['version'].replace(' ', '_')}>{row['words']})")
    return {matter: re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE) for matter, parts in matters.items()}


def _versions(s: Statement) -> Iterator[Version]:
    end = s.article.text[slice(*sentence_at(s.article, *s.claim.span))].rstrip(" \n”\"’'")[-1:]
    if s.claim.field != "text" or s.modality not in ("asserted", "planned") or end == "?":
        return
    for matter, pattern in _patterns().items():
        found = pattern.search(s.article.text, *s.claim.span)
        if found is not None and not _at_a_distance(s, found):
            yield Version(s, matter, str(found.lastgroup), " ".join(found[0].split()), s.polarity == "negative")


def _at_a_distance(s: Statement, found: re.Match[str]) -> bool:
    before = s.article.text[max(s.claim.span[0] - LEAD, 0) : found.start()]
    return bool(UNTRUE.search(before) or CALLED_UNTRUE.search(s.article.text, found.end(), s.claim.span[1]))


def _apart(a: Version, b: Version) -> bool:
    """Whether the two exclude each other: different versions of one matter, or one version told and denied."""
    if a.matter != b.matter or (a.denied and b.denied):
        return False
    if a.version == b.version:
        return a.denied != b.denied and a.words[:ROOT].casefold() == b.words[:ROOT].casefold()
    return not (a.denied or b.denied)


def _one_matter(a: Version, b: Version) -> bool:
    one, other = a.statement, b.statement
    if not separate_voices(one, other) or dated_apart(one, other):
        return False
    if one.article.id == other.article.id and sentence_at(one.article, *one.claim.span) == sentence_at(
        other.article, *other.claim.span
    ):
        return False
    return bool(_around(one) & _around(other))


def _around(s: Statement) -> frozenset[str]:
    return concepts_in(s.article, sentence_at(s.article, *s.claim.span)) | {t for t in s.terms if t.startswith("@")}


def _of_same_ones(a: Version, b: Version, setting: Setting) -> bool:
    """Whether both tell of the same dead or freed ones: by name, or, of those freed, by their number; causes have no victim."""
    people = bool(_people(a, setting) & _people(b, setting))
    return a.matter == "cause" or people or (a.matter == "freedom" and bool(_numbers(a) & _numbers(b)))


def _numbers(version: Version) -> frozenset[float]:
    s = version.statement
    inside = (q for q in s.article.quantities if q.field == "text" and s.claim.span[0] <= q.start and q.end <= s.claim.span[1])
    return frozenset(q.low for q in inside if q.low is not None)


def _people(version: Version, setting: Setting) -> frozenset[str]:
    found = (setting.entities.get(t[1:]) for t in version.statement.terms if t.startswith("@"))
    return frozenset(e.id for e in found if e is not None and e.type == "person")


def _verdict(a: Version, b: Version, setting: Setting) -> Verdict:
    kind: Kind = "polarity" if a.version == b.version else "agency"
    about = shared_words(a.statement, b.statement, setting) or a.words
    sides = (whole_side(a.statement, a.words), whole_side(b.statement, b.words))
    return Verdict(kind, "conflict", sides, about, 1.0, f"“{a.words}” and “{b.words}” are two versions of one thing: {about}.")
