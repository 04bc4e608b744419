"""What a report calls an agency, a paper or a broadcaster beside its name (``the broadcaster Nova``, ``Nova television``)."""

import re
from bisect import bisect_left
from functools import cache

from variorum.collation.relays.names import STATIONS, names_own_outlet
from variorum.language.lexicon import alternatives, marked, word_list, words
from variorum.language.names import country, fold
from variorum.records.annotation import AnnotatedArticle, Mention, Quotation
from variorum.records.article import Article, Span

REACH = 4
"""Words before a name among which the noun may stand, with nothing but ``of``, articles and names between."""
_MARK = re.compile(r"[,;:()\u2013\u2014\u201c\u201d\u00ab\u00bb\"]")
"""Marks that part a noun from the name behind: what ``the television,” Colonel Brandt`` is called is not television."""
_OPENING = ("\u201c", "\u201e", "\u00ab", '"', "\u2018", "'")
_BEHIND_HOUSE_WORDS = alternatives(marked("en", "collation_words", "behind_house"))
_APPOSITION = re.compile(
    r"[\u201d\u00bb\"]?, (?:an?|the) (?P<words>(?:[\w-]+ ){0,4}[\w-]+?)"
    rf"(?:[,.;:)]| (?:{_BEHIND_HOUSE_WORDS})\b)"
)
"""What is said of a name behind a comma, up to its head."""
HOUSES = marked("en", "collation_words", "house")
"""Behind a noun for outlets they are part of it (``the television company NRB``)."""
_NAME_BEHIND = re.compile(r" [\u201c\u201e\u00ab\u2018\"]?[A-Z\u00c0-\u00de]")
_OWN_OUTLET_WORDS = alternatives(marked("en", "collation_words", "own_outlet"))
_US = re.compile(
    rf"\b(?:us|me|(?:this|our) (?:own )?(?:{_OWN_OUTLET_WORDS}))\b",
    re.IGNORECASE,
)
_OWNER_BEFORE = re.compile(r"\b(?P<owner>[A-Z][\w&.-]*(?: [A-Z0-9][\w&.-]*){0,4})['\u2019]s? [\u201c\u2018\"]?$")
"""Whose a name is (``in an interview with QTV's “Evening Desk”``)."""
_PROGRAMME_BEFORE = re.compile(r"\b(?:programme|program|show|bulletin) [\u201c\u2018\"]?$")
_ON_OUTLET = re.compile(r"[\u201d\u2019\"]? (?:on|of|from) (?:the )?[A-Z]")
"""The outlet of a programme behind its name."""
_CAPITALISED = re.compile(r"[A-Z][\w-]*(?: [A-Z0-9][\w-]*)*")
LONGEST_OWNER = 60
"""Characters before the name of a programme among which its outlet is looked for."""
_LINKS = frozenset({"of", "in", "from"})
"""Before a name they make it the place of the outlet (``the agency of Tarvia``)."""


def called_media(article: AnnotatedArticle) -> frozenset[str]:
    """The entities of ``article`` that a noun for an outlet stands beside, at some mention by name."""
    named = (m for m in article.mentions if m.kind == "name" and m.field == "text")
    return frozenset(m.entity for m in named if is_called_behind(article, m.end) or _is_called(article, m))


def called_before(article: AnnotatedArticle) -> frozenset[str]:
    """The entities, none a country, that a noun for one outlet stands right before (``in the weekly Lumen``)."""
    found = set()
    for mention in (m for m in article.mentions if m.kind == "name" and m.field == "text"):
        first = bisect_left(article.tokens, (mention.start, 0))
        name = article.text[mention.start : mention.end]
        if first and is_media_noun(article, first - 1, 0) and not country(name):
            found.add(mention.entity)
    return frozenset(found)


def is_called_behind(article: AnnotatedArticle, end: int) -> bool:
    """Whether the apposition behind a name ends with a noun for an outlet (``Pravnik, an exile site,``)."""
    found = _APPOSITION.match(article.text, end)
    last = found["words"].casefold().split()[-1:] if found else []
    return bool(set(last) & (_nouns(sure=False) | _nouns(sure=True))) and set(last) != {"service"}


