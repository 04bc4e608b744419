"""Write generated reports with known truth: a collection with planted copies, or one story with everything planted.

Usage: python benchmarks/plant.py collection --reports 1000 [--seed 1] -o OUT     reports.jsonl and copies.jsonl
       python benchmarks/plant.py story --reports 20 [--seed 1] -o OUT            reports.jsonl and expected.json
"""

import argparse
import dataclasses
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from variorum.evaluation.planted_copies import plant_copies
from variorum.evaluation.planted_story import plant_story
from variorum.evaluation.planted_texts import base_texts, make_loom

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ROOT / "corpus" / "attributions" / "reports"
FRAMES = ROOT / "benchmarks" / "planted"


def write_lines(path: Path, rows: Iterable[Any]) -> None:
    """One JSON object a line."""
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        stream.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("what", choices=("collection", "story"))
    parser.add_argument("--reports", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, default=200, help="words of its own in each report, about")
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    given.output.mkdir(parents=True, exist_ok=True)
    loom = make_loom(base_texts(REPORTS))
    if given.what == "collection":
        made = plant_copies(loom, given.reports, seed=given.seed, words=given.words)
        write_lines(given.output / "reports.jsonl", ({"id": name, "text": text} for name, text in made.texts))
        write_lines(given.output / "copies.jsonl", map(dataclasses.asdict, made.copies))
    else:
        story = plant_story(loom, FRAMES, given.reports, seed=given.seed, words=given.words)
        write_lines(given.output / "reports.jsonl", story.reports)
        gold = json.dumps(story.gold, ensure_ascii=False, indent=1)
        (given.output / "expected.json").write_text(gold + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
