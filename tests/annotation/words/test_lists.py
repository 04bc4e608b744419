"""Classes of words: what the code asks for and what the list holds and explains are the same."""

import re
from pathlib import Path

import pytest

import variorum.annotation
from variorum.annotation.words.lists import alternation, listed
from variorum.errors import ConfigError
from variorum.language.lexicon import values, word_list

ROOM = Path(variorum.annotation.__file__).parent
LIST = ROOM.parent / "language" / "en" / "annotation_words.tsv"


def _marks() -> set[str]:
    return {mark for row in word_list("en", "annotation_words") for mark in values(row, "marks")}


def test_every_class_is_asked_for() -> None:
    asked = {
        m
        for p in ROOM.rglob("*.py")
        for m in re.findall(r'\b(?:listed|alternation)\(["\']([a-z_]+)["\']\)', p.read_text(encoding="utf-8"))
    }
    assert asked == _marks()


def test_every_class_is_explained_once() -> None:
    explained = re.findall(r"^# (\w+): .", LIST.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(m for m in explained if m != "Origin") == sorted(_marks())


def test_words_stand_once_and_in_order() -> None:
    entries = [row["word"] for row in word_list("en", "annotation_words")]
    assert entries == sorted(set(entries))


def test_classes_hold_their_words() -> None:
    assert listed("relative") == {"who", "whom", "which", "that"}
    assert "ourselves" in listed("first_plural") - listed("first_singular")


def test_unknown_class_is_refused() -> None:
    with pytest.raises(ConfigError, match="no_such_class"):
        listed("no_such_class")


def test_alternatives_stand_longest_first() -> None:
    assert alternation("on_top").split("|")[0] == "additional"
    assert re.fullmatch(alternation("on_top"), "others")
