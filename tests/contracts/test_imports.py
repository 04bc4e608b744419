"""Who may import whom: the rooms of the design, read from the code."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "variorum"
MODULES = sorted(p for p in PACKAGE.rglob("*.py"))

LEVELS = {
    "records": 0,
    "errors": 0,
    "config": 0,
    "language": 1,
    "encoding": 1,
    "reading": 2,
    "annotation": 2,
    "grouping": 2,
    "collation": 2,
    "rendering": 2,
    "store": 2,
    "output": 2,
    "pipeline": 3,
    "engine": 3,
    "evaluation": 3,
    "web": 4,
    "cli": 4,
}
FREE = {"errors", "config"}
ONLY_IN = {"spacy": "annotation", "onnxruntime": "encoding", "tokenizers": "encoding", "argparse": "cli"}


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> list[str]:
    names: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            names.append(node.module)
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_rooms_import_only_lower_rooms(path: Path) -> None:
    room = room_of(path)
    if room in ("__init__", "__main__"):
        return
    for name in imported(path):
        if name.startswith("variorum."):
            other = name.split(".")[1]
            if other != room and other not in FREE:
                assert LEVELS[other] < LEVELS[room], f"{room} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_heavy_libraries_stay_in_their_room(path: Path) -> None:
    for name in imported(path):
        home = ONLY_IN.get(name.split(".")[0])
        assert home is None or home == room_of(path), f"{path} imports {name}"


def test_every_room_is_known() -> None:
    rooms = {room_of(p) for p in MODULES} - {"__init__", "__main__"}
    assert rooms <= set(LEVELS)
