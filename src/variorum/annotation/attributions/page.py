"""One analysed article laid out for finding attributions: paragraphs, sentences and quotation marks by token."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from variorum.annotation.attributions.marks import Quoted, find_quoted
from variorum.records.annotation import Spans
from variorum.records.article import Span

TokenRange = tuple[int, int]

_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.'’-]+(?:[ ,/]+[A-Z][\w.'’-]*){0,6}\s*(?:,[^–—\n]{0,40})?(?:\([^()\n]{2,40}\)\s*)?(?:[–—]|--|\s-\s)"
    r"|[A-Z][\w.'’-]+(?:[ ,]+[A-Z][\w.'’-]*){0,5}\s*\([^()\n]{2,40}\)\s*(?:[–—-]|--))\s*"
)
_CLOCK = re.compile(
    r"\s*[\[(]?(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s(?:[A-Z]{3,4}|local time)\b)?[\])]?"
    r"\s*(?:[-–—|:]\s*)?(?=[\"“‘'«]|[A-Z])"
)
"""The time that opens an entry of a live report."""
_STRIPPED = " \t\n\r,;:–—-…*•"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its tokens ``[start, end)``, where its text proper begins (after a dateline), whether it is a heading."""

    start: int
    end: int
    body: int
    heading: bool


@dataclass(frozen=True, slots=True)
class Page:
    """``quote_at[i]`` is the index in ``quoted`` (outermost) that token ``i`` lies in, or -1; likewise the others by token."""

    doc: Doc
    raw: str
    quoted: tuple[Quoted, ...]
    inner: tuple[Quoted, ...]
    blocks: tuple[Block, ...]
    sentences: tuple[TokenRange, ...]
    quote_at: tuple[int, ...]
    block_at: tuple[int, ...]
    sentence_at: tuple[int, ...]

    def text(self, start: int, end: int) -> str:
        """The text of tokens ``[start, end)`` without the space after it."""
        return self.doc[start:end].text if start < end else ""

    def chars(self, start: int, end: int) -> Span:
        """The character span of tokens ``[start, end)``."""
        last = self.doc[end - 1]
        return self.doc[start].idx, last.idx + len(last)

    def tokens_of(self, quoted: Quoted) -> TokenRange:
        """The tokens inside the marks of ``quoted``."""
        span = self.doc.char_span(*quoted.inner, alignment_mode="expand")
        return (span.start, span.end) if span is not None else (0, 0)

    def sentence(self, token: Token) -> TokenRange:
        """The sentence of ``token``, begun after the dateline of its paragraph."""
        start, end = self.sentences[self.sentence_at[token.i]]
        return max(start, min(self.blocks[self.block_at[token.i]].body, token.i)), end


def lay_out(doc: Doc) -> Page:
    """The layout of ``doc``."""
    raw = doc.text
    everything = find_quoted(raw)
    quoted = tuple(q for q in everything if q.level == 0)
    inner = tuple(q for q in everything if q.level > 0)
    blocks = _blocks(doc)
    sentences = _sentences(doc)
    return Page(
        doc,
        raw,
        quoted,
        inner,
        blocks,
        sentences,
        _quote_at(doc, quoted),
        _index(len(doc), [(b.start, b.end) for b in blocks]),
        _index(len(doc), sentences),
    )


def _sentences(doc: Doc) -> tuple[TokenRange, ...]:
    """The sentences of the parse; those it cut after a comma or before a dash are one, since nothing ends there."""
    joined: list[TokenRange] = []
    for sentence in doc.sents:
        if joined and _runs_on(doc, sentence.start):
            joined[-1] = (joined[-1][0], sentence.end)
        else:
            joined.append((sentence.start, sentence.end))
    return tuple(joined)


def _runs_on(doc: Doc, start: int) -> bool:
    """Whether what the parse begins at ``start`` goes on with the sentence before (``X leaked,`` / ``the office said``)."""
    before, first = doc[start - 1], doc[start]
    if before.is_space or first.is_space:
        return False
    dash = first.text in _DASHES and start + 1 < len(doc) and doc[start + 1].text[:1].islower()
    return "," in (before.text, first.text) or dash


_DASHES = ("–", "—", "--")


def _index(size: int, ranges: tuple[TokenRange, ...] | list[TokenRange]) -> tuple[int, ...]:
    index = [0] * size
    for number, (start, end) in enumerate(ranges):
        index[start:end] = [number] * (end - start)
    return tuple(index)


def _quote_at(doc: Doc, quoted: tuple[Quoted, ...]) -> tuple[int, ...]:
    index = [-1] * len(doc)
    number = 0
    for token in doc:
        while number < len(quoted) and quoted[number].end <= token.idx:
            number += 1
        if number < len(quoted) and quoted[number].start <= token.idx:
            index[token.i] = number
    return tuple(index)


