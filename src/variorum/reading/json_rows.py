"""JSON: lines of objects, one object, a list of objects, or a story whose articles are taken."""

import codecs
import functools
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from variorum.reading.limits import ARTICLE_CHARACTERS, DOCUMENT_BYTES, LINE_BYTES
from variorum.reading.problems import Report
from variorum.reading.row import Row, decoded

LEAVE_OUT = "check the file, or leave it out"
AS_OBJECT = 'write each article as {"text": ...}'


Objects = Iterator[tuple[str, Mapping[str, Any]]]
"""Places (``line 3``) and what stands there."""


def read_json_lines(stream: BinaryIO, report: Report) -> Iterator[Row]:
    """One row per line that is an object, in file order; holds one line at a time."""
    for place, data in json_line_objects(stream, report):
        yield from _articles_of(data, place)


def read_json(stream: BinaryIO, report: Report) -> Iterator[Row]:
    """The rows of a JSON document: one article, a list of articles, or the articles of a story."""
    for place, data in json_objects(stream, report):
        yield from _articles_of(data, place)


def json_line_objects(stream: BinaryIO, report: Report) -> Objects:
    """The objects of JSON Lines; a line that is none is reported."""
    for number, line in _lines(stream, report):
        place = f"line {number}"
        data = _parse(line, report, place=place)
        if isinstance(data, Mapping):
            yield place, data


def json_objects(stream: BinaryIO, report: Report) -> Objects:
    """The object that a JSON document is, or the objects of the list that it is; what is none is reported."""
    raw = stream.read(DOCUMENT_BYTES + 1)
    if len(raw) > DOCUMENT_BYTES:
        report.refuse(f"it has more than {DOCUMENT_BYTES // 2**20} MiB", "save it as JSON Lines, one article a line")
        return
    text = decoded(raw, report)
    if text is not None and not text.strip():
        report.refuse("it is empty", LEAVE_OUT)
    elif text is not None:
        data = _parse(text, report, lists=True)
        if isinstance(data, Mapping):
            yield "", data
        elif isinstance(data, list):
            yield from _listed(data, report)


def _lines(stream: BinaryIO, report: Report) -> Iterator[tuple[int, str]]:
    """Numbered lines that are not blank; lines too long or not text are reported."""
    empty = True
    for number, line in enumerate(iter(functools.partial(stream.readline, LINE_BYTES + 1), b""), 1):
        empty = empty and not line.strip()
        if number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            yield from _lines(_as_utf8(line, stream), report)
            return
        if len(line) > LINE_BYTES:
            _skip_rest(line, stream)
            message = f"the line is longer than {LINE_BYTES // 2**20} MiB"
            report.refuse(message, f"one article may have {ARTICLE_CHARACTERS:,} characters: split it", place=f"line {number}")
        elif line.strip():
            text = decoded(line, report, place=f"line {number}")
            if text is None and number == 1:
                return
            if text is not None:
                yield number, text
    if empty:
        report.refuse("it is empty", LEAVE_OUT)


def _skip_rest(line: bytes, stream: BinaryIO) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(LINE_BYTES)


def _as_utf8(first: bytes, stream: BinaryIO) -> BinaryIO:
    """A UTF-16 stream as UTF-8 bytes (read as a whole, up to the size of a document)."""
    text = (first + stream.read(DOCUMENT_BYTES)).decode("utf-16", "replace")
    return io.BytesIO(text.encode("utf-8", "replace"))


def _parse(text: str, report: Report, *, place: str = "", lists: bool = False) -> Any:
    """The JSON object (or list) in ``text``; ``None`` (reported) where it is anything else."""
    try:
        data = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as problem:
        where = f"character {problem.colno}" if place else f"line {problem.lineno}, character {problem.colno}"
        report.refuse(f"it is not valid JSON ({problem.msg}, {where})", "correct or remove it", place=place)
        return None
    except (ValueError, RecursionError) as problem:
        detail = "nested too deeply" if isinstance(problem, RecursionError) else str(problem)
        report.refuse(f"it is not JSON that can be read ({detail})", "correct or remove it", place=place)
        return None
    if not isinstance(data, (Mapping, list) if lists else Mapping):
        report.refuse(f"it is {_kind(data)}, not a JSON object", AS_OBJECT, place=place)
        return None
    if "\\u" in text and not _whole_characters(data):
        message = "it holds half of a character (an escape from \\ud800 to \\udfff alone)"
        report.refuse(message, "write the character in full", place=place)
        return None
    return data


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not a JSON value")


def _whole_characters(data: Any) -> bool:
    """Whether every string can be written as UTF-8; nothing after reading could handle half a character."""
    try:
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _kind(data: Any) -> str:
    names = {list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number"}
    return names.get(type(data), "null")


def _articles_of(data: Mapping[str, Any], place: str) -> Iterator[Row]:
    """``data`` itself, or the articles of a story (each with the story's id)."""
    articles = data.get("articles")
    if "text" in data or not isinstance(articles, list):
        yield Row(data, place)
        return
    story = {"story": data["id"]} if isinstance(data.get("id"), str) else {}
    for number, article in enumerate(articles, 1):
        where = ", ".join(part for part in (place, f"article {number}") if part)
        yield Row({**article, **story} if isinstance(article, Mapping) else {}, where)


def _listed(data: list[Any], report: Report) -> Objects:
    for number, item in enumerate(data, 1):
        place = f"article {number}"
        if isinstance(item, Mapping):
            yield place, item
        else:
            report.refuse(f"it is {_kind(item)}, not a JSON object", AS_OBJECT, place=place)
