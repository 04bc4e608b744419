"""``sources.csv``: what is known about the text files beside it (file, outlet, published, language, url and more)."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from variorum.reading.columns import note_unknown
from variorum.reading.decoding import NotText, decode
from variorum.reading.problems import Report
from variorum.reading.table import QUOTE_COMMAS, cut_rows

SIDECAR = "sources.csv"
FIX_HEADER = "begin it with the line: file,outlet,published,language,url"


@dataclass(frozen=True, slots=True)
class Sidecar:
    """``rows``: file name to its cells (empty ones and ``file`` left out); ``lines``: file name to the line it stands in."""

    rows: Mapping[str, Mapping[str, str]]
    lines: Mapping[str, int]


def read_sidecar(path: Path, report: Report) -> Sidecar | None:
    """The sidecar at ``path``, or ``None`` (with a problem reported) when it cannot be used at all.

    A row that cannot be used is reported and left out; the first of several rows for one file counts.
    """
    try:
        text = decode(path.read_bytes()).text
    except NotText as problem:
        report.refuse(f"{problem}, so its rows are not used", "save it as UTF-8 and run again")
        return None
    except OSError as problem:
        report.refuse(f"it cannot be opened ({problem.strerror})", "check its permissions")
        return None
    lines = list(cut_rows(text, report))
    header = [cell.strip().lower() for cell in lines[0][1]] if lines else []
    if not _usable(header, report):
        return None
    rows: dict[str, Mapping[str, str]] = {}
    places: dict[str, int] = {}
    for line, cells in lines[1:]:
        row = _row(header, cells, line, report)
        name = unicodedata.normalize("NFC", row.pop("file", "")) if row else ""
        if name in rows and rows[name] != row:
            report.refuse(f"{name!r} has a row already (line {places[name]})", "keep one of the two", place=f"line {line}")
        elif name and name not in rows:
            rows[name], places[name] = row or {}, line
    return Sidecar(rows, places)


def _usable(header: list[str], report: Report) -> bool:
    if "file" not in header:
        seen = ", ".join(header[:8]) or "nothing"
        report.refuse(f"it has no column 'file' (it has: {seen}), so it is not used", FIX_HEADER)
        return False
    twice = sorted({name for name in header if name and header.count(name) > 1})
    if twice:
        report.refuse(f"it has the column {twice[0]!r} twice, so it is not used", "keep one of the two")
        return False
    note_unknown(header, report)
    return True


def _row(header: list[str], cells: list[str], line: int, report: Report) -> dict[str, str] | None:
    """The non-empty cells by column; only ``file`` where the cells do not fit; ``None`` where no file is named."""
    place = f"line {line}"
    row = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if name and cell.strip()}
    name = row.get("file", "")
    if any(cell.strip() for cell in cells[len(header) :]):
        message = f"the row has {len(cells)} cells under {len(header)} columns, so only its file name is used"
        report.refuse(message, QUOTE_COMMAS, place=place)
        row = {"file": name} if name else {}
    if not name:
        report.refuse("the row names no file", "fill its column 'file'", place=place)
        return None
    row["file"] = name.removeprefix("./")
    if "/" in row["file"] or "\\" in row["file"]:
        report.refuse(f"{name!r} lies outside this folder", "put a sources.csv into the folder of the file", place=place)
        return None
    return row
