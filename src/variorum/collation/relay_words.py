"""Words beside the name of an outlet that say that a statement came by it (``told Nova``, ``as Nova first reported``)."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from variorum.language.lexicon import word_list, words
from variorum.records.annotation import AnnotatedArticle, Mention

WORDS_BEFORE, WORDS_AFTER = 8, 2
"""How far from an outlet's name a word may stand that says a statement came by it."""
WORDS_AFTER_REPORTING = 4
"""How far a word may stand behind the name that only outlets are said to do (``the Star had first reported``)."""

_QUOTED = re.compile(r"['\u2019]s? [\u201c\u2018\"]")
"""An outlet's quoted words right behind its name: ``Nova's "unknown object"``."""
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "this", "that"})


@dataclass(frozen=True, slots=True)
class Beside:
    """The lemmas of a sentence before and behind a name, nearest last and first."""

    before: Sequence[str]
    behind: Sequence[str]


def came_by(article: AnnotatedArticle, mention: Mention) -> bool:
    """Whether a telling word stands close before the mention of an outlet, or behind it, in its sentence."""
    beside = _beside(article, mention)
    if _QUOTED.match(article.text, mention.end) or set(beside.before[-WORDS_BEFORE:]) & credit_words("before"):
        return True
    near = beside.before[-WORDS_BEFORE:]
    return _reports(beside.behind) or _through(near, credit_words("through")) or _addressed(near)


def is_made_outlet(article: AnnotatedArticle, mention: Mention) -> bool:
    """Whether the words beside a name are said of outlets only (``carried by``, ``reported, citing``): it must be one."""
    beside = _beside(article, mention)
    if _through(beside.before[-WORDS_BEFORE:], credit_words("outlets only")):
        return True
    return _is_verb(beside.behind, WORDS_AFTER, "report") and bool(_sourcing(article, mention) & {"cite", "quote"})


def _beside(article: AnnotatedArticle, mention: Mention) -> Beside:
    sentence = next((s for s in article.sentences if s[0] <= mention.start < s[1]), (mention.start, mention.end))
    first, here, after, last = (
        bisect_left(article.tokens, (at, 0)) for at in (sentence[0], mention.start, mention.end, sentence[1])
    )
    while after < last and article.lemmas[after] in words("en", "media_nouns") | {"news"}:
        after += 1
    return Beside(article.lemmas[first:here], [w for w in article.lemmas[after:last] if w not in ("'s", "\u2019s")])


def _sourcing(article: AnnotatedArticle, mention: Mention) -> set[str]:
    beside = _beside(article, mention)
    return {*beside.before, *beside.behind}


def _reports(behind: Sequence[str]) -> bool:
    """Whether an outlet's name goes on with what outlets do (``reported``, ``had it as``) or with a work of theirs."""
    if tuple(behind[:2]) in {(verb, "it") for verb in ("have", "make", "put", "give")}:
        return True
    if set(behind[:1]) & credit_words("work"):
        return True
    reporting = credit_words("after")
    return _is_verb(behind, WORDS_AFTER, *reporting) or _is_verb(behind, WORDS_AFTER_REPORTING, *(reporting - {"say"}))


def _is_verb(behind: Sequence[str], reach: int, *lemmas: str) -> bool:
    """Whether one of ``lemmas`` stands within reach and is no noun (``over the report``)."""
    near = behind[:reach]
    return any(lemma in lemmas and (n == 0 or near[n - 1] not in _DETERMINERS) for n, lemma in enumerate(near))


def _through(before: Sequence[str], telling: frozenset[str]) -> bool:
    """Whether the words before a name say that something stood or was said there (``declared on``, ``carried by``)."""
    near = [n for n, lemma in enumerate(before) if lemma in words("en", "credit_prepositions")]
    place = near[-1] if near else 0
    behind = [lemma for lemma in before[place + 1 :] if lemma not in words("en", "media_nouns")]
    return bool(near) and len(behind) <= 1 and bool(set(before[:place]) & telling)


def _addressed(before: Sequence[str]) -> bool:
    """Whether words were addressed to the outlet (``in comments to the Herald``)."""
    place = max((n for n, lemma in enumerate(before) if lemma == "to"), default=0)
    return place + 2 >= len(before) and bool(set(before[:place]) & credit_words("addressed"))


@cache
def credit_words(side: str) -> frozenset[str]:
    """The lemmas of the list that stand on this side of a name."""
    return frozenset(row["lemma"] for row in word_list("en", "credit_words") if row["side"] == side)
