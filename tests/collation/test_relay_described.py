from typing import Any

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.collation.relay_described import retold_edges, told_edges
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article

CASES = [
    ("“The gate stood open,” Ada Vekt told public radio.", ["public radio"]),
    ("“The gate stood open,” Ada Vekt told Tarvian television on Monday.", ["Tarvian television"]),
    ("Ada Vekt told this newspaper that the gate stood open.", []),
    ("Ada Vekt told the station that the gate stood open.", []),
    ("Ada Vekt told reporters that the gate stood open.", []),
    ("Ada Vekt told the broadcaster Nordkanal that the gate stood open.", []),
]


def made(pipeline: Any, name: str, sentence: str, outlet: str) -> AnnotatedArticle:
    text = f"The gate of Selde\n\nThe town was quiet on Monday. {sentence}\n\nShops were open."
    return annotate_article(Article(name, text, outlet=outlet), pipeline)


@pytest.mark.parametrize(("sentence", "names"), CASES)
def test_outlets_that_were_told_something_under_their_description(pipeline: Any, sentence: str, names: list[str]) -> None:
    report = made(pipeline, "report", sentence, "Karsk Post")
    assert [name for name, _, _ in told_edges([report])] == names


def test_an_unnamed_newspaper_is_the_one_report_that_states_the_same(pipeline: Any) -> None:
    first = made(
        pipeline, "first", "The keeper of the sluice sold forty barrels of stolen diesel, the Herald has learned.", "Herald"
    )
    other = made(pipeline, "other", "The harbour master counted the barges twice and found none missing.", "Selde Times")
    report = made(
        pipeline,
        "report",
        "A Tarvian newspaper reported that the keeper had sold forty barrels of stolen diesel.",
        "Karsk Post",
    )
    known = made(
        pipeline, "report", "The agency reported that the keeper had sold forty barrels of stolen diesel.", "Karsk Post"
    )
    assert [(s, to) for s, to, _ in retold_edges([first, other, report])] == [("first", "report")]
    assert list(retold_edges([first, other, known])) == []
    twin = made(pipeline, "twin", "The keeper of the sluice sold forty barrels of stolen diesel, divers said.", "Orlen Sun")
    assert list(retold_edges([first, twin, report])) == []
