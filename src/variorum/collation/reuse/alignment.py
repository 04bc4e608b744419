"""Passages that two reports share: shared shingles, extended on both sides over changed words as long as it pays.

Seed and extend as in BLAST (Altschul et al. 1990) and passim (Smith et al. 2014), over words: an equal word earns by its
rarity, a changed, added or dropped word costs one, and the passage ends where its sum was highest.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from variorum.collation.reuse.candidates import Seeds
from variorum.collation.reuse.texts import CodedText
from variorum.records.article import Span

WINDOW = 10
"""Words on either side within which a passage may go on after a change."""
DROP = 5.0
"""The search ends when the sum lies this far under its best: five changed words that nothing made good."""
LEAST_GAIN, RARITY_GAIN = 0.4, 0.8
"""What an equal word earns: 0.4 for the most common, 1.2 for the rarest."""
RUN = 6
"""Words looked ahead to choose where a passage goes on."""
MERGE_GAP, MERGE_DENSITY = 15, 0.7
"""Two aligned passages with at most so many words between them on both sides are one if enough of the whole is equal."""
SPILL = 2
"""So many words over the end of a sentence are chance (``The``), not copy."""
REACH = 8
"""A passage goes on to the end of its sentence where that is so near on both sides and the sentences end alike."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Ranges of word numbers in two texts that stand for each other, and how many of their words are equal."""

    a: Span
    b: Span
    equal: int

    @property
    def density(self) -> float:
        """Equal words over the words of the longer side, three decimals."""
        return round(self.equal / max(self.a[1] - self.a[0], self.b[1] - self.b[0]), 3)


@dataclass(frozen=True, slots=True)
class _Side:
    codes: Sequence[int]
    gains: Sequence[float]


def align_pair(a: CodedText, b: CodedText, seeds: Seeds) -> tuple[Aligned, ...]:
    """The aligned passages of two texts, in text order of ``a``; passages may cross (reordered sentences)."""
    one, other = _side(a), _side(b)
    found: list[Aligned] = []
    for i, j in seeds.places.tolist():
        if not any(p.a[0] <= i < p.a[1] and p.b[0] <= j < p.b[1] for p in found):
            found.append(_extended(one, other, i, j))
    trimmed = (_within_sentences(a, b, _completed(a, b, p)) for p in _merged(_best(found)))
    return tuple(p for p in trimmed if p.equal)


def _side(text: CodedText) -> _Side:
    gains = LEAST_GAIN + RARITY_GAIN * text.weights.astype(np.float64)
    return _Side(text.codes.tolist(), np.round(gains, 3).tolist())


def _extended(one: _Side, other: _Side, i: int, j: int) -> Aligned:
    ahead_a, ahead_b, equal_ahead = _extension(one, other, i, j, 1)
    back_a, back_b, equal_back = _extension(one, other, i - 1, j - 1, -1)
    return Aligned((i - back_a, i + ahead_a), (j - back_b, j + ahead_b), equal_ahead + equal_back)


def _extension(one: _Side, other: _Side, i: int, j: int, step: int) -> tuple[int, int, int]:
    """How many words of both texts belong to the passage from words ``i`` and ``j`` on, and how many are equal."""
    a, b, gains = one.codes, other.codes, one.gains
    most_a, most_b = (len(a) - i, len(b) - j) if step > 0 else (i + 1, j + 1)
    x = y = equal = 0
    total, best, found = 0.0, 0.0, (0, 0, 0)
    while True:
        while x < most_a and y < most_b and a[i + step * x] == b[j + step * y]:
            total += gains[i + step * x]
            x, y, equal = x + 1, y + 1, equal + 1
        if total > best:
            best, found = total, (x, y, equal)
        hop = _resumed(one, other, (i + step * x, j + step * y), (most_a - x, most_b - y), step)
        if hop is None:
            return found
        total -= max(hop)
        x, y = x + hop[0], y + hop[1]
        if total < best - DROP:
            return found


def _resumed(one: _Side, other: _Side, at: Span, most: Span, step: int) -> Span | None:
    """How many words to pass on either side so that equal words follow at the best price; ``None`` if there are none."""
    best, chosen = 0.0, None
    for over_a in range(min(WINDOW + 1, most[0])):
        word = one.codes[at[0] + step * over_a]
        for over_b in range(min(WINDOW + 1, most[1])):
            if word == other.codes[at[1] + step * over_b]:
                here = (at[0] + step * over_a, at[1] + step * over_b)
                room = min(RUN, most[0] - over_a, most[1] - over_b)
                gain = round(_run_gain(one, other, here, room, step) - max(over_a, over_b), 3)
                if chosen is None or gain > best:
                    best, chosen = gain, (over_a, over_b)
    return chosen


