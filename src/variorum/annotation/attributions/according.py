"""Attributions with ``according to X``: the clause, the source and where it ends."""

from spacy.tokens import Token

from variorum.annotation.attributions.content import VERBAL, Content
from variorum.annotation.attributions.cues import LANGUAGE
from variorum.annotation.attributions.order import clause_around, has_finite, subject_before
from variorum.annotation.attributions.page import Page
from variorum.annotation.attributions.sources import head_of
from variorum.language.lexicon import words

_FINITE = ("VBD", "VBZ", "VBP", "MD")


def according_to(page: Page, token: Token) -> tuple[Content, Token, int] | None:
    """Content, source head and end of ``according to X``: the clause that the phrase belongs to, without the phrase."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(page.doc) and page.doc[token.i + 1].lower_ == "to":
        to = page.doc[token.i + 1]
    head = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None) if to is not None else None
    if to is None or head is None:
        return None
    first, last = page.sentence(token)
    end = min(_source_end(page, head, last), _before_own_clause(head, last))
    if token.i <= first + 2 and (head.pos_ in VERBAL or _starts_finite(page, end, last)):
        shorter = _up_to_comma(page, to.i + 1, last)
        head, end = shorter if shorter is not None and has_finite(page, tuple(range(shorter[1], last))) else (head, end)
    if head.pos_ in VERBAL:
        return None
    clause = clause_around(page, token, range(token.i, end), first, last)
    return (Content(frozenset(clause), "according"), head, end) if clause else None


def _starts_finite(page: Page, start: int, last: int) -> bool:
    """Whether what follows is nothing or begins with a verb: its subject has been taken for a part of the source."""
    word = next((page.doc[i] for i in range(start, last) if not page.doc[i].is_punct), None)
    return word is None or word.tag_ in _FINITE


def _up_to_comma(page: Page, start: int, last: int) -> tuple[Token, int] | None:
    """Head and end of the source that begins at ``start`` by its comma (``according to its head, Ann Orr, X``)."""
    end = next((i for i in range(start, last) if page.doc[i].text == "," and page.quote_at[i] < 0), last)
    head = head_of(page, (start, end))
    return (head, _name_behind(page, head, end, last)) if head is not None and end < last else None


def _before_own_clause(head: Token, last: int) -> int:
    """``according to the office she had left``: where the parse hangs the reported clause on the source, it begins with a
    subject of its own and no relative word."""
    for child in head.rights:
        subject = subject_before(child) if child.dep_ == "relcl" else None
        if subject is not None and subject.left_edge.i == child.left_edge.i == head.i + 1 and subject.tag_ == "PRP":
            return head.i + 1
    return last


def _source_end(page: Page, head: Token, last: int) -> int:
    """The end of the phrase after ``according to``; an apposition that closes the sentence belongs to it."""
    end = _name_behind(page, head, min(head.right_edge.i + 1, last), last)
    if end < last and page.doc[end].text in (",", "”", '"') and not has_finite(page, tuple(range(end, last))):
        joined = any(page.doc[i].dep_ == "cc" for i in range(end, min(end + 3, last)))
        return end if joined or _goes_on(page, end + 1, last) else last
    return end


def _goes_on(page: Page, start: int, last: int) -> bool:
    """``The boat sailed, according to the owner, at 5:10``: what follows the comma is no apposition to a source."""
    token = page.doc[start] if start < last else None
    return token is not None and (token.pos_ in ("ADP", "ADV") or token.lower_ == "nothing") and token.lower_ != "of"


def _name_behind(page: Page, head: Token, end: int, last: int) -> int:
    """``according to its director, Ann Orr, the hall ...``: behind the full name between commas; else ``end``."""
    if head.lemma_.lower() not in words(LANGUAGE, "person_words") or end >= last or page.doc[end].text != ",":
        return end
    close = next((i for i in range(end + 1, min(end + 6, last)) if page.doc[i].text == ","), end)
    named = close > end + 2 and all(page.doc[i].pos_ == "PROPN" for i in range(end + 1, close))
    return close if named else end