def is_to_own(report: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether somebody spoke to the outlet itself (``told this newspaper``, ``told the Courier`` in the Courier), or on a
    programme of it."""
    spans = (*quotation.addressee, *quotation.medium) if quotation.field == "text" else ()
    return any(
        _US.search(report.text[s:e])
        or names_own_outlet(report.text[s:e].strip(" .,“”"), report)
        or any(is_own_programme(report, m.span()) for m in _CAPITALISED.finditer(report.text, s, e))
        for s, e in spans
    )


def is_own_programme(article: Article, span: Span) -> bool:
    """Whether a name is one of a programme of the article's own outlet (``QTV's Evening Desk`` on QTV, ``the programme Evening
    Desk`` in the text of a broadcaster, without another outlet behind it)."""
    owner = _OWNER_BEFORE.search(article.text, max(0, span[0] - LONGEST_OWNER), span[0])
    if owner:
        return names_own_outlet(owner["owner"], article)
    called = _PROGRAMME_BEFORE.search(article.text, max(0, span[0] - LONGEST_OWNER), span[0])
    return called is not None and is_broadcaster(article.outlet or "") and not _ON_OUTLET.match(article.text, span[1])


def is_broadcaster(outlet: str) -> bool:
    """Whether the name of an outlet is one of a broadcaster (``Radio Orlen``, ``KTV``, ``Orlen Television``)."""
    parts = fold(outlet).split()
    letters = any(part.isupper() and part.endswith("TV") for part in outlet.split())
    return letters or bool(set(parts) & (words("en", "outlet_openers") | STATIONS))


def _is_called(article: AnnotatedArticle, mention: Mention) -> bool:
    sentence = next((s for s in article.sentences if s[0] <= mention.start < s[1]), (mention.start, mention.end))
    first = bisect_left(article.tokens, (_parted_from(article, mention, sentence[0]), 0))
    start, after = (bisect_left(article.tokens, (at, 0)) for at in (mention.start, mention.end))
    if _ends_with_noun(article, start, after):
        return True
    if _is_followed(article, after):
        return not is_place_of_outlet(article, (mention.start, mention.end))
    if start > first and article.lemmas[start - 1] in _LINKS:
        return False
    for place in range(after - 2, max(first, start - REACH) - 1, -1):
        if is_media_noun(article, place, first):
            return True
        if not _may_stand_between(article, place) and article.lemmas[place] not in words("en", "name_particles"):
            return False
    return False


def _ends_with_noun(article: AnnotatedArticle, start: int, after: int) -> bool:
    """Whether a mention holds three letters or more and a noun for outlets behind them (``the TNA agency``)."""
    letters = article.text[article.tokens[start][0] : article.tokens[start][1]] if after == start + 2 else ""
    nouns = _nouns(sure=True) | _nouns(sure=False)
    return letters.isupper() and len(letters) > 2 and article.lemmas[after - 1] in nouns and not _is_capital(article, after - 1)


def _parted_from(article: AnnotatedArticle, mention: Mention, start: int) -> int:
    """Where the words begin that no mark parts from a name; commas about an apposition do not (``the agency, VTB, said``)."""
    opening = mention.start - (article.text[mention.start - 1 : mention.start] in _OPENING)
    if article.text[opening - 2 : opening] == ", " and article.text[mention.end : mention.end + 1] == ",":
        opening -= 2
    return max([start, *(m.end() for m in _MARK.finditer(article.text, start, opening))])


def _is_followed(article: AnnotatedArticle, after: int) -> bool:
    """Whether the noun stands right behind the name (``OTAR news agency``, ``Nova television``), with one word for outlets
    between at most (``the Nova satellite channel``)."""
    behind = article.lemmas[after : after + 2]
    between = (words("en", "media_modifiers") | words("en", "media_words")) - {"the"}
    noun = len(behind) > 1 and behind[0] in between and behind[1] in _nouns(sure=False) | _nouns(sure=True)
    return bool(behind) and (behind[0] in _nouns(sure=True) or noun)


def is_place_of_outlet(article: AnnotatedArticle, span: Span) -> bool:
    """Whether a name says only where the outlet is whose noun stands behind it: another name follows (``the Orlen newspaper
    Nova``), or none is given (``an Orlen paper``)."""
    before, last = (bisect_left(article.tokens, (at, 0)) for at in span)
    nouns = _nouns(sure=True) | _nouns(sure=False) | {"news"}
    while last < len(article.tokens) and article.lemmas[last] in nouns:
        last += 1
    after = last
    while after > before and article.lemmas[after - 1] in nouns and not _is_capital(article, after - 1):
        after -= 1
    behind = article.text[article.tokens[last - 1][1] :] if last > after else ""
    some = article.lemmas[before - 1 : before] in [("a",), ("an",)]
    return bool(behind) and (some or _NAME_BEHIND.match(behind) is not None)


def is_media_noun(article: AnnotatedArticle, place: int, first: int) -> bool:
    """Whether the word is a noun for an outlet; one that has other senses needs a word before that settles it."""
    noun = article.lemmas[place]
    if noun not in _nouns(sure=True) | _nouns(sure=False) or _is_capital(article, place):
        return False
    if noun in _nouns(sure=True):
        return True
    before = article.lemmas[place - 1] if place > first else ""
    return before in words("en", "media_modifiers") and not (before == "the" and noun in _seldom())


def _may_stand_between(article: AnnotatedArticle, place: int) -> bool:
    house = (
        article.lemmas[place] in HOUSES and place > 0 and article.lemmas[place - 1] in _nouns(sure=True) | _nouns(sure=False)
    )
    return article.lemmas[place] in {*_LINKS, "the"} or house or _is_capital(article, place)


def _is_capital(article: AnnotatedArticle, place: int) -> bool:
    return article.text[article.tokens[place][0]].isupper()


@cache
def _nouns(*, sure: bool) -> frozenset[str]:
    rows = word_list("en", "media_nouns")
    return frozenset(row["word"] for row in rows if (row["sure"] == "yes") == sure)


@cache
def _seldom() -> frozenset[str]:
    """Nouns for outlets that mean something else as often, so that an article before them settles nothing."""
    return frozenset(row["word"] for row in word_list("en", "media_nouns") if row["sure"] == "seldom")
