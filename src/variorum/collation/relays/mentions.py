"""Outlets whose own reports stand beside, wherever a report names them: hardly ever but for something it has from them."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from variorum.collation.relays.compared import has_beside
from variorum.collation.relays.lines import Credit
from variorum.collation.relays.media import HOUSES
from variorum.collation.relays.names import is_outlet, short_name
from variorum.collation.relays.words import credit_words, denies, is_premises
from variorum.language.lexicon import alternatives, marked, word_list, words
from variorum.language.names import fold, given_name_gender
from variorum.records.annotation import AnnotatedArticle, Mention
from variorum.records.article import Span

_CAPITAL_BEFORE = re.compile(r"(?<!\w)(?P<word>[A-Z][^\W\d_]*) $")
_CAPITAL_AFTER = re.compile(r" (?P<word>[A-Z][^\W\d_]*)")
_OPENERS = marked("en", "collation_words", "opener")
"""Words that a sentence begins with; before a name they are not part of it."""
_PARTING = marked("en", "collation_words", "when")
"""Before a name they begin a clause about when something was, of which the outlet is the news."""
_CLOSING = ("", "\n", "\u00bb", "!", "?")
_OPENING = tuple("\u201c\u201e\u00ab\u2018\"'")
NOUNS_BEFORE = 3
"""Words before a name in quotation marks that say what it is (``in the regional sheet \u201cLumen\u201d``)."""
_INVERTED = re.compile(r"[,.?!\u201d\u2019\"'] (?P<verb>[a-z]+) (?:the )?[\u201c\u201e\u00ab\"]?$")
"""What stands before the outlet whose words a sentence begins with (``Thirty, says the Gong.``)."""
_MODALS = marked("en", "collation_words", "modal") | {"might", "did", "do", "does"}
"""Behind them the verb tells whether the outlet did something."""
_GIVING_WORDS = alternatives(marked("en", "collation_words", "giving"))
_GIVES_US = re.compile(rf"[^.;:\n\u201c\u201d\"]{{0,60}}\b(?:{_GIVING_WORDS}) (?:me|us)\b")
"""An outlet that gave the writer something."""
_OWNER = re.compile(r"['\u2019]s? ")
_OWNERS = marked("en", "relay_words", "owner")
"""Before what an outlet is called (``to our television Delta``)."""
_MARK = re.compile(r"[,;:.()\u2013\u2014\u201c\u201d\"]")
_ASIDE_WORDS = alternatives(marked("en", "collation_words", "aside"))
_VERB = re.compile(
    r"[\u201d\u00bb\"]?(?P<second> and (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,2})?(?:,[^,.;:\n]{1,80},|, which)?"
    rf"(?: (?:{_ASIDE_WORDS})){{0,2}} (?P<verb>[a-z]+)\b"
)
"""What may stand between a name and its verb: a closing mark, a second name, an apposition, a small adverb."""
_AND = re.compile(r"\b(?:and|or) (?:[Tt]he )?[\u201c\u201e\u00ab\"]?$")
"""What stands before the second of two names."""


def outlet_pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of the ``names`` as whole words, the longest first, with ``The`` or without, and the last words of longer
    ones behind ``the``; ``None`` without names."""
    known = {n for n in names if len(n) > 1}
    known |= {rest for n in known if " " in (rest := n.removeprefix("The "))}
    ordered = sorted(known, key=lambda n: (-len(n), n))
    last = {word for word in map(short_name, ordered) if word}
    short = [rf"(?<=\b[Tt]he ){re.escape(word)}" for word in sorted(last)]
    return re.compile(rf"(?<![\w-])(?:{'|'.join([*map(re.escape, ordered), *short])})(?![\w-])") if ordered else None


def named_beside(article: AnnotatedArticle, pattern: re.Pattern[str], speaking: Collection[str]) -> Iterator[Credit]:
    """The names that ``pattern`` finds in the running text of ``article``, as credits.

    ``speaking``: entities that say something in their own name; such a one hands nothing on, unless its name is an outlet's.
    """
    for match in pattern.finditer(article.text):
        span = match.span()
        if any(f.start <= span[0] < f.end for f in article.furniture) or _is_part(article, span):
            continue
        mention = next((m for m in article.mentions if m.start <= span[0] and span[1] <= m.end and m.kind == "name"), None)
        short = " " not in match[0] and article.text[: span[0]].casefold().endswith("the ")
        if _may_be_outlet(article, mention, match[0], speaking, short=short) and hands_on(article, span):
            yield Credit(match[0], span, "quotation", mention.entity if mention else None)


def _is_part(article: AnnotatedArticle, span: Span) -> bool:
    """Whether a name is a part of a longer one (``the Atlas Mountains``), of one word even by the word before."""
    after = _CAPITAL_AFTER.match(article.text, span[1])
    if after and after["word"].casefold() not in words("en", "media_words"):
        return True
    before = _CAPITAL_BEFORE.search(article.text[max(0, span[0] - 30) : span[0]])
    one = " " not in article.text[slice(*span)]
    return (
        one
        and before is not None
        and before["word"].casefold() not in _OPENERS | words("en", "media_words") | words("en", "media_nouns")
    )


