"""The commands on invented reports: what they print, where, and with which status."""

import json
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from variorum.annotation.nlp import Pipeline
from variorum.cli import steps
from variorum.cli.main import main
from variorum.config import Config
from variorum.pipeline import Models

WIRE = """Two ships held in Velda harbour

VELDA (Velda Wire) – Two ships with 300 tonnes of grain are held in the harbour of Velda, the port authority said on Monday.

“Nobody has told us what is in the holds,” said Ada Lorn, who speaks for the dock workers of Velda.

The ministry of trade in Karsk denied that the ships carry arms.
"""
PAPER = """Dock workers refuse to unload ships in Velda

Dock workers in Velda refuse to unload two ships with 300 tonnes of grain that are held in the harbour of Velda.

“Nobody has told us what is in the holds,” Ada Lorn, who speaks for the dock workers, said on Monday.

The ministry of trade in Karsk said that the ships carry no arms.
"""
CUP = """Rovers win the lake cup

The Rovers of Ostrel won the lake cup on Sunday with two late goals by the young striker Pim Tal, the coach said.
"""


@pytest.fixture(autouse=True)
def _models(monkeypatch: pytest.MonkeyPatch, pipeline: Pipeline) -> None:
    models = Models(pipeline, None, Config(encoder=""))
    monkeypatch.setattr(steps, "models_for", lambda config, messages: models)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("wire", WIRE), ("paper", PAPER), ("cup", CUP)):
        (folder / f"{name}.txt").write_text(text)
    (folder / "sources.csv").write_text(
        "file,outlet,published\nwire.txt,Velda Wire,2031-05-05\n"
        "paper.txt,Karsk Post,2031-05-06\ncup.txt,Karsk Post,2031-05-06\n"
    )
    return folder


def printed(capfdbinary: pytest.CaptureFixture[bytes]) -> Iterator[dict[str, object]]:
    return (json.loads(line) for line in capfdbinary.readouterr().out.splitlines())


def test_annotate_prints_a_line_per_article(reports: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["annotate", str(reports)]) == 0
    rows = list(printed(capfdbinary))
    assert [row["id"] for row in rows] == ["cup", "paper", "wire"]
    assert rows[2]["text"] == WIRE and any(q["kind"] == "direct" for q in rows[2]["quotations"])


def test_annotated_lines_are_taken_as_they_are(reports: Path, tmp_path: Path) -> None:
    assert main(["annotate", str(reports), "-o", str(tmp_path / "one.jsonl")]) == 0
    assert main(["annotate", str(tmp_path / "one.jsonl"), "-o", str(tmp_path / "two.jsonl")]) == 0
    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