def _run_gain(one: _Side, other: _Side, at: Span, room: int, step: int) -> float:
    gain = 0.0
    for k in range(room):
        if one.codes[at[0] + step * k] != other.codes[at[1] + step * k]:
            break
        gain += one.gains[at[0] + step * k]
    return gain


def _best(found: Sequence[Aligned]) -> list[Aligned]:
    """``found`` in text order, less passages that a longer one mostly covers on both sides."""
    kept: list[Aligned] = []
    for passage in sorted(set(found), key=lambda p: (-p.equal, p.a, p.b)):
        if not any(_covers(k.a, passage.a) and _covers(k.b, passage.b) for k in kept):
            kept.append(passage)
    return sorted(kept, key=lambda p: (p.a, p.b))


def _covers(wide: Span, narrow: Span) -> bool:
    return 2 * (min(wide[1], narrow[1]) - max(wide[0], narrow[0])) > narrow[1] - narrow[0]


def _merged(passages: Sequence[Aligned]) -> list[Aligned]:
    """Passages that follow each other on both sides with little between are one."""
    merged: list[Aligned] = []
    for passage in passages:
        if merged and (joined := _joined(merged[-1], passage)):
            merged[-1] = joined
        else:
            merged.append(passage)
    return merged


def _joined(one: Aligned, other: Aligned) -> Aligned | None:
    gaps = (other.a[0] - one.a[1], other.b[0] - one.b[1])
    if min(gaps) < 0 or max(gaps) > MERGE_GAP:
        return None
    joined = Aligned((one.a[0], other.a[1]), (one.b[0], other.b[1]), one.equal + other.equal)
    return joined if joined.density >= MERGE_DENSITY else None


def _completed(a: CodedText, b: CodedText, passage: Aligned) -> Aligned:
    """``passage`` up to the ends of its first and last sentence, where both texts begin or end these with equal words."""
    back_a, back_b, equal_back = _reached(a, b, passage.a[0], passage.b[0], -1)
    ahead_a, ahead_b, equal_ahead = _reached(a, b, passage.a[1] - 1, passage.b[1] - 1, 1)
    return Aligned(
        (passage.a[0] - back_a, passage.a[1] + ahead_a),
        (passage.b[0] - back_b, passage.b[1] + ahead_b),
        passage.equal + equal_back + equal_ahead,
    )


def _reached(a: CodedText, b: CodedText, i: int, j: int, step: int) -> tuple[int, int, int]:
    """Words of both texts from the ends ``i`` and ``j`` of a passage to a near end of the sentence, and equal ones there."""
    x, y = _words_to_break(a, i, step), _words_to_break(b, j, step)
    equal = 0
    while equal < min(x, y) and a.codes[i + step * (x - equal)] == b.codes[j + step * (y - equal)]:
        equal += 1
    return (x, y, equal) if equal else (0, 0, 0)


def _words_to_break(text: CodedText, number: int, step: int) -> int:
    """How many words follow word ``number`` up to the end of its sentence; 0 where that is further than REACH."""
    for count in range(REACH + 1):
        here = number + step * count
        beyond = here + step
        if beyond in (-1, len(text)) or breaks(text, min(here, beyond)):
            return count
    return 0


def _within_sentences(a: CodedText, b: CodedText, passage: Aligned) -> Aligned:
    """``passage`` less the one or two equal words that it has of another sentence at either end."""
    head = _spill(a, b, passage.a[0], passage.b[0], 1)
    tail = _spill(a, b, passage.a[1] - 1, passage.b[1] - 1, -1)
    if head + tail == 0 or passage.equal <= head + tail:
        return passage
    return Aligned(
        (passage.a[0] + head, passage.a[1] - tail), (passage.b[0] + head, passage.b[1] - tail), passage.equal - head - tail
    )


def _spill(a: CodedText, b: CodedText, i: int, j: int, step: int) -> int:
    """How many words from the ends ``i`` and ``j`` inwards lie beyond a sentence break."""
    for count in range(SPILL):
        x, y = i + step * count, j + step * count
        beyond_x, beyond_y = x + step, y + step
        if min(beyond_x, beyond_y) < 0 or beyond_x >= len(a) or beyond_y >= len(b) or a.codes[x] != b.codes[y]:
            return 0
        if breaks(a, min(x, beyond_x)) and breaks(b, min(y, beyond_y)):
            return count + 1
    return 0


def breaks(text: CodedText, number: int) -> bool:
    """Whether a sentence ends between word ``number`` and the next."""
    between = text.article.text[int(text.ends[number]) : int(text.starts[number + 1])]
    return "\n" in between or any(mark in between for mark in ".!?")
