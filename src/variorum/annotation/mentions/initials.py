"""Initials: longer names that they are spelled out by, and those with dots of lands, bodies and people."""

import re
from collections.abc import Iterator

from variorum.annotation.mentions.words import Words
from variorum.annotation.words.lists import listed

INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?$")
Range = tuple[int, int]


def spelled_out(found: Words) -> Iterator[Range]:
    """Names whose initials stand in brackets behind them: ``Keeping Rivers Clean Act (KRCA)``."""
    for i in range(3, len(found) - 1):
        letters = found.text[i]
        bracketed = found.text[i - 1] == "(" and found.text[i + 1] == ")"
        if bracketed and letters.isalpha() and letters.isupper() and len(letters) > 2:
            start = _start_of_spelling(found, i - 1, letters.casefold())
            if start is not None:
                yield start, i - 1


def _start_of_spelling(found: Words, end: int, letters: str) -> int | None:
    """Where the words begin whose initials are ``letters``, small words left out or counted, each with a capital."""
    left, i = letters, end
    while left and i > 0 and end - i < 3 * len(letters) and found.sentence[i - 1] == found.sentence[end]:
        i -= 1
        word = found.text[i]
        if word[0].casefold() == left[-1] and (word[0].isupper() or word.casefold() in listed("small") | listed("links")):
            left = left[:-1]
        elif word[0].isupper() or (word[0].isalpha() and word.casefold() not in listed("small") | listed("links")):
            return None
    return i if not left and found.text[i][0].isupper() else None


def of_person(found: Words, start: int, end: int, known: dict[int, int]) -> bool:
    """``J.`` or ``J.R.`` left of somebody's name; ``U.S.`` is a known name, ``the N.D.L.`` a body."""
    if not INITIALS.match(found.slice(start, end)) or known.get(start) == end:
        return False
    several = len(found.slice(start, end).rstrip(".")) > 1
    body = found.label[start] in {"ORG", "GPE"} or (start > 0 and found.lower[start - 1] == "the")
    return not (several and body)
