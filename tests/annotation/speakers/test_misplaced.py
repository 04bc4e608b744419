"""Sources that the parse misplaces: whom it is told to, where it is said, who is quoted."""

from collections.abc import Callable

import pytest

Speakers = Callable[[str, str], list[str | None]]


MISPLACED = [
    (
        "In an interview to the chain Radio Norde, the vice-minister Orsk has recognised that the lock was shut.",
        "the lock was",
        "Orsk",
    ),
    (
        "In an interview with the paper Norde Kurir, the head of the guild, Salm, has denied that the lock was shut.",
        "the lock was",
        "Salm",
    ),
    (
        "In an interview to the chain Studio Norde, the deputy minister Lund has recognised that the lock was shut.",
        "the lock was",
        "Lund",
    ),
    ("In the embassy itself it is said that the lock stays shut.", "the lock stays", "embassy"),
    ("It is said in harbour circles that the lock stays shut.", "the lock stays", "harbour circles"),
    ("In the embassy one says that the lock stays shut.", "the lock stays", "embassy"),
    ("In Wexmouth it is said that nobody has sold a barge.", "nobody has sold", "Wexmouth"),
    ("Tom Orr sailed. The agency Tarvex had quoted him on Friday as speaking of 36 barges.", "36 barges", "Tom Orr"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), MISPLACED)
def test_the_source_is_found_where_the_parse_hides_it(speakers: Speakers, text: str, content: str, speaker: str) -> None:
    assert speaker in speakers(text, content)


def test_who_listens_is_not_who_tells_of_it(speakers: Speakers) -> None:
    text = "With the minister, Tom Orr said that the lock was shut. In May it is said to have leaked."
    assert speakers(text, "the lock was") == ["Tom Orr"]


def test_one_alone_is_nobody(speakers: Speakers) -> None:
    assert speakers("The night was long. One says that the lock was shut.", "the lock was") == [None]


def test_a_month_does_not_speak(speakers: Speakers) -> None:
    assert speakers("In May it was said that the lock was shut.", "the lock was") == [None]
