"""Whether a noun for a happening means the one that a story is about: not a new one, not one of another domain or tone."""

import functools
from collections.abc import Mapping, Sequence

from variorum.collation.claims.sentences import sentence_at, words_in
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.naming.phrases import Phrase, kinds, opens, wide_words
from variorum.language.lexicon import marked, values, word_list

CALLING = marked(LANGUAGE, "naming_words", "calling")
"""Words before "a tragedy" with which a report says what the happening is."""

REACH = 16
"""Characters before an article in which the word that leads to it stands."""

HARM = marked(LANGUAGE, "naming_words", "harm")
"""General words for something terrible."""


def without_others(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Phrases of one kind less those that bring in another one: "a" before a usual word where the report has told of it before.

    A report that says what the happening is ("it was a crash", or any "a massacre") means the one it has told of, and so does
    its first sentence below a headline.
    """
    firsts: dict[str, int] = {}
    for p in phrases:
        firsts[p.article.id] = min(firsts.get(p.article.id, p.span[0]), p.span[0])
    return [p for p in phrases if firsts[p.article.id] == p.span[0] or opens(p) or not _is_another(p)]


def without_wide(phrases: Sequence[Phrase], kind: str, near: Sequence[str] = ()) -> list[Phrase]:
    """Phrases of one kind less those with a noun of many things.

    They stay where their report has used a clear noun of the kind before, or with a word in them or behind their "of" that
    goes with it (``near``).
    """
    clear: dict[str, int] = {}
    for p in phrases:
        if (kind, p.head) not in wide_words():
            clear[p.article.id] = min(clear.get(p.article.id, p.span[0]), p.span[0])
    return [
        p
        for p in phrases
        if (kind, p.head) not in wide_words()
        or clear.get(p.article.id, p.span[0]) < p.span[0]
        or not set(near).isdisjoint((*p.words[:-1], *_behind(p)))
    ]


def _behind(phrase: Phrase) -> list[str]:
    """The lemmas of what follows with "of" ("the departure of the forces")."""
    tail = words_in(phrase.article, (phrase.span[1], phrase.span[1] + REACH * 2))
    return [lemma for _, lemma in tail] if tail and tail[0][1] == "of" else []


def _is_another(phrase: Phrase) -> bool:
    if phrase.plural or phrase.pointer not in ("a", "an") or not _is_usual(phrase.head):
        return False
    start = phrase.span[0]
    before = [lemma for _, lemma in words_in(phrase.article, (max(start - REACH, 0), start)) if lemma not in ("a", "an")]
    return not before or before[-1] not in CALLING


def _is_usual(noun: str) -> bool:
    return any(nouns.get(noun, False) for nouns in kinds().values())


def fits_domain(phrase: Phrase, *, opens: bool) -> bool:
    """Whether a noun of many domains ("operation", "savings") stands beside a word of the kind, or is told as the known one."""
    near = _wide().get(phrase.head)
    if near is None:
        return True
    if len(phrase.words) == 1 and not phrase.plural and (opens or phrase.pointer in ("the", "this")):
        return True
    lemmas = {lemma for _, lemma in words_in(phrase.article, sentence_at(phrase.article, *phrase.span))}
    return bool(near & lemmas)


@functools.cache
def _wide() -> Mapping[str, frozenset[str]]:
    return {row["word"]: frozenset(values(row, "near")) for row in word_list(LANGUAGE, "wide_nouns")}


def is_of_tone(phrase: Phrase, *, calm: bool) -> bool:
    """Whether a general word can mean a happening, ``calm`` or not: "the tragedy" is no truce, but "this tragedy" may be."""
    return phrase.head not in HARM or not calm or phrase.pointer == "this"
