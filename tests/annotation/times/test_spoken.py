"""Clock times as they are spoken, or written without a sign of one."""

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.annotation.nlp import Pipeline
from variorum.records.article import Article, Published

DAY = "2031-05-12"


def times(text: str, pipeline: Pipeline) -> dict[str, str]:
    published = Published(DAY, "day", "metadata", DAY, DAY, ())
    found = annotate_article(Article("a", text, published=published), pipeline).times
    return {text[t.start : t.end]: t.value for t in found if t.type == "TIME"}


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("Two pumps tripped at five past nine.", "five past nine", "2031-05-12T09:05"),
        ("The bell rang at ten to six.", "ten to six", "2031-05-12T05:50"),
        ("It began at a quarter past eight on Monday.", "a quarter past eight on Monday", "2031-05-12T08:15"),
        ("The call came at twenty past seven in the evening.", "twenty past seven in the evening", "2031-05-12T19:20"),
        ("The blast occurred at 01.15, said the guard.", "01.15", "2031-05-12T01:15"),
        ("The first boat came at four, he said.", "four", "2031-05-12T04:00"),
    ],
)
def test_spoken_times_are_read(text: str, shown: str, value: str, pipeline: Pipeline) -> None:
    assert times(text, pipeline) == {shown: value}


@pytest.mark.parametrize(
    "text",
    [
        "The price rose from four to five.",
        "The share stood at 10.25, the exchange said.",
        "At eleven he was a star.",
        "At two mills weavers struck.",
        "They counted five past winners.",
    ],
)
def test_other_numbers_are_no_times(text: str, pipeline: Pipeline) -> None:
    assert not times(text, pipeline)
