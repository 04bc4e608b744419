"""Words in quotation marks, found over the whole text before anything else: straight, curly, single, guillemets.

Works on characters and paragraphs only, since sentence splitters cut inside quotations. Apostrophes are no marks; a mark
without a partner is tolerated: a quotation may run on to the end of its paragraph (the next then opens with a mark
again), and a mark that fits nowhere is left alone.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from variorum.annotation.words.lists import alternation
from variorum.records.article import Span

Side = Literal["open", "close", "either"]

_MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚‹›']")
_PARAGRAPH = re.compile(r"[^\n]*[^\n\s][^\n]*")
_OPENING = "“„‟«‘‚‹``"
_CLOSING = "”»’›"
_SINGLE = "‘’‚‹›'"
_BEFORE_OPEN = "([{—–-/\"“‘'«:"
_AFTER_CLOSE = ".,;:!?)]}—–-…/\"”’'»"
_NOT_OPENED = ",;:!?)]}"
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
_MOVED = re.compile(r'[,.!?] "(?=\w)')


@functools.cache
def _elision() -> re.Pattern[str]:
    return re.compile(rf"(?:\d0s|{alternation('elided')})\b", re.I)


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words in quotation marks. ``start``/``end`` include the marks, ``inner`` does not; ``level`` 0 is outermost.

    ``closed`` is false where the quotation runs to the end of its paragraph without a closing mark; ``continues`` says
    that it goes on from the unclosed one in the paragraph before.
    """

    start: int
    end: int
    inner: Span
    level: int = 0
    closed: bool = True
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    side: Side
    single: bool
    curly: bool


def find_quoted(text: str) -> tuple[Quoted, ...]:
    """All words in quotation marks in ``text``, by start; offsets are characters of ``text``."""
    paragraphs = [m.span() for m in _PARAGRAPH.finditer(text)]
    found: list[Quoted] = []
    running = False
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        here = _in_paragraph(text, paragraph, running=running, goes_on=_opens(text, following))
        if running and here and not text[paragraph[0] : here[0].start].strip():
            here[0] = replace(here[0], continues=True)
        found += here
        outer = [q for q in here if q.end >= _stripped_end(text, paragraph)]
        running = bool(outer) and not outer[-1].closed
    return tuple(_with_levels(sorted(found, key=lambda q: (q.start, -q.end))))


def _opens(text: str, paragraph: Span | None) -> bool:
    return paragraph is not None and text[slice(*paragraph)].lstrip()[:1] in ("“", '"', "„", "«", "‘", "`", "'")


def _stripped_end(text: str, paragraph: Span) -> int:
    return paragraph[0] + len(text[slice(*paragraph)].rstrip())


def _in_paragraph(text: str, paragraph: Span, *, running: bool, goes_on: bool) -> list[Quoted]:
    marks = list(_marks(text, paragraph))
    doubles = _pair_doubles(text, paragraph, [m for m in marks if not m.single], running=running, goes_on=goes_on)
    singles = _pair_singles(text, paragraph, [m for m in marks if m.single], doubles, goes_on=goes_on)
    enclosed = [q for q in doubles if not any(s.start < q.start < s.end < q.end for s in singles)]
    filled = [q for q in enclosed + singles if text[slice(*q.inner)].strip()]
    return sorted(filled, key=lambda q: (q.start, -q.end))


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    start, end = paragraph
    for match in _MARK.finditer(text, start, end):
        sign = match.group()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        side = _side(sign, before, after, text[match.end() : match.end() + 6])
        if sign == "”" and match.start() == start:
            side = "open"
        if side:
            single = sign in _SINGLE
            yield _Mark(match.start(), match.end(), side, single, sign not in ("'", '"'))


def _side(sign: str, before: str, after: str, rest: str) -> Side | None:
    """Whether the mark can open or close here; ``None`` for an apostrophe or a measure (``6'2"``)."""
    can_open = (before.isspace() or before in _BEFORE_OPEN) and not (after.isspace() or after in _NOT_OPENED)
    can_close = not before.isspace() and (after.isspace() or after in _AFTER_CLOSE)
    if sign in _SINGLE:
        return _single_side(sign, before, after, rest, can_open=can_open, can_close=can_close)
    if sign in _OPENING:
        return "close" if can_close and not can_open else "open"
    if sign in _CLOSING:
        return "open" if can_open and not can_close and after.isalnum() else "close"
    if can_open != can_close:
        return "open" if can_open else "close"
    return "either"


