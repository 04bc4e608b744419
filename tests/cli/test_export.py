"""The command ``export``: where it writes, with which status, and that its help names every format."""

import csv
import json
from pathlib import Path

import pytest

from variorum.cli.exporting import FORMATS as TOLD
from variorum.cli.main import main
from variorum.records import AnnotatedArticle, Passage, Story, TimelineEntry, to_json
from variorum.rendering.exports import FORMATS


@pytest.fixture
def story(tmp_path: Path) -> Path:
    entry = TimelineEntry("t1", "It rained", "happened", "2031-05-05", "2031-05-05", "day", 1, (Passage("a", 0, 4, "Then"),))
    path = tmp_path / "story.json"
    path.write_text(to_json(Story("s1", "Rain", (AnnotatedArticle("a", "Then it rained."),), timeline=(entry,))))
    return path


def test_help_names_every_format() -> None:
    assert sorted(FORMATS) == sorted(word for word in TOLD.replace(",", " ").split() if word in FORMATS)


def test_a_table_goes_to_a_file_and_json_to_stdout(story: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    out = story.parent / "timeline.csv"
    assert main(["export", str(story), "--as", "timeline-csv", "-o", str(out)]) == 0
    assert out.read_bytes().count(b"\r\n") == 2 and next(csv.DictReader(out.open()))["exact"] == "Then"
    assert main(["export", str(story), "--as", "vis"]) == 0
    (item,) = json.loads(capfdbinary.readouterr().out)["items"]
    assert item["start"] == "2031-05-05"


def test_an_unknown_format_or_no_story_is_bad_use(story: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", str(story), "--as", "xls"]) == 2
    assert b"timelinejs" in capfdbinary.readouterr().err
    assert main(["export", str(story)]) == 2
    other = story.parent / "other.json"
    other.write_text("{}")
    assert main(["export", str(other), "--as", "vis", "-o", str(story.parent / "x")]) == 2
    assert not (story.parent / "x").exists()
