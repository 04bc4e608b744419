"""Words beside the name of an outlet that say that a statement came by it (``told Nova``, ``as Nova first reported``)."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from variorum.collation.relays.compared import has_beside
from variorum.collation.relays.slots import is_owned
from variorum.language.lexicon import marked, word_list, words
from variorum.records.annotation import AnnotatedArticle, Mention

WORDS_BEFORE, WORDS_AFTER, WORDS_THROUGH = 8, 2, 12
"""How far from an outlet's name a word may stand that says a statement came by it; how far before a preposition, behind whose
word the speaker may stand (``writes the old professor Ann Orr in the weekly Lumen``)."""
WORDS_AFTER_REPORTING = 4
"""How far a word may stand behind the name that only outlets are said to do (``the Star had first reported``)."""

REACH = 3
"""Lemmas behind the name of an outlet among which a negation says that it told nothing."""

_QUOTED = re.compile(r"['\u2019]s? [\u201c\u2018\"]")
"""An outlet's quoted words right behind its name: ``Nova's "unknown object"``."""
_APPOSITION = re.compile(r", (?:an?|the|which|who|whose) [^,.;:\n]{1,80},")
"""What stands between commas behind the name of an outlet."""
_SPEECH = re.compile(r"(?<=\s)[\u201c\u201e\u00ab\"]")
"""Where words in quotation marks begin: a negation in them is not said of the outlet."""
_PARTING = marked("en", "collation_words", "when") | marked("en", "collation_words", "parting")
"""Words behind which another clause, or a place, begins."""
_MARK = re.compile(r"[,;:()\u2013\u2014\u201c\u201d\"]")
"""Marks that part what stands before a name from it."""
_STOP = re.compile(r"[,;:.()\u2013\u2014\u201c\u201d\"'\u2019\n]|$")
"""Marks, that of an owner among them, at which what a name belongs to is at an end."""
_NO_VERB = marked("en", "collation_words", "no_verb")


@dataclass(frozen=True, slots=True)
class Beside:
    """The lemmas of a sentence before and behind a name, nearest last and first; of those before it, how many no mark parts
    from it."""

    before: Sequence[str]
    behind: Sequence[str]
    joined: int


def came_by(article: AnnotatedArticle, mention: Mention, *, says: bool = True) -> bool:
    """Whether a telling word stands close before the mention of an outlet, or behind it, in its sentence; without ``says``
    another one than ``said``, which companies do as well."""
    beside = _beside(article, mention)
    if is_premises(article, mention.end) or is_owned(article, mention.end) or denies(article, mention.end):
        return False
    if _QUOTED.match(article.text, mention.end) or has_beside(article, (mention.start, mention.end)):
        return True
    near, clause = _near(beside, WORDS_BEFORE), _near(beside, WORDS_THROUGH)
    ends = _MARK.match(article.text, mention.end) is not None
    reporting = credit_words("after") if says else credit_words("after") - {"say"}
    return (
        bool(set(near) & credit_words("before"))
        or _reports(beside.behind, reporting - set(beside.behind[:1]) if ends else reporting)
        or _through(clause, credit_words("through"))
        or _addressed(near)
    )


def _near(beside: Beside, reach: int) -> Sequence[str]:
    """The lemmas right before a name, so many at most, that no mark and no other clause parts from it."""
    return _close(beside.before[-min(reach, beside.joined) :] if beside.joined else ())


def denies(article: AnnotatedArticle, end: int) -> bool:
    """Whether a negation behind the name that ends at ``end``, or behind an apposition to it, says that it told nothing (``NRT
    has not mentioned it``), outside quotation marks."""
    apposition = _APPOSITION.match(article.text, end)
    end = apposition.end() if apposition else end
    place = bisect_left(article.sentences, (end, 0)) - 1
    last = article.sentences[place][1] if place >= 0 else len(article.text)
    quoted = _SPEECH.search(article.text, end, last)
    last = quoted.start() if quoted else last
    after, stop = bisect_left(article.tokens, (end, 0)), bisect_left(article.tokens, (last, 0))
    return bool(set(article.lemmas[after : min(stop, after + REACH)]) & _negations())


def is_premises(article: AnnotatedArticle, end: int) -> bool:
    """Whether the name that ends at ``end`` belongs to what stands behind it (``the Kanal 4 building``, ``Nova's licence``): no
    outlet spoke there."""
    after = bisect_left(article.tokens, (end, 0))
    behind = [w for w in article.lemmas[after : after + 3] if w not in ("'s", "\u2019s", *words("en", "media_nouns"))]
    return bool(set(behind[:1]) & words("en", "premises")) or _is_named_so(article, end)


def _is_named_so(article: AnnotatedArticle, end: int) -> bool:
    """Whether a noun for something else stands behind the name, one word between at most (``the Red Lantern aid group``)."""
    mark = _STOP.search(article.text, end)
    after, stop = bisect_left(article.tokens, (end, 0)), bisect_left(article.tokens, (mark.start() if mark else end, 0))
    behind = article.lemmas[after : min(stop, after + 2)]
    return behind[:1] not in [("the",), ("a",), ("an",)] and bool(set(behind) & words("en", "bodies_behind"))


def _close(before: Sequence[str]) -> Sequence[str]:
    """The lemmas before a name back to where another clause or place begins: ``told us that Nova`` tells Nova nothing."""
    last = max((n for n, lemma in enumerate(before) if lemma in _PARTING or lemma in words("en", "premises")), default=-1)
    return before[last + 1 :]


def _beside(article: AnnotatedArticle, mention: Mention) -> Beside:
    sentence = next((s for s in article.sentences if s[0] <= mention.start < s[1]), (mention.start, mention.end))
    first, here, after, last = (
        bisect_left(article.tokens, (at, 0)) for at in (sentence[0], mention.start, mention.end, sentence[1])
    )
    while after < last and article.lemmas[after] in words("en", "media_nouns") | {"news"}:
        after += 1
    opening = mention.start - (article.text[mention.start - 1 : mention.start] in tuple('\u201c\u201e\u00ab"'))
    marks = [m.end() for m in _MARK.finditer(article.text, sentence[0], opening)]
    joined = here - max(first, bisect_left(article.tokens, (marks[-1], 0))) if marks else here - first
    behind = [w for w in article.lemmas[after:last] if w not in ("'s", "\u2019s")]
    return Beside(article.lemmas[first:here], behind, joined)


def _reports(behind: Sequence[str], reporting: frozenset[str]) -> bool:
    """Whether an outlet's name goes on with what outlets do (``reported``, ``had it as``) or with a work of theirs."""
    if tuple(behind[:2]) in {(verb, "it") for verb in marked("en", "collation_words", "has_it")} | {("speak", "of")}:
        return True
    if behind[:1] == ["put"] and "at" in behind[:WORDS_BEFORE]:
        return True
    if set(behind[:1]) & credit_words("work") or (set(behind[:1]) & credit_words("reporter") and _tells(behind)):
        return True
    return _is_verb(behind, WORDS_AFTER, *reporting) or _is_verb(behind, WORDS_AFTER_REPORTING, *(reporting - {"say"}))


def _tells(behind: Sequence[str]) -> bool:
    """Whether a reporter of the outlet tells something there: one who is beaten or held has told nothing."""
    return bool(set(behind[1:WORDS_BEFORE]) & (credit_words("after") | credit_words("telling")))


def _is_verb(behind: Sequence[str], reach: int, *lemmas: str) -> bool:
    """Whether one of ``lemmas`` stands within reach and is neither a noun (``over the report``) nor said of the outlet (``of
    printing lies``, ``to publish``)."""
    near = behind[:reach]
    return any(lemma in lemmas and (n == 0 or near[n - 1] not in _NO_VERB) for n, lemma in enumerate(near))


def _through(before: Sequence[str], telling: frozenset[str]) -> bool:
    """Whether the words before a name say that something stood or was said there (``declared on``, ``carried by``)."""
    near = [n for n, lemma in enumerate(before) if lemma in words("en", "credit_prepositions")]
    place = near[-1] if near else 0
    behind = [lemma for lemma in before[place + 1 :] if lemma not in words("en", "media_nouns")]
    return bool(near) and len(behind) <= 1 and bool(set(before[:place]) & telling)


def _addressed(before: Sequence[str]) -> bool:
    """Whether words were addressed to the outlet (``in comments to the Herald``)."""
    place = max((n for n, lemma in enumerate(before) if lemma == "to"), default=0)
    between = set(before[place + 1 :]) - words("en", "media_nouns") - words("en", "media_modifiers")
    return len(between) <= 1 and place > 0 and bool(set(before[:place]) & credit_words("addressed"))


@cache
def _negations() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("en", "negation") if row["kind"] == "adverb")


@cache
def credit_words(side: str) -> frozenset[str]:
    """The lemmas of the list that stand on this side of a name."""
    return frozenset(row["lemma"] for row in word_list("en", "credit_words") if row["side"] == side)