def test_an_article_that_fails_by_our_fault_is_named_and_left_out(
    reports: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    from variorum.annotation import annotate

    real = annotate.annotate_article

    def fail_on_cup(article: object, *models: object) -> object:
        if article.id == "cup":
            raise IndexError("list index out of range")
        return real(article, *models)

    monkeypatch.setattr(annotate, "annotate_article", fail_on_cup)
    assert main(["annotate", str(reports)]) == 3
    captured = capfdbinary.readouterr()
    assert [json.loads(line)["id"] for line in captured.out.splitlines()] == ["paper", "wire"]
    assert b"cup: it could not be processed (IndexError" in captured.err


def test_group_prints_rows_and_full_lines(reports: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["group", str(reports)]) == 0
    rows = {row["id"]: row for row in printed(capfdbinary)}
    assert set(rows["wire"]) == {"id", "duplicate_of", "event", "story"}
    assert rows["wire"]["story"] == rows["paper"]["story"] != rows["cup"]["story"]
    assert main(["group", "--full", str(reports)]) == 0
    full = {row["id"]: row for row in printed(capfdbinary)}
    assert full["wire"]["text"] == WIRE and full["wire"]["story"] == rows["wire"]["story"]


def test_collate_makes_one_story_or_one_per_label(
    reports: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["collate", str(reports)]) == 0
    (story,) = printed(capfdbinary)
    assert story["schema"] == "variorum/story@1" and len(story["articles"]) == 3
    assert main(["group", "--full", str(reports), "-o", str(tmp_path / "full.jsonl")]) == 0
    assert main(["collate", str(tmp_path / "full.jsonl")]) == 0
    assert sorted(len(story["articles"]) for story in printed(capfdbinary)) == [1, 2]


def test_dossier_writes_the_folder_and_prints_a_summary(
    reports: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    out = tmp_path / "out"
    assert main(["dossier", str(reports), "-o", str(out)]) == 0
    captured = capfdbinary.readouterr()
    assert sorted(p.name for p in out.iterdir()) == ["index.html", "story.json"]
    assert b"2 reports" in captured.out and b"Rovers win the lake cup" in captured.out
    assert b"cup: no other report tells its story" in captured.err
    first = (out / "story.json").read_bytes()
    assert (
        main(["dossier", str(reports / "wire.txt"), str(reports / "paper.txt"), str(reports / "cup.txt"), "-o", str(out)]) == 0
    )
    assert (out / "story.json").read_bytes() == first


def test_dossier_of_a_report_alone_says_so(reports: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["dossier", str(reports / "cup.txt"), "-o", str(tmp_path / "out")]) == 0
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["index.html"]
    assert b"No two of these reports tell one story" in capfdbinary.readouterr().out


def test_dossier_refuses_a_folder_of_others(reports: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["dossier", str(reports), "-o", str(reports)]) == 2
    assert b"--force" in capfdbinary.readouterr().err
    assert not (reports / "index.html").exists()
    assert main(["dossier", str(reports), "-o", str(reports), "--force"]) == 0
    assert (reports / "index.html").exists() and (reports / "wire.txt").read_text() == WIRE


def test_explain_prints_the_evidence(reports: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["collate", str(reports), "-o", str(tmp_path / "story.json")])
    story = json.loads((tmp_path / "story.json").read_text())
    capfdbinary.readouterr()
    assert main(["explain", str(tmp_path / "story.json"), story["utterances"][0]["id"]]) == 0
    assert b"[[" in capfdbinary.readouterr().out
    assert main(["explain", str(tmp_path / "story.json"), "q00000"]) == 2
    assert b"q00000" in capfdbinary.readouterr().err


def test_compare_prints_a_judgement_per_pair(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def judge(pairs: list[tuple[str, str, str]], *, models: Models) -> Iterator[tuple[str, SimpleNamespace]]:
        for id, a, b in pairs:
            yield id, SimpleNamespace(judgement="conflict", score=0.9, reason=f"“{a}” against “{b}”.", passages=())

    monkeypatch.setattr("variorum.pipeline.compare", judge)
    pairs = [{"id": "1", "a": "Nine died.", "b": "Ten died."}, {"id": "2", "a": "x"}]
    (tmp_path / "pairs.jsonl").write_text("\n".join(map(json.dumps, pairs)))
    assert main(["compare", str(tmp_path / "pairs.jsonl")]) == 3
    assert list(printed(capfdbinary)) == [
        {"id": "1", "judgement": "conflict", "score": 0.9, "reason": "“Nine died.” against “Ten died.”."}
    ]


def test_evaluate_measures_and_can_fall_short(reports: Path, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    gold, low = tmp_path / "gold.jsonl", tmp_path / "low.jsonl"
    assert main(["annotate", str(reports), "-o", str(gold)]) == 0
    low.write_text("".join(json.dumps({**json.loads(line), "quotations": []}) + "\n" for line in gold.read_text().splitlines()))
    assert main(["evaluate", "quotations", str(gold), str(gold), "--at-least", "1", "--json"]) == 0
    assert {row["f1"] for row in printed(capfdbinary)} == {1.0}
    assert main(["evaluate", "quotations", str(gold), "--at-least", "1"]) == 0
    assert main(["evaluate", "quotations", str(gold), str(low), "--at-least", "0.5"]) == 1
    assert main(["evaluate", "quotations", str(low), str(tmp_path / "none.jsonl")]) == 2


def test_gold_of_another_shape_is_an_error_without_traceback(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "gold.json").write_text('[{"name": "x"}]')
    assert main(["evaluate", "groups", str(tmp_path / "gold.json"), str(tmp_path / "gold.json")]) == 2
    assert b"gold.json" in capfdbinary.readouterr().err


def test_a_fault_of_ours_is_one_line_and_on_demand_a_traceback(
    reports: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    def fail(articles: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr("variorum.pipeline.group", fail)
    assert main(["group", str(reports)]) == 2
    err = capfdbinary.readouterr().err
    assert b"IndexError" in err and b"report" in err and b"Traceback" not in err
    monkeypatch.setenv("VARIORUM_TRACEBACK", "1")
    with pytest.raises(IndexError):
        main(["group", str(reports)])
