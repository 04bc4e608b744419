"""Who goes on speaking in a sentence that has no cue and only some words of it in quotation marks."""

from variorum.annotation.attributions.assembly import Attribution
from variorum.annotation.attributions.carrying import outermost
from variorum.annotation.attributions.page import Page

CARRIED_HERE, CARRIED_NEXT = 0.72, 0.66
"""Scores of a quotation without cue after one with a cue: in the same paragraph, in a paragraph of its own (by judgement)."""
_FINITE = ("VBD", "VBZ", "VBP", "MD", "VB")


def carried(anchor: int, tokens: frozenset[int], follows: int, score: float) -> Attribution:
    """Words without a cue of their own, given to the speaker of attribution ``follows``."""
    return Attribution(
        (), anchor, "", tokens, None, None, ("carried", "carried"), "speech", "positive", "asserted", score, follows=follows
    )


def predicated(page: Page, start: int, end: int, linked: list[Attribution]) -> Attribution | None:
    """``She said that one house in five was empty. The plan was "too little".``: the speaker of the sentence before, in the
    same paragraph, goes on where what is quoted in ``[start, end)`` is said of something (``is``, ``would be``)."""
    first, last = page.sentence(page.doc[start])
    number = page.sentence_at[start]
    if number == 0 or not _said_of_something(page, start, first) or not page.doc[start].text[:1].islower():
        return None
    before, _ = page.sentences[number - 1]
    if page.block_at[before] != page.block_at[start] or any(first <= a.anchor < last for a in linked):
        return None
    speaking = [a for a in linked if before <= a.anchor < first and a.act in ("speech", "document") and outermost(page, a)]
    known = [a for a in speaking if a.speaker is not None or a.follows is not None]
    if not known:
        return None
    return carried(first, frozenset(range(first, last)), max(known, key=lambda a: a.anchor).anchor, CARRIED_HERE)


def _said_of_something(page: Page, start: int, first: int) -> bool:
    """Whether a form of ``be`` leads to the quotation, an adverb or ``not`` between them at most."""
    i = start - 2
    while i > first and page.doc[i].tag_ == "RB":
        i -= 1
    return i > first and page.doc[i].lemma_ == "be" and page.quote_at[i] < 0
