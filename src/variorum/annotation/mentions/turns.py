"""Interviews: paragraphs that open with a label and a colon (``Q:``, ``Orlin:``), in which the labelled one speaks."""

from collections import Counter
from collections.abc import Mapping, Sequence

LONGEST = 4
"""Words of a label."""
LEAST = 3
"""Labelled paragraphs from which a text counts as an interview; two labels must take turns."""
ANSWERS = frozenset({"a", "answer"})
QUESTIONS = frozenset({"q", "question"})


def turns(paragraphs: Sequence[Sequence[str]]) -> Mapping[int, int]:
    """The numbers of the labelled paragraphs of an interview with the token number of their colon; empty for other texts.

    ``paragraphs`` are the tokens of each paragraph. At least two labels take turns, and one of them comes again.
    """
    colons = {n: colon for n, tokens in enumerate(paragraphs) if (colon := _colon(tokens))}
    labels = Counter(_label(paragraphs[n], colon) for n, colon in colons.items())
    taking = {label for label in labels if labels[label] > 1 or label in ANSWERS | QUESTIONS}
    if len(labels) < 2 or not taking or sum(labels.values()) < LEAST or len(labels) > len(colons) / 2 + 1:
        return {}
    return colons


def _colon(tokens: Sequence[str]) -> int:
    """The token number of the colon behind a label that opens a paragraph with more than a word; 0 where there is none."""
    colon = next((i for i in range(1, min(LONGEST + 1, len(tokens))) if tokens[i] == ":"), 0)
    named = colon and all(t[:1].isupper() or t in {"-", "."} for t in tokens[:colon])
    return colon if named and len(tokens) > colon + 2 else 0


def _label(tokens: Sequence[str], colon: int) -> str:
    return " ".join(tokens[:colon]).casefold()
