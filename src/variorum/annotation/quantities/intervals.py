"""Hedges and the intervals they allow.

"About" is read as a quarter either side, the width that readers of rounded figures allow; "far lower" as at least a third
below what it points at. These are conventions of this package, wide on purpose: two figures are called a conflict only
where their intervals lie apart.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from variorum.language.lexicon import word_list
from variorum.records.annotation import Hedge

WIDTH = Fraction(1, 4)
FAR = Fraction(2, 3)
Interval = tuple[Fraction | None, Fraction | None]


def hedge_list(language: str) -> Mapping[str, str]:
    """Phrases around a number and the hedge each of them says (empty: none)."""
    rows = (*word_list(language, "hedges"), *word_list(language, "hedges_after"))
    return {row["phrase"]: row["hedge"] for row in rows}


def hedge_in(words: Sequence[str], hedges: Mapping[str, str]) -> Hedge | None:
    """The hedge that ``words`` say: that of the longest phrase, the last one where two are as long."""
    best: tuple[int, int, str] = (0, 0, "")
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            hedge = hedges.get(" ".join(words[start:end]), "")
            if hedge:
                best = max(best, (end - start, start, hedge))
    return best[2] or None  # type: ignore[return-value]


def interval(value: Fraction, hedge: Hedge | None) -> Interval:
    """The interval that a hedged number allows; ``None`` is open."""
    if hedge == "about":
        return value * (1 - WIDTH), value * (1 + WIDTH)
    if hedge == "nearly":
        return value * (1 - WIDTH), value
    if hedge in ("over", "at_least"):
        return value, None
    if hedge in ("under", "up_to"):
        return None, value
    if hedge == "far_below":
        return None, value * FAR
    if hedge == "far_above":
        return value / FAR, None
    return value, value
