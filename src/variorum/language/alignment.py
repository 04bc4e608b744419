"""Word-level alignment of two passages: which words stay, which come, go or are replaced.

Steps tile both word sequences in order: the words of all ``a`` ranges put together are the words of ``a``, and so for
``b``. Least-cost alignment (Needleman and Wunsch 1970; Wagner and Fischer 1974) of what lies between exact anchors.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.language.frequency import rarity
from variorum.language.tokens import Words
from variorum.records.article import Span

Op = Literal["equal", "insert", "delete", "replace"]

MOST_CELLS = 10_000
"""Larger tables are first split at runs of words that stand once on each side (patience, as in version control)."""
ANCHOR = 4
"""Words in such a run."""
GAP, OTHER_WORD, KINDRED_WORD = 1.0, 1.6, 1.1
"""Costs of a word more or less, of another word, and of another form of the same word (``purchase``/``purchasing``)."""
HEAD = 4
"""Letters that forms of one word have in common at least."""
COMMON = 0.5
"""A word less rare than this between two edits does not hold two passages together by itself."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an alignment; ``a`` and ``b`` are half-open ranges of word numbers (empty for insert, delete)."""

    op: Op
    a: Span
    b: Span


def align(a: Words, b: Words, *, language: str = "en") -> tuple[Step, ...]:
    """Align the words of two passages; neighbouring changed words are one step, lone common words join the change."""
    kept = _without_islands(_runs(equal_places(a.keys, b.keys)), a.keys, language, (len(a), len(b)))
    return tuple(_steps(kept, len(a), len(b)))


def equal_places(a: Sequence[str], b: Sequence[str]) -> list[Span]:
    """Pairs of numbers of words that stand for each other unchanged, rising on both sides."""
    return sorted(_matches(a, b, 0, 0))


def shared_words(steps: Sequence[Step]) -> int:
    """How many words are equal on both sides."""
    return sum(step.a[1] - step.a[0] for step in steps if step.op == "equal")


