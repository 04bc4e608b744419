"""The real command line on bad input: every message names the input and what to do, the rest is processed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = "Ships wait in Velda\n\nTwo ships wait in the harbour of Velda, said Ada Lorn."


def run(*words: str, stdin: bytes = b"") -> tuple[int, list[dict[str, object]], str]:
    done = subprocess.run([sys.executable, "-m", "variorum", *words], input=stdin, capture_output=True, timeout=60, check=False)
    err = done.stderr.decode()
    assert "Traceback" not in err
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], err


def empty(folder: Path) -> str:
    (folder / "bad.txt").write_bytes(b"")
    return "bad.txt: it is empty"


def binary(folder: Path) -> str:
    (folder / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    return "bad.txt: it is a binary file"


def one_huge_line(folder: Path) -> str:
    (folder / "bad.txt").write_bytes(b"ships wait " * (50 * 2**20 // 11))
    return "bad.txt: it has more than the 500,000 characters"


def one_huge_json_line(folder: Path) -> str:
    (folder / "bad.jsonl").write_bytes(b'{"text": "' + b"ships wait " * (50 * 2**20 // 11) + b'"}\n')
    return "bad.jsonl, line 1: it has 52,428,794 characters; one report may have 500,000"


def wrong_encoding(folder: Path) -> str:
    (folder / "bad.txt").write_bytes("Корабли ждут в порту второй день, сказала Ада Лорн.".encode("cp1251"))
    return "bad.txt: its encoding cannot be told"


def damaged_encoding(folder: Path) -> str:
    (folder / "bad.txt").write_bytes("“Ships wait,” said Ada Lorn – again".encode()[:-6] + b"\xe2\x80 again")
    return "bad.txt: it is damaged UTF-8"


def json_without_text(folder: Path) -> str:
    (folder / "bad.jsonl").write_text('{"id": "x", "title": "Ships wait"}\n')
    return "bad.jsonl, line 1: it has no text (it has: id, title)"


def broken_json(folder: Path) -> str:
    (folder / "bad.jsonl").write_text('\n{"id": "x", "text": "Ships wait.}\n')
    return "bad.jsonl, line 2: it is not valid JSON"


def absent_file(folder: Path) -> str:
    (folder / "sources.csv").write_text("file,outlet\ngood.txt,Velda Wire\ngone.txt,Velda Wire\n")
    return "sources.csv, line 3: there is no file 'gone.txt'"


def bad_columns(folder: Path) -> str:
    (folder / "sources.csv").write_text("name,paper\ngood.txt,Velda Wire\n")
    return "sources.csv: it has no column 'file'"


def one_id_twice(folder: Path) -> str:
    (folder / "bad1.json").write_text('{"id": "good", "text": "The docks of Karsk are closed."}')
    return "the id 'good' is taken by another text"


BAD = (
    empty,
    binary,
    one_huge_line,
    one_huge_json_line,
    wrong_encoding,
    damaged_encoding,
    json_without_text,
    broken_json,
    absent_file,
    bad_columns,
    one_id_twice,
)


@pytest.mark.parametrize("make", BAD, ids=lambda make: make.__name__)
def test_what_is_bad_is_named_and_the_rest_is_read(tmp_path: Path, make: object) -> None:
    (tmp_path / "good.txt").write_text(GOOD)
    message = make(tmp_path)
    status, articles, err = run("read", str(tmp_path))
    assert status == 3
    assert len(articles) == 1
    (line,) = [line for line in err.splitlines() if line.startswith("variorum: refused: ")]
    assert message in line and "; " in line.split(message, 1)[1]


@pytest.mark.parametrize(
    "make", [m for m in BAD if m not in (absent_file, bad_columns, one_id_twice)], ids=lambda m: m.__name__
)
def test_where_nothing_is_left_the_status_is_two(tmp_path: Path, make: object) -> None:
    message = make(tmp_path)
    status, articles, err = run("read", str(tmp_path))
    assert (status, articles) == (2, [])
    assert message in err and "nothing could be read" in err


def test_a_folder_with_nothing_readable(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"x")
    status, articles, err = run("read", str(tmp_path))
    assert (status, articles) == (2, [])
    assert f"{tmp_path}: nothing in this folder can be read; Variorum reads files that end in" in err


def test_windows_text_is_read_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("“Ships wait” – Café Lorn".encode("cp1252"))
    status, (article,), err = run("read", str(tmp_path))
    assert (status, article["text"]) == (0, "“Ships wait” – Café Lorn")
    assert "note: " in err and "a.txt" in err and "Windows-1252" in err


def test_quiet_still_names_what_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD)
    (tmp_path / "b.txt").write_text("")
    (tmp_path / "c.bin").write_text("x")
    status, _, err = run("read", "-q", str(tmp_path))
    assert status == 3 and len(err.splitlines()) == 1 and "b.txt" in err


def test_many_problems_of_one_input_are_counted(tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("no\n" * 500 + json.dumps({"id": "a", "text": GOOD}))
    status, articles, err = run("read", str(tmp_path))
    assert (status, len(articles)) == (3, 1)
    assert len(err.splitlines()) < 30 and "480 more problems" in err


def test_a_name_cannot_write_to_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.txt").write_text("")
    _, _, err = run("read", str(tmp_path))
    assert "\x1b" not in err


@pytest.mark.parametrize(
    "words", [[], ["read"], ["fly", "x"], ["dossier", "x"], ["evaluate", "sport", "x"], ["read", "-", "--nonsense"]]
)
def test_bad_use(words: list[str]) -> None:
    status, articles, err = run(*words)
    assert (status, articles) == (2, []) and err.strip()


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    rows = "".join(json.dumps({"id": str(n), "text": GOOD * 50}) + "\n" for n in range(2000))
    (tmp_path / "a.jsonl").write_text(rows)
    command = [sys.executable, "-m", "variorum", "read", str(tmp_path / "a.jsonl")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout and running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(60) == 0


def test_the_command_line_starts_without_models() -> None:
    heavy = "[n for n in ('spacy', 'numpy', 'onnxruntime') if n in sys.modules]"
    code = f"import sys, variorum.cli.main as m; m.main(['--help']); print({heavy})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_version() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "variorum", "--version"], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.startswith("variorum ")
