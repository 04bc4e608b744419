"""A report's text as markup: every passage with findings marked in place, furniture greyed, notes beside each paragraph."""

import bisect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from variorum.records.article import Field, Span
from variorum.rendering.display import shorten, shown, source_text, visible
from variorum.rendering.edition import Report
from variorum.rendering.evidence import KINDS, Mark
from variorum.rendering.wording import FURNITURE

LONG = 700
"""Passages of more characters (whole reports, mostly) are not underlined: the line would say nothing."""


@dataclass(frozen=True, slots=True)
class Note:
    """One passage's findings: (kind, words, anchor of the finding). ``label`` is its number, or the words of a mere name."""

    label: str
    anchor: str
    passage: str
    entries: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's markup and its notes; ``junk`` when nothing in it is report text."""

    markup: Markup
    notes: tuple[Note, ...]
    junk: bool
    heading: bool


@dataclass(frozen=True, slots=True)
class Transcript:
    """A report as printed: its outside title (empty markup when the title stands in the text) and its paragraphs."""

    report: Report
    title: Paragraph | None
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch to be wrapped: opening tag, what follows the closing one, and a rank for equal stretches."""

    start: int
    end: int
    opening: Markup
    after: Markup = Markup("")
    rank: int = 0


def transcribe(report: Report, marks: Sequence[Mark]) -> Transcript:
    """Print ``report`` with its ``marks``."""
    notes = _notes(report, marks)
    body = [n for n in notes if n[0] == "text"]
    spans = [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", report.article.text)]
    title_span = report.article.title_span
    outside = report.article.title if title_span is None else None
    title = _paragraph(report, "title", (0, len(outside)), [n for n in notes if n[0] == "title"]) if outside else None
    return Transcript(report, title, tuple(_paragraph(report, "text", s, body) for s in spans))


Noted = tuple[Field, Span, Note]


def _notes(report: Report, marks: Sequence[Mark]) -> list[Noted]:
    """One note for each distinct passage, numbered in text order; names alone take no number."""
    places: dict[tuple[Field, Span], list[Mark]] = {}
    for mark in marks:
        places.setdefault((mark.field, mark.span), []).append(mark)
    notes, number = [], 0
    for field, span in sorted(places, key=lambda p: (p[0] == "text", p[1][0], -p[1][1])):
        named = all(m.kind == "named" for m in places[field, span])
        number += not named
        label = f"“{shorten(shown(report.article, span, field), 40)}”" if named else str(number)
        notes.append((field, span, _note(report, label, field, span, places[field, span])))
    return notes


def _note(report: Report, label: str, field: Field, span: Span, marks: Sequence[Mark]) -> Note:
    entries = dict.fromkeys((m.kind, m.note, m.href) for m in sorted(marks, key=lambda m: KINDS.index(m.kind)))
    place = f"{'t' if field == 'title' else ''}{span[0]}-{span[1]}"
    return Note(label, f"{report.letter}-n{place}", f"{report.letter}-{place}", tuple(entries))


def _paragraph(report: Report, field: Field, span: Span, notes: Sequence[Noted]) -> Paragraph:
    start, end = span
    here = [(s, n) for _, s, n in notes if s[0] < end and start < s[1]]
    begun = tuple(n for s, n in here if start <= s[0])
    pieces = [_clip(_wrapping(s, n, last=s[1] <= end), span) for s, n in here]
    gone = [f for f in report.article.furniture if f.start < end and start < f.end] if field == "text" else []
    pieces += [_clip(_Piece(f.start, f.end, _furniture(f.kind), rank=9), span) for f in gone]
    source = source_text(report.article, field)
    kept = set(range(start, end)).difference(*(range(f.start, f.end) for f in gone))
    title_span = report.article.title_span if field == "text" else span
    return Paragraph(
        markup=wrap(source, span, pieces),
        notes=begun,
        junk=not any(not source[i].isspace() for i in kept),
        heading=title_span is not None and title_span[0] <= start < title_span[1],
    )


def _wrapping(span: Span, note: Note, *, last: bool) -> _Piece:
    kinds = dict.fromkeys(kind for kind, _, _ in note.entries)
    main = next(iter(kinds))
    look = f"m-{main} long" if span[1] - span[0] > LONG else f"m-{main}"
    opening = Markup('<span class="mark {}" id="{}">').format(look, note.passage)
    if not last or main == "named":
        return _Piece(*span, opening)
    number = Markup('<a class="number" href="#{}">{}</a>')
    return _Piece(*span, opening, number.format(note.anchor, note.label))


def _furniture(kind: str) -> Markup:
    return Markup('<span class="furniture" title="{}">').format(f"left out of the comparison: {FURNITURE.get(kind, kind)}")


def _clip(piece: _Piece, span: Span) -> _Piece:
    """The part of ``piece`` inside ``span``; a part that does not begin the passage carries no id."""
    start, end = max(piece.start, span[0]), min(piece.end, span[1])
    opening = piece.opening if start == piece.start else _without_id(piece.opening)
    return _Piece(start, end, opening, piece.after if end == piece.end else Markup(""), piece.rank)


def _without_id(opening: Markup) -> Markup:
    return Markup(re.sub(r' id="([^"]*)"', r' data-of="\1"', str(opening)))


def wrap(source: str, span: Span, pieces: Sequence[_Piece]) -> Markup:
    """``source[span]`` escaped, with ``pieces`` as nested elements; pieces that cross are split where they do."""
    out: list[str] = []
    stack: list[_Piece] = []
    at = span[0]

    def text_until(position: int) -> None:
        nonlocal at
        if position > at:
            out.append(str(escape(visible(source[at:position]))))
            at = position

    def close_until(position: int) -> None:
        while stack and stack[-1].end <= position:
            text_until(stack[-1].end)
            out.append(f"</span>{stack.pop().after}")

    queue = sorted(pieces, key=_nesting)
    for i, whole in enumerate(queue):  # grows while it is read: the rest of a split piece comes later
        close_until(whole.start)
        text_until(whole.start)
        piece = whole
        if stack and stack[-1].end < whole.end:
            piece, rest = _split(whole, stack[-1].end)
            bisect.insort(queue, rest, lo=i + 1, key=_nesting)
        out.append(str(piece.opening))
        stack.append(piece)
    close_until(span[1])
    text_until(span[1])
    return Markup("".join(out))


def _nesting(piece: _Piece) -> tuple[int, int, int, str]:
    return (piece.start, -piece.end, piece.rank, str(piece.opening))


def _split(piece: _Piece, at: int) -> tuple[_Piece, _Piece]:
    first = _Piece(piece.start, at, piece.opening, rank=piece.rank)
    return first, _Piece(at, piece.end, _without_id(piece.opening), piece.after, piece.rank)


def by_report(marks: Sequence[Mark]) -> Mapping[str, tuple[Mark, ...]]:
    """The marks of each report, by its letter."""
    sorted_out: dict[str, list[Mark]] = {}
    for mark in marks:
        sorted_out.setdefault(mark.letter, []).append(mark)
    return {letter: tuple(found) for letter, found in sorted_out.items()}
