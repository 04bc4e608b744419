from typing import Any

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.collation.relays.by_role import role_edges
from variorum.collation.relays.credits import find_credits, press_of
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article


def made(pipeline: Any, name: str, sentence: str, outlet: str, head: str = "") -> AnnotatedArticle:
    text = f"The gate of Selde\n\n{head}The town was quiet on Monday. {sentence}\n\nShops were open."
    return annotate_article(Article(name, text, outlet=outlet), pipeline)


def found(*reports: AnnotatedArticle) -> list[tuple[str, str]]:
    press = press_of(reports)
    return [(s, to) for s, to, _ in role_edges(reports, {r.id: find_credits(r, press=press) for r in reports})]


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("The inquiry, announced by state media on Monday, never existed.", 1),
        ("State media reported that the gate was shut.", 1),
        ("Nobody likes state media outlets in Orlen.", 0),
        ("The gate was shut, officials said.", 0),
    ],
)
def test_state_media_are_the_outlet_that_another_report_calls_the_states(pipeline: Any, sentence: str, number: int) -> None:
    voice = made(pipeline, "voice", "The gate was shut.", "Orlen Voice")
    other = made(pipeline, "other", "The state organ “Orlen Voice” wrote nothing.", "Selde Sun")
    report = made(pipeline, "report", sentence, "Karsk Post")
    assert found(voice, other, report) == [("voice", "report")] * number
    assert found(made(pipeline, "voice", "Bread is dear in Orlen.", "Orlen Voice"), report) == []


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The agency of the Orlenian state has left out the bridge.", "ota"),
        ("Orlen's state agency speaks of nine lorries.", "ota"),
        ("The ferry sailed, said Orlen's own news agency.", "ota"),
        ("Soldiers stormed the state agency of Orlen.", None),
        ("The state agency OTA reported that the ferry sailed.", None),
        ("“The state agency reported nothing,” the miller said.", None),
        ("The aid agency of Orlen sent nine lorries.", None),
    ],
)
def test_a_state_agency_is_the_one_whose_dispatches_nobody_runs(pipeline: Any, sentence: str, source: str | None) -> None:
    wire = made(pipeline, "wire", "Nine lorries came.", "KNB", "SELDE, May 4 (KNB) - ")
    ota = made(pipeline, "ota", "Nine lorries came.", "OTA", "SELDE, May 4. /OTA/. ")
    sheet = made(pipeline, "sheet", "By Ann Orr and KNB\n\nNine lorries came.", "Selde Sun", "By Ann Orr and KNB\n\n")
    report = made(pipeline, "report", sentence, "Karsk Post")
    assert found(wire, ota, sheet, report) == ([(source, "report")] if source else [])


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("The court is to blame, says the party newspaper of Vestholm.", "paper"),
        ("The ferry carried 164 sheep, the state radio reported.", "voice"),
        ("The ferry carried 90 sheep, the state radio reported.", None),
        ("The state radio of Marrow reported 164 sheep.", None),
    ],
)
def test_a_paper_has_the_place_in_its_name_and_a_station_the_figure(pipeline: Any, sentence: str, source: str | None) -> None:
    paper = made(pipeline, "paper", "The judge has done well.", "Vestholm Banner")
    voice = made(pipeline, "voice", "There were 164 sheep on board.", "People's Voice")
    report = made(pipeline, "report", sentence, "Karsk Post")
    assert found(paper, voice, report) == ([(source, "report")] if source else [])
