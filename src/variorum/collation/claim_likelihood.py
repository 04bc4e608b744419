"""How likely it is that two clauses state one thing in other words: few features with learned weights.

A logistic regression over pairs of clauses of nine invented stories with gold agreements (weights are rounded; fitted with
each story left out in turn it finds 35 of 72 agreements at the threshold used, where words and vectors of clauses alone find
26). What counts most is the sentence around the clause, then equal numbers and days, then rare words in common.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from variorum.collation.claim_alignment import dated_apart, days
from variorum.collation.claim_sentences import sentence_at
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement, clause_text
from variorum.collation.claim_words import LANGUAGE
from variorum.collation.encoder import Vectors
from variorum.collation.figure_things import is_people, kind_of
from variorum.language.lexicon import words
from variorum.records.annotation import Quantity

CONTEXT, WORDS, NUMBER, OTHER_NUMBER, FIGURE, DAYS, LENGTH, MOOD, BASE = 5.7, 1.5, 3.7, -0.6, 3.3, 2.6, -0.14, -0.6, -5.0
"""Weights of: the cosine of the sentences, the rare words shared, one number in common, numbers and none in common, one
figure of one thing, days that fit, the terms of the shorter clause, unlike modality; and the constant."""

LONGEST = 12
"""Terms of the shorter clause above which its length no longer counts."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two clauses have in common besides their vectors: ``context`` is the cosine of their sentences, ``figure`` says
    that they give one figure of one thing."""

    context: float
    figure: bool


def likelihood(a: Statement, b: Statement, evidence: Evidence, setting: Setting) -> float:
    """Probability in 0..1, three decimals; 0 where the two are dated apart and give no figure in common."""
    if dated_apart(a, b) and not evidence.figure:
        return 0.0
    mine, theirs = ({t for t in s.terms if not t.startswith("@")} for s in (a, b))
    rare = setting.weights.total(mine & theirs) / math.log(1 + max(setting.weights.clauses, 1))
    value = BASE + CONTEXT * evidence.context + WORDS * rare + FIGURE * evidence.figure
    value += LENGTH * min(len(mine), len(theirs), LONGEST) + MOOD * (a.modality != b.modality)
    value += DAYS * (days(a) is not None and days(b) is not None and not dated_apart(a, b))
    if a.quantities and b.quantities:
        value += NUMBER if _one_number(a, b) else OTHER_NUMBER
    return round(1 / (1 + math.exp(-value)), 3)


def _one_number(a: Statement, b: Statement) -> bool:
    """Whether both give one number of what may be the same: one noun, people on both sides, or no noun on one."""
    return any(q.value == r.value and _may_count_one(q, r) for q in a.quantities for r in b.quantities)


def _may_count_one(q: Quantity, r: Quantity) -> bool:
    if not q.thing or not r.thing:
        return True
    one, other = kind_of(q.thing[-1]), kind_of(r.thing[-1])
    general = words(LANGUAGE, "number_nouns")
    return one == other or {one, other} & general != set() or (is_people(one) and is_people(other))


def context_texts(statements: Sequence[Statement]) -> list[str]:
    """The sentence around each clause, less its furniture; the clause itself for one of a title outside the text."""
    return [_context(s) for s in statements]


def _context(s: Statement) -> str:
    if s.claim.field != "text":
        return s.text
    return clause_text(s.article, sentence_at(s.article, *s.claim.span))


def cosine_of(vectors: Vectors, i: int, j: int) -> float:
    """Cosine of two rows of unit vectors, four decimals."""
    return round(float(np.dot(vectors[i], vectors[j])), 4)
