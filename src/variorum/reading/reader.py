"""Sources into articles, one after the other, whatever their format."""

import itertools
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from variorum.reading.articles import OWN, article_of
from variorum.reading.columns import Keys
from variorum.reading.identity import Seen, file_keys, row_key
from variorum.reading.inputs import Input, find_inputs
from variorum.reading.json_rows import read_json, read_json_lines
from variorum.reading.plain_text import read_text
from variorum.reading.problems import OnProblem, Report
from variorum.reading.row import Row
from variorum.reading.table import read_table
from variorum.records.article import Article

READERS: dict[str, Callable[[BinaryIO, Report], Iterator[Row]]] = {
    "text": read_text,
    "json lines": read_json_lines,
    "json": read_json,
    "table": read_table,
}


def read_articles(
    sources: Iterable[str], *, on_problem: OnProblem, stdin: BinaryIO | None = None, language: str = "en"
) -> Iterator[Article]:
    """Read files, folders, globs and ``-`` (JSON Lines on ``stdin``) into articles, holding one at a time.

    Articles come in the order of the sources, those of a folder by path. Rows that an earlier run annotated come as
    ``AnnotatedArticle``. Whatever cannot be read goes to ``on_problem`` and the rest is read on; nothing is raised for bad
    input.
    """
    inputs = find_inputs(sources, on_problem)
    seen = Seen()
    for one, key in zip(inputs, file_keys([i.path for i in inputs]), strict=True):
        report = Report(one.name, on_problem)
        keys = Keys(report, OWN)
        for row, id in _with_ids(_rows(one, report, stdin), key):
            if one.format in ("json", "json lines"):
                keys.meet(row.data)
            article = article_of(row, id, report, language=language)
            name = ", ".join(part for part in (one.name, row.place) if part)
            if article and seen.is_new(id, article.text, name, report, place=row.place):
                yield article


def read_row(data: Mapping[str, Any], *, on_problem: OnProblem, language: str = "en") -> Article | None:
    """The article of one JSON object that is at hand; ``None`` where it has no text or no id."""
    row = Row(data)
    id = _own_id(row)
    report = Report(id or "a row", on_problem)
    if id is None:
        report.refuse("it has no id", "give it one")
        return None
    return article_of(row, id, report, language=language)


def _rows(one: Input, report: Report, stdin: BinaryIO | None) -> Iterator[Row]:
    """The rows of one input, each with what its sidecar says."""
    try:
        if one.path is None:
            yield from READERS[one.format](stdin or sys.stdin.buffer, report)
            return
        with one.path.open("rb") as stream:
            for row in READERS[one.format](stream, report):
                yield Row({**row.data, **_described(one)}, row.place) if one.described else row
    except OSError as problem:
        report.refuse(f"it cannot be read ({problem.strerror or problem})", "check that it exists and may be opened")


def _described(one: Input) -> dict[str, str]:
    return {key: value for key, value in one.described.items() if key != "text"}


def _with_ids(rows: Iterator[Row], key: str) -> Iterator[tuple[Row, str]]:
    """Each row with its id: its own, else the file's where it is the only row, else the file's and a digest."""
    first = next(rows, None)
    if first is None:
        return
    second = next(rows, None)
    if second is None:
        yield first, _own_id(first) or key
        return
    for row in itertools.chain((first, second), rows):
        yield row, _own_id(row) or row_key(key, row.data)


def _own_id(row: Row) -> str | None:
    given = row.data.get("id")
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    return given.strip() or None if isinstance(given, str) else None
