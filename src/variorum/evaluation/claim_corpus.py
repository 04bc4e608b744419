"""Situations of ``corpus/claims``: what several outlets state about one thing, and how these statements stand to each other.

The format is told in ``corpus/claims/README.md``.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Literal, get_args

from variorum.errors import InputError

Relation = Literal["same", "conflict", "update", "unsure", "other"]
RELATIONS: tuple[Relation, ...] = get_args(Relation)
"""The same; cannot both hold; a later state; apart at first sight, yet both may hold; different statements."""

KINDS = ("figure", "date", "place", "agency", "polarity", "modality", "speaker", "quotation")
"""In what two statements of one thing differ."""

_HEADER = re.compile(r"# (\S+)-(\d{3}) \| (.+)")
_STATEMENT = re.compile(r"([A-Z])(\d+) \| (.+)")
_LINK = re.compile(r"= ([A-Z]) ([A-Z]) (conflict|update|unsure) (\w+)")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements of one situation; ``kind`` is ``None`` where they do not differ about one thing."""

    one: str
    other: str
    relation: Relation
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """``statements`` are (letter, text); equal letters say the same. ``links`` are (letter, letter, relation, kind)."""

    id: str
    number: int
    field: str
    statements: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str, Relation, str], ...]

    def pairs(self) -> Iterator[Pair]:
        """Every two statements, in their order."""
        linked = {frozenset(link[:2]): link for link in self.links}
        for (a, one), (b, other) in combinations(self.statements, 2):
            if a == b:
                yield Pair(one, other, "same")
            elif link := linked.get(frozenset((a, b))):
                yield Pair(one, other, link[2], link[3])
            else:
                yield Pair(one, other, "other")


def read_situations(folder: Path) -> tuple[Situation, ...]:
    """All situations of the files ``*.txt`` in ``folder``, by id.

    Raises ``InputError`` that names file and line where one does not keep to the format.
    """
    found = [s for path in sorted(folder.glob("*.txt")) for s in _situations(path)]
    if not found:
        raise InputError(f"{folder} holds no situations (files *.txt)")
    return tuple(sorted(found, key=lambda s: s.id))


def _situations(path: Path) -> Iterator[Situation]:
    blocks: list[list[tuple[int, str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            blocks.append([])
        if line.strip():
            if not blocks:
                raise _wrong(path, number, "a line before the first heading")
            blocks[-1].append((number, line.rstrip()))
    for block in blocks:
        yield _situation(path, block)


def _situation(path: Path, block: list[tuple[int, str]]) -> Situation:
    header = _HEADER.fullmatch(block[0][1])
    if header is None:
        raise _wrong(path, block[0][0], "a heading is “# NAME-001 | field”")
    statements: list[tuple[str, str]] = []
    links: list[tuple[str, str, Relation, str]] = []
    for number, line in block[1:]:
        if told := _STATEMENT.fullmatch(line):
            statements.append((told[1], told[3]))
        elif (link := _LINK.fullmatch(line)) and link[4] in KINDS and {link[1], link[2]} <= {s[0] for s in statements}:
            links.append((link[1], link[2], link[3], link[4]))  # type: ignore[arg-type]
        else:
            raise _wrong(path, number, "neither a statement “A1 | text” nor a link “= A B conflict figure”")
    return Situation(f"{header[1]}-{header[2]}", int(header[2]), header[3], tuple(statements), tuple(links))


def _wrong(path: Path, line: int, what: str) -> InputError:
    return InputError(f"{path}, line {line}: {what}")
