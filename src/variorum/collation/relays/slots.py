"""Places of a sentence where an outlet stands that handed something on, whatever its name (``told N``, ``N quoted him as``).

The words about a capitalised name, as lemmas, are held against the patterns of ``en/credit_slots.tsv``. So a name that no list,
no word of its own and no type of entity shows to be an outlet's is found by what is said of it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from variorum.collation.relays.media import is_called_behind, is_media_noun, is_place_of_outlet
from variorum.language.lexicon import alternatives, marked, word_list, words
from variorum.language.names import fold
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

Who = Literal["only", "told", "title", "known"]
ORDER: tuple[Who, ...] = ("only", "told", "title", "known")

_PART = r"(?:[A-Z\u00c0-\u00de][\w'\u2019.-]*\w|[A-Z]\b)"
_NAME_PART_WORDS = alternatives(marked("en", "collation_words", "name_part"))
_NAME = re.compile(
    rf"(?<![\w-])(?:The |\d{{1,3}} )?{_PART}(?:(?: (?:{_NAME_PART_WORDS}))?"
    rf" (?:{_PART}|\d{{1,3}}\b))*"
)
"""A run of capitalised words, with small ones of other languages and a number between or behind."""
_MARK = re.compile(r"[,;:()\u2013\u2014\u201c\u201d\u201e\u00ab\u00bb\"\n]")
_OPENING = tuple("\u201c\u201e\u00ab\"\u2018'")
_CLOSING = tuple("\u201d\u201c\u00bb\"'\u2019")
_APPOSITION = re.compile(r"[\u201d\u00bb\"]?, (?:an?|the|which|whose) [^,.;:\n]{1,80},")
_DESCRIBING = re.compile(r"[a-z]-[a-z]+$")
"""A name made an adjective (``the English-language Post``, ``a Varesh-based site``)."""
_ARTICLES = frozenset({"a", "an", "the"})
_GENITIVES = frozenset({"'s", "\u2019s"})
"""Behind the day of an issue (``in Sunday's Morgonvind``)."""
_OF_OR_IN = (" of", " in", " from")
"""Behind them stands the place of whoever did what is told behind the name (``a baker in Vestlund reports``)."""
_OWNER = re.compile(r"['\u2019]s?\b|['\u2019](?= )")
_OF_OUTLET_WORDS = alternatives(marked("en", "collation_words", "of_outlet"))
_OF_OUTLETS = re.compile(rf" (?:[A-Z\u201c\u2018\"]|(?:\w+ )?(?:{_OF_OUTLET_WORDS}))")
"""What belongs to an outlet behind its name: one of its people, its words, its programmes."""
_UNWILLING_WORDS = alternatives(marked("en", "collation_words", "unwilling"))
_SPEAKING_WORDS = alternatives(marked("en", "collation_words", "speaking"))
_UNSAID = re.compile(rf"\b(?:{_UNWILLING_WORDS}) (?:to )?(?:{_SPEAKING_WORDS})(?: \w+)?$")
"""What nobody said to the outlet."""
WINDOW = 12
"""Lemmas on either side of a name that are looked at."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A name that stands where an outlet does: ``who`` can stand there, whether a noun for an outlet stands beside (``called``)
    and whether the name is written as a title (``titled``)."""

    name: str
    span: Span
    who: Who
    called: bool
    titled: bool


def slots(article: AnnotatedArticle) -> Iterator[Slot]:
    """The names in the running text of ``article`` that stand in a place of outlets, in text order."""
    for span in capitalised(article):
        name = article.text[slice(*span)]
        if is_day(name) or name.casefold() in _indefinite() or _DESCRIBING.search(name):
            continue
        before, noun = _before(article, span[0])
        behind = _behind(article, span[1])
        found = _who_stands(before, behind, goes_on=_goes_on(article, span[1]))
        if found and not is_owned(article, span[1]) and not is_place_of_outlet(article, span):
            called = noun or is_called_behind(article, span[1])
            yield Slot(article.text[slice(*span)], span, found, called, _is_titled(article, span, before))


def is_day(name: str) -> bool:
    """Whether a name is one of a day or month (``Tuesday``, ``4 May``)."""
    calendar = words("en", "weekdays") | words("en", "months")
    return all(part in calendar or part.isdigit() for part in fold(name).split())


def _who_stands(before: str, behind: str, *, goes_on: bool) -> Who | None:
    """Who can stand between these lemmas, by the pattern that says most; a name that goes on with a noun must be known."""
    found: list[Who] = []
    if not before.endswith(_OF_OR_IN):
        found += [who for side, who, pattern in _patterns() if side == "behind" and pattern.search(behind)]
    around = f"{before} @ {behind}"
    found += [who for side, who, pattern in _patterns() if side == "around" and pattern.search(around)]
    if not _UNSAID.search(before):
        found += [
            "known" if goes_on else who for side, who, pattern in _patterns() if side == "before" and pattern.search(before)
        ]
    return min(found, key=ORDER.index) if found else None


def capitalised(article: AnnotatedArticle) -> Iterator[Span]:
    """The runs of capitalised words in the running text; a small word that a sentence begins with is none of them."""
    furniture = [(f.start, f.end) for f in article.furniture]
    starts = {start for start, _ in article.sentences}
    for match in _NAME.finditer(article.text):
        start, end = match.span()
        if any(s <= start < e for s, e in furniture):
            continue
        first, _, rest = match[0].partition(" ")
        opens = start in starts or (start - 1 in starts and article.text[start - 1] in _OPENING)
        if opens and first.casefold() in words("en", "sentence_openers"):
            start += len(first) + 1 if rest else len(first)
        owner = _OWNER.search(article.text, start, end)
        if owner and owner.end() + 1 < end and is_day(article.text[start : owner.start()]):
            start, owner = owner.end() + 1, _OWNER.search(article.text, owner.end(), end)
        end = owner.start() if owner else end
        if end > start:
            yield start, end


def _is_titled(article: AnnotatedArticle, span: Span, before: str) -> bool:
    """Whether a name is written as titles are: inside a sentence ``The`` is large, or it stands alone in quotation marks."""
    start, end = span
    quoted = article.text[start - 1 : start] in _OPENING and article.text[end : end + 1] in _CLOSING
    return quoted or (before != "" and article.text.startswith("The ", start))


def _before(article: AnnotatedArticle, start: int) -> tuple[str, bool]:
    """The lemmas before a name back to the nearest mark, less articles and nouns for outlets, and whether such a noun stood
    there. What is before the first of two names is before both (``told Argus and the Ostrel Post``)."""
    opening = start - (article.text[start - 1 : start] in _OPENING)
    place = bisect_left(article.sentences, (start + 1, 0)) - 1
    sentence = article.sentences[place][0] if place >= 0 else 0
    marks = [m.end() for m in _MARK.finditer(article.text, sentence, opening)]
    first = bisect_left(article.tokens, (max([sentence, *marks[-1:]]), 0))
    last, noun = _less_nouns(article, first, bisect_left(article.tokens, (opening, 0)))
    if last > first + 1 and article.lemmas[last - 1] == "and" and _is_capital(article, last - 2):
        last -= 1
        while last > first and _is_capital(article, last - 1):
            last -= 1
        last, noun = _less_nouns(article, first, last)
    return " ".join(article.lemmas[max(first, last - WINDOW) : last]), noun


def _less_nouns(article: AnnotatedArticle, first: int, last: int) -> tuple[int, bool]:
    """Where the articles, the nouns for outlets and their adjectives before a name begin, and whether there is a noun."""
    kinds = words("en", "media_modifiers") | words("en", "media_kinds") | _ARTICLES | marked("en", "relay_words", "owner")
    noun = kind = False
    while last > first:
        lemma = article.lemmas[last - 1]
        days = words("en", "weekdays") | words("en", "media_kinds") | marked("en", "relay_words", "issue")
        if lemma in _GENITIVES and article.lemmas[last - 2] in days:
            last -= 2
            continue
        start, end = article.tokens[last - 1]
        hyphened = "-" in (article.text[max(0, start - 1) : start], article.text[end : end + 1])
        article_before = article.lemmas[last - 2 : last - 1] in [(w,) for w in _ARTICLES]
        of_noun = (noun and (hyphened or article_before)) or (kind and _is_capital(article, last - 1))
        noun, kind = noun or is_media_noun(article, last - 1, first), kind or lemma in words("en", "media_nouns")
        if lemma not in kinds | words("en", "media_nouns") and not of_noun:
            break
        last -= 1
    return last, noun


def _is_capital(article: AnnotatedArticle, place: int) -> bool:
    return article.text[article.tokens[place][0]].isupper()


def _behind(article: AnnotatedArticle, end: int) -> str:
    """The lemmas behind a name up to the nearest mark, an apposition between commas left out."""
    apposition = _APPOSITION.match(article.text, end)
    end = apposition.end() if apposition else end
    mark = _MARK.search(article.text, end + 1)
    stop = mark.start() if mark else len(article.text)
    first, last = (bisect_left(article.tokens, (at, 0)) for at in (end, stop))
    return " ".join(w for w in article.lemmas[first : min(last, first + WINDOW)] if w not in ("'s", "\u2019s", "'", "\u2019"))


def is_owned(article: AnnotatedArticle, end: int) -> bool:
    """Whether the name that ends at ``end`` belongs to something that is no work or reporter of an outlet (``told Orlen's
    ambassador``, ``cited Nova's debts``)."""
    owner = _OWNER.match(article.text, end)
    if owner is None or _OF_OUTLETS.match(article.text, owner.end()):
        return False
    works = {row["lemma"] for row in word_list("en", "credit_words") if row["side"] in ("work", "reporter")}
    place = bisect_left(article.tokens, (owner.end(), 0))
    return not set(article.lemmas[place : place + 4]) & (works | words("en", "media_nouns") | {"show", "talk"})


def _goes_on(article: AnnotatedArticle, end: int) -> bool:
    """Whether a noun goes on behind the name that ends at ``end`` (``told the Varescan parliament``): behind an outlet that was
    told something stands a mark, a time or a small word."""
    place = bisect_left(article.tokens, (end, 0))
    if place >= len(article.tokens) or _MARK.search(article.text, end, article.tokens[place][0]):
        return False
    word = article.text[slice(*article.tokens[place])]
    small = words("en", "words_after_told") | words("en", "weekdays")
    return article.text[article.tokens[place][0] - 1] == " " and word.casefold() not in small


@cache
def _indefinite() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("en", "cue_companions") if row["role"] == "indefinite")


@cache
def _patterns() -> tuple[tuple[str, Who, re.Pattern[str]], ...]:
    """Side, who can stand there, and the pattern, anchored at the name."""
    rows = ((row["side"], cast(Who, row["who"]), row["pattern"]) for row in word_list("en", "credit_slots"))
    ends = {"before": r"(?:^|\b){}$", "behind": r"^{}(?:\b|$)", "around": r"(?:^|\b){}(?:\b|$)"}
    return tuple((side, who, re.compile(ends[side].replace("{}", p))) for side, who, p in rows)