def _may_be_outlet(
    article: AnnotatedArticle, mention: Mention | None, name: str, speaking: Collection[str], *, short: bool
) -> bool:
    """Whether the entity that is named can be the outlet: nobody who speaks for itself, no person of that name and no place,
    unless it goes by the last word of its name behind ``the`` (``in the Gong``)."""
    entity = next((e for e in article.entities if mention and e.id == mention.entity), None)
    if entity is None or is_outlet(name):
        return True
    given = entity.type == "person" and given_name_gender(fold(entity.name).split(" ")[0]) is not None
    return entity.id not in speaking and not given and (name.isupper() or entity.type != "place" or short)


def hands_on(article: AnnotatedArticle, span: Span) -> bool:
    """Whether an outlet is named as one that did something or through which something came, and not denied to have."""
    opening = span[0] - (article.text[span[0] - 1 : span[0]] in _OPENING)
    here, after = bisect_left(article.tokens, (opening, 0)), bisect_left(article.tokens, (span[1], 0))
    behind = article.lemmas[after : after + 3]
    if _is_inverted(article, span) or has_beside(article, span):
        return True
    if is_premises(article, span[1]) or denies(article, span[1]):
        return False
    if set([w for w in behind if w not in ("'s", "\u2019s")][:1]) & credit_words("work") or _has_figure(article, span[1]):
        return True
    skipped = words("en", "media_modifiers") | words("en", "media_nouns") | words("en", "media_words") | HOUSES | _OWNERS
    while here and article.lemmas[here - 1] in skipped:
        here -= 1
    if opening < span[0]:
        here = _before_nouns(article, here)
    before = article.lemmas[max(0, here - 2) : here][::-1]
    parted = here and _MARK.search(article.text, article.tokens[here - 1][1], opening)
    counted = before[:1] == ("for",) and article.text[article.tokens[here - 1][0]] == "F"
    if before and not parted and (before[0] in words("en", "credit_prepositions") | {"from"} or _is_work_of(before) or counted):
        return not (before[0] == "by" and set(before[1:]) & words("en", "done_by"))
    if article.text[span[0] - 1 : span[0]] == "(" and article.text[span[1] : span[1] + 1] == ")":
        return True
    acts = _acts(article, span) or _GIVES_US.match(article.text, span[1]) is not None
    return before[:1] not in [(word,) for word in _PARTING] and acts


def _is_inverted(article: AnnotatedArticle, span: Span) -> bool:
    """Whether an outlet stands behind its words and the verb, with a mark before that and one behind the outlet."""
    found = _INVERTED.search(article.text, max(0, span[0] - 20), span[0])
    ends = _MARK.match(article.text, span[1]) or article.text[span[1] : span[1] + 1] in _CLOSING
    place = bisect_left(article.tokens, (found.start("verb"), 0)) if found and ends else len(article.tokens)
    return bool(set(article.lemmas[place : place + 1]) & credit_words("after"))


def _has_figure(article: AnnotatedArticle, end: int) -> bool:
    """Whether the name that ends at ``end`` owns a figure or a source (``the Herald's 60``, ``NRT's army source``)."""
    owner = _OWNER.match(article.text, end)
    after = bisect_left(article.tokens, (owner.end(), 0)) if owner else len(article.tokens)
    behind = article.lemmas[after : after + 2]
    return bool(behind) and (behind[0].isdigit() or bool(set(behind) & credit_words("owned")))


def _before_nouns(article: AnnotatedArticle, here: int) -> int:
    """Where what a name in quotation marks is called begins, behind a preposition and ``the``; ``here`` without such words."""
    near = article.lemmas[max(0, here - NOUNS_BEFORE - 2) : here]
    openings = [n for n in range(1, len(near)) if near[n] in ("the", "a") and near[n - 1] in words("en", "credit_prepositions")]
    return here - len(near) + openings[-1] if openings else here


def _is_work_of(before: Sequence[str]) -> bool:
    """Whether the lemmas before a name, nearest first, are those of a work of it (``the report of Orleninform``)."""
    return before[0] == "of" and bool(set(before[1:]) & credit_words("work"))


def _acts(article: AnnotatedArticle, span: Span) -> bool:
    """Whether an inflected verb follows the name at ``span`` (``Orleninform kept``), behind an apposition or a second name at
    most; what is said to be done to an outlet (``was raided``) is news of it.

    ``readers`` has the ending of a noun: such a word counts where it is one of saying (``claims``). Two outlets ``say``.
    """
    found = _VERB.match(article.text, span[1])
    place = bisect_left(article.tokens, (found.start("verb"), 0)) if found else len(article.tokens)
    if place >= len(article.tokens) or article.tokens[place] != (found and found.span("verb")):
        return False
    lemma, word = article.lemmas[place], article.text[slice(*article.tokens[place])]
    if word in _MODALS:
        behind = article.lemmas[place + 1 : place + 2]
        return bool(behind) and behind[0].isalpha() and behind[0] not in ("be", "not")
    several = found is not None and (found["second"] or _AND.search(article.text, 0, span[0]) is not None)
    inflected = lemma not in ("be", word) and (not word.endswith("s") or lemma in _saying())
    return lemma == "have" or inflected or (bool(several) and lemma in _saying())


@cache
def _saying() -> frozenset[str]:
    return frozenset(row["lemma"] for row in word_list("en", "cues")) | credit_words("after")
