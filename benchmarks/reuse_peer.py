"""A peer for copied passages, put together from two libraries that people use for it: datasketch finds pairs of articles that
share a window of words (MinHash over runs of three words, LSH), difflib aligns their words. No dependency of Variorum.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from variorum.evaluation.passages import Place
from variorum.evaluation.planted_copies import Collection

WINDOW, STEP, SHINGLE = 30, 10, 3
THRESHOLD, PERMUTATIONS = 0.3, 64
"""Resemblance of two windows: a copy with 15 % of its words changed keeps about 0.85 ** 3 of its runs of three."""
GAP, LEAST = 6, 8
"""Matching blocks with so few words between are one passage; a passage has so many equal words."""
_WORD = re.compile(r"\w+")

Words = list[tuple[str, int, int]]


def peer_groups(collection: Collection) -> Sequence[Sequence[Place]]:
    """The copied passages of each pair of articles that share a window."""
    words = {name: [(m[0].lower(), m.start(), m.end()) for m in _WORD.finditer(text)] for name, text in collection.texts}
    groups: list[Sequence[Place]] = []
    for one, other in _pairs(words):
        groups += _passages(one, words[one], other, words[other])
    return groups


def _pairs(words: dict[str, Words]) -> list[tuple[str, str]]:
    from datasketch import MinHashLSH  # type: ignore[import-not-found]

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    found = set()
    for name, held in words.items():
        sketches = _sketches([w for w, _, _ in held])
        found |= {(other.split("/")[0], name) for sketch in sketches for other in index.query(sketch)}
        for number, sketch in enumerate(sketches):
            index.insert(f"{name}/{number}", sketch)
    return sorted(found)


def _sketches(keys: list[str]) -> list[Any]:
    from datasketch import MinHash

    made = []
    for start in range(0, max(1, len(keys) - WINDOW + STEP), STEP):
        window = keys[start : start + WINDOW]
        sketch = MinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update_batch([" ".join(window[i : i + SHINGLE]).encode() for i in range(max(1, len(window) - SHINGLE + 1))])
        made.append(sketch)
    return made


def _passages(one: str, words: Words, other: str, others: Words) -> list[Sequence[Place]]:
    matcher = SequenceMatcher(None, [w for w, _, _ in words], [w for w, _, _ in others], autojunk=False)
    runs: list[list[int]] = []
    for a, b, size in matcher.get_matching_blocks():
        if runs and size and a - runs[-1][1] <= GAP and b - runs[-1][3] <= GAP:
            runs[-1][1], runs[-1][3], runs[-1][4] = a + size, b + size, runs[-1][4] + size
        elif size:
            runs.append([a, a + size, b, b + size, size])
    return [
        (Place(one, words[a][1], words[x - 1][2]), Place(other, others[b][1], others[y - 1][2]))
        for a, x, b, y, size in runs
        if size >= LEAST
    ]
