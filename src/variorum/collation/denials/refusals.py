"""What somebody denies or calls untrue, told as a clause: "denies that anybody was hurt", "called the claim that they paid
absurd", "reports of a strike are false"."""

import re
from collections.abc import Iterator, Sequence

from variorum.collation.claims.denials import SAYINGS
from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.words import LANGUAGE, kind_words
from variorum.language.lexicon import word_list
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span


def _untrue() -> str:
    """A pattern of what is said of words that are denied, from ``en/untrue_labels.tsv``."""
    rows = word_list(LANGUAGE, "untrue_labels")
    adjectives, nouns = ("|".join(r["words"] for r in rows if r["kind"] == kind) for kind in ("adjective", "noun"))
    return rf"(?:{adjectives}|(?:an? (?:[\w-]+ ){{0,2}}|pure |complete |sheer |utter )*(?:{nouns}))"


def words_of(kind: str) -> tuple[str, ...]:
    """The words of one kind in ``en/denial_words.tsv``."""
    return tuple(r["words"] for r in word_list(LANGUAGE, "denial_words") if r["kind"] == kind)


UNTRUE = _untrue()
"""What is said of words that are denied."""
BEING, LABELLING, THINKING, PARTS = ("|".join(words_of(kind)) for kind in ("being", "labelling", "thinking", "part"))
CALLED_SO = re.compile(rf"[\s,]+(?:(?:{BEING}|as)\s+)?(?:\w+ly\s+)?[“”\"‘']?{UNTRUE}\b", re.IGNORECASE)
"""The end of a matter that is called untrue."""
DENYING = kind_words("denying")
CALLING = kind_words("calling")
LINKS = frozenset(words_of("link"))
"""Words between a noun of saying and what was said."""
REACH = 6
"""Words between a verb of denial and the noun of what it denies."""
CUT = re.compile(rf"[;:—–]|,\s+(?=(?:{PARTS})\b)")
"""Where a part of a sentence ends."""
_QUOTED = rf"[“”\"‘']?{UNTRUE}\b"
LABELLED = re.compile(
    rf"\b(?:it|this) (?:is|was) (?:\w+ )?{_QUOTED}[”\"’']?,? (?:to (?:{THINKING}) )?that (?P<after>[^;:.]+)"
    rf"|^\W*That (?P<before>[^.;:]+?)(?:, as [^,]+)?,? (?:(?:is|was)|(?:[\w.]+ ){{1,5}}?call(?:s|ed)(?: it)?) {_QUOTED}"
    rf"|\b(?:{LABELLING})\w* (?P<thing>(?:[^\s.;:“”\"]+ ){{4,16}}?)as {_QUOTED}",
    re.IGNORECASE,
)
"""What is called untrue in other places: "it is a lie that they left", "that they left, she calls untrue", "described the sums
named in the letter as invented"; of fewer words than these, a retort tells what they point to."""


def refused_matters(article: AnnotatedArticle) -> Iterator[Span]:
    """What is denied or called untrue, in text order."""
    for sentence in article.sentences:
        words = words_in(article, sentence)
        matters = (_matter(article, words, number, sentence[1]) for number in range(1, len(words)))
        told = [span for span in matters if span is not None]
        labelled = _labelled(article, sentence)
        if labelled is not None and not any(labelled[0] < high and low < labelled[1] for low, high in told):
            told.append(labelled)
        yield from sorted(told)


def _labelled(article: AnnotatedArticle, sentence: Span) -> Span | None:
    """What is called untrue before or behind words that are no noun of saying."""
    found = LABELLED.search(article.text[slice(*sentence)])
    if found is None:
        return None
    low, high = (sentence[0] + at for at in found.span(found.lastgroup or 0))
    cut = CUT.search(article.text, low, high)
    words = article.text[low : cut.start() if cut is not None else high]
    return low, low + len(words.rstrip(" ,”\"’'\n"))


def _matter(article: AnnotatedArticle, words: Sequence[tuple[Span, str]], number: int, end: int) -> Span | None:
    """The matter that the word at ``number`` leads to, ``None`` where it leads to none that is denied."""
    (start, stop), link = words[number]
    before = [lemma for _, lemma in words[max(number - REACH, 0) : number]]
    doing = before[-1] in DENYING and article.text[start:stop].endswith("ing")
    if not doing and link not in LINKS:
        return None
    told, noun = start if doing else stop, before[-1] in SAYINGS or (link == "that" and bool(SAYINGS & set(before)))
    if link != "that" and "that" in [lemma for _, lemma in words[number + 1 : number + REACH]]:
        return None
    so = CALLED_SO.search(article.text, told, end) if noun else None
    denied = doing or (before[-1] in DENYING and link == "that") or (noun and bool(DENYING & set(before)))
    if not denied and (so is None or not (CALLING & set(before) or _linked(so))):
        return None
    cut = CUT.search(article.text, told, end)
    high = min([end, *(found.start() for found in (so, cut) if found is not None)])
    inside = [token for token, _ in words_in(article, (told, high)) if article.text[slice(*token)].strip(".,;:“”\"'")]
    return (inside[0][0], inside[-1][1]) if len(inside) > 1 or (inside and so is not None) else None


def _linked(so: re.Match[str]) -> bool:
    """Whether the matter itself is said to be untrue: "reports of a strike are false"."""
    return so[0].split()[0].casefold() in BEING.split("|")
