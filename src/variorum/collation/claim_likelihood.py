"""How likely it is that two clauses of two reports state one thing in other words: few features with learned weights."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from variorum.collation.claim_alignment import counts_differ, dated_apart, days, same_act
from variorum.collation.claim_nearness import Tie
from variorum.collation.claim_sentences import sentence_at
from variorum.collation.claim_statements import Statement, clause_text
from variorum.collation.claim_words import LANGUAGE
from variorum.collation.encoder import Vectors
from variorum.collation.figure_things import is_people, kind_of
from variorum.language.lexicon import words
from variorum.records.annotation import Quantity

WEIGHTS: Mapping[str, float] = {
    "around": 3.2,
    "across": 0.6,
    "lead": 1.4,
    "choices": 0.3,
    "words": 2.3,
    "number": 4.3,
    "day": 1.3,
    "names": -0.4,
    "denied": -1.4,
    "voices": -0.6,
}
"""Weight of each feature (see ``features``), fitted by ``scripts/fit_claims.py`` on twenty studied stories and rounded. Whether
two clauses give one figure, and how long they are, came out at 0."""

BASE = -5.0
"""The constant beside the weights."""

OTHER_THING, TELLING = 0.5, 20
"""What remains of a number in common that counts things with different nouns, and from which number on: smaller ones are said
of many things."""

MOST_NAMES = 3
"""Names shared above which more count for nothing."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the likelihood of any pair of a story is drawn from; ``spread`` has for each number how many clauses give it."""

    spread: Mapping[float, int]
    clauses: int

    def number(self, a: Statement, b: Statement) -> float:
        """How rare the numbers are that both give, about 0..2; 0 without one in common."""
        one = {q.value for q in a.quantities for r in b.quantities if q.value == r.value and _may_be_one(q, r)}
        shared = one or {n for n in {q.value for q in a.quantities} & {q.value for q in b.quantities} if n >= TELLING}
        rarest = max((math.log(1 + self.clauses / self.spread[n]) for n in sorted(shared)), default=0.0)
        weight = rarest / math.log(1 + max(self.clauses, 1)) * min(len(shared), 2)
        return weight if one else weight * OTHER_THING


def _may_be_one(q: Quantity, r: Quantity) -> bool:
    """Whether two equal numbers may count one thing: one unit and noun, people on both sides, or neither told on one side."""
    if q.unit != r.unit and (q.unit or q.thing) and (r.unit or r.thing):
        return False
    if not q.thing or not r.thing:
        return True
    one, other = kind_of(q.thing[-1]), kind_of(r.thing[-1])
    return one == other or {one, other} & words(LANGUAGE, "number_nouns") != set() or (is_people(one) and is_people(other))


def evidence_of(statements: Sequence[Statement]) -> Evidence:
    """The evidence of a story whose distinct clauses are ``statements``."""
    spread: dict[float, int] = {}
    for statement in statements:
        for value in {q.value for q in statement.quantities}:
            spread[value] = spread.get(value, 0) + 1
    return Evidence(spread, len(statements))


def features(
    a: Statement, b: Statement, tie: Tie, evidence: Evidence, *, wording: float, figure: bool
) -> dict[str, float] | None:
    """What is known of two clauses so tied; ``wording``: the cosine of their words; ``figure``: they give one
    figure of one thing.

    The cosine of their sentences, of one's clause with the other's sentence, how much nearer the two are than their neighbours,
    how many of them are the nearest in the other's report (0..2), how alike their words are; the rarest number in common (twice
    for two), whether they give one day; names shared, whether one says what the other denies, and how many of the two are in
    their outlet's own voice.
    ``None`` where the two are dated apart or all their numbers differ and they give no figure in common, and where one denies
    another act than the other says: they do not state one thing.
    """
    if (not figure and (dated_apart(a, b) or counts_differ(a, b))) or (a.polarity != b.polarity and not same_act(a, b)):
        return None
    names = sum(t.startswith("@") for t in {*a.terms} & {*b.terms})
    return {
        "around": tie.around,
        "across": tie.across,
        "lead": tie.lead,
        "choices": float(tie.choices),
        "words": wording,
        "number": evidence.number(a, b),
        "day": float(_one_day(a, b)),
        "names": float(min(names, MOST_NAMES)),
        "denied": float(a.polarity != b.polarity),
        "voices": float((a.quotation is None) + (b.quotation is None)),
    }


def likelihood(known: Mapping[str, float] | None) -> float:
    """Probability in 0..1, three decimals, of two clauses of which ``features`` says this."""
    if known is None:
        return 0.0
    value = BASE + sum(WEIGHTS[name] * value for name, value in known.items())
    return round(1 / (1 + math.exp(-value)), 3)


def _one_day(a: Statement, b: Statement) -> bool:
    """Whether both are dated to one and the same day; weeks, months and years fit too much."""
    one = days(a)
    return one is not None and one == days(b) and one[0] == one[1]


def partners(likely: Mapping[Pair, float], reports: Sequence[str]) -> dict[Pair, float]:
    """Of the likelihoods of pairs those of clauses that are each other's likeliest between their two reports."""
    best: dict[tuple[int, str], float] = {}
    for i, j in likely:
        for clause, other in ((i, j), (j, i)):
            best[clause, reports[other]] = max(best.get((clause, reports[other]), 0.0), likely[i, j])
    return {(i, j): value for (i, j), value in likely.items() if 0 < value >= max(best[i, reports[j]], best[j, reports[i]])}


def context_texts(statements: Iterable[Statement]) -> list[str]:
    """The sentence around each clause, less its furniture; the clause itself for one of a title outside the text."""
    return [_context(s) for s in statements]


def _context(s: Statement) -> str:
    if s.claim.field != "text":
        return s.text
    return clause_text(s.article, sentence_at(s.article, *s.claim.span))


def cosine_of(vectors: Vectors, i: int, j: int) -> float:
    """Cosine of two rows of unit vectors, four decimals."""
    return round(float(np.dot(vectors[i], vectors[j])), 4)
