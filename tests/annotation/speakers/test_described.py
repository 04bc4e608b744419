"""Sources called by a plain noun or by what they have issued, and he and she by the sentence before."""

from collections.abc import Callable

import pytest

Speakers = Callable[[str, str], list[str | None]]


CALLED = [
    (
        "Two barges sank off Lund on Friday, Tarvex reported. Nine men were saved, according to the agency.",
        "Nine men",
        "Tarvex",
    ),
    (
        "Nobody likes it, the station Lund Uncovered says. The lock was shut by the mayor, the station says.",
        "The lock was",
        "Lund Uncovered",
    ),
    (
        "The lock has been opened, the Harbour Board announced on Monday. Nine barges passed, according to the statement.",
        "Nine barges",
        "Harbour Board",
    ),
    ("The lock is open. The Harbour Board's statement says that nine barges passed.", "nine barges", "Harbour Board"),
    ("The lock is open. Nordal's release says that nine barges passed.", "nine barges", "Nordal"),
    (
        "According to the first results of the Harbour Board, nine barges passed the lock.",
        "nine barges",
        "Harbour Board",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker"), CALLED)
def test_a_plain_noun_stands_for_the_source_before_it(speakers: Speakers, text: str, content: str, speaker: str) -> None:
    assert speakers(text, content) == [speaker]


NOT_CALLED = [
    (
        "The Finance Ministry said the lock was shut. Nine barges waited, the newspaper reported.",
        "Nine barges",
        "Finance Ministry",
    ),
    ("Runa Velk told us that the lock was shut. The communiqué says nine barges waited.", "nine barges", "Runa Velk"),
    ("The Harbour Board's letter says that nine barges passed.", "nine barges", "Harbour Board"),
]


@pytest.mark.parametrize(("text", "content", "nobody"), NOT_CALLED)
def test_another_source_is_not_taken_for_it(speakers: Speakers, text: str, content: str, nobody: str) -> None:
    assert nobody not in speakers(text, content)


BEFORE = [
    (
        "The elder Orlow asks the men for silence. “We need no culprit until Monday,” he says, “we need the truth.”",
        "We need",
        "Orlow",
    ),
    ("Hrebe says drone. Ruzana says sweat. He told Canal Sud that nobody was there.", "nobody was", "Ruzana"),
    (
        "The tribunal heard Ivar Lund in May. Tom Orr, who was harbour master then and now runs the yard, laughed when asked "
        "about it. “If there were a list, I would be on a bench,” he said by telephone.",
        "If there",
        "Tom Orr",
    ),
    (
        "Tom Orr has won. Ivar Lund asks for calm. An officer of the Staff, who does not want his name printed, says that the "
        "plan is ready. President Orlow has not signed it, he adds.",
        "President Orlow",
        "officer of the Staff",
    ),
]


@pytest.mark.parametrize(("text", "content", "speaker"), BEFORE)
def test_he_is_who_the_sentence_before_is_about(speakers: Speakers, text: str, content: str, speaker: str) -> None:
    assert speakers(text, content) == [speaker]


def test_who_a_plain_noun_describes_keeps_his_name(speakers: Speakers) -> None:
    text = (
        "Tom Orr saw the water. The safety clerk worked at Lund Lock for 12 years until he was dismissed in May. "
        "“We put sacks under it,” he told the Bell."
    )
    assert speakers(text, "We put") == ["Tom Orr"]


def test_who_the_quoted_he_means_does_not_speak(speakers: Speakers) -> None:
    text = "The diver turned author Ivar Lund reckons Tom Orr will talk. “He knows where the barges lie,” he said."
    assert speakers(text, "He knows") != ["Tom Orr"]


def test_they_are_not_the_newspaper(speakers: Speakers) -> None:
    text = "The three divers of the yard were dismissed, writes the newspaper Lund Kurir; they say that they went."
    assert speakers(text, "they went")[-1] != "Lund Kurir"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("President Ada Kroll opened the hall.\n\nTalmar has cut her budget by half. “It is a shame,” she said.", "Talmar"),
        ("President Ada Kroll opened the hall.\n\nTalmar wants her gone by June. “It is a shame,” she said.", "Ada Kroll"),
    ],
)
def test_who_has_things_of_her_own_is_a_person(speakers: Speakers, text: str, speaker: str) -> None:
    assert speakers(text, "It is") == [speaker]
