"""One report as a file gives it, and the decoding that all formats share."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from variorum.reading.decoding import NotText, decode
from variorum.reading.problems import Report

SAVE_AGAIN = "save the file as UTF-8 and run again"


@dataclass(frozen=True, slots=True)
class Row:
    """The keys and values of one report. ``place`` says where in its file it stands (empty: it is the whole file)."""

    data: Mapping[str, Any]
    place: str = ""


def decoded(data: bytes, report: Report, *, place: str = "") -> str | None:
    """The text of ``data``, with a notice where its encoding is guessed; ``None`` (reported) where it is no text."""
    try:
        found = decode(data)
    except NotText as problem:
        report.refuse(str(problem), SAVE_AGAIN, place=place)
        return None
    if found.guessed:
        report.notice("it is not UTF-8 and is read as Windows-1252", f"if letters look wrong, {SAVE_AGAIN}", place=place)
    return found.text
