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
        ("At 4 in the morning of Saturday the well ran dry.", "4 in the morning", "2031-05-10T04:00"),
        ("The well ran dry at 14.20 on 3 May.", "14.20", "2031-05-03T14:20"),
        ("The well ran dry at 06.30 local time on Sunday.", "06.30", "2031-05-11T06:30"),
        ("At 14.20 on Sunday the sluices opened.", "14.20 on Sunday", "2031-05-11T14:20"),
        ("The well ran dry at 19.30. On Sunday it rained.", "19.30", "2031-05-12T19:30"),
        ("The offer stands until Friday, 18:30.", "Friday, 18:30", "2031-05-16T18:30"),
        ("The mast fell at 18 minutes before six.", "18 minutes before six", "2031-05-12T05:42"),
        ("The pumps ran dry at ten minutes to five in the morning.", "ten minutes to five in the morning", "2031-05-12T04:50"),
        ("Her watch stopped at eight minutes past nine.", "eight minutes past nine", "2031-05-12T09:08"),
        ("The siren went ten minutes after midnight.", "ten minutes after midnight", "2031-05-12T00:10"),
        ("The keeper rang at half past midnight.", "half past midnight", "2031-05-12T00:30"),
        ("The raft left toward ten to seven, the pilot said.", "ten to seven", "2031-05-12T06:50"),
        ("The divers went in shortly after three.", "three", "2031-05-12T03:00"),
        ("The first wall came down just after three. Nobody was hurt.", "three", "2031-05-12T03:00"),
        ("The envoys set out for the mill at seven.", "seven", "2031-05-12T07:00"),
        ("The herd left the meadow at six on the dot.", "six", "2031-05-12T06:00"),
        ("The funeral is on Sunday at eleven.", "eleven", "2031-05-18T11:00"),
        ("At 2.20 a raft without lights drifted past.", "2.20", "2031-05-12T02:20"),
        ("On 7 May at 02.47 a barn burned in the north.", "02.47", "2031-05-07T02:47"),
        ("At 14.20 on Friday a kite tore the line.", "14.20 on Friday", "2031-05-09T14:20"),
        (
            "The choir left the hall at 23.15 on Sunday, after the fee had risen by 5.2 percent.",
            "23.15 on Sunday",
            "2031-05-11T23:15",
        ),
        ("On 8 May at 18.52 tram 20 left the rails.", "18.52", "2031-05-08T18:52"),
        ("The talks ended at 11.40 on Sunday evening.", "11.40 on Sunday evening", "2031-05-11T23:40"),
        ("Sunset was at 8.05, the keeper noted.", "8.05", "2031-05-12T08:05"),
        ("The port office gives the time as 17:38.", "17:38", "2031-05-12T17:38"),
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
        "The rate rose from 10.20 to 12.40.",
        "The krona closed on Thursday at 14.32 to the dollar.",
        "Shares of the mill, which had fallen for days, closed at 17.05 on Thursday.",
        "The average was at 4.20 in May.",
        "At 6.05 the rate is the highest in the north.",
        "The yard left the number of missing at five.",
        "The barge sank just after five of its crew had gone.",
        "The score was 12:10, and then 21:18.",
    ],
)
def test_other_numbers_are_no_times(text: str, pipeline: Pipeline) -> None:
    assert not times(text, pipeline)


def test_two_times_with_a_dot_bound_a_stretch(pipeline: Pipeline) -> None:
    assert times("The guards are on the pier from 20.00 to 5.30.", pipeline) == {
        "20.00": "2031-05-12T20:00",
        "5.30": "2031-05-12T05:30",
    }
    assert not times("The fee is between 2.10 and 3.40 in the north.", pipeline)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The dune moves 40 metres an hour.", ["SET"]),
        ("The pit yields two million tonnes of coking coal a year.", ["SET"]),
        ("She earned 200 a week.", ["SET"]),
        ("They met 40 weavers an hour from the town.", ["DURATION"]),
        ("The envoy waited an hour.", ["DURATION"]),
        ("The two weavers are in their forties.", []),
    ],
)
def test_a_length_behind_an_amount_says_how_often(text: str, kinds: list[str], pipeline: Pipeline) -> None:
    published = Published(DAY, "day", "metadata", DAY, DAY, ())
    assert [t.type for t in annotate_article(Article("a", text, published=published), pipeline).times] == kinds


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


@pytest.mark.parametrize(
    ("text", "shown", "value"),
    [
        ("The well ran dry at half past eleven last night.", "half past eleven", "2031-05-11T23:30"),
        ("The well ran dry at 9.30 last night.", "9.30", "2031-05-11T21:30"),
        ("The well ran dry at a quarter past twelve last night.", "a quarter past twelve", "2031-05-12T00:15"),
    ],
)
def test_a_time_is_of_the_night_named_behind_it(text: str, shown: str, value: str, pipeline: Pipeline) -> None:
    assert times(text, pipeline) == {shown: value, "last night": "2031-05-11TNI"}


def test_a_dotted_time_may_be_all_that_is_said_where_the_text_tells_the_hour(pipeline: Pipeline) -> None:
    assert times("The rope broke at noon. The log says 03.54.", pipeline)["03.54"] == "2031-05-12T03:54"
    assert not times("The survey of May says 12.50.", pipeline)
