"""Where results go: stdout, or the file named with ``-o``, as UTF-8 with plain line breaks."""

import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

from variorum.output import whole_file
from variorum.records import to_json


def results(output: str | None) -> AbstractContextManager[BinaryIO]:
    """The stream for results; a file appears only when the block ends well."""
    return whole_file(Path(output)) if output and output != "-" else nullcontext(sys.stdout.buffer)


def write_lines(records: Iterable[Any], output: str | None) -> int:
    """Write one JSON line per record, each as soon as it is there; return how many there were."""
    written = 0
    with results(output) as stream:
        for record in records:
            stream.write(to_json(record).encode("utf-8") + b"\n")
            stream.flush()
            written += 1
    return written


def write_exactly(text: str, output: str | None = None) -> None:
    """Write ``text`` as it is, with its own line breaks."""
    with results(output) as stream:
        stream.write(text.encode("utf-8", "replace"))
        stream.flush()


def write_text(text: str, output: str | None = None) -> None:
    """Write ``text`` and a line break."""
    with results(output) as stream:
        stream.write(text.rstrip("\n").encode("utf-8", "replace") + b"\n")
        stream.flush()
