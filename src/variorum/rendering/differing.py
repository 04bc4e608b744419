"""The words of a side that make the difference, marked in its passage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.language.lexicon import words

MOST = 0.6
"""Share of a passage that may be marked in one piece: beyond it the mark tells nothing."""
LONGEST = 60
"""Characters that a marked run may have: a longer value is a clause, not the words that make the difference."""
WITHOUT_WORDS = ("(left out)", "said")
DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a passage's characters, ``marked`` where it makes the difference."""

    text: str
    marked: bool


def marked_runs(passage: str, value: str, reason: str) -> tuple[Run, ...]:
    """``passage`` in runs: marked are the words of the side's ``value`` and those that ``reason`` quotes.

    A denial is marked at its negation. Whole words only, in any case; of overlapping finds the longest. The runs joined
    give ``passage`` again.
    """
    longest = min(LONGEST, MOST * len(passage))
    terms = sorted({t.casefold() for t in _terms(value, reason) if len(t) <= longest}, key=lambda t: (-len(t), t))
    if not terms:
        return (Run(passage, marked=False),)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, terms))})(?!\w)", re.IGNORECASE)
    return tuple(Run(piece, marked=n % 2 == 1) for n, piece in enumerate(pattern.split(passage)) if piece)


def _terms(value: str, reason: str) -> Iterator[str]:
    """What may be marked: the parts of the value, quoted words of the reason, and negations where the value denies."""
    negations = words("en", "negation")
    if value.startswith("not ") or value == DENIED:
        yield from negations
    quoted = re.findall(r"“([^”]+)”", reason)
    for said in (value, *quoted):
        for part in said.split(" … "):
            plain = part.removeprefix("not ").strip()
            if plain and plain not in (*WITHOUT_WORDS, DENIED) and (plain.casefold() not in negations or part == said):
                yield plain
