"""A text file: one report."""

from collections.abc import Iterator
from typing import BinaryIO

from variorum.reading.limits import ARTICLE_CHARACTERS, TEXT_BYTES
from variorum.reading.problems import Report
from variorum.reading.row import Row, decoded


def read_text(stream: BinaryIO, report: Report) -> Iterator[Row]:
    """The one row of a text file: its text, exactly as given less a byte order mark."""
    data = stream.read(TEXT_BYTES + 1)
    if len(data) > TEXT_BYTES:
        message = f"it has more than the {ARTICLE_CHARACTERS:,} characters that one report may have"
        report.refuse(message, "split it into one file per report")
        return
    text = decoded(data, report)
    if text is not None:
        yield Row({"text": text})
