"""What words of one origin have in common: "signature" and "signed", "inspection" and "inspected"."""

import functools
from collections.abc import Mapping

from variorum.collation.claims.sentences import is_content, words_in
from variorum.collation.claims.words import LANGUAGE, WORDS_KEPT, concept_of
from variorum.language.lexicon import word_list
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

LEAST = 4
"""Letters that an ending must leave."""


@functools.cache
def _verbs() -> Mapping[str, str]:
    return {row["noun"]: row["verb"] for row in word_list(LANGUAGE, "nominals")}


@functools.cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted((row["ending"] for row in word_list(LANGUAGE, "derivational_endings")), key=lambda e: (-len(e), e)))


@functools.lru_cache(maxsize=WORDS_KEPT)
def stem(lemma: str) -> str:
    """The concept of a lemma, of a noun of action that of its verb, less its ending."""
    word = concept_of(_verbs().get(lemma, lemma))
    if " " in word or len(word) <= LEAST:
        return word
    ending = next((e for e in _endings() if word.endswith(e) and len(word) - len(e) >= LEAST), "")
    word = word[: len(word) - len(ending)]
    word = word[:-2] if word.endswith("at") and len(word) > LEAST + 1 else word
    return word[:-1] if len(word) > LEAST and word[-1] == word[-2] else word


def stems_in(article: AnnotatedArticle, span: Span) -> frozenset[str]:
    """Stems of the content words inside ``span``."""
    return frozenset(stem(lemma) for _, lemma in words_in(article, span) if is_content(lemma))