def _blocks(doc: Doc) -> tuple[Block, ...]:
    blocks: list[Block] = []
    start = 0
    for token in doc:
        if token.is_space and "\n" in token.text:
            _add_block(doc, start, token.i, blocks)
            start = token.i
    _add_block(doc, start, len(doc), blocks)
    return tuple(blocks)


def _add_block(doc: Doc, start: int, end: int, blocks: list[Block]) -> None:
    """Add the paragraph of tokens ``[start, end)``; spaces in front of it belong to it, so that blocks cover the text."""
    first = start
    while first < end and doc[first].is_space:
        first += 1
    if first == end:
        return
    text = doc[first:end].text
    open_end = text.rstrip(" \"'”’»")[-1:] not in (".", "!", ":", ";", "…", ",") and _heads(doc, first, end)
    heading = len(text) < 200 and (open_end or (not blocks and _in_title_case(text)))
    blocks.append(Block(start, end, _after_dateline(doc, first, end, text), heading))


def _heads(doc: Doc, first: int, end: int) -> bool:
    """Whether a line without a full stop stands like a heading: no quotation mark that only ends it."""
    return not (doc[end - 1].text in ("”", '"', "’") and doc[end - 2].text in (".", "!", "?", ","))


def _in_title_case(text: str) -> bool:
    """Whether nearly all longer words of a line begin with a capital, as in American headlines."""
    longer = re.findall(r"[^\W\d_]{4,}", text)
    return len(longer) > 3 and sum(w[0].isupper() for w in longer) * 10 >= len(longer) * 9


def _after_dateline(doc: Doc, first: int, end: int, text: str) -> int:
    match = _DATELINE.match(text[:120]) or _CLOCK.match(text[:40])
    if not match or match.end() >= len(text):
        return first
    offset = doc[first].idx + match.end()
    return next((i for i in range(first, end) if doc[i].idx >= offset), first)


def trimmed(page: Page, span: Span) -> Span:
    """``span`` without white space, commas, dashes and an odd quotation mark or bracket at its edges."""
    text, (start, end) = page.raw, span
    while start < end and text[start] in _STRIPPED:
        start += 1
    while start < end and text[end - 1] in _STRIPPED:
        end -= 1
    return start, end


def spans_of(page: Page, tokens: set[int]) -> Spans:
    """The runs of ``tokens`` as character spans; runs that only punctuation separates are joined, edges are trimmed."""
    runs: list[list[int]] = []
    words = [i for i in sorted(tokens) if not page.doc[i].is_punct and not page.doc[i].is_space]
    for i in words:
        if runs and all(_joins(page, k) for k in range(runs[-1][1] + 1, i)):
            runs[-1][1] = i
        else:
            runs.append([i, i])
    wider = [_with_punctuation(page, tokens, first, last) for first, last in runs]
    return tuple(s for s in (trimmed(page, _run(page, first, last)) for first, last in wider) if s[0] < s[1])


def _joins(page: Page, i: int) -> bool:
    token = page.doc[i]
    return (token.is_punct or token.is_space) and "\n" not in token.text


def _with_punctuation(page: Page, tokens: set[int], first: int, last: int) -> TokenRange:
    while first - 1 in tokens and page.doc[first - 1].is_punct:
        first -= 1
    while last + 1 in tokens and page.doc[last + 1].is_punct:
        last += 1
    return first, last


def _run(page: Page, first: int, last: int) -> Span:
    """Characters of tokens ``first..last`` without a final full stop, with outer quotation marks only in pairs."""
    doc = page.doc
    while first < last and (
        doc[first].is_space or (doc[first].is_punct and page.quote_at[first] < 0 and doc[first].text not in "([")
    ):
        first += 1
    while last > first and _hangs_loose(page, last):
        last -= 1
    return _balanced(page, page.chars(first, last + 1))


def _hangs_loose(page: Page, i: int) -> bool:
    token = page.doc[i]
    if token.is_space or token.dep_ == "cc" or (token.lower_ == "by" and token.pos_ == "ADP"):
        return True
    return token.is_punct and page.quote_at[i] < 0 and token.text not in ")]"


def _balanced(page: Page, span: Span) -> Span:
    start, end = span
    for quoted in (*page.quoted, *page.inner):
        if quoted.end <= start or quoted.start >= end:
            continue
        if quoted.start <= start and end >= quoted.inner[1] and end <= quoted.end and start <= quoted.inner[0]:
            return quoted.inner
        if quoted.start == start and end < quoted.inner[1]:
            start = quoted.inner[0]
        elif quoted.start < start and quoted.inner[1] < end == quoted.end:
            end = quoted.inner[1]
        elif start < quoted.start and end == quoted.inner[1] and quoted.closed:
            end = quoted.end
        elif start == quoted.inner[0] and end > quoted.end:
            start = quoted.start
    return start, end
