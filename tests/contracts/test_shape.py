"""The shape of the code: short functions, short modules, documented public names, data of one shape."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "variorum"
MODULES = sorted(PACKAGE.rglob("*.py"))
NAMES_REFUSED = ("utils", "helpers", "manager", "misc", "common")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_function_over_sixty_lines_and_no_module_over_four_hundred(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 400
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_public_functions_and_classes_have_docstrings(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert path.name == "__init__.py" or ast.get_docstring(tree), "module"
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_no_catch_all_modules() -> None:
    assert not [p for p in MODULES if p.stem in NAMES_REFUSED]


@pytest.mark.parametrize("path", sorted((PACKAGE / "language").glob("*/*.tsv")), ids=lambda p: p.name)
def test_word_lists_have_one_shape(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# "), "a list says what it is and where it is from"
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    assert len(rows) > 1
    assert all(len(row) <= len(rows[0]) and row[0].strip() for row in rows)
