"""Datelines in their many forms, and first words that only look like one."""

import pytest

from variorum.reading.furniture import cut_lines, find_datelines

BODY = " Two ships wait in the harbour."


def datelines(text: str) -> list[str]:
    return [text[d.start : d.end] for d in find_datelines(text, cut_lines(text))]


@pytest.mark.parametrize(
    "dateline",
    [
        "VELDA (Reuters) -",
        "VELDA (AP) —",
        "VELDA, Lake Region (Velda Wire) –",
        "VELDA, May 3 (Xinhua) --",
        "VELDA, 3 May 2031 (WAM) -",
        "VELDA —",
        "NEW VELDA, Tarvia –",
        "VELDA/KARSK (Reuters) -",
        "Velda, Tarvia (AFP) –",
        "Velda (Port Herald) –",
        "London (CNN) --",
        "Baghdad –",
        "MOSCOW, May 3. /TASS/.",
        "TEHRAN, May 3, IRNA –",
        "Velda, 3 May, Port Herald –",
        "VELDA, 3 May. PORT HERALD.",
        "(Reuters) -",
        "May 3 (Reuters) -",
        "(CNN)",
        "LONDON:",
        "ST. PETERSBURG (AP) _",
        "NEW DELHI, May 3 (PTI)",
    ],
)
def test_forms_of_datelines(dateline: str) -> None:
    assert datelines(dateline + BODY) == [dateline]


@pytest.mark.parametrize(
    "text",
    [
        "Velda, Norr, Karsk – all three ports are shut.",
        "NATO – the alliance of 40 states – met in Karsk.",
        "HALL — Lorn did not come. The speaker of HALL said so.",
        "BREAKING: Two ships wait in the harbour.",
        "UPDATE – Two ships wait in the harbour.",
        "Lorn – The ships must wait.",
        "Lorn (left) – Reik's deputy – spoke first.",
        "Reik (D-Velda) - Two ships wait.",
        "Minister: Two ships wait in the harbour.",
        "Two ships – The Heron and The Tern – wait.",
        "The AP (Associated Press) said that ships wait.",
        "VELDA-KARSK ferry stops for good.",
        "REIK: Two ships wait.\nLORN: They do.",
        "“VELDA – Two ships wait.”",
    ],
)
def test_words_that_open_a_sentence_are_no_dateline(text: str) -> None:
    assert datelines(text) == []


def test_a_place_and_a_full_stop_open_the_text_that_names_the_place() -> None:
    assert datelines(f"KARSK.{BODY}\nNobody in Karsk works.") == ["KARSK."]
    assert datelines(f"SHAME.{BODY}\nThere is no Shame left.") == []


def test_a_place_and_a_day_on_a_line_of_their_own() -> None:
    assert datelines(f"Velda, 3 May 2031\n{BODY}") == ["Velda, 3 May 2031"]
    assert datelines(f"Ships leave Monday\n{BODY}") == []


def test_without_an_agency_only_the_first_lines_are_believed() -> None:
    body = "\n".join(["Two ships wait in the harbour."] * 8)
    assert datelines(f"{body}\nKARSK – Nothing moves.") == []
    assert datelines(f"{body}\nKARSK (AP) – Nothing moves.") == ["KARSK (AP) –"]


def test_parts_are_named_with_their_places() -> None:
    text = "Ships wait\n  VELDA, May 3, 2031 (Velda Wire) – Two ships wait."
    (dateline,) = find_datelines(text, cut_lines(text))
    assert (dateline.place, dateline.source) == ("VELDA", "Velda Wire")
    assert text[slice(*dateline.source_span)] == "Velda Wire"
    assert text[slice(*dateline.date)] == "May 3, 2031"


def test_a_dateline_on_a_line_of_its_own() -> None:
    assert datelines("PORT VELDA, Tarv. —\nTwo ships wait in the harbour.") == ["PORT VELDA, Tarv. —"]
    assert datelines("ANALYSIS —\nTwo ships wait in the harbour.") == []
