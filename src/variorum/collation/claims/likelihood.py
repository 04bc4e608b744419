"""How likely it is that two clauses of two reports state one thing in other words: few features with learned weights."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from variorum.collation.claims.alignment import counts_differ, dated_apart, days, same_act
from variorum.collation.claims.nearness import Tie
from variorum.collation.claims.sentences import sentence_at
from variorum.collation.claims.statements import Statement, clause_text
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.encoder import Vectors
from variorum.collation.figures.things import is_people, kind_of
from variorum.language.lexicon import words
from variorum.records.annotation import Quantity
from variorum.records.article import Span
from variorum.records.story import Utterance

WEIGHTS: Mapping[str, float] = {
    "around": 1.7,
    "across": 1.2,
    "lead": 1.6,
    "choices": 0.4,
    "words": 1.5,
    "number": 4.4,
    "day": 1.3,
    "denied": -0.5,
    "voices": -0.4,
    "saying": 3.1,
    "strangers": -0.45,
    "brief": 0.1,
}
"""Weight of each feature (see ``features``), fitted by ``scripts/fit_claims.py`` on 41 studied stories and rounded. Whether
two clauses give one figure, how long they are, whether one acts or is acted upon in both, how many names they share and
how near their subjects and predicates are alone came out at about 0."""

BASE = -4.9
"""The constant beside the weights."""

LONG = 60
"""Clauses of a long report, against which others are brief: the fewer a report has, the more a nearest one among them says."""

OTHER_THING, TELLING = 0.5, 20
"""What remains of a number in common that counts things with different nouns, and from which number on: smaller ones are said
of many things."""

Pair = tuple[int, int]
Sayings = Mapping[tuple[str, str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the likelihood of any pair of a story is drawn from; ``spread`` has for each number how many clauses give it,
    ``sizes`` for each report how many it has, ``sayings`` for each clause, by its key, in which utterances it is told."""

    spread: Mapping[float, int]
    clauses: int
    sizes: Mapping[str, int]
    sayings: Sayings

    def number(self, a: Statement, b: Statement) -> float:
        """How rare the numbers are that both give, about 0..2; 0 without one in common."""
        one = {q.value for q in a.quantities for r in b.quantities if q.value == r.value and _may_be_one(q, r)}
        shared = one or {n for n in {q.value for q in a.quantities} & {q.value for q in b.quantities} if n >= TELLING}
        rarest = max((math.log(1 + self.clauses / self.spread[n]) for n in sorted(shared)), default=0.0)
        weight = rarest / math.log(1 + max(self.clauses, 1)) * min(len(shared), 2)
        return weight if one else weight * OTHER_THING

    def brevity(self, a: Statement, b: Statement) -> float:
        """How much shorter than a long one the reports of both are, in logarithms."""
        return sum(math.log(LONG / self.sizes[s.article.id]) for s in (a, b))

    def one_saying(self, a: Statement, b: Statement) -> bool:
        """Whether both are told in one utterance."""
        return not self.sayings.get(a.key, frozenset()).isdisjoint(self.sayings.get(b.key, ()))


def _may_be_one(q: Quantity, r: Quantity) -> bool:
    """Whether two equal numbers may count one thing: one unit and noun, people on both sides, or neither told on one side."""
    if q.unit != r.unit and (q.unit or q.thing) and (r.unit or r.thing):
        return False
    if not q.thing or not r.thing:
        return True
    one, other = kind_of(q.thing[-1]), kind_of(r.thing[-1])
    return one == other or {one, other} & words(LANGUAGE, "number_nouns") != set() or (is_people(one) and is_people(other))


def evidence_of(statements: Sequence[Statement], sayings: Sayings = MappingProxyType({})) -> Evidence:
    """The evidence of a story whose distinct clauses are ``statements``."""
    spread: Counter[float] = Counter()
    for statement in statements:
        spread.update({q.value for q in statement.quantities})
    return Evidence(spread, len(statements), Counter(s.article.id for s in statements), sayings)


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
    how many of them are the nearest in the other's report (0..2), how alike their words are; the rarest number in common (twice
    for two), whether they give one day; whether one says what the other denies, how many of the two are in their outlet's own
    voice, whether they are told in one saying, whether two other ones say them, and how brief their reports are.
    ``None`` where the two are dated apart or all their numbers differ and they give no figure in common, and where one denies
    another act than the other says: they do not state one thing.
    """
    if (not figure and (dated_apart(a, b) or counts_differ(a, b))) or (a.polarity != b.polarity and not same_act(a, b)):
        return None
    return {
        "around": tie.around,
        "across": tie.across,
        "lead": tie.lead,
        "choices": float(tie.choices),
        "words": wording,
        "number": evidence.number(a, b),
        "day": float(_one_day(a, b)),
        "denied": float(a.polarity != b.polarity),
        "voices": float((a.quotation is None) + (b.quotation is None)),
        "saying": float(evidence.one_saying(a, b)),
        "strangers": float(a.speaker is not None and b.speaker is not None and a.speaker != b.speaker),
        "brief": evidence.brevity(a, b),
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
