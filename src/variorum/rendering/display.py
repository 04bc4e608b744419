"""How source characters are shown: less furniture, less control characters, in one line."""

import re

from variorum.records import AnnotatedArticle
from variorum.records.article import Field, Span

ELLIPSIS = "…"
_UNSHOWN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\ufeff\u202a-\u202e\u2066-\u2069]|[\ud800-\udfff]")
"""Control characters, zero-width marks, direction overrides and lone surrogates: none can be read, some rewrite a screen."""


def clean(text: str) -> str:
    """``text`` in one line, without characters that cannot be shown (C0/C1 controls, direction overrides, surrogates)."""
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """``text`` with unshowable characters left out and its white space kept; lone surrogates become U+FFFD."""
    return _UNSHOWN.sub(lambda m: "\ufffd" if "\ud800" <= m[0] <= "\udfff" else "", text)


def source_text(article: AnnotatedArticle, field: Field) -> str:
    """The text that spans of ``field`` count in."""
    return article.text if field == "text" else article.title or ""


def shown(article: AnnotatedArticle, span: Span, field: Field = "text") -> str:
    """The characters of ``span`` less the article's furniture, in one line."""
    start, end = span
    source = source_text(article, field)
    if field == "title":
        return clean(source[start:end])
    pieces, at = [], start
    for gone in sorted((f.start, f.end) for f in article.furniture if f.start < end and start < f.end):
        pieces.append(source[at : max(at, gone[0])])
        at = max(at, gone[1])
    return clean("".join((*pieces, source[at:end])))


def shorten(text: str, limit: int) -> str:
    """``text`` cut at a word break so that it has at most ``limit`` characters, an ellipsis included."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    at = cut.rfind(" ")
    return cut[: at if at > limit // 2 else len(cut)].rstrip(" ,;:–—-") + ELLIPSIS


def shorten_front(text: str, limit: int) -> str:
    """The same cut at its front."""
    return shorten(text[::-1], limit)[::-1]


def trimmed(source: str, span: Span) -> Span:
    """``span`` without white space at its edges and without the quotation marks that enclose all of it, or dangle."""
    start, end = _stripped(source, *span)
    while end - start > 1 and source[start] in QUOTES and source[end - 1] in QUOTES:
        start, end = _stripped(source, start + 1, end - 1)
    inside = sum(c in QUOTES for c in source[start + 1 : end - 1])
    if start < end and not inside:
        start += source[start] in QUOTES
        end -= end > start and source[end - 1] in QUOTES
        start, end = _stripped(source, start, end)
    return (start, end) if start < end else span


def _stripped(source: str, start: int, end: int) -> Span:
    while start < end and source[start].isspace():
        start += 1
    while end > start and source[end - 1].isspace():
        end -= 1
    return start, end


QUOTES = '"“”„«»'
