"""What a report calls an agency, a paper or a broadcaster beside its name (``the broadcaster Nova``, ``Nova television``)."""

from bisect import bisect_left
from functools import cache

from variorum.language.lexicon import word_list, words
from variorum.records.annotation import AnnotatedArticle, Mention

REACH = 4
"""Words before a name among which the noun may stand, with nothing but ``of``, articles and names between."""
_LINKS = frozenset({"of", "in", "from"})
"""Before a name they make it the place of the outlet (``the agency of Tarvia``)."""


def called_media(article: AnnotatedArticle) -> frozenset[str]:
    """The entities of ``article`` that a noun for an outlet stands beside, at some mention by name."""
    named = (m for m in article.mentions if m.kind == "name" and m.field == "text")
    return frozenset(m.entity for m in named if _is_called(article, m))


def _is_called(article: AnnotatedArticle, mention: Mention) -> bool:
    sentence = next((s for s in article.sentences if s[0] <= mention.start < s[1]), (mention.start, mention.end))
    first = bisect_left(article.tokens, (sentence[0], 0))
    start, after = (bisect_left(article.tokens, (at, 0)) for at in (mention.start, mention.end))
    if _is_followed(article, after):
        return True
    if start > first and article.lemmas[start - 1] in _LINKS:
        return False
    for place in range(after - 2, max(first, start - REACH) - 1, -1):
        if _is_media_noun(article, place, first):
            return True
        if place < start and not _may_stand_between(article, place):
            return False
    return False


def _is_followed(article: AnnotatedArticle, after: int) -> bool:
    """Whether the noun stands right behind the name (``OTAR news agency``, ``Nova television``)."""
    behind = article.lemmas[after : after + 2]
    return bool(behind) and (behind[0] in _nouns(sure=True) or tuple(behind) in {("news", n) for n in _nouns(sure=False)})


def _is_media_noun(article: AnnotatedArticle, place: int, first: int) -> bool:
    """Whether the word is a noun for an outlet; one that has other senses needs a word before that settles it."""
    noun = article.lemmas[place]
    if noun not in _nouns(sure=True) | _nouns(sure=False) or _is_capital(article, place):
        return False
    return noun in _nouns(sure=True) or (place > first and article.lemmas[place - 1] in words("en", "media_modifiers"))


def _may_stand_between(article: AnnotatedArticle, place: int) -> bool:
    return article.lemmas[place] in {*_LINKS, "the"} or _is_capital(article, place)


def _is_capital(article: AnnotatedArticle, place: int) -> bool:
    return article.text[article.tokens[place][0]].isupper()


@cache
def _nouns(*, sure: bool) -> frozenset[str]:
    rows = word_list("en", "media_nouns")
    return frozenset(row["word"] for row in rows if (row["sure"] == "yes") == sure)
