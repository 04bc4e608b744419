"""The file of corrections: what it may hold, and what is said where it does not."""

from pathlib import Path

import pytest

from variorum.errors import InputError
from variorum.reading import read_corrections
from variorum.records.corrections import Merge, Rename, Retype, Split

WHOLE = """
[[rename]]
entity = "Lorn"
name = "Ada Lorn"

[[merge]]
entities = ["Velda Dock Company", "paper/e4"]
because = "so it signs"

[[split]]
entity = "paper/e7"

[[split]]
article = "paper"
words = "Lorn"
nth = 2
into = "Ivo Lorn"

[[retype]]
entity = "Karsk"
type = "government"
"""


def written(folder: Path, text: str) -> str:
    path = folder / "corrections.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_every_kind_of_entry_is_read(tmp_path: Path) -> None:
    assert set(read_corrections(written(tmp_path, WHOLE))) == {
        Rename("Lorn", "Ada Lorn"),
        Merge(("Velda Dock Company", "paper/e4"), "so it signs"),
        Split(entity="paper/e7"),
        Split(article="paper", words="Lorn", nth=2, into="Ivo Lorn"),
        Retype("Karsk", "government"),
    }


def test_order_and_repetition_make_no_difference(tmp_path: Path) -> None:
    entries = ["[[" + part for part in WHOLE.split("[[")[1:]]
    found = read_corrections(written(tmp_path, WHOLE))
    assert read_corrections(written(tmp_path, "\n".join([*reversed(entries), entries[0]]))) == found


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[merge]\n", "corrections.toml: it is not valid TOML"),
        ('[[join]]\nentities = ["a", "b"]', "there is no correction 'join'; write [[merge]]"),
        ("merge = 3", "merge is no list of entries; begin each with [[merge]]"),
        ('[[merge]]\nentities = ["a"]', "corrections.toml, merge 1: it needs two names"),
        ('[[merge]]\nnames = ["a", "b"]', "merge 1: there is no key 'names'; an entry may have because, entities"),
        ('[[rename]]\nentity = "a"', 'rename 1: it needs name = "..."'),
        ('[[retype]]\nentity = "a"\ntype = "company"', "retype 1: there is no type 'company'; choose one of person"),
        ('[[split]]\ninto = "a"', "split 1: name either an entity"),
        ('[[split]]\nentity = "a/e1"\nwords = "A"', "split 1: name either an entity"),
        ('[[split]]\narticle = "a"', 'split 1: it needs words = "..."'),
        ('[[split]]\narticle = "a"\nwords = "A"\nnth = 0', "split 1: nth counts the places of the words from 1, 0 is none"),
    ],
)
def test_what_is_wrong_is_named_with_its_entry(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read_corrections(written(tmp_path, text))
    assert message in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_corrections(str(tmp_path / "none.toml"))
