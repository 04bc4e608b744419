"""Figures of one thing told in other words: "moved 6,000 residents to safety", "more than 11,000 had to leave their homes".

Two numbers, or two lengths of time, of two reports or of two voices in one, that by their nouns, clauses and neighbours likely
count one thing and are each other's likeliest differ where neither report gives the other's number for it and nothing tells
them apart.
"""

from collections.abc import Iterator, Sequence

from variorum.collation.claim_sentences import sentence_at, sentence_before
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict
from variorum.collation.disagreement_figures import judge_figures, relate
from variorum.collation.encoder import Encoder
from variorum.collation.figure_lengths import find_lengths
from variorum.collation.figure_likelihood import comparable_sizes, features, likelihood
from variorum.collation.figure_matters import both_given, of_old, places_fit, settle
from variorum.collation.figure_pairs import figure_pairs, figure_ties, twin_of
from variorum.collation.figures import LASTING, Figure, find_figures
from variorum.collation.twin_ties import partners

LIKELY = 0.4
"""Least likelihood of two figures that are shown to differ; with weights of the other stories, 137 of the 209 pairs that reach
it in our invented stories are in their gold."""

LEAST = 3
"""Smallest number that is compared: one and two recur by chance."""

BESIDE = 1
"""Sentences between two voices of one report that answer each other."""


def story_figures(statements: Sequence[Statement], setting: Setting) -> tuple[Figure, ...]:
    """The numbers and the lengths of time of a story."""
    places = frozenset(e.id for e in setting.entities.values() if e.type in ("place", "government"))
    found = settle(find_figures(statements, places=places, names=setting.entity_of))
    return (*found, *find_lengths(statements, names=setting.entity_of))


def amount_verdicts(
    statements: Sequence[Statement], setting: Setting, encoder: Encoder | None, *, least: float = LIKELY
) -> Iterator[Verdict]:
    """A verdict for every two figures that likely (``least``) count one thing and do not agree; none without encoder."""
    if encoder is None:
        return
    every = list(figure_pairs(story_figures(statements, setting)))
    tied = [(pair, tie) for pair, tie in zip(every, figure_ties(every, encoder), strict=True) if comparable_sizes(*pair)]
    pairs = [pair for pair, _ in tied]
    likely = [likelihood(features(*pair, tie, setting)) for pair, tie in tied]
    best = partners([(twin_of(a), twin_of(b)) for a, b in pairs], likely)
    for (a, b), value, chosen in zip(pairs, likely, best, strict=True):
        if chosen and value >= least and _may_differ(a, b, setting):
            verdict = judge_figures(a, b)
            if verdict is not None:
                yield verdict


def _may_differ(a: Figure, b: Figure, setting: Setting) -> bool:
    """Whether the two differ and nothing tells two things apart: place, both numbers in one sentence, or what may not be."""
    small = a.thing != LASTING and min(a.quantity.value, b.quantity.value) < LEAST
    if small or a.quantity.value == b.quantity.value or relate(a, b) == "same":
        return False
    if (a.article.id == b.article.id and not _answer(a, b)) or of_old(a) != of_old(b):
        return False
    return not (both_given(a, b) or both_given(b, a) or _unreal(a) or _unreal(b)) and places_fit(a, b, setting)


def _answer(a: Figure, b: Figure) -> bool:
    """Whether two numbers of one report stand in neighbouring sentences, or in one with a voice for each."""
    first, second = sorted((a.quantity.start, b.quantity.start))
    start = sentence_at(a.article, second, second + 1)[0]
    if first >= start:
        return a.voice is not None and b.voice is not None
    for _ in range(BESIDE):
        before = sentence_before(a.article, start)
        start = before[0] if before is not None else start
    return first >= start


def _unreal(figure: Figure) -> bool:
    """Whether the clause only tells of what may or must not be."""
    return figure.statement is not None and figure.statement.modality in ("possible", "question")
