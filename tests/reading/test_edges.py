"""Furniture at the edges of a text: invented lines of each kind, and report text that looks like them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.reading.furniture import find_furniture

DATA = Path(__file__).parent / "data"
TITLE = "Dock workers walk out"
REPORT = [
    "The harbour of Velda was closed for a second day on Tuesday as dock workers in Karsk refused to unload two ships.",
    "“We will not touch the cargo before somebody tells us what is in it,” said Ada Lorn, who speaks for the workers.",
    "The port authority said that it had asked the ministry for an answer and hoped to have one by the evening.",
    "Three trucks left the quay at noon, empty, and the drivers sounded their horns for as long as they could be seen from it.",
    "Two further ships were sent on to Norr, where they are expected on Thursday, according to the harbour master.",
]
SENTENCE = re.compile(r"(?:Two ships|The bridge) \w+ (?!on )(?:turned|shut|of)?.*")
KINDS = ("byline", "dateline", "credit", "caption", "related", "navigation", "other")
FILES = {
    "furniture_lines.txt": "Velda Courier",
    "furniture_later_nordal_courier.txt": "Nordal Courier",
    "furniture_later_arnhal_standard.txt": "Arnhal Standard",
}
FOUND_AT_LEAST = 0.85
"""Of the lines of each kind; what falls short is listed in docs/methods/furniture.md."""
MARKED_AT_MOST = 0.025
"""Of the places of report text that looks like furniture."""


def marked(lines: list[str], outlet: str | None = None, *, between: str = "\n\n") -> list[str]:
    text = between.join(lines)
    pieces = find_furniture(text, title_span=(0, len(lines[0])), outlet=outlet)
    return [text[piece.start : piece.end] for piece in pieces]


def rows(name: str) -> list[str]:
    return [line for line in (DATA / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def wholly_found(kind: str, place: str, line: str, outlet: str) -> bool:
    lines = [TITLE, line, *REPORT] if place == "head" else [TITLE, *REPORT, line]
    wanted = SENTENCE.sub("", line) if kind == "dateline" else line
    return letters("".join(marked(lines, outlet))) == letters(wanted)


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@pytest.mark.parametrize("kind", KINDS)
def test_lines_of_each_kind_are_found_whole_and_nothing_else_is(kind: str) -> None:
    lines = [(row.split("\t"), outlet) for name, outlet in FILES.items() for row in rows(name)]
    found = [wholly_found(*row, outlet=outlet) for row, outlet in lines if row[0] == kind]
    assert len(found) >= 60
    assert sum(found) / len(found) >= FOUND_AT_LEAST


def test_report_text_that_looks_like_furniture_is_hardly_ever_marked() -> None:
    wrong = 0
    near = rows("furniture_near.txt")
    for line in near:
        places = ([TITLE, line, *REPORT], [TITLE, *REPORT[:3], line, *REPORT[3:]], [TITLE, *REPORT, line])
        wrong += sum(bool(marked(lines, "Velda Courier")) for lines in places)
    assert len(near) > 400
    assert wrong / (3 * len(near)) <= MARKED_AT_MOST


@pytest.mark.parametrize(
    "line",
    [
        "The editors of the Courier were held for two days, their lawyer said.",
        "Reporters and photographers were not let into the court.",
        "Journalists of the Courier went on strike.",
        "Translation errors cost four lives.",
        "The agency's press officer resigned on Monday.",
        "The newspaper will not print on Friday.",
        "Clinton Text Story Has Moved",
        "Dead: 40 men",
        "Map 4: mined",
    ],
)
def test_what_happens_to_the_press_is_report_text(line: str) -> None:
    for lines in ([TITLE, line, *REPORT], [TITLE, *REPORT, line]):
        assert marked(lines, "Velda Courier") == []


def test_the_outlet_is_known_by_its_own_name() -> None:
    line = "Lorvik Lantern, night desk"
    assert marked([TITLE, "Lorvik Lantern", *REPORT], "Lorvik Lantern") == ["Lorvik Lantern"]
    assert marked([TITLE, "Lorvik Lantern", *REPORT]) == []
    assert marked([TITLE, line, *REPORT], "Lorvik Lantern") == [line]


def test_a_short_line_in_the_block_of_pointers_belongs_to_them() -> None:
    block = ["Read more: Who built the crane", "The week on the docks"]
    text = "\n\n".join([TITLE, *REPORT, "\n".join(block)])
    assert [text[p.start : p.end] for p in find_furniture(text, title_span=(0, len(TITLE)))] == block
    assert marked([TITLE, *REPORT, "The week on the docks"]) == []


def test_a_short_line_in_one_block_with_any_furniture_at_the_end_belongs_to_it() -> None:
    for known in ("Photo: Ada Lorn/VWA", "Contact: press office, office@port.example"):
        for note in ("Where to park on market day", "Port of Velda"):
            assert marked([TITLE, *REPORT, f"{known}\n{note}"]) == [known, note]
            assert marked([TITLE, *REPORT, note, known]) == [known]
    for told in ("Nobody was hurt.", "“We are leaving”", "* Gates shut since Sunday", "Demands:"):
        assert marked([TITLE, *REPORT, f"{known}\n{told}"]) == [known]


@pytest.mark.parametrize("line", ["Lorvik Lantern – the light of the coast", "Lorvik Lantern, a paper from the far shore"])
def test_the_outlet_and_what_it_calls_itself_are_furniture_at_both_edges(line: str) -> None:
    for lines in ([TITLE, line, *REPORT], [TITLE, *REPORT, line]):
        assert marked(lines, "Lorvik Lantern") == [line]
        assert marked(lines) == []


@pytest.mark.parametrize(
    "line",
    ["Lorvik Lantern editors held", "Lorvik Lantern: two editors held", "Lorvik Lantern, which was fined, will appeal."],
)
def test_what_happens_to_the_outlet_is_report_text(line: str) -> None:
    for lines in ([TITLE, line, *REPORT], [TITLE, *REPORT, line]):
        assert marked(lines, "Lorvik Lantern") == []


LINES = st.lists(
    st.sampled_from(
        ["By Ada Lorn", "Map: The port", "Courier | Sport", "Text 60611", "It rained.", "Own report", "", "Share", *REPORT]
    ),
    max_size=14,
)


@given(LINES, st.sampled_from(["Velda Courier", None, "", "The"]), st.sampled_from(["\n", "\n\n", " "]))
def test_pieces_are_in_order_apart_and_of_whole_lines_or_ends(lines: list[str], outlet: str | None, between: str) -> None:
    text, at = between.join(lines), 0
    for piece in find_furniture(text, outlet=outlet):
        assert at <= piece.start < piece.end <= len(text)
        assert text[piece.start : piece.end].strip() == text[piece.start : piece.end]
        at = piece.end


def test_a_line_without_spaces_as_long_as_a_picture_in_letters_is_read_in_a_moment() -> None:
    code = "a0B9" * 6_000
    assert find_furniture(f"Ships wait in Velda\n\nTwo ships wait in the harbour.\n\n{code}\n\nDocks are shut.") == ()
