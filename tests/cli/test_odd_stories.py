"""Stories that are hardly any: one report, two of the same words, two languages, a report as long as a book."""

import json
from pathlib import Path

import pytest

from variorum.cli import steps
from variorum.cli.main import main
from variorum.pipeline import Models

WIRE = """Two ships held in Velda harbour

Two ships with 300 tonnes of grain are held in the harbour of Velda, the port authority said on Monday.

“Nobody has told us what is in the holds,” said Ada Lorn, who speaks for the dock workers of Velda.
"""
GERMAN = """Zwei Schiffe im Hafen von Velda festgehalten

Zwei Schiffe mit 300 Tonnen Getreide werden im Hafen von Velda festgehalten, teilte die Hafenbehörde am Montag mit.

„Niemand hat uns gesagt, was in den Laderäumen liegt“, sagte Ada Lorn, die für die Hafenarbeiter von Velda spricht.
"""


@pytest.fixture(autouse=True)
def _models(monkeypatch: pytest.MonkeyPatch, bare_models: Models) -> None:
    monkeypatch.setattr(steps, "models_for", lambda config, messages: bare_models)


def dossier(folder: Path, **reports: str) -> tuple[int, str]:
    """The status and the page for reports by name."""
    given = folder / "in"
    given.mkdir()
    for name, text in reports.items():
        (given / f"{name}.txt").write_text(text, encoding="utf-8")
    status = main(["dossier", str(given), "-o", str(folder / "out")])
    return status, (folder / "out" / "index.html").read_text(encoding="utf-8")


def story(folder: Path) -> dict[str, list[dict[str, str]]]:
    return dict(json.loads((folder / "out" / "story.json").read_text(encoding="utf-8")))


def test_one_report_is_named_as_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, page = dossier(tmp_path, wire=WIRE)
    assert status == 0 and "Two ships held in Velda harbour" in page and not (tmp_path / "out" / "story.json").exists()
    assert "wire: no other report tells its story; it is compared with none" in capsys.readouterr().err


def test_two_identical_reports_are_one_origin_and_agree_on_nothing(tmp_path: Path) -> None:
    status, page = dossier(tmp_path, one=WIRE, two=WIRE)
    found = story(tmp_path)
    assert status == 0 and "a copy of" in page
    assert found["origins"] == [["one", "two"]] and found["reuse"] == [] and found["disagreements"] == []
    assert "agreed" not in {group["status"] for group in found["claim_groups"]}
    assert "two is a copy of one and counts for nothing of its own" in [n["message"] for n in found["notices"]]


def test_a_report_in_another_language_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("wire", WIRE), ("blatt", GERMAN)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    given = [str(tmp_path / "wire.txt"), str(tmp_path / "blatt.txt")]
    assert main(["collate", *given, "-o", str(tmp_path / "story.json")]) == 0
    found = json.loads((tmp_path / "story.json").read_text(encoding="utf-8"))
    assert [n["subject"] for n in found["notices"] if n["kind"] == "language"] == ["blatt"]
    assert all(q["field"] == "text" for a in found["articles"] for q in a["quotations"])
    assert main(["dossier", str(tmp_path / "blatt.txt"), "-o", str(tmp_path / "out")]) == 0
    assert "does not seem to be in English, the only language that can be read" in capsys.readouterr().err


def test_a_report_of_a_hundred_thousand_words_is_refused_and_the_rest_is_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper = WIRE.replace("Two ships held", "Ships held").replace("said Ada Lorn", "Ada Lorn told the Karsk Post")
    status, page = dossier(tmp_path, wire=WIRE, paper=paper, book=WIRE + "The ships wait again. " * 25_000)
    assert status == 3 and "Ada Lorn" in page
    assert "book.txt: it has 550,238 characters; one report may have 500,000; split it" in capsys.readouterr().err
