"""Situations with claims: the format, its pairs, and what is said of a file that does not keep to it."""

from pathlib import Path

import pytest

from variorum.errors import InputError
from variorum.evaluation.claim_corpus import KINDS, RELATIONS, read_situations

ROOT = Path(__file__).resolve().parents[2]
TEXT = """# oak-001 | shipping
A1 | Nine people died when the barge sank.
A2 | The sinking cost nine lives.
B1 | Four died on the barge, its owner says.
C1 | The barge carried gravel.
= A B conflict figure
"""


def folder_with(tmp_path: Path, text: str) -> Path:
    (tmp_path / "oak-01.txt").write_text(text, encoding="utf-8")
    return tmp_path


def test_equal_letters_say_the_same_and_links_tell_the_rest(tmp_path: Path) -> None:
    (situation,) = read_situations(folder_with(tmp_path, TEXT))
    assert (situation.id, situation.number, situation.field) == ("oak-001", 1, "shipping")
    told = [(p.relation, p.kind) for p in situation.pairs()]
    different = ("other", None)
    assert told == [("same", None), ("conflict", "figure"), different, ("conflict", "figure"), different, different]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A1 | No heading stands above.\n", 1),
        ("# oak-1 | shipping\n", 1),
        ("# oak-001 | shipping\nA1 | One.\n= A B conflict figure\n", 3),
        ("# oak-001 | shipping\nA1 | One.\nB1 | Two.\n= A B conflict colour\n", 4),
        ("# oak-001 | shipping\nOne.\n", 2),
    ],
)
def test_a_line_out_of_format_is_named(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(InputError, match=f"line {line}:"):
        read_situations(folder_with(tmp_path, text))


def test_a_folder_without_situations_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no situations"):
        read_situations(tmp_path)


def test_the_corpus_keeps_to_its_format_and_is_as_large_as_its_page_says() -> None:
    situations = read_situations(ROOT / "corpus" / "claims" / "situations")
    pairs = [p for s in situations for p in s.pairs()]
    assert len({s.id for s in situations}) == len(situations) == 1440
    assert {p.relation for p in pairs} == set(RELATIONS)
    assert {p.kind for p in pairs} - {None} == set(KINDS)
    assert all(len({letter for letter, _ in s.statements}) >= 4 for s in situations)
