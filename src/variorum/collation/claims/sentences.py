"""The sentence around a finding, and its words, from the tokens that annotation left."""

from bisect import bisect_left, bisect_right

from variorum.collation.claims.words import concept_of, kind_words
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

SMALL = kind_words("small")
"""Words that tell nothing about what a sentence is about."""


def sentence_at(article: AnnotatedArticle, start: int, end: int) -> Span:
    """The sentences of the body that ``[start, end)`` touches, as one span; the span itself where there are none."""
    first = max(bisect_right(article.sentences, (start, len(article.text) + 1)) - 1, 0)
    touching = [s for s in article.sentences[first : first + 6] if s[0] < end and start < s[1]]
    return (touching[0][0], touching[-1][1]) if touching else (start, end)


def sentence_before(article: AnnotatedArticle, start: int) -> Span | None:
    """The sentence that ends before ``start``, ``None`` at the beginning."""
    at = bisect_left(article.sentences, (start, start)) - 1
    return article.sentences[at] if at >= 0 and article.sentences[at][1] <= start else None


def words_in(article: AnnotatedArticle, span: Span) -> list[tuple[Span, str]]:
    """Tokens of the body that lie inside ``span``, with their lemmas, in text order."""
    first = bisect_left(article.tokens, (span[0], span[0]))
    last = bisect_right(article.tokens, (span[1], span[1]))
    found = zip(article.tokens[first:last], article.lemmas[first:last], strict=True)
    return [(token, lemma) for token, lemma in found if token[1] <= span[1]]


def concepts_in(article: AnnotatedArticle, span: Span) -> frozenset[str]:
    """Concepts of the content words inside ``span``."""
    return frozenset(concept_of(lemma) for _, lemma in words_in(article, span) if is_content(lemma))


def is_content(lemma: str) -> bool:
    """Whether a lemma tells what a sentence is about."""
    return len(lemma) > 1 and lemma not in SMALL and any(c.isalpha() for c in lemma)
