"""The stored figures: what they are made of, that the docs show them, and that the page can."""

import importlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from variorum.evaluation import Figure
from variorum.pipeline import measured

ROOT = Path(__file__).resolve().parents[2]
STORED = json.loads((ROOT / "src" / "variorum" / "evaluation" / "measured.json").read_text(encoding="utf-8"))
HOW = "run python scripts/measure.py"


@pytest.fixture(scope="module")
def scripts() -> Iterator[tuple[ModuleType, ModuleType]]:
    """The two scripts as modules."""
    sys.path.insert(0, str(ROOT / "scripts"))
    try:
        yield importlib.import_module("measure"), importlib.import_module("measured_tables")
    finally:
        sys.path.remove(str(ROOT / "scripts"))


def test_every_story_with_gold_was_measured_in_its_pool(scripts: tuple[ModuleType, ModuleType]) -> None:
    pools = {story["folder"]: story["pool"] for story in STORED["stories"]}
    golds = [
        path for place in ("examples", "tests/stories", "benchmarks/stories") for path in (ROOT / place).glob("*/expected.json")
    ]
    assert set(pools) == {gold.parent.relative_to(ROOT).as_posix() for gold in golds}, HOW
    for gold in golds:
        seen = not gold.is_relative_to(ROOT / "benchmarks") or gold.parent.name in scripts[0].STUDIED
        assert pools[gold.parent.relative_to(ROOT).as_posix()].startswith("looked at" if seen else "not looked at"), HOW


def test_what_readers_see_follows_from_the_counts(scripts: tuple[ModuleType, ModuleType]) -> None:
    assert scripts[1].with_findings(STORED) == STORED, HOW
    assert scripts[1].stored_text(STORED) == scripts[0].STORED.read_text(encoding="utf-8"), HOW


def test_the_tables_of_the_docs_show_the_stored_figures(scripts: tuple[ModuleType, ModuleType]) -> None:
    assert scripts[1].stale_pages(STORED) == [], HOW


def test_every_methods_page_has_one_table_and_every_finding_a_page(scripts: tuple[ModuleType, ModuleType]) -> None:
    pages = [page for page in (ROOT / "docs" / "methods").glob("*.md") if page.stem != "README"]
    for page in pages:
        found = scripts[1].MARKERS.findall(page.read_text(encoding="utf-8"))
        assert len(found) == 1, page.name
    assert {row["page"] for row in STORED["findings"]} <= {page.stem for page in pages}
    names = {row[0] for part in (*STORED["stories"], *STORED["pairs"]) for row in part["rows"]}
    assert names <= set(scripts[1].FINDINGS)


def test_the_page_can_show_them() -> None:
    rows = measured()
    assert len(rows) == len(STORED["findings"]) > 20
    for row in rows:
        shares = [re.fullmatch(r"[01]\.\d\d", value) for value in (row.precision, row.recall)]
        assert any(shares) and all(s or v == "not measured" for s, v in zip(shares, (row.precision, row.recall), strict=True))
        assert row.finding and row.source


def part(pool: str, *rows: list[Any]) -> dict[str, Any]:
    return {"folder": "somewhere", "pool": pool, "reports": 2, "entries": 3, "rows": list(rows)}


def test_counts_of_a_pool_are_added_up_by_row(scripts: tuple[ModuleType, ModuleType]) -> None:
    tables = scripts[1]
    parts = [
        part("a", ["relays", 1, 2, 1, 3]),
        part("a", ["relays", 3, 3, 2, 4], ["times", 0, 0, 5, 6]),
        part("b", ["relays", 9, 9, 9, 9]),
    ]
    assert tables.pooled(parts, "a") == {"relays": Figure("relays", 4, 5, 3, 7), "times": Figure("times", 0, 0, 5, 6)}


def test_readers_see_what_was_not_looked_at_where_there_is_any(scripts: tuple[ModuleType, ModuleType]) -> None:
    tables = scripts[1]
    seen, unseen = (
        part(tables.LOOKED_AT, ["relays", 4, 4, 4, 4], ["agreements", 0, 0, 1, 2]),
        part(tables.UNSEEN, ["relays", 1, 2, 1, 4]),
    )
    found = {row["finding"]: row for row in tables.findings([seen, unseen], [])}
    relays, agreements = found["Who has it from whom"], found["What independent reports agree on"]
    assert (relays["precision"], relays["recall"]) == ("0.50", "0.25")
    assert relays["source"] == f"1 invented story {tables.UNSEEN}, 4 gold items"
    assert (agreements["precision"], agreements["recall"]) == ("not measured", "0.50")
    assert tables.LOOKED_AT in agreements["source"]


def test_only_what_stands_between_markers_is_renewed(scripts: tuple[ModuleType, ModuleType], tmp_path: Path) -> None:
    page = tmp_path / "relays.md"
    page.write_text("before\n<!-- measured:start -->\nold\n<!-- measured:end -->\nafter\n", encoding="utf-8")
    once = scripts[1].filled(STORED, page)
    assert once.startswith("before\n<!-- measured:start -->\n| finding |") and once.endswith("<!-- measured:end -->\nafter\n")
    page.write_text(once, encoding="utf-8")
    assert scripts[1].filled(STORED, page) == once


def test_a_figure_that_moved_by_more_than_rounding_is_stale(scripts: tuple[ModuleType, ModuleType]) -> None:
    measure = scripts[0]
    pool = scripts[1].UNSEEN
    old = {"stories": [part(pool, ["relays", 50, 100, 50, 100])], "pairs": []}
    near = {"stories": [part(pool, ["relays", 51, 100, 50, 100])], "pairs": []}
    far = {"stories": [part(pool, ["relays", 53, 100, 50, 100])], "pairs": []}
    assert measure.stale_figures(old, near) == []
    assert [line.split(":")[0] for line in measure.stale_figures(old, far)] == [
        f"{pool} relays precision",
        "somewhere relays precision",
    ]
    assert measure.stale_figures(old, {"stories": [], "pairs": []}) != []
