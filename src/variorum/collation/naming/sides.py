"""Who cannot be meant by a phrase: one who is named beside it, and one of two parties set against each other."""

from collections.abc import Sequence
from itertools import pairwise

from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.phrases import Phrase
from variorum.language.lexicon import marked
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.story import StoryEntity

OPPOSING = frozenset({"against", "versus"})
"""Words between two parties of one conflict."""

FIGHTING = marked(LANGUAGE, "naming_words", "fight")
"""Words beside which "between" or "with" sets two parties apart."""


def names_beside(article: AnnotatedArticle, span: Span, entity: StoryEntity) -> bool:
    """Whether the sentence of a phrase names the entity elsewhere: "advising soldiers in the fight against the Front"."""
    start, end = sentence_at(article, *span)
    members = frozenset(entity.members)
    return any(
        m.kind == "name"
        and m.field == "text"
        and m.entity in members
        and start <= m.start
        and m.end <= end
        and not (span[0] < m.end and m.start < span[1])
        for m in article.mentions
    )


def without_opponents(phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases less those that stand on two sides of one fight, as neither is known to be the one meant."""
    out = {(p.article.id, p.span) for a, b in pairwise(phrases) if a.article.id == b.article.id and _face(a, b) for p in (a, b)}
    return [p for p in phrases if (p.article.id, p.span) not in out]


def _face(a: Phrase, b: Phrase) -> bool:
    """Whether two phrases of one sentence are set against each other ("clashes between rebels and gunmen")."""
    sentence = sentence_at(a.article, *a.span)
    if b.span[0] >= sentence[1] or b.head == a.head:
        return False
    between = {lemma for _, lemma in words_in(a.article, (a.span[1], b.span[0]))}
    before = {lemma for _, lemma in words_in(a.article, (sentence[0], a.span[0]))}
    fought = FIGHTING & (before | between)
    return bool(between & OPPOSING or (fought and ("with" in between or ("between" in before and "and" in between))))


def is_of_rule(phrase: Phrase) -> bool:
    """Whether fighters are those of a state ("pro-government fighters", "army gunmen")."""
    return bool(RULING & set(phrase.words[:-1]))


RULING = marked(LANGUAGE, "naming_words", "ruling")
"""Describing words of fighters who are not the rebels of a story."""
