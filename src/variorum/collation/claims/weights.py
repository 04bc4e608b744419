"""How telling a term is in this story, and tf-idf vectors over statements."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Weights:
    """Inverse frequency of terms over the distinct clauses of a story; unseen terms weigh as much as those seen once."""

    clauses: int
    counts: Mapping[str, int]
    known: dict[str, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of(self, term: str) -> float:
        """log(1 + N / n): above zero for every term, less for what half the story says (Sparck Jones 1972, smoothed)."""
        weight = self.known.get(term)
        if weight is None:
            weight = self.known[term] = math.log(1 + max(self.clauses, 1) / self.counts.get(term, 1))
        return weight

    def total(self, terms: Iterable[str]) -> float:
        """The weight of several terms together; the sum is exact, so that their order never matters."""
        return math.fsum(map(self.of, terms))

    def vector(self, terms: Iterable[str]) -> Vector:
        """A unit vector of the terms."""
        raw = {term: self.of(term) for term in sorted(set(terms))}
        length = math.sqrt(math.fsum(x * x for x in raw.values())) or 1.0
        return {term: x / length for term, x in raw.items()}

    def overlap(self, one: Iterable[str], other: Iterable[str]) -> float:
        """Weight of the shared terms over that of the lighter side, 0..1; 0 when one side is empty."""
        a, b = frozenset(one), frozenset(other)
        least = min(self.total(a), self.total(b))
        return self.total(a & b) / least if least else 0.0


def weigh(term_sets: Sequence[tuple[str, ...]]) -> Weights:
    """Weights over the distinct sets of terms, so that a clause that was copied fifty times counts once."""
    distinct = set(term_sets)
    return Weights(len(distinct), Counter(term for terms in distinct for term in terms))


def cosine(a: Vector, b: Vector) -> float:
    """Cosine of two unit vectors."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return math.fsum(x * large[term] for term, x in small.items() if term in large)
