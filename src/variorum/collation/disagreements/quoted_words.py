"""Words of quotations: which carry meaning, which are only spelled otherwise, and whose a translator chose."""

import re
from collections.abc import Iterable

from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.words import kind_words
from variorum.language.changes import spelled_alike
from variorum.language.frequency import rarity
from variorum.language.tokens import article_words
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

COMMON = 0.5
"""Words up to this rarity (language.frequency) carry little meaning of their own: articles, prepositions, auxiliaries."""

TRANSLATED = re.compile(
    r"^\W*(?:\w+ ){0,2}translat(?:ed|ion)\b|\btranslation from the\b|\(translated\b|[.|©–-] ?translated (?:from|by)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""What a report that is a translation says of itself, in a line of its own."""


def is_translated(article: AnnotatedArticle) -> bool:
    """Whether a report says that it is a translation, so that the quoted words are the translator's."""
    return TRANSLATED.search(article.text) is not None


def telling_words(article: AnnotatedArticle, span: Span) -> frozenset[str]:
    """The words at ``span`` that carry meaning of their own, in lower case: no fillers and light verbs."""
    said = [(article.text[s:e].casefold(), lemma) for (s, e), lemma in words_in(article, span)]
    return frozenset(w for w, lemma in said if w.isalpha() and rarity(w) > COMMON and not {w, lemma} & SLIGHT)


SLIGHT = kind_words("filler") | kind_words("light")


def stems(words: Iterable[str]) -> frozenset[str]:
    """The first four letters of each word, by which its forms are one."""
    return frozenset(w[:4] for w in words)


def is_spelled_otherwise(one: AnnotatedArticle, ours: Span, other: AnnotatedArticle, theirs: Span) -> bool:
    """Whether the words at two spans are only spelled, hyphened or dotted otherwise ("E.U.", "EU"; "e-mail", "email"; "it's",
    "it is")."""
    return spelled_alike(article_words(one).between(*ours).keys, article_words(other).between(*theirs).keys)
