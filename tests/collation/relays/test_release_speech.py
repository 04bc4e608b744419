from typing import Any

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.collation.relays.release_speech import spoken_release_edges
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article, Published

RELEASE = (
    "Harrow Lines: the pier at Selde\n\nThe crane had been inspected without faults.\n\n“We will stand by the families of Selde"
    " for as long as they need us,” said the director, Ann Orr.\n\nPress contact: press@harrow.example"
)
WORDS = "We will stand by the families of Selde"
CASES = [
    (f"“{WORDS},” Ann Orr insisted.", 1),
    ("“We will stand by the families in Selde,” A. Orr said.", 1),
    (f"The head of the shipowners was quoted with the words: “{WORDS}.”", 1),
    (f"“{WORDS},” Ann Orr told reporters in Karsk.", 0),
    (f"“{WORDS},” the mayor, Tom Arlen, said.", 0),
    ("“We will build a new crane for the families,” Ann Orr said.", 0),
    (f"09:40 The hearing begins on 9 May 2031. “{WORDS},” Ann Orr says.", 0),
]


def made(pipeline: Any, name: str, text: str, outlet: str, day: str | None) -> AnnotatedArticle:
    published = Published(day, "day", "metadata", day, day) if day else Published()
    return annotate_article(Article(name, text, outlet=outlet, published=published), pipeline)


@pytest.mark.parametrize(("sentence", "number"), CASES)
def test_words_of_a_release_that_a_report_has_from_nowhere_else(pipeline: Any, sentence: str, number: int) -> None:
    release = made(pipeline, "release", RELEASE, "Harrow Lines", "2031-05-06")
    report = made(pipeline, "report", f"The fall of the crane\n\nThe pier is shut.\n\n{sentence}", "Karsk Post", "2031-05-09")
    found = list(spoken_release_edges([release, report]))
    assert [(source, to) for source, to, _ in found] == [("release", "report")] * number
    assert all({p.article for p in passages} == {"release", "report"} for _, _, passages in found)


@pytest.mark.parametrize(
    ("issued", "reported", "number"), [(None, "2031-05-09", 0), ("2031-05-10", "2031-05-09", 0), ("2031-05-08", None, 1)]
)
def test_a_release_without_a_date_or_of_a_later_day_is_no_source(
    pipeline: Any, issued: str | None, reported: str | None, number: int
) -> None:
    release = made(pipeline, "release", RELEASE, "Harrow Lines", issued)
    report = made(pipeline, "report", f"The crane\n\nThe pier is shut.\n\n“{WORDS},” Ann Orr said.", "Karsk Post", reported)
    assert len(list(spoken_release_edges([release, report]))) == number


@pytest.mark.parametrize(("words", "number"), [("told reporters", 0), ("said", 1)])
def test_words_that_a_third_report_has_as_told_to_reporters_are_nobodys(pipeline: Any, words: str, number: int) -> None:
    release = made(pipeline, "release", RELEASE, "Harrow Lines", "2031-05-06")
    third = made(pipeline, "third", f"The crane\n\n“{WORDS},” Ann Orr {words} in Karsk.", "Selde Sun", "2031-05-06")
    late = made(pipeline, "late", f"The crane\n\n“{WORDS},” Ann Orr {words} in Karsk.", "Selde Sun", "2031-05-12")
    report = made(
        pipeline, "report", f"The fall\n\nThe pier is shut.\n\n“{WORDS},” Ann Orr insisted.", "Karsk Post", "2031-05-09"
    )
    found = [to for _, to, _ in spoken_release_edges([release, third, report])]
    assert found.count("report") == number
    assert [to for _, to, _ in spoken_release_edges([release, late, report])].count("report") == 1
