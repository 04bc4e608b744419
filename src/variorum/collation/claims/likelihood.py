"""How likely it is that two clauses of two reports state one thing in other words: few features with learned weights."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from variorum.collation.claims.alignment import counts_differ, dated_apart, same_act
from variorum.collation.claims.marks import Spread, counts_apart, spread_of
from variorum.collation.claims.nearness import Tie
from variorum.collation.claims.statements import Statement
from variorum.collation.encoder import Vectors
from variorum.language.regression import logistic
from variorum.records.article import Span
from variorum.records.story import Utterance

WEIGHTS: Mapping[str, float] = {
    "around": 1.7,
    "across": 0.9,
    "lead": 1.55,
    "choices": 0.35,
    "words": 1.55,
    "number": 5.05,
    "numeral": 1.95,
    "time": 2.4,
    "several": -1.65,
    "counts": -0.85,
    "denied": -0.6,
    "voices": -0.5,
    "saying": 2.95,
    "strangers": -0.55,
}
"""Weight of each feature (see ``features``), fitted by ``scripts/fit_claims.py`` on 48 studied stories and rounded. Whether
two clauses give one figure, how long they are, whether one acts or is acted upon in both, how many names they share and
how near their subjects and predicates are alone came out at about 0."""

BASE = -4.6
"""The constant beside the weights."""

Pair = tuple[int, int]
Sayings = Mapping[tuple[str, str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the likelihood of any pair of a story is drawn from; ``spread`` tells how many clauses give each number and time,
    ``sayings`` for each clause, by its key, in which utterances it is told."""

    spread: Spread
    sayings: Sayings


def evidence_of(statements: Sequence[Statement], sayings: Sayings = MappingProxyType({})) -> Evidence:
    """The evidence of a story whose distinct clauses are ``statements``."""
    return Evidence(spread_of(statements), sayings)


def one_saying(sayings: Sayings, a: Statement, b: Statement) -> bool:
    """Whether both are told in one utterance."""
    return not sayings.get(a.key, frozenset()).isdisjoint(sayings.get(b.key, ()))


def sayings_of(statements: Sequence[Statement], utterances: Iterable[Utterance]) -> Sayings:
    """The ids of the utterances in which each clause is told, in a quotation or in words outside that say the same."""
    quoted: dict[tuple[str, str | None], set[str]] = {}
    outside: dict[str, list[tuple[Span, str]]] = {}
    for utterance in utterances:
        for ref in utterance.quotations:
            quoted.setdefault((ref.article, ref.quotation), set()).add(utterance.id)
        for p in utterance.unquoted:
            outside.setdefault(p.article, []).append(((p.start, p.end), utterance.id))
    found: dict[tuple[str, str], frozenset[str]] = {}
    for s in statements:
        told = set(quoted.get((s.article.id, s.claim.voice), ()))
        near = outside.get(s.article.id, ()) if s.claim.field == "text" else ()
        told |= {id for (start, end), id in near if start < s.claim.span[1] and s.claim.span[0] < end}
        if told:
            found[s.key] = frozenset(told)
    return found


def features(
    a: Statement, b: Statement, tie: Tie, evidence: Evidence, *, wording: float, figure: bool
) -> dict[str, float] | None:
    """What is known of two clauses so tied; ``wording``: the cosine of their words; ``figure``: they give one
    figure of one thing.

    The cosine of their sentences, of one's clause with the other's sentence, how much nearer the two are than their neighbours,
    how many of them are the nearest in the other's report (0..2), how alike their words are; how rare the rarest number in
    common is, counted in both or only written in one, and the rarest time, and whether they share several of these; whether
    both give numbers and none in common; whether one says what the other denies, how many of the two are in their outlet's own
    voice, whether they are told in one saying, and whether two other ones say them.
    ``None`` where the two ``exclude`` each other.
    """
    if exclude(a, b, figure=figure):
        return None
    shared = evidence.spread.shared(a, b)
    return {
        "around": tie.around,
        "across": tie.across,
        "lead": tie.lead,
        "choices": float(tie.choices),
        "words": wording,
        "number": shared.number,
        "numeral": shared.numeral,
        "time": shared.time,
        "several": float(shared.several),
        "counts": float(not figure and counts_differ(a, b)),
        "denied": float(a.polarity != b.polarity),
        "voices": float((a.quotation is None) + (b.quotation is None)),
        "saying": float(one_saying(evidence.sayings, a, b)),
        "strangers": float(a.speaker is not None and b.speaker is not None and a.speaker != b.speaker),
    }


def exclude(a: Statement, b: Statement, *, figure: bool) -> bool:
    """Whether two clauses cannot state one thing: they are dated apart or count one thing differently and give no ``figure``
    in common, or one denies another act than the other says."""
    return (not figure and (dated_apart(a, b) or counts_apart(a, b))) or (a.polarity != b.polarity and not same_act(a, b))


def likelihood(known: Mapping[str, float] | None) -> float:
    """Probability in 0..1, three decimals, of two clauses of which ``features`` says this."""
    if known is None:
        return 0.0
    value = BASE + sum(WEIGHTS[name] * value for name, value in known.items())
    return logistic(value)


def partners(likely: Mapping[Pair, float], reports: Sequence[str]) -> dict[Pair, float]:
    """Of the likelihoods of pairs those of clauses that are each other's likeliest between their two reports."""
    best: dict[tuple[int, str], float] = {}
    for i, j in likely:
        for clause, other in ((i, j), (j, i)):
            best[clause, reports[other]] = max(best.get((clause, reports[other]), 0.0), likely[i, j])
    return {(i, j): value for (i, j), value in likely.items() if 0 < value >= max(best[i, reports[j]], best[j, reports[i]])}


def cosine_of(vectors: Vectors, i: int, j: int) -> float:
    """Cosine of two rows of unit vectors, four decimals."""
    return round(float(np.dot(vectors[i], vectors[j])), 4)
