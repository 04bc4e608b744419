"""A text as lines with their places, which is how page furniture stands in it."""

import re
from dataclasses import dataclass

LONGEST = 600
"""Characters; furniture that fills a whole line is never longer, so longer lines are not compared with line patterns."""

_LINE = re.compile(r"[^\r\n\u2028\u2029\x85]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it. ``start`` and ``end`` count in the whole text."""

    start: int
    end: int
    text: str

    @property
    def words(self) -> int:
        """How many words stand in it."""
        return len(self.text.split())


def cut_lines(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` that are not blank, in order."""
    lines = []
    for match in _LINE.finditer(text):
        bare = match[0].strip()
        if bare:
            start = match.start() + match[0].index(bare[0])
            lines.append(Line(start, start + len(bare), bare))
    return tuple(lines)
