"""Where a report's title stands."""

import re

from variorum.reading.furniture import Line, cut_lines, find_datelines
from variorum.reading.furniture.blocks import find_blocks
from variorum.reading.furniture.find import is_furniture
from variorum.reading.press import outlet_of
from variorum.reading.published import is_date
from variorum.records.article import Span

LONGEST_TITLE = 200
LONGEST_NAME = 5
"""Words of an outlet's name."""
FIRST = 4
"""Lines looked at: page furniture and dates may stand above the title."""
_FULL_STOP = re.compile(r"\.[\"'”’)\]]*$")


def locate_title(text: str, given: str) -> Span | None:
    """Where the ``given`` title stands as a line of its own at the start of ``text``; ``None`` when it stands outside."""
    wanted = _letters(given)
    lines = cut_lines(text[: len(given) + 20 * LONGEST_TITLE])[:FIRST]
    found = (line for line in lines if wanted and _letters(line.text) == wanted)
    return next(((line.start, line.end) for line in found), None)


def find_title(text: str, *, language: str = "en") -> Span | None:
    """The title of a plain text: its first line, when a line break and more text follow, it has under 200 characters and
    no final full stop. Page furniture and dates above it are passed over; a line that opens with a dateline is no title."""
    lines = cut_lines(text[: 20 * LONGEST_TITLE])
    masthead = find_masthead(text, language=language)
    for number, line in enumerate(lines[:FIRST]):
        if _passed_over(line, language) or (number == 0 and masthead):
            continue
        followed = number + 1 < len(lines)
        return (line.start, line.end) if followed and _like_a_title(line.text, language) else None
    return None


def find_masthead(text: str, *, language: str = "en") -> str | None:
    """The outlet that the first line names and nothing else, where a longer line like a title comes next."""
    first, *rest = cut_lines(text[: 20 * LONGEST_TITLE])[:3] or (None,)
    if first is None or len(rest) < 2 or not all(word[0].isupper() for word in first.text.split()):
        return None
    title = rest[0]
    followed = title.words > first.words and not _passed_over(title, language) and _like_a_title(title.text, language)
    return outlet_of(None, first.text, language) if followed and first.words <= LONGEST_NAME else None


def _like_a_title(line: str, language: str) -> bool:
    """Whether a first line is short, no sentence, no opening of a report and no picture's credit."""
    if len(line) >= LONGEST_TITLE or _FULL_STOP.search(line) or sum(c.isalpha() for c in line) < 3:
        return False
    whole = (Line(0, len(line), line),)
    return not any(find_datelines(line, whole, language)) and all(b.kind == "related" for b in find_blocks(whole, language))


def _passed_over(line: Line, language: str) -> bool:
    return is_date(line.text, language) or is_furniture(line, language=language)


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
