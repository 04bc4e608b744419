"""Attributions beside their content: ``X, he said``; ``the plan, he said, would fail``; ``according to the report, X``."""

from spacy.tokens import Token

from variorum.annotation.attribution_content import Content
from variorum.annotation.attribution_page import Page, TokenRange
from variorum.annotation.attribution_sources import Source
from variorum.annotation.cues import Cue

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_BREAKS = (",", "—", "–", "--", "?", "!", ";", "-", "...", "…")
_ADVERBIAL_END = (",", ";", ".", "—", "–", "--", ":", "?", "!", "-")
_VERBAL = ("VERB", "AUX")


def around(page: Page, cue: Cue, source: Source | None) -> Content | None:
    """The sentence less the clause of ``cue``, where that clause stands apart from it by a comma, dash or closing mark."""
    start, end = cue_clause(page, cue, source)
    first, last = page.sentence(cue.head)
    left = _left_part(page, first, start)
    if left is None:
        return None
    right = _right_part(page, cue.head, left, end, last)
    if not _has_finite(page, (*left, *right)) and not _mostly_quoted(page, left):
        return None
    return Content(frozenset((*left, *right)), "after" if not right else "around")


def cue_clause(page: Page, cue: Cue, source: Source | None) -> TokenRange:
    """The tokens of the attribution itself: source, cue and the adverbials after it up to the next punctuation."""
    low = min(cue.tokens)
    high = max(cue.tokens) + 1
    if source is not None and page.sentence_at[source.head.i] == page.sentence_at[cue.head.i]:
        near = abs(source.head.i - cue.head.i) < 40
        low, high = (min(low, source.start), max(high, source.end)) if near else (low, high)
    limit = page.sentence(cue.head)[1]
    while high < limit and page.doc[high].text not in _ADVERBIAL_END and page.quote_at[high] == page.quote_at[cue.head.i]:
        high += 1
    return low, high


def _left_part(page: Page, first: int, start: int) -> range | None:
    if start <= first + 1:
        return None
    i = start - 1
    while i > first and page.doc[i].is_space:
        i -= 1
    before = page.doc[i]
    if before.text in _BREAKS or page.quote_at[i] >= 0:
        return range(first, start)
    return None


def _right_part(page: Page, verb: Token, left: range, end: int, last: int) -> range | tuple[()]:
    """What follows a parenthesis, where the sentence goes on: its main verb stands there."""
    if end >= last or page.doc[end].text not in _BREAKS:
        return ()
    rest = range(end + 1, last)
    parenthesis = verb.dep_ in ("parataxis", "ccomp", "advcl", "relcl", "dep") and verb.head.i in rest
    if parenthesis or not _has_finite(page, tuple(left)):
        return rest if _has_finite(page, tuple(rest)) else ()
    return ()


def _has_finite(page: Page, tokens: tuple[int, ...]) -> bool:
    return any(page.doc[i].tag_ in _FINITE for i in tokens)


def _mostly_quoted(page: Page, tokens: range) -> bool:
    words = [i for i in tokens if not page.doc[i].is_punct]
    return bool(words) and sum(page.quote_at[i] >= 0 for i in words) * 2 > len(words)


def according_to(page: Page, token: Token) -> tuple[Content, Token] | None:
    """Content and source head of ``according to X``: the clause that the phrase belongs to, without the phrase."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(page.doc) and page.doc[token.i + 1].lower_ == "to":
        to = page.doc[token.i + 1]
    head = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None) if to is not None else None
    if head is None or head.pos_ in _VERBAL:
        return None
    first, last = page.sentence(token)
    phrase = range(token.i, min(head.right_edge.i + 1, last))
    clause = _clause_around(page, token, phrase, first, last)
    return (Content(frozenset(clause), "according"), head) if clause else None


def _clause_around(page: Page, token: Token, phrase: range, first: int, last: int) -> set[int]:
    """The whole sentence where the phrase opens or closes it; otherwise the clause that holds it."""
    everything = set(range(first, last))
    opens = token.i <= first + 2
    closes = all(page.doc[i].is_punct or page.doc[i].is_space for i in range(phrase.stop, last))
    if opens or closes:
        return everything - set(phrase)
    clause = next(
        (a for a in token.ancestors if a.pos_ in _VERBAL and a.dep_ in ("ROOT", "ccomp", "conj", "relcl", "advcl")), None
    )
    tokens = {t.i for t in clause.subtree} & everything if clause is not None else everything
    return tokens - set(phrase)
