"""Results on disk: whole or not at all, and nothing that is not ours is lost."""

from pathlib import Path

import pytest

from variorum.errors import OutputError
from variorum.output import MARK, is_ours, whole_file, write_folder

PAGE = f"<head>{MARK.decode()}</head>"
FILES = {"index.html": PAGE, "story.json": "{}", "s1/index.html": PAGE, "s1/story.json": "{}"}


def names(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def test_a_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    write_folder(FILES, tmp_path / "new" / "out")
    assert names(tmp_path) == sorted(f"new/out/{name}" for name in FILES)
    assert is_ours(tmp_path / "new" / "out")


def test_an_earlier_result_is_replaced_as_a_whole(tmp_path: Path) -> None:
    write_folder(FILES, tmp_path / "out")
    write_folder({"index.html": PAGE}, tmp_path / "out")
    assert names(tmp_path) == ["out/index.html"]


def test_a_folder_of_others_is_refused_and_forced_keeps_them(tmp_path: Path) -> None:
    (tmp_path / "thesis.doc").write_text("mine")
    with pytest.raises(OutputError, match="--force"):
        write_folder(FILES, tmp_path)
    assert names(tmp_path) == ["thesis.doc"]
    write_folder(FILES, tmp_path, force=True)
    assert names(tmp_path) == sorted([*FILES, "thesis.doc"])
    assert not is_ours(tmp_path)


@pytest.mark.parametrize("page", ["<head></head>", "x" * 5000 + PAGE])
def test_a_page_of_another_maker_is_not_ours(tmp_path: Path, page: str) -> None:
    (tmp_path / "index.html").write_text(page)
    with pytest.raises(OutputError):
        write_folder(FILES, tmp_path)


def test_an_empty_folder_is_taken_and_a_file_is_not(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(FILES, tmp_path / "out")
    assert is_ours(tmp_path / "out")
    for place in (tmp_path / "out" / "story.json", tmp_path / "out" / "story.json" / "below"):
        with pytest.raises(OutputError, match="is a file"):
            write_folder(FILES, place)


def test_a_failure_leaves_the_earlier_result(tmp_path: Path) -> None:
    write_folder(FILES, tmp_path / "out")
    with pytest.raises(OutputError):
        write_folder({"index.html": PAGE, "index.html/x": "a file is no folder"}, tmp_path / "out")
    assert names(tmp_path) == sorted(f"out/{name}" for name in FILES)


def test_a_file_appears_only_when_the_block_ends_well(tmp_path: Path) -> None:
    def fail() -> None:
        with whole_file(tmp_path / "a.jsonl") as stream:
            stream.write(b"half")
            raise ValueError

    with pytest.raises(ValueError):
        fail()
    assert names(tmp_path) == []
    with whole_file(tmp_path / "a.jsonl") as stream:
        stream.write(b"whole")
    assert (tmp_path / "a.jsonl").read_bytes() == b"whole"
    with pytest.raises(OutputError), whole_file(tmp_path / "none" / "a.jsonl"):
        pass