def _single_side(sign: str, before: str, after: str, rest: str, *, can_open: bool, can_close: bool) -> Side | None:
    if before.isalnum() and after.isalnum():
        return None
    if sign in "‘‚‹":
        return None if before.isalnum() else "open"
    if can_open and not (can_close and before in _AFTER_CLOSE):
        return None if sign != "'" or _elision().match(rest) or not (after.isalnum() or after in '["“…') else "open"
    return "close" if can_close else None


def _pair_doubles(text: str, paragraph: Span, marks: list[_Mark], *, running: bool, goes_on: bool) -> list[Quoted]:
    found: list[Quoted] = []
    opened: _Mark | None = None
    for number, mark in enumerate(marks):
        moved = (opened is not None or (running and not number)) and _is_moved(text, mark, marks[number + 1 :])
        if not moved and (mark.side == "open" or (mark.side == "either" and opened is None)):
            opened = mark
        elif opened is not None:
            found.append(Quoted(opened.start, mark.end, (opened.end, mark.start)))
            opened = None
        elif number == 0 and (start := _missing_start(text, paragraph, mark, running=running)) is not None:
            found.append(Quoted(start, mark.end, (start, mark.start), continues=running))
    if opened is not None and (last := _to_paragraph_end(text, paragraph, opened, goes_on=goes_on)):
        found.append(last)
    return found


def _is_moved(text: str, mark: _Mark, later: list[_Mark]) -> bool:
    """Whether a straight mark that looks like an opening one closes what is open (``"It is over, "Roe said``): the space that
    belongs behind it stands before it, after a comma or full stop, and no mark that closes comes next."""
    following = later[0].side if later else "open"
    return mark.side == "open" and following == "open" and bool(_MOVED.match(text, max(0, mark.start - 2)))


def _missing_start(text: str, paragraph: Span, mark: _Mark, *, running: bool) -> int | None:
    """Where a quotation whose opening mark is missing begins: the paragraph when it runs on, else its last sentence."""
    first = paragraph[0] + len(text[slice(*paragraph)]) - len(text[slice(*paragraph)].lstrip())
    if running:
        return first
    if text[mark.start - 1] not in ",.!?":
        return None
    breaks = [m.end() for m in _SENTENCE_END.finditer(text, first, mark.start - 1)]
    return breaks[-1] if breaks else first


def _to_paragraph_end(text: str, paragraph: Span, mark: _Mark, *, goes_on: bool) -> Quoted | None:
    """An unclosed quotation, where what stands before it makes it believable that it runs to the end of the paragraph."""
    before = text[paragraph[0] : mark.start].rstrip()
    if before and before[-1] not in ",:" and not goes_on:
        return None
    end = _stripped_end(text, paragraph)
    return Quoted(mark.start, end, (mark.end, end), closed=False)


def _pair_singles(text: str, paragraph: Span, marks: list[_Mark], doubles: list[Quoted], *, goes_on: bool) -> list[Quoted]:
    found: list[Quoted] = []
    free = 0
    for number, mark in enumerate(marks):
        if mark.side != "open" or mark.start < free:
            continue
        closing = _closing_single(text, mark, marks[number + 1 :], doubles)
        if closing is not None:
            found.append(Quoted(mark.start, closing.end, (mark.end, closing.start)))
            free = closing.end
        elif mark.curly and goes_on and not text[paragraph[0] : mark.start].strip():
            end = _stripped_end(text, paragraph)
            found.append(Quoted(mark.start, end, (mark.end, end), closed=False))
    return found


def _closing_single(text: str, mark: _Mark, later: list[_Mark], doubles: list[Quoted]) -> _Mark | None:
    """The partner of a single opening mark: after punctuation first, a possible possessive (``players'``) last."""
    region = _region(mark.start, doubles)
    candidates: list[_Mark] = []
    for other in later:
        if other.side == "open":
            break
        if _region(other.start, doubles) == region and other.curly == mark.curly:
            candidates.append(other)
    after = [(text[other.start - 1], other) for other in candidates if other.start > mark.end]
    stops = (other for before, other in after if before in ",.!?…")
    plain = (other for before, other in after if before not in "sS")
    return next(iter((*stops, *plain, *(other for _, other in after))), None)


def _region(position: int, doubles: list[Quoted]) -> int:
    return next((n for n, q in enumerate(doubles) if q.start < position < q.end), -1)


def _with_levels(found: list[Quoted]) -> Iterator[Quoted]:
    around: list[Quoted] = []
    for quoted in found:
        around = [q for q in around if q.end >= quoted.end]
        yield replace(quoted, level=len(around))
        around.append(quoted)
