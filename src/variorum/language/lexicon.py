"""Word lists as data: one folder per language, one tab-separated file per list, all of one shape.

A list is ``language/<language>/<name>.tsv``: UTF-8, lines that start with ``#`` are comments, the first other line names
the columns, every further line is one entry. An empty cell is the empty string; a cell may hold several values
separated by ``|``.
"""

import functools
import re
from collections.abc import Iterable, Mapping
from importlib import resources
from types import MappingProxyType

from variorum.errors import ConfigError

Row = Mapping[str, str]


@functools.cache
def word_list(language: str, name: str) -> tuple[Row, ...]:
    """The entries of list ``name`` in ``language``, each a mapping from column to cell.

    Raises ``ConfigError`` when there is no such list or a line has another number of cells than the header.
    """
    path = resources.files("variorum.language").joinpath(language, f"{name}.tsv")
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        file = f"language/{language}/{name}.tsv"
        raise ConfigError(f"there is no word list {name!r} for language {language!r}: add {file}") from None
    rows = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    header = [cell.strip() for cell in rows[0][1]]
    return tuple(_row(header, cells, f"{language}/{name}.tsv line {n}") for n, cells in rows[1:])


def _row(header: list[str], cells: list[str], where: str) -> Row:
    if len(cells) > len(header):
        raise ConfigError(f"{where}: {len(cells)} cells under {len(header)} columns")
    padded = cells + [""] * (len(header) - len(cells))
    return MappingProxyType({key: cell.strip() for key, cell in zip(header, padded, strict=True)})


@functools.cache
def words(language: str, name: str) -> frozenset[str]:
    """The first column of list ``name``, case-folded, as a set."""
    rows = word_list(language, name)
    return frozenset(next(iter(row.values())).casefold() for row in rows)


def values(row: Row, column: str) -> tuple[str, ...]:
    """The values of a cell that may hold several, separated by ``|``."""
    return tuple(v.strip() for v in row.get(column, "").split("|") if v.strip())


@functools.cache
def marked(language: str, name: str, mark: str) -> frozenset[str]:
    """The words of list ``name`` whose column ``marks`` holds ``mark``, for lists of words that serve several rules.

    Raises ``ConfigError`` when no word has the mark.
    """
    rows = word_list(language, name)
    found = frozenset(row["word"] for row in rows if mark in values(row, "marks"))
    if not found:
        raise ConfigError(f"no word of list {name!r} for language {language!r} is marked {mark!r}")
    return found


def alternatives(listed: Iterable[str]) -> str:
    """The words as alternatives of a regular expression, without a group around them, the longest first."""
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(listed, key=lambda word: (-len(word), word)))
