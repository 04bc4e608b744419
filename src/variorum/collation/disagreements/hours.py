"""Two accounts of one time that a report sets side by side: "the line writes 17:42, the port says 17:38".

Where somebody says nothing but a time, it answers the time that another voice has given right before.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.collation.claims.sentences import sentence_at
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.claims.words import LANGUAGE
from variorum.collation.moments.find import Moment, find_moments, relate_moments
from variorum.language.lexicon import alternatives, marked
from variorum.records.article import Span


def _words(mark: str) -> str:
    """The words of the list with that mark as the alternatives of a pattern, with any space between their parts."""
    return alternatives(marked(LANGUAGE, "time_tellers", mark)).replace(" ", r"\s+")


BARE, DATING, OPENS, TURNS = (_words(mark) for mark in ("bare", "dating", "opens", "turns"))
TOLD_BARE = re.compile(
    rf"\b(?:(?:{BARE})\s+(?:(?:{_words('it_was')})\s+)?"
    rf"|(?:{DATING})\s+(?:(?:(?:{OPENS})\s+\w+|{_words('dated')})\s+){{0,2}}(?:(?:{_words('joins')})\s+)?)"
    rf"(?:{_words('roughly')})?\s*$",
    re.IGNORECASE,
)
"""Words before a time that is all that somebody says: "says", "gives the hour as", "puts it at"."""

LEFT_OUT = re.compile(rf"[,;]\s+(?:(?:{TURNS})\s+)?(?:(?:{OPENS})\s+)?(?:[^\s,;.]+\s+){{1,3}}$", re.IGNORECASE)
"""Words before a time whose verb is left out behind another such time ("the agency says 8.40, the ministry 8.55")."""

TOLD = re.compile(rf"\b(?:{BARE}|{DATING}|{_words('credits')})\b", re.IGNORECASE)
ENDS = re.compile(rf"\s*(?:[.,;!?”\")]|\s(?:{_words('leads_on')})\b|$)", re.MULTILINE)
NEAR = 160
"""Characters between two times that answer each other."""


def hour_verdicts(statements: Sequence[Statement]) -> Iterator[Verdict]:
    """A conflict for every time that is all that a voice says and the one given right before it that exclude each other."""
    moments = sorted(find_moments(statements), key=lambda m: (m.article.id, m.time.start))
    for a, b in pairwise(moments):
        near = a.article.id == b.article.id and b.time.start - a.time.end <= NEAR and _by_clock(a) == _by_clock(b)
        if near and relate_moments(a, b)[0] == "apart" and _answers(a, b):
            yield _verdict(a, b)


def _by_clock(moment: Moment) -> bool:
    return moment.grain == "clock"


def _answers(a: Moment, b: Moment) -> bool:
    """Whether the second is all that somebody says, and somebody is credited with the first."""
    text, sentence = a.article.text, _sentence(a)
    if not ENDS.match(text, b.time.end) or not TOLD.search(text, sentence[0], a.time.start):
        return False
    if _is_bare(b):
        return True
    between = text[a.time.end : b.time.start]
    return _is_bare(a) and b.time.start < sentence[1] and LEFT_OUT.fullmatch(between) is not None


def _is_bare(moment: Moment) -> bool:
    before = moment.article.text[_sentence(moment)[0] : moment.time.start]
    return TOLD_BARE.search(before) is not None


def _sentence(moment: Moment) -> Span:
    return sentence_at(moment.article, moment.time.start, moment.time.end)


def _verdict(a: Moment, b: Moment) -> Verdict:
    words = [" ".join(m.article.text[m.time.start : m.time.end].split()) for m in (a, b)]
    one, other = (
        Side(m.article, (m.time.start, m.time.end), word, m.statement.speaker if m.statement is not None else None)
        for m, word in zip((a, b), words, strict=True)
    )
    reason = f"“{words[0]}” by one voice, “{words[1]}” by another, set side by side."
    return Verdict("date", "conflict", (one, other), "time", 0.8, reason)
