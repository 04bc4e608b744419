"""Tables of reports: CSV with the article keys as columns; and cutting a table into rows, which the sidecar shares."""

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from variorum.reading.columns import known_name, note_unknown
from variorum.reading.limits import ARTICLE_CHARACTERS, DOCUMENT_BYTES
from variorum.reading.problems import Report
from variorum.reading.row import Row, decoded

QUOTE_COMMAS = "put cells that hold a comma in quotation marks"


def read_table(stream: BinaryIO, report: Report) -> Iterator[Row]:
    """One row per line of a CSV file; empty cells are absent. The header must name a column ``text``."""
    raw = stream.read(DOCUMENT_BYTES + 1)
    if len(raw) > DOCUMENT_BYTES:
        report.refuse(f"it has more than {DOCUMENT_BYTES // 2**20} MiB", "save it as JSON Lines, one article a line")
        return
    text = decoded(raw, report)
    lines = cut_rows(text, report) if text is not None else iter(())
    header: list[str] = []
    for number, cells in lines:
        if header:
            yield from _row(header, cells, f"line {number}", report)
            continue
        header = [known_name(cell.strip()) for cell in cells]
        if "text" not in header:
            message = f"it has no column 'text' (it has: {', '.join(header[:8])})"
            report.refuse(message, "name the column that holds the reports 'text'")
            return
        note_unknown(header, report)
    if text is not None and not header:
        yield Row({"text": ""})


def cut_rows(text: str, report: Report) -> Iterator[tuple[int, list[str]]]:
    """Rows with a cell that is not blank and the number of their first line.

    Cells are cut at commas, semicolons or tabs, whichever the first line has most of. A row that breaks the rules of CSV
    is reported and ends the table.
    """
    csv.field_size_limit(4 * ARTICLE_CHARACTERS)
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(",;\t", key=lambda mark: (first.count(mark), mark == ","))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as problem:
        advice = "correct this line; what follows it is left out"
        report.refuse(f"the table ends here ({problem})", advice, place=f"line {start}")


def _row(header: list[str], cells: list[str], place: str, report: Report) -> Iterator[Row]:
    if any(cell.strip() for cell in cells[len(header) :]):
        report.refuse(f"the row has {len(cells)} cells under {len(header)} columns", QUOTE_COMMAS, place=place)
    else:
        yield Row({name: cell for name, cell in zip(header, cells, strict=False) if name and cell.strip()}, place)
