"""Copies of one article: the same text but for small edits, found by shared word shingles.

Two articles are copies when nearly all shingles of the shorter are in the longer and the longer has little more
(containment and resemblance after Broder 1997).
"""

import hashlib
from collections import defaultdict
from collections.abc import Sequence

from variorum.grouping.features import WORD, kept_text
from variorum.language.partition import Partition
from variorum.records.article import Article

SHINGLE = 5
"""Words in a shingle."""
RESEMBLANCE = 0.7
"""Least shared part of all shingles of both; MinHash users' common setting for near-duplicate news."""
MOST_HOLDERS = 200
"""A shingle that more articles hold is boilerplate and makes no candidates."""


def find_duplicates(articles: Sequence[Article]) -> dict[str, str]:
    """For each copy the id of the article it copies: of each group the earliest published, then longest, then smallest id."""
    shingles = [_shingles(article) for article in articles]
    sets = Partition(range(len(articles)))
    for a, b in candidates(shingles):
        if judge(score(shingles[a], shingles[b])):
            sets.join(a, b)
    return dict(pair for group in sets.groups() for pair in _copies([articles[position] for position in group]))


def candidates(shingles: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """Pairs of positions that share one of their smallest shingles (a bottom sketch of 16 hashes)."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for position, hashes in enumerate(shingles):
        for value in sorted(hashes)[:16]:
            holders[value].append(position)
    lists = (places for places in holders.values() if len(places) <= MOST_HOLDERS)
    return sorted({(a, b) for places in lists for i, a in enumerate(places) for b in places[i + 1 :]})


def score(a: frozenset[int], b: frozenset[int]) -> float:
    """Resemblance: shared shingles over all shingles of both, three decimals."""
    return round(len(a & b) / (len(a | b) or 1), 3)


def judge(resemblance: float) -> bool:
    """Whether two texts are copies of each other."""
    return resemblance >= RESEMBLANCE


def _shingles(article: Article) -> frozenset[int]:
    words = [w.lower().replace("’", "'") for w in WORD.findall(kept_text(article))]
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(int.from_bytes(hashlib.blake2b(r.encode("utf-8", "surrogatepass"), digest_size=8).digest()) for r in runs)


def _copies(group: Sequence[Article]) -> list[tuple[str, str]]:
    ordered = sorted(group, key=lambda a: (a.published.earliest or "9999", -len(a.text), a.id))
    return [(copy.id, ordered[0].id) for copy in ordered[1:]]
