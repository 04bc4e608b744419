"""Which words of a report are somebody's speech, which merely frame it, and which are the outlet's own."""

import re
from collections.abc import Iterator
from typing import Literal

from variorum.collation.reuse.texts import CodedText
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Span

Voice = Literal["own", "reported", "speech", "frame"]
"""``speech``: in quotation marks; ``reported``: indirect speech, in the outlet's words; ``frame``: who said it, and how.
What somebody wants, holds or decides is told in the outlet's words: such a cue ("voted against", "has engaged") frames no
speech."""

_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'


LEAST_MARKED = 4
"""Words in quotation marks without an attribution are speech from so many on; fewer may be a word held at arm's length."""
_PARAGRAPH = re.compile(r"[^\n]+")


def voices(text: CodedText) -> tuple[Voice, ...]:
    """The voice of each word of ``text``; all words are the outlet's own where the article is not annotated."""
    labels: list[Voice] = ["own"] * len(text)
    if isinstance(text.article, AnnotatedArticle):
        for quotation in text.article.quotations:
            for voice, span in _parts(text.article.text, quotation):
                for number in text.number(*span):
                    labels[number] = _stronger(labels[number], voice)
        for paragraph in _PARAGRAPH.finditer(text.article.text):
            for span in marked_spans(text.article.text, paragraph.span()):
                numbers = text.number(*span)
                if len(numbers) >= LEAST_MARKED:
                    labels[numbers.start : numbers.stop] = ["speech"] * len(numbers)
    return tuple(labels)


def _parts(text: str, quotation: Quotation) -> Iterator[tuple[Voice, Span]]:
    if quotation.field != "text":
        return
    if quotation.act == "speech":
        yield from (("frame", span) for span in (*quotation.cue, *quotation.source))
    for span in quotation.content:
        yield ("speech" if quotation.kind == "direct" else "reported"), span
        if quotation.kind == "mixed":
            yield from (("speech", marked) for marked in marked_spans(text, span))


def _stronger(one: Voice, other: Voice) -> Voice:
    order: tuple[Voice, ...] = ("own", "reported", "frame", "speech")
    return max(one, other, key=order.index)


def marked_spans(text: str, span: Span) -> list[Span]:
    """The stretches of ``span`` that stand in double quotation marks (a mark just outside its ends counts)."""
    start, opened, found = span[0], None, []
    for place in range(max(0, span[0] - 1), min(len(text), span[1] + 1)):
        mark = text[place]
        if mark in _OPENING or (mark == _STRAIGHT and opened is None):
            opened = max(start, place + 1)
        elif mark in _CLOSING or mark == _STRAIGHT:
            found.append((start if opened is None else opened, min(place, span[1])))
            opened = None
    if opened is not None:
        found.append((opened, span[1]))
    return [(s, e) for s, e in found if s < e]
