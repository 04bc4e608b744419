"""The map of modules in the architecture page against the files."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "variorum"
TABLE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("## Where a finding lives")[1].split("\n## ")[0]
ROWS = [line.split("|") for line in TABLE.splitlines() if line.startswith("| ") and not line.startswith(("| ---", "| finding"))]
PATTERNS = [pattern for row in ROWS for pattern in re.findall(r"`([^`]+)`", row[2])]
FRAME = ("assemble", "annotate", "placement", "nlp", "components")
"""Modules that hold the room together and find nothing themselves."""
MODULES = [
    path.relative_to(PACKAGE).as_posix()
    for room in ("annotation", "collation")
    for path in sorted((PACKAGE / room).rglob("*.py"))
    if path.name != "__init__.py" and not (path.parent.name == room and path.stem in FRAME)
]


@pytest.mark.parametrize("module", MODULES)
def test_every_module_of_the_large_rooms_is_on_the_map_once(module: str) -> None:
    rows = [row for row in ROWS if any(fnmatch(module, pattern) for pattern in re.findall(r"`([^`]+)`", row[2]))]
    assert len(rows) == 1, rows


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_row_of_the_map_is_out_of_date(pattern: str) -> None:
    assert any(fnmatch(module, pattern) for module in MODULES)


@pytest.mark.parametrize("start", sorted({s for row in ROWS for s in re.findall(r"`([^`]+\.py)`", row[3])}))
def test_every_starting_point_exists(start: str) -> None:
    assert (PACKAGE / start).exists()
