"""Ids of articles: given, or from the name of their file, and no two texts under one id."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from variorum.reading.problems import Report
from variorum.records.ids import text_digest


def file_keys(paths: Sequence[Path | None]) -> tuple[str, ...]:
    """One id per file, in the same order: its stem, or on a collision the shortest distinguishing relative path.

    Files that differ in their ending only keep it. Standard input (``None``) is ``stdin``.
    """
    by_stem: dict[str, list[int]] = defaultdict(list)
    for i, path in enumerate(paths):
        by_stem[path.stem if path else "stdin"].append(i)
    keys = [""] * len(paths)
    for stem, members in by_stem.items():
        for i in members:
            keys[i] = stem if len(members) == 1 else _shortest(paths[i], [paths[j] for j in members if j != i])
    return tuple(keys)


def _shortest(path: Path | None, others: Sequence[Path | None]) -> str:
    """The fewest last parts of ``path`` that no other has; with the ending where only that tells them apart."""
    if path is None:
        return "stdin"
    bare, rest = path.resolve().with_suffix(""), [other.resolve().with_suffix("") for other in others if other]
    if bare in rest:
        return _tail(path.resolve(), [other.resolve() for other in others if other])
    return _tail(bare, rest)


def _tail(path: Path, others: Sequence[Path]) -> str:
    for length in range(1, len(path.parts) + 1):
        tail = path.parts[-length:]
        if all(other.parts[-length:] != tail for other in others):
            return "/".join(tail).replace("//", "/")
    return path.as_posix()


def row_key(file_key: str, data: Mapping[str, Any]) -> str:
    """The id of a row without one in a file of several: the file's and eight hex digits of what it holds."""
    content = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
    return f"{file_key}-{hashlib.sha256(content.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


class Seen:
    """The ids of one run, so that each stands for one text."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[str, str]] = {}

    def is_new(self, id: str, text: str, name: str, report: Report, *, place: str) -> bool:
        """Whether ``id`` is used for the first time; a second use is reported, as an error where the texts differ."""
        digest = text_digest(text)
        if id not in self._texts:
            self._texts[id] = (digest, name)
            return True
        known, first = self._texts[id]
        if known == digest:
            message = f"the article {id!r} with the same text was read from {first} already"
            report.notice(message, "it is read once", place=place)
        else:
            message = f"the id {id!r} is taken by another text, read from {first}"
            report.refuse(message, "give one of the two another id", place=place)
        return False
