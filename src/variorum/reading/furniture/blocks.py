"""Furniture that fills whole lines or ends them: credits, bylines, captions, navigation, related headlines."""

from collections.abc import Iterator

from variorum.reading.furniture.lines import LONGEST, Line
from variorum.reading.furniture.patterns import Pattern, furniture_patterns
from variorum.records.article import Furniture, FurnitureKind

NEAR_START = 8
NEAR_END = 8
"""Lines, but never more than half; bylines stand above a report, credits below it."""
TEASER_WORDS = 25
"""A headline in a list of related stories is shorter than this; a paragraph of report text is mostly longer."""
SENTENCE_WORDS = 12
CAPTION_WORDS = 30
TEASERS = 60


def find_blocks(lines: tuple[Line, ...], language: str) -> Iterator[Furniture]:
    """Furniture lines and line ends among the ``lines`` of a text (those of its title left out)."""
    patterns = furniture_patterns(language)
    tail = _related_tail(lines, patterns)
    yield from (Furniture(line.start, line.end, "related") for line in lines[tail:])
    body = lines[:tail]
    half = (len(body) + 1) // 2
    first, last = min(NEAR_START, half), max(len(body) - NEAR_END, len(body) - half)
    kinds = [line_kind(line, patterns, near_start=i < first, near_end=i >= last) for i, line in enumerate(body)]
    _mark_last(body, kinds, patterns)
    for line, kind in zip(body, kinds, strict=True):
        if kind:
            yield Furniture(line.start, line.end, kind)
        else:
            yield from _line_end(line, patterns)


def line_kind(line: Line, patterns: tuple[Pattern, ...], *, near_start: bool, near_end: bool) -> FurnitureKind | None:
    """The kind of furniture that the whole line is, or ``None``."""
    if len(line.text) > LONGEST:
        return None
    wheres = {"line", "heading"} | ({"start"} if near_start else set()) | ({"end"} if near_end else set())
    found = (p.kind for p in patterns if p.where in wheres and p.regex.fullmatch(line.text))
    return next(found, None)


def _mark_last(lines: tuple[Line, ...], kinds: list[FurnitureKind | None], patterns: tuple[Pattern, ...]) -> None:
    """Give the last line that is no furniture its kind, when it is a writer's or editor's initials."""
    last = max((i for i, kind in enumerate(kinds) if kind is None), default=0)
    if last and len(lines[last].text) <= LONGEST:
        found = (p.kind for p in patterns if p.where == "last" and p.regex.fullmatch(lines[last].text))
        kinds[last] = next(found, None)


def _line_end(line: Line, patterns: tuple[Pattern, ...]) -> Iterator[Furniture]:
    """Credits at the end of a line, one after the other from its end."""
    end = len(line.text)
    for _ in range(3):
        first = max(0, end - LONGEST)
        found = [(p.kind, first + start) for p in patterns if p.where == "suffix" for start in _at_end(p, line.text[first:end])]
        if not found:
            return
        kind, start = found[0]
        start += len(line.text[start:end]) - len(line.text[start:end].lstrip())
        if kind == "caption" and _is_caption(line, start):
            start = 0
        yield Furniture(line.start + start, line.start + end, kind)
        end = len(line.text[:start].rstrip())
        if not end:
            return


def _is_caption(line: Line, credit: int) -> bool:
    """Whether what stands before a picture's credit is the picture's caption: short, and no sentence of the report."""
    before = line.text[:credit].rstrip()
    return line.words <= CAPTION_WORDS and not before.endswith((".", "!", "?", "”", '"', "’"))


def _at_end(pattern: Pattern, text: str) -> Iterator[int]:
    """Where in ``text`` the pattern begins that reaches up to its end."""
    for match in pattern.regex.finditer(text):
        if match.end() == len(text) and match.start() > 0:
            yield match.start()


def _related_tail(lines: tuple[Line, ...], patterns: tuple[Pattern, ...]) -> int:
    """The index of the heading from which on there are only headlines of other stories; ``len(lines)`` without one.

    The heading stands in the second half of the text, and no line after it reads like a paragraph.
    """
    total = sum(len(line.text) for line in lines)
    below, first, label = 0, len(lines), False
    for i in range(len(lines) - 1, max(0, len(lines) - 1 - TEASERS), -1):
        below += len(lines[i].text)
        if below * 2 > total or not _teaser(lines[i]):
            break
        if _opens_tail(lines[i], patterns, label=label):
            first = i
        label = (label or i == len(lines) - 1) and not lines[i].text.endswith(".")
    return first


def _opens_tail(line: Line, patterns: tuple[Pattern, ...], *, label: bool) -> bool:
    """Whether other stories begin at ``line``. A label such as ``Advertisement`` also stands inside reports, so it takes the
    lines below with it only where there are some and none ends like a sentence, which ``label`` says."""
    wheres = ("heading", "tail", "label") if label else ("heading", "tail")
    return any(p.where in wheres and p.kind == "related" and p.regex.fullmatch(line.text) for p in patterns)


def _teaser(line: Line) -> bool:
    sentence = line.text.rstrip("\"'”’)").endswith((".", "!", "?")) and line.words > SENTENCE_WORDS
    return line.words <= TEASER_WORDS and not sentence
