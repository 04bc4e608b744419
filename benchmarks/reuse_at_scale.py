"""Copied passages in generated collections: how much is found, and how the cost grows.

Usage: python benchmarks/reuse_at_scale.py [--sizes 1000 10000 [100000]] [--seed 1] [--peer] [--json]

Every size is generated anew (same seed, same texts), searched once, and scored by characters. Times are given as ratios to the
first size and to the plain splitting of the same texts into words, so that they can be compared between machines. ``--peer``
also runs a peer on the same texts (needs ``pip install datasketch``; see the docs).
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from variorum.collation.reuse.find import find_reuse
from variorum.evaluation.passages import Place
from variorum.evaluation.planted_copies import Collection, plant_copies, score_copies
from variorum.evaluation.planted_texts import base_texts, make_loom
from variorum.records import Article

REPORTS = Path(__file__).resolve().parents[1] / "corpus" / "attributions" / "reports"
Groups = Sequence[Sequence[Place]]


def variorum_groups(collection: Collection) -> Groups:
    """What ``find_reuse`` finds."""
    found = find_reuse([Article(name, text) for name, text in collection.texts])
    return [[Place(m.article, m.start, m.end) for m in reuse.members] for reuse in found]


def timed(work: Callable[[Collection], Groups], collection: Collection) -> tuple[Groups, float]:
    """The result of ``work`` and the processor seconds it took."""
    begin = time.process_time()
    found = work(collection)
    return found, time.process_time() - begin


def splitting(collection: Collection) -> float:
    """Processor seconds for splitting the texts into words, the yardstick of the machine."""
    begin = time.process_time()
    for _, text in collection.texts:
        text.split()
    return time.process_time() - begin


def rows(sizes: Sequence[int], systems: dict[str, Callable[[Collection], Groups]], seed: int) -> list[dict[str, object]]:
    """One row for each size and system."""
    loom = make_loom(base_texts(REPORTS))
    first: dict[str, float] = {}
    made = []
    for size in sizes:
        collection = plant_copies(loom, size, seed=seed)
        unit = splitting(collection)
        for name, work in systems.items():
            found, seconds = timed(work, collection)
            characters, copies = score_copies(collection.copies, found)
            first.setdefault(name, seconds / size)
            made.append(
                {
                    "system": name, "articles": size, "copies": copies.wanted,
                    "precision": characters.precision, "recall": characters.recall, "f1": characters.f1,
                    "copies found": copies.recall, "cost per article": round(seconds / size / first[name], 2),
                    "cost to splitting": round(seconds / unit), "seconds": round(seconds, 1),
                }
            )  # fmt: skip
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peer", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    systems: dict[str, Callable[[Collection], Groups]] = {"variorum": variorum_groups}
    if given.peer:
        from reuse_peer import peer_groups

        systems["datasketch + difflib"] = peer_groups
    found = rows(given.sizes, systems, given.seed)
    for row in found:
        print(json.dumps(row) if given.json else "  ".join(f"{key}: {value}" for key, value in row.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