def kindred(one: str, other: str) -> bool:
    """Whether two keys look like forms of one word: they share two thirds of the longer, and four letters at least."""
    least = max(HEAD, 2 * max(len(one), len(other)) // 3 - 1)
    return len(one) >= HEAD and len(other) >= HEAD and one[:least] == other[:least]


def _matches(a: Sequence[str], b: Sequence[str], i: int, j: int) -> Iterator[Span]:
    """Pairs of numbers of equal words; ``i`` and ``j`` are the numbers of the first words of ``a`` and ``b``."""
    head = _common_head(a, b)
    yield from ((i + k, j + k) for k in range(head))
    a, b, i, j = a[head:], b[head:], i + head, j + head
    tail = _common_head(a[::-1], b[::-1])
    yield from ((i + len(a) - k, j + len(b) - k) for k in range(1, tail + 1))
    a, b = a[: len(a) - tail], b[: len(b) - tail]
    if len(a) * len(b) <= MOST_CELLS:
        yield from ((i + x, j + y) for x, y in _least_cost(a, b))
        return
    at_a, at_b = 0, 0
    for x, y in [*_anchors(a, b), (len(a), len(b))]:
        if (x - at_a) * (y - at_b) <= MOST_CELLS:
            yield from ((i + at_a + p, j + at_b + q) for p, q in _least_cost(a[at_a:x], b[at_b:y]))
        if x < len(a):
            yield from ((i + x + k, j + y + k) for k in range(ANCHOR))
        at_a, at_b = x + ANCHOR, y + ANCHOR


def _common_head(a: Sequence[str], b: Sequence[str]) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[Span]:
    """Starts of runs of ANCHOR words that stand once on each side, in order on both, not overlapping."""
    once_b = _once(b)
    found = [(x, once_b[run]) for run, x in _once(a).items() if run in once_b]
    chain = _rising(sorted(found))
    kept: list[Span] = []
    for x, y in chain:
        if not kept or (x >= kept[-1][0] + ANCHOR and y >= kept[-1][1] + ANCHOR):
            kept.append((x, y))
    return kept


def _once(keys: Sequence[str]) -> dict[tuple[str, ...], int]:
    places: dict[tuple[str, ...], int] = {}
    repeated = set()
    for x in range(len(keys) - ANCHOR + 1):
        run = tuple(keys[x : x + ANCHOR])
        if run in places:
            repeated.add(run)
        places.setdefault(run, x)
    return {run: x for run, x in places.items() if run not in repeated}


def _rising(pairs: Sequence[Span]) -> list[Span]:
    """The longest part of ``pairs`` (sorted by first number) whose second numbers rise (patience sorting)."""
    from bisect import bisect_left

    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for k, (_, y) in enumerate(pairs):
        pile = bisect_left(tops, y)
        before.append(ends[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(y)
            ends.append(k)
        else:
            tops[pile], ends[pile] = y, k
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _least_cost(a: Sequence[str], b: Sequence[str]) -> list[Span]:
    """Pairs of equal words on a cheapest path through the table of ``a`` against ``b``."""
    if not a or not b:
        return []
    rows, heads = [[GAP * y for y in range(len(b) + 1)]], _by_head(b)
    for x, word in enumerate(a, 1):
        costs = [OTHER_WORD] * len(b)
        for y in heads.get(word[:HEAD], ()):
            costs[y] = _cost(word, b[y])
        rows.append(_row(rows[-1], costs, GAP * x))
    return _path(rows, a, b)


def _by_head(words: Sequence[str]) -> dict[str, list[int]]:
    """Numbers of the words by their first letters: only words that share these are equal or kindred."""
    found: dict[str, list[int]] = {}
    for y, word in enumerate(words):
        found.setdefault(word[:HEAD], []).append(y)
    return found


def _row(above: Sequence[float], costs: Sequence[float], first: float) -> list[float]:
    """The row of the table below ``above``, for the word that costs ``costs`` against each word of the other side."""
    row, last = [first], first
    for y, cost in enumerate(costs):
        step, gap = above[y] + cost, above[y + 1] + GAP
        last += GAP
        last = gap if gap < last else last
        last = step if step < last else last
        row.append(last)
    return row


def _cost(word: str, other: str) -> float:
    if word == other:
        return 0.0
    return KINDRED_WORD if kindred(word, other) else OTHER_WORD


def _path(rows: Sequence[Sequence[float]], a: Sequence[str], b: Sequence[str]) -> list[Span]:
    x, y, pairs = len(a), len(b), []
    while x and y:
        here = rows[x][y]
        if abs(here - rows[x - 1][y - 1] - _cost(a[x - 1], b[y - 1])) < 1e-6:
            x, y = x - 1, y - 1
            if a[x] == b[y]:
                pairs.append((x, y))
        elif abs(here - rows[x - 1][y] - GAP) < 1e-6:
            x -= 1
        else:
            y -= 1
    return pairs


def _runs(pairs: Sequence[Span]) -> list[tuple[int, int, int]]:
    """Equal runs ``(a, b, words)``."""
    runs: list[tuple[int, int, int]] = []
    for x, y in pairs:
        if runs and runs[-1][0] + runs[-1][2] == x and runs[-1][1] + runs[-1][2] == y:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + 1)
        else:
            runs.append((x, y, 1))
    return runs


def _without_islands(
    runs: Sequence[tuple[int, int, int]], keys: Sequence[str], language: str, ends: Span
) -> list[tuple[int, int, int]]:
    """``runs`` less single common words that stand between changes of two words or more."""
    kept = []
    for k, (x, y, size) in enumerate(runs):
        before = runs[k - 1] if k else (0, 0, 0)
        after = runs[k + 1] if k + 1 < len(runs) else (*ends, 0)
        gaps = (
            max(x - before[0] - before[2], y - before[1] - before[2]),
            max(after[0] - x - size, after[1] - y - size),
        )
        if size > 1 or min(gaps) < 2 or rarity(keys[x], language) >= COMMON:
            kept.append((x, y, size))
    return kept


def _steps(runs: Sequence[tuple[int, int, int]], words_a: int, words_b: int) -> Iterator[Step]:
    at_a = at_b = 0
    for x, y, size in [*runs, (words_a, words_b, 0)]:
        if x > at_a or y > at_b:
            yield Step(_op(x - at_a, y - at_b), (at_a, x), (at_b, y))
        if size:
            yield Step("equal", (x, x + size), (y, y + size))
        at_a, at_b = x + size, y + size


def _op(gone: int, new: int) -> Op:
    if gone and new:
        return "replace"
    return "delete" if gone else "insert"
