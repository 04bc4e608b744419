"""Pairs, gold lines and stories."""

import json
from pathlib import Path

import pytest

from variorum.errors import InputError
from variorum.reading import Pair, Problem, read_objects, read_pairs, read_story
from variorum.records import Story, to_json


def test_pairs_and_lines_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    rows = [
        {"id": 1, "a": "Two ships wait.", "b": "No ship waits."},
        {"a": "x", "b": "y"},
        {"id": "3", "a": "x"},
        {"id": "4", "a": "x", "b": " "},
    ]
    path.write_text("\n".join(map(json.dumps, rows)) + "\nno\n")
    problems: list[Problem] = []
    assert list(read_pairs(str(path), on_problem=problems.append)) == [Pair("1", "Two ships wait.", "No ship waits.")]
    assert [p.place for p in problems] == ["line 2", "line 3", "line 4", "line 5"]


def test_objects_of_a_list_and_of_lines(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('[{"id": 1}, {"id": 2}]')
    (tmp_path / "a.jsonl").write_text('{"id": 1}\n{"id": 2}\n')
    for name in ("a.json", "a.jsonl"):
        assert [o["id"] for o in read_objects(str(tmp_path / name), on_problem=pytest.fail)] == [1, 2]
    with pytest.raises(InputError, match="cannot be read"):
        list(read_objects(str(tmp_path / "none.json"), on_problem=pytest.fail))


def test_a_story_comes_back(tmp_path: Path) -> None:
    story = Story("s1", "Ships", ())
    for name in ("story.json", "stories.jsonl"):
        (tmp_path / name).write_text(to_json(story) + "\n")
        assert read_story(str(tmp_path / name)) == story


@pytest.mark.parametrize("text", ['{"id": "x"}', "no", "", '{"schema": "variorum/story@1"}', "[]"])
def test_what_is_no_story_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text)
    with pytest.raises(InputError, match=r"x\.json"):
        read_story(str(path))
