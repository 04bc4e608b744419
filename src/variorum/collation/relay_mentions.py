"""Outlets whose own reports stand beside, wherever a report names them: hardly ever but for something it has from them."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from variorum.collation.relay_lines import Credit
from variorum.collation.relay_media import HOUSES
from variorum.collation.relay_names import is_outlet
from variorum.collation.relay_words import is_premises
from variorum.language.lexicon import word_list, words
from variorum.language.names import fold, given_name_gender
from variorum.records.annotation import AnnotatedArticle, Mention
from variorum.records.article import Span

_CAPITAL_BEFORE = re.compile(r"(?<!\w)(?P<word>[A-Z][^\W\d_]*) $")
_CAPITAL_AFTER = re.compile(r" (?P<word>[A-Z][^\W\d_]*)")
_OPENERS = frozenset({"the", "as", "but", "and", "in", "on", "when", "while", "according", "what", "did", "why", "how"})
"""Words that a sentence begins with; before a name they are not part of it."""
_PARTING = frozenset({"before", "after", "until", "while", "when", "since", "if"})
"""Before a name they begin a clause about when something was, of which the outlet is the news."""
_MARK = re.compile(r"[,;:.()\u2013\u2014\u201c\u201d\"]")
_SPACE = re.compile(r"[\u201d\u00bb\"]? ")
"""What may stand between a name and its verb: the closing mark of a name in quotation marks."""
REACH = 3
"""Lemmas behind the name of an outlet among which a negation says that it told nothing (``VTA has not mentioned it``)."""


def outlet_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of the ``names`` as whole words, the longest first; ``None`` without names."""
    ordered = sorted({n for n in names if len(n) > 1}, key=lambda n: (-len(n), n))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])") if ordered else None


def named_beside(article: AnnotatedArticle, pattern: re.Pattern[str], speaking: Collection[str]) -> Iterator[Credit]:
    """The names that ``pattern`` finds in the running text of ``article``, as credits.

    ``speaking``: entities that say something in their own name; such a one hands nothing on, unless its name is an outlet's.
    """
    for match in pattern.finditer(article.text):
        span = match.span()
        if any(f.start <= span[0] < f.end for f in article.furniture) or _is_part(article, span):
            continue
        mention = next((m for m in article.mentions if m.start <= span[0] and span[1] <= m.end and m.kind == "name"), None)
        if _may_be_outlet(article, mention, match[0], speaking) and _tells(article, span):
            yield Credit(match[0], span, "quotation", mention.entity if mention else None)


def _is_part(article: AnnotatedArticle, span: Span) -> bool:
    """Whether a name is a part of a longer one (``the Atlas Mountains``), of one word even by the word before."""
    after = _CAPITAL_AFTER.match(article.text, span[1])
    if after and after["word"].casefold() not in words("en", "media_words"):
        return True
    before = _CAPITAL_BEFORE.search(article.text[max(0, span[0] - 30) : span[0]])
    one = " " not in article.text[slice(*span)]
    return one and before is not None and before["word"].casefold() not in _OPENERS | words("en", "media_words")


def _may_be_outlet(article: AnnotatedArticle, mention: Mention | None, name: str, speaking: Collection[str]) -> bool:
    """Whether the entity that is named can be the outlet: nobody who speaks for itself, no place or person of that name."""
    entity = next((e for e in article.entities if mention and e.id == mention.entity), None)
    if entity is None or is_outlet(name):
        return True
    given = entity.type == "person" and given_name_gender(fold(entity.name).split(" ")[0]) is not None
    return entity.id not in speaking and not given and (name.isupper() or entity.type != "place")


def _tells(article: AnnotatedArticle, span: Span) -> bool:
    """Whether an outlet is named as one that did something or through which something came, and not denied to have."""
    here, after = bisect_left(article.tokens, (span[0], 0)), bisect_left(article.tokens, (span[1], 0))
    behind = article.lemmas[after : after + REACH]
    if is_premises(article, span[1]) or set(behind) & _negations():
        return False
    skipped = words("en", "media_modifiers") | words("en", "media_nouns") | words("en", "media_words") | HOUSES
    while here and article.lemmas[here - 1] in skipped:
        here -= 1
    before = article.lemmas[here - 1] if here else ""
    parted = here and _MARK.search(article.text, article.tokens[here - 1][1], span[0])
    return (before in words("en", "credit_prepositions") and not parted) or (
        before not in _PARTING and _acts(article, span[1], after)
    )


def _acts(article: AnnotatedArticle, end: int, after: int) -> bool:
    """Whether an inflected verb follows the name (``Ketrinform kept``); ``readers`` has the ending of a noun, and what is said
    to be done to an outlet (``was raided``) is news of it."""
    if after >= len(article.tokens) or not _SPACE.fullmatch(article.text, end, article.tokens[after][0]):
        return False
    lemma, word = article.lemmas[after], article.text[slice(*article.tokens[after])]
    return lemma == "have" or (word.isalpha() and word.islower() and lemma not in ("be", word) and not word.endswith("s"))


@cache
def _negations() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("en", "negation") if row["kind"] == "adverb")
