"""How alike two clauses are: sentence vectors mixed with tf-idf, weighed by whether the same one acts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np

from variorum.collation.claims.alignment import acts_apart, rest, same_act
from variorum.collation.claims.likelihood import (
    Evidence,
    Pair,
    Sayings,
    cosine_of,
    evidence_of,
    features,
    likelihood,
    partners,
)
from variorum.collation.claims.marks import Spread, count_alike, spread_of
from variorum.collation.claims.meant_texts import meant_texts
from variorum.collation.claims.nearness import Nearness, Tie
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.weights import Vector, cosine
from variorum.collation.claims.words import opposite
from variorum.collation.encoder import Encoder, Vectors

KeyPair = tuple[tuple[str, str], tuple[str, str]]

MEANING, WORDS = 0.7, 0.3
"""Shares of the encoder's cosine and of tf-idf: the best top-1 of four mixes on 76 aligned news sentences."""

STRANGERS = 0.12
"""Taken off when the two clauses have subjects that cannot stand for each other; measured on our invented stories."""

OTHER_ACT = 0.08
"""Taken off when neither clause names the act of the other: shared names alone make vectors alike; measured likewise."""

SAME_ACT = 0.05
"""Added when the same one does the same; measured on our invented stories."""


UNTRUE = 0.25
"""Taken off when one clause says and the other denies, of different acts: they tell of different things."""

BARE = 0.3
"""Taken off when one clause has nothing but its subject and verb ("the group denies it") and these are not the other's."""

SAME_FIGURE = 0.15
"""Added when both clauses give one and the same number of the same thing; measured on our invented stories."""

LIKELY, STEP = 0.15, 1.0
"""Least likelihood that brings two clauses together whatever their likeness, and how much of what lies above it is added to the
least score of a group. In 25 stories that taught the weights nothing gold has 40 of 100 such pairs from here to 0.2 as one, 37
from there to 0.35, 28 from 0.1 to here, and does not list all. With a high step likelihood, of which likeness tells next to
nothing more, decides who joins first."""

MEANT, MEANT_AROUND = 0.78, 0.5
"""Least cosines of two clauses and of their sentences by which another act denied is taken for the same; on nine invented
stories four pairs of five above them were set against each other by gold."""

MARKED, RARE = 0.07, 0.75
"""Least likelihood that does for ``LIKELY`` where both clauses count something by one number (``count_alike``) or share a
number, an hour or a length this rare (``Shared.rarest``; up to three clauses of a story of 200 give it). In 59 stories gold has
34 of 68 pairs with such a mark below ``LIKELY`` as one, as just above it, and 130 of 749 pairs without any mark; days were
among these marks, and most of the wrong ones."""

UNLIKELY, SHORT = 0.08, 0.02
"""Below this likelihood two clauses are not brought together by their likeness: their score stays this much short of the least.
Gold has few such pairs as one: 4 of 105 below 0.05, and 2 of 15 from there to 0.1 in seven stories. Clauses that both count are
left: their counts may be set against each other."""


