"""How likely any two figures of a story count one thing, worked out once for all who ask."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.twin_ties import Key, partners
from variorum.collation.encoder import Encoder
from variorum.collation.figures.find import Figure, find_figures
from variorum.collation.figures.lengths import find_lengths
from variorum.collation.figures.likelihood import comparable_sizes, features, likelihood
from variorum.collation.figures.matters import settle
from variorum.collation.figures.pairs import Pair, figure_pairs, figure_ties, twin_of

UNLIKELY = 0.02
"""Below this likelihood two figures are of two things, whatever noun and clause say (measured with each story left out: of 82
differences that noun and clause give in our invented stories, 8 not in gold, two of these fall and no other)."""


@dataclass(frozen=True, slots=True)
class Chances:
    """Figures in pairs with their likelihood in 0..1 of counting one thing and whether they are each other's likeliest
    between their reports; without an encoder there are none."""

    pairs: tuple[tuple[Pair, float, bool], ...] = ()
    known: dict[tuple[Key, Key], float] = field(default_factory=dict)

    def unlikely(self, a: Figure, b: Figure) -> bool:
        """Whether the two hardly count one thing: by their likelihood, or because one sum is many times the other."""
        apart = bool(self.pairs) and not a.running and not comparable_sizes(a, b)
        return apart or self.known.get(_keys(a, b), 1.0) < UNLIKELY

    def likelihood(self, a: Figure, b: Figure, *, unknown: float = 0.0) -> float:
        """How likely the two count one thing; ``unknown`` where that was not judged."""
        return self.known.get(_keys(a, b), unknown)


def _keys(a: Figure, b: Figure) -> tuple[Key, Key]:
    one, other = sorted(((a.article.id, a.quantity.id), (b.article.id, b.quantity.id)))
    return one, other


def story_figures(statements: Sequence[Statement], setting: Setting) -> tuple[Figure, ...]:
    """The numbers and the lengths of time of a story, each with how many of its thing its report gives."""
    places = frozenset(e.id for e in setting.entities.values() if e.type in ("place", "government"))
    found = settle(find_figures(statements, places=places, names=setting.entity_of, extras=True))
    every = (*found, *find_lengths(statements, names=setting.entity_of))
    peers = Counter((f.article.id, f.thing) for f in every)
    return tuple(replace(f, peers=peers[f.article.id, f.thing]) for f in every)


def figure_chances(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Chances:
    """The likelihoods of all pairs of figures of near size."""
    if encoder is None:
        return Chances()
    every = list(figure_pairs(story_figures(statements, setting)))
    tied = [(pair, tie) for pair, tie in zip(every, figure_ties(every, encoder), strict=True) if comparable_sizes(*pair)]
    likely = [likelihood(features(*pair, tie, setting)) for pair, tie in tied]
    best = partners([(twin_of(a), twin_of(b)) for (a, b), _ in tied], likely)
    pairs = tuple((pair, value, chosen) for (pair, _), value, chosen in zip(tied, likely, best, strict=True))
    return Chances(pairs, {_keys(*pair): value for pair, value, _ in pairs})
