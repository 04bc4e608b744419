"""JSON that is not reports: pairs to compare, gold and output to evaluate, a story to explain."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from variorum.errors import InputError
from variorum.reading.json_rows import Objects, json_line_objects, json_objects
from variorum.reading.limits import ARTICLE_CHARACTERS
from variorum.reading.problems import OnProblem, Problem, Report
from variorum.records.codec import from_data
from variorum.records.story import Story

STORY_SCHEMA = "variorum/story@"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts to compare."""

    id: str
    a: str
    b: str


def read_objects(source: str, *, on_problem: OnProblem, stdin: BinaryIO | None = None) -> Iterator[Mapping[str, Any]]:
    """The JSON objects of a file (JSON Lines, one object or a list of them) or of ``-``.

    Raises ``InputError`` when the file cannot be opened; what is no object goes to ``on_problem``.
    """
    for _, data in _placed(source, on_problem, stdin):
        yield data


def _placed(source: str, on_problem: OnProblem, stdin: BinaryIO | None) -> Objects:
    if source == "-":
        yield from json_line_objects(stdin or sys.stdin.buffer, Report("stdin", on_problem))
        return
    reader = json_objects if source.lower().endswith(".json") else json_line_objects
    try:
        with open(source, "rb") as stream:
            yield from reader(stream, Report(source, on_problem))
    except OSError as problem:
        raise InputError(f"{source} cannot be read ({problem.strerror}): check the name") from None


def read_pairs(source: str, *, on_problem: OnProblem, stdin: BinaryIO | None = None) -> Iterator[Pair]:
    """The pairs ``{"id", "a", "b"}`` of JSON Lines; a line that is no pair goes to ``on_problem``."""
    name = "stdin" if source == "-" else source
    for place, data in _placed(source, on_problem, stdin):
        if missing := _missing(data):
            on_problem(Problem(name, missing, 'write {"id": ..., "a": "one text", "b": "another"}', place))
        else:
            yield pair_of(data)


def pair_of(data: Mapping[str, Any]) -> Pair:
    """The pair in ``data``, which has the three keys."""
    return Pair(str(data["id"]), data["a"], data["b"])


def _missing(data: Mapping[str, Any]) -> str:
    """What keeps ``data`` from being a pair, in words; empty when it is one."""
    if isinstance(data.get("id"), bool) or not isinstance(data.get("id"), (str, int)):
        return "it has no id"
    for key in ("a", "b"):
        text = data.get(key)
        if not isinstance(text, str) or not text.strip():
            return f"it has no text {key!r}"
        if len(text) > ARTICLE_CHARACTERS:
            return f"its text {key!r} has more than {ARTICLE_CHARACTERS:,} characters"
    return ""


def read_story(source: str) -> Story:
    """The story in a ``story.json`` or in the only line of ``collate``'s output; raises ``InputError`` where there is none."""
    problems: list[Problem] = []
    found = list(read_objects(source, on_problem=problems.append))
    if problems:
        raise InputError(str(problems[0]))
    stories = [data for data in found if str(data.get("schema", "")).startswith(STORY_SCHEMA)]
    if len(stories) != 1:
        held = f"{len(stories)} stories" if stories else "no story"
        raise InputError(f"{source} holds {held}: name a story.json that variorum dossier or collate wrote")
    try:
        return from_data(Story, stories[0])
    except (ValueError, TypeError, KeyError) as problem:
        raise InputError(f"{source} is not a complete story ({problem}): make it again with this version") from None