@dataclass(frozen=True, slots=True)
class Scorer:
    """Scores pairs of statements by their positions; ``meanings`` and ``contexts``, the vectors of clauses and of their
    sentences, are empty without an encoder, ``figured`` holds the pairs of claim keys whose figures are the same,
    ``sayings`` for each key the utterances it is told in."""

    statements: tuple[Statement, ...]
    vectors: tuple[Vector, ...]
    meanings: Vectors
    setting: Setting
    figured: frozenset[KeyPair] = frozenset()
    contexts: Vectors | None = None
    sayings: Sayings = field(default_factory=dict)

    def likelihoods(self, pairs: Iterable[Pair], near: Nearness) -> dict[Pair, float]:
        """Likelihoods of the pairs of clauses of two reports; 0 where what they tell excludes each other."""
        return {pair: likelihood(known) for pair, known in self.known(pairs, near).items()}

    def matches(self, likely: Mapping[Pair, float]) -> dict[Pair, float]:
        """Likelihoods, of at least ``LIKELY``, of clauses that are each other's likeliest between two reports."""
        kept, spread = partners(likely, [s.article.id for s in self.statements]), spread_of(self.statements)
        return {pair: value for pair, told in kept.items() if (value := self._raised(pair, told, spread)) >= LIKELY}

    def strangers(self, likely: Mapping[Pair, float]) -> list[Pair]:
        """The pairs that likeness alone does not bring together (see ``UNLIKELY``)."""
        return [pair for pair, value in likely.items() if 0 < value < UNLIKELY and not self._both_count(*pair)]

    def _both_count(self, i: int, j: int) -> bool:
        return bool(self.statements[i].quantities and self.statements[j].quantities)

    def _raised(self, pair: Pair, value: float, spread: Spread) -> float:
        """The likelihood of a pair, enough from ``MARKED`` on where both clauses count something by one number or share a rare
        mark."""
        a, b = (self.statements[n] for n in pair)
        marked = value >= MARKED and (count_alike(a, b) or spread.shared(a, b).rarest >= RARE)
        return max(value, LIKELY) if marked else value

    def known(self, pairs: Iterable[Pair], near: Nearness) -> dict[Pair, dict[str, float] | None]:
        """What the likelihood of each pair of clauses of two reports is drawn from (see ``features``)."""
        reports = [s.article.id for s in self.statements]
        ties = near.ties([p for p in sorted(set(pairs)) if reports[p[0]] != reports[p[1]]])
        evidence = evidence_of(self.statements, self.sayings)
        return {pair: self._features(pair, tie, evidence) for pair, tie in ties.items()}

    def _features(self, pair: Pair, tie: Tie, evidence: Evidence) -> dict[str, float] | None:
        a, b = (self.statements[n] for n in pair)
        wording = cosine(self.vectors[pair[0]], self.vectors[pair[1]])
        return features(a, b, tie, evidence, wording=wording, figure=self.one_figure(a, b))

    def _alike(self, i: int, j: int) -> bool:
        """Whether clauses and their sentences are so near in meaning that one may deny what the other says."""
        if self.contexts is None:
            return False
        return cosine_of(self.meanings, i, j) >= MEANT and cosine_of(self.contexts, i, j) >= MEANT_AROUND

    def one_figure(self, a: Statement, b: Statement) -> bool:
        """Whether both give one number of one thing."""
        return (a.key, b.key) in self.figured or (b.key, a.key) in self.figured

    def score(self, i: int, j: int) -> float:
        """Likeness of two clauses, about 0..1, three decimals."""
        a, b = self.statements[i], self.statements[j]
        words = cosine(self.vectors[i], self.vectors[j])
        value = words if not self.meanings.size else MEANING * cosine_of(self.meanings, i, j) + WORDS * words
        if not self.setting.related(a.subject, b.subject):
            value -= STRANGERS
        elif same_act(a, b) and a.subject is not None and a.subject == b.subject:
            value += SAME_ACT
        if acts_apart(a, b):
            value -= OTHER_ACT
        if a.polarity != b.polarity and not same_act(a, b) and not opposite(a.predicate, b.predicate) and not self._alike(i, j):
            value -= UNTRUE
        if (a.subject != b.subject or not same_act(a, b)) and not (rest(a) and rest(b)):
            value -= BARE
        if self.one_figure(a, b):
            value += SAME_FIGURE
        return round(value, 3)


def scorer_of(
    statements: Sequence[Statement],
    setting: Setting,
    encoder: Encoder | None,
    figured: frozenset[KeyPair] = frozenset(),
    sayings: Sayings = MappingProxyType({}),
) -> Scorer:
    """A scorer over ``statements``; their clauses are encoded once."""
    vectors = tuple(setting.weights.vector(s.terms) for s in statements)
    if encoder is None or not statements:
        return Scorer(tuple(statements), vectors, np.zeros((0, 0), dtype=np.float32), setting, figured)
    meanings, contexts = (encoder.encode(texts) for texts in meant_texts(statements, setting.roll.names))
    return Scorer(tuple(statements), vectors, meanings, setting, figured, contexts, sayings)
