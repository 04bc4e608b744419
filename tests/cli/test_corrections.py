"""Corrections through the commands: status, messages, the page and the story say what was done."""

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
PAPER = """Dock workers refuse to unload ships in Velda

Dock workers in Velda refuse to unload two ships with 300 tonnes of grain that are held in the harbour of Velda.

“Nobody has told us what is in the holds,” Ada Lorn, who speaks for the dock workers, said on Monday.
"""


@pytest.fixture(autouse=True)
def _models(monkeypatch: pytest.MonkeyPatch, bare_models: Models) -> None:
    monkeypatch.setattr(steps, "models_for", lambda config, messages: bare_models)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    return folder


def corrections(folder: Path, text: str) -> str:
    path = folder / "corrections.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_page_and_the_story_say_what_was_corrected(reports: Path, tmp_path: Path) -> None:
    out, file = tmp_path / "out", corrections(tmp_path, '[[rename]]\nentity = "Ada Lorn"\nname = "Adela Lorn"\n')
    assert main(["dossier", str(reports), "-o", str(out), "--corrections", file]) == 0
    page, story = (out / "index.html").read_text(encoding="utf-8"), json.loads((out / "story.json").read_text(encoding="utf-8"))
    assert "<bdi>Adela Lorn</bdi></h3>" in page and ">corrected by hand</span>" in page
    (entity,) = [e for e in story["entities"] if e["name"] == "Adela Lorn"]
    assert entity["by"]["method"] == "corrections@1" and "Ada Lorn" in entity["aliases"]
    assert [n["message"] for n in story["notices"] if n["kind"] == "correction"] == [
        "corrected by hand: rename “Ada Lorn” to “Adela Lorn”"
    ]
    assert len(story["manifest"]["configuration"]["corrections"]) == 64


def test_without_corrections_the_page_has_no_mark(reports: Path, tmp_path: Path) -> None:
    assert main(["dossier", str(reports), "-o", str(tmp_path / "out")]) == 0
    assert ">corrected by hand</span>" not in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    story = json.loads((tmp_path / "out" / "story.json").read_text(encoding="utf-8"))
    assert "corrections" not in story["manifest"]["configuration"]


@pytest.mark.parametrize("command", ["dossier", "collate"])
def test_a_correction_that_fits_nothing_is_refused_by_name(
    command: str, reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = corrections(tmp_path, '[[rename]]\nentity = "Ida Horn"\nname = "Ida Born"\n')
    assert main([command, str(reports), "-o", str(tmp_path / "out"), "--corrections", file]) == 3
    err = capsys.readouterr().err
    assert "the correction to rename “Ida Horn” to “Ida Born” is not made: nothing in the story is called “Ida Horn”" in err
    assert "write the name as the page has it" in err


def test_a_bad_file_ends_the_run_before_any_work(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "read", lambda *_: pytest.fail("the reports were read"))
    file = corrections(tmp_path, '[[rename]]\nentity = "Ada Lorn"\n')
    assert main(["dossier", str(reports), "-o", str(tmp_path / "out"), "--corrections", file]) == 2
    assert 'corrections.toml, rename 1: it needs name = "..."' in capsys.readouterr().err


def test_with_several_stories_it_is_enough_to_fit_one(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"id": f"{s}{n}", "text": t, "story": s} for s in "xy" for n, t in enumerate((WIRE, PAPER))]
    for row in rows[2:]:
        row["text"] = row["text"].replace("Ada Lorn", "Ivo Berg").replace("Velda", "Karsk").replace("grain", "salt")
    (tmp_path / "in.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    file = corrections(tmp_path, '[[rename]]\nentity = "Ivo Berg"\nname = "Ivo van Berg"\n')
    given = ["collate", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out.jsonl"), "--corrections", file]
    assert main(given) == 0
    stories = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [[n["kind"] for n in s["notices"] if "correction" in n["kind"]] for s in stories] == [[], ["correction"]]
    assert "is not made" not in capsys.readouterr().err
