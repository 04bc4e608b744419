"""What two short texts have in common, word by word: concepts weighed by how rare their words are, names and numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from variorum.collation.claims.sentences import SMALL
from variorum.collation.claims.words import concept_of, kind_words
from variorum.collation.encoder import Encoder
from variorum.language.alignment import kindred
from variorum.language.frequency import rarity
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

ATTRIBUTION = kind_words("attribution")
"""Words of saying, which change from report to report and not what is said."""

LEAST_WEIGHT = 0.2
"""Weight of the most common content word, so that none counts for nothing."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """``meaning`` is the encoder's cosine (the words' own likeness without one); ``of_a`` and ``of_b`` are the shares of each
    text's words that the other has; ``only_a`` and ``only_b`` the words that it has not."""

    meaning: float
    of_a: float
    of_b: float
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]

    @property
    def words(self) -> float:
        """Harmonic mean of the two shares, three decimals."""
        total = self.of_a + self.of_b
        return round(2 * self.of_a * self.of_b / total, 3) if total else 0.0


def likeness(a: AnnotatedArticle, b: AnnotatedArticle, encoder: Encoder | None) -> Likeness:
    """How alike two texts are."""
    one, other = weighed_words(a), weighed_words(b)
    only_a, only_b = _unmatched(one, other), _unmatched(other, one)
    of_a, of_b = _share(one, only_a), _share(other, only_b)
    meaning = meanings(encoder, [plain(a)], plain(b))[0] if encoder else round((of_a + of_b) / 2, 3)
    return Likeness(meaning, of_a, of_b, only_a, only_b)


def plain(article: AnnotatedArticle) -> str:
    """The text on one line."""
    return " ".join(article.text.split())


def meanings(encoder: Encoder, texts: list[str], other: str) -> list[float]:
    """Cosine of each text with ``other``, three decimals."""
    vectors = encoder.encode([*texts, other])
    return [round(float(np.dot(v, vectors[-1])), 3) for v in vectors[:-1]]


def weighed_words(article: AnnotatedArticle, span: Span | None = None) -> dict[str, float]:
    """Concepts of the content words and numbers of a text (or of one span of it), each with the weight of its word."""
    found: dict[str, float] = {}
    for (start, end), lemma in zip(article.tokens, article.lemmas, strict=True):
        inside = span is None or (span[0] <= start and end <= span[1])
        if inside and _is_telling(lemma):
            key = concept_of(lemma)
            found[key] = max(found.get(key, 0.0), rarity(lemma), LEAST_WEIGHT)
    return found


def _is_telling(lemma: str) -> bool:
    """Whether a word counts: no function word, no word of saying, no single letter or sign."""
    if lemma in SMALL or lemma in ATTRIBUTION or not any(c.isalnum() for c in lemma):
        return False
    return len(lemma) > 1 or lemma.isdigit()


def _unmatched(one: Mapping[str, float], other: Iterable[str]) -> tuple[str, ...]:
    """Words of ``one`` that ``other`` has in no form, in order."""
    known = set(other)
    rest = [w for w in one if w not in known]
    return tuple(w for w in rest if not any(kindred(w, o) for o in known))


def _share(words: Mapping[str, float], without: Iterable[str]) -> float:
    total = sum(sorted(words.values()))
    return round(1 - sum(sorted(words[w] for w in without)) / total, 3) if total else 0.0
