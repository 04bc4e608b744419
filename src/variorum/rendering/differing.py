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
NOTHING = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a passage's characters, ``marked`` where it makes the difference."""

    text: str
    marked: bool


def marked_runs(passage: str, value: str, reason: str, *, alone: bool = True) -> tuple[Run, ...]:
    """``passage`` in runs: marked are the words of the side's ``value`` and those that ``reason`` quotes.

    A denial is marked at its negation. Whole words only, in any case, thousands set apart or not; of overlapping finds the
    longest. A passage that does not stand ``alone`` but inside its sentence may be marked as a whole, and is where none of the
    words stands in it. The runs joined give ``passage`` again.
    """
    longest = min(LONGEST, (MOST if alone else 1) * len(passage))
    terms = sorted({t.casefold() for t in _terms(value, reason) if len(t) <= longest}, key=lambda t: (-len(t), t))
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(_pattern, terms))})(?!\w)", re.IGNORECASE) if terms else NOTHING
    runs = tuple(Run(piece, marked=n % 2 == 1) for n, piece in enumerate(pattern.split(passage)) if piece)
    if alone or any(run.marked for run in runs) or len(passage) > LONGEST:
        return runs
    return (Run(passage, marked=True),)


def _pattern(term: str) -> str:
    """A term as a pattern; between the thousands of a number there may be a comma, a space or nothing."""
    return re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "[,\u00a0 ]?", re.escape(term))


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
