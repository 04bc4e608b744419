"""Reports retold sentence by sentence: the same sentences in other words, where runs of equal words have become few.

Who rewrites a report keeps what its sentences say and mostly their order; who writes about the same event chooses other things
to say. So it is the share of sentences that have a twin that tells, not how near any two of them are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.collation.reuse.speech import marked_spans
from variorum.language.frequency import rarity
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

TELLING, FEWEST = 0.3, 4
"""Lemmas from that rarity on count, and a sentence must have so many of them."""
TWIN = 0.5
"""Share of the weight of the telling lemmas of two sentences that they must have in common (Dice), own words only."""
_PARAGRAPH = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Sentences:
    """The telling lemmas of each sentence of a report, speech and who spoke left out, and the weight of each set."""

    lemmas: tuple[frozenset[str], ...]
    weights: tuple[float, ...]


def sentences_of(report: AnnotatedArticle) -> Sentences:
    """The sentences of ``report`` that say enough, furniture left out."""
    spoken = [span for p in _PARAGRAPH.finditer(report.text) for span in marked_spans(report.text, p.span())]
    frames = [span for q in report.quotations if q.field == "text" for span in (*q.cue, *q.source)]
    left_out = sorted([*spoken, *frames, *((f.start, f.end) for f in report.furniture)])
    lemmas = tuple(s for s in (frozenset(_telling(report, span, left_out)) for span in report.sentences) if len(s) >= FEWEST)
    return Sentences(lemmas, tuple(map(_weight, lemmas)))


def retold(one: Sentences, other: Sentences) -> tuple[float, int]:
    """The share of the weight of either report's sentences that stands in sentences with a twin in the other, of both the
    smaller one (three decimals), and the smaller number of such sentences."""
    shares = [_with_twins(one, other), _with_twins(other, one)]
    return round(min(share for share, _ in shares), 3), min(number for _, number in shares)


def _with_twins(one: Sentences, other: Sentences) -> tuple[float, int]:
    twins = [w for s, w in zip(one.lemmas, one.weights, strict=True) if _has_twin(s, w, other)]
    return sum(twins) / (sum(one.weights) or 1.0), len(twins)


def _has_twin(lemmas: frozenset[str], weight: float, other: Sentences) -> bool:
    """Whether a sentence of ``other`` has most of these lemmas and little else."""
    for theirs, mass in zip(other.lemmas, other.weights, strict=True):
        common = lemmas & theirs
        if common and round(2 * _weight(common) / (weight + mass), 3) >= TWIN:
            return True
    return False


def _weight(lemmas: frozenset[str]) -> float:
    return sum(rarity(lemma) for lemma in sorted(lemmas))


def _telling(report: AnnotatedArticle, sentence: Span, left_out: Sequence[Span]) -> Iterator[str]:
    first, after = (bisect_left(report.tokens, (at, 0)) for at in sentence)
    near = [span for span in left_out if span[0] < sentence[1] and sentence[0] < span[1]]
    for (start, end), lemma in zip(report.tokens[first:after], report.lemmas[first:after], strict=True):
        if rarity(lemma) > TELLING and not any(s <= start and end <= e for s, e in near):
            yield lemma
