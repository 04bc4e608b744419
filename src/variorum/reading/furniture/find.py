"""All furniture of one text, without overlaps."""

from collections.abc import Iterable

from variorum.reading.furniture.blocks import find_blocks, line_kind
from variorum.reading.furniture.datelines import find_datelines
from variorum.reading.furniture.edges import find_edges
from variorum.reading.furniture.lines import Line, cut_lines
from variorum.reading.furniture.markup import find_markup
from variorum.reading.furniture.patterns import furniture_patterns
from variorum.reading.furniture.press import own_press
from variorum.records.article import Furniture, Span


def find_furniture(
    text: str, *, title_span: Span | None = None, language: str = "en", outlet: str | None = None
) -> tuple[Furniture, ...]:
    """The furniture of ``text`` in order: whole lines, line ends, datelines and markup inside lines. ``outlet`` published it.

    The title at ``title_span`` is never furniture (markup in it is). Where nothing else would be left of the text,
    nothing is marked.
    """
    lines = cut_lines(text)
    body = tuple(line for line in lines if title_span is None or not title_span[0] <= line.start < title_span[1])
    blocks = tuple(find_blocks(body, language))
    whole = {piece.start: piece.kind for piece in blocks}
    blocks += tuple(find_edges(body, whole, own_press(outlet, language), language, text=text))
    gone = {piece.start for piece in blocks}
    kept = tuple(line for line in body if line.start not in gone)
    datelines = (Furniture(d.start, d.end, "dateline") for d in find_datelines(text, kept, language))
    found = _without_overlaps((*blocks, *datelines, *find_markup(text, lines, language)))
    return found if _something_left(text, found) else ()


def is_furniture(line: Line, *, language: str = "en") -> bool:
    """Whether a text's first line is page furniture and so cannot be its title."""
    patterns = tuple(p for p in furniture_patterns(language) if p.kind != "related")
    return line_kind(line, patterns, near_start=True, near_end=False) is not None


def _without_overlaps(pieces: Iterable[Furniture]) -> tuple[Furniture, ...]:
    """Pieces in order; of two that overlap the longer stays, and what sticks out of it is cut off."""
    kept: list[Furniture] = []
    for piece in sorted(pieces, key=lambda p: (p.start, -p.end, p.kind)):
        start = max(piece.start, kept[-1].end) if kept else piece.start
        if start < piece.end:
            kept.append(Furniture(start, piece.end, piece.kind))
    return tuple(kept)


def _something_left(text: str, pieces: tuple[Furniture, ...]) -> bool:
    ends = [0, *(p.end for p in pieces)]
    starts = [*(p.start for p in pieces), len(text)]
    return any(text[end:start].strip() for end, start in zip(ends, starts, strict=True))
