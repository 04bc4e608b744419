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
        ("She rang him at nine on Sunday evening.", "nine on Sunday evening", "2031-05-11T21:00"),
        ("He was led away on Saturday at three in the afternoon.", "Saturday at three in the afternoon", "2031-05-10T15:00"),
        ("On 7 May at 18:30 the gate was shut.", "7 May at 18:30", "2031-05-07T18:30"),
        ("The offer stands until Friday, 18:30.", "Friday, 18:30", "2031-05-16T18:30"),
        ("The mast fell at 18 minutes before six.", "18 minutes before six", "2031-05-12T05:42"),
        ("The pumps ran dry at ten minutes to five in the morning.", "ten minutes to five in the morning", "2031-05-12T04:50"),
        ("Her watch stopped at eight minutes past nine.", "eight minutes past nine", "2031-05-12T09:08"),
        ("The siren went ten minutes after midnight.", "ten minutes after midnight", "2031-05-12T00:10"),
        ("The keeper rang at half past midnight.", "half past midnight", "2031-05-12T00:30"),
        ("The raft left toward ten to seven, the pilot said.", "ten to seven", "2031-05-12T06:50"),
        ("The divers went in shortly after three.", "three", "2031-05-12T03:00"),
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
        "The tide takes ten minutes to five hours.",
        "He fell ten minutes after five of his crew had.",
        "The share moved toward six to eight percent.",
        "The keeper left shortly after two defeats.",
        "It lasted from ten minutes to five, depending on the tide.",
    ],
)
def test_other_numbers_are_no_times(text: str, pipeline: Pipeline) -> None:
    assert not times(text, pipeline)


LIVE = """09.15 Ada Holl: The road to the mill is open again.

{middle} The owner of the mill has spoken.

11.40 Nobody has been hurt, says the mayor.
"""


def test_times_with_a_dot_open_the_lines_of_a_live_report(pipeline: Pipeline) -> None:
    found = times(LIVE.format(middle="10.20"), pipeline)
    assert found == {shown: f"{DAY}T{shown.replace('.', ':')}" for shown in ("09.15", "10.20", "11.40")}
    assert not times(LIVE.format(middle="Later"), pipeline)


def days(text: str, pipeline: Pipeline) -> list[str]:
    published = Published("2031-05-14", "day", "metadata", "2031-05-14", "2031-05-14", ())
    return [t.value for t in annotate_article(Article("a", text, published=published), pipeline).times]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Banks remain closed until Monday.", "2031-05-19"),
        ("The mandate of the guards runs until Friday.", "2031-05-16"),
        ("The line cancelled all trips to Salm until Friday.", "2031-05-16"),
        ("The gang demanded two million crowns by Friday.", "2031-05-16"),
        ("The abbot will step down before Monday's vote.", "2031-05-19"),
        ("The talks lasted until Friday.", "2031-05-09"),
        ("The guards had left by Friday.", "2031-05-09"),
        ("The abbot resigned before Monday's vote.", "2031-05-12"),
        ("A tent camp set up in December was cleared.", "2030-12"),
    ],
)
def test_ends_that_lie_ahead_and_behind(text: str, value: str, pipeline: Pipeline) -> None:
    assert days(text, pipeline) == [value]
