"""The invented stories of the benchmark: every gold passage stands in its report, and the table tells what is there."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from variorum.evaluation.passages import locate

STORIES = Path(__file__).resolve().parents[2] / "benchmarks" / "stories"
FOLDERS = sorted(path.parent for path in STORIES.glob("*/expected.json"))
LISTS = {
    *("articles", "apart", "attributions", "aliases", "times", "quantities", "reuse", "relays", "origins", "events"),
    *("utterances", "agreements", "disagreements", "exclusives", "naming", "timeline", "furniture"),
}
SHORTER = {
    *("benholm_rescue", "corvo_pardon", "felden_airport", "lindry_transfer", "marrick_recall", "ostova_visit"),
    *("ruddock_blaze", "zarine_budget"),
    *("hartwell_merger", "melsund_lockout", "selvane_envoy", "tarrow_strike", "yaldra_mutiny"),
}
"""Stories whose gold has fewer lists: the calm ones, whose reports mostly agree, and five more."""
UNMARKED = {"aliases", "times", "quantities", "events", "naming", "timeline", "furniture"}


def gold_of(folder: Path) -> dict[str, Any]:
    return dict(json.loads((folder / "expected.json").read_text(encoding="utf-8")))


def passages(value: Any) -> Iterator[dict[str, Any]]:
    """Every passage anywhere in the gold."""
    if isinstance(value, dict):
        if "exact" in value and "article" in value:
            yield value
        for part in value.values():
            yield from passages(part)
    elif isinstance(value, list):
        for part in value:
            yield from passages(part)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_gold_passage_stands_in_its_report(folder: Path) -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}
    found = [*passages(gold_of(folder))]
    assert len(found) > 100
    for passage in found:
        place = locate(texts, passage)
        assert place.article == passage["article"]
        assert texts[place.article][place.start : place.end] == passage["exact"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_story_has_its_lists_and_its_sources(folder: Path) -> None:
    gold = gold_of(folder)
    assert gold["schema"] == "variorum/gold-story@1"
    assert not LISTS - {*gold, "apart"} - (UNMARKED if folder.name in SHORTER else set())
    with (folder / "sources.csv").open(encoding="utf-8", newline="") as file:
        files = {row["file"] for row in csv.DictReader(file)}
    assert files == {path.name for path in folder.glob("*.txt")}
    assert {f"{article}.txt" for article in gold["articles"]} <= files


def test_the_table_lists_every_story_with_its_counts() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| [^|]+ \| (\d+) \| (\d+) \| (\d+) \|$",
        (STORIES / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    listed = {name: tuple(map(int, counts)) for name, *counts in rows}
    golds = {folder.name: gold_of(folder) for folder in FOLDERS}
    counted = {
        name: tuple(len(gold[part]) for part in ("articles", "attributions", "disagreements")) for name, gold in golds.items()
    }
    assert listed == counted
