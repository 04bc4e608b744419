"""Time expressions: invented sentences with the value, days and anchor that a reader would give them."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.nlp import Pipeline
from variorum.annotation.times.find import find_times
from variorum.records import Published, Time

WEDNESDAY = Published("2018-03-07", "day", "metadata", "2018-03-07", "2018-03-07")
UNDATED = Published()

# sentence with the expression in brackets; type; value; earliest; latest (published on Wednesday, 7 March 2018)
TABLE = """
The treaty was signed on [June 13, 1975].|DATE|1975-06-13|1975-06-13|1975-06-13
The treaty was signed on [13 June 1975].|DATE|1975-06-13|1975-06-13|1975-06-13
The harbour opened on [the 3rd of May, 2011].|DATE|2011-05-03|2011-05-03|2011-05-03
The harbour opened on [Tuesday, May 3, 2011].|DATE|2011-05-03|2011-05-03|2011-05-03
The log says [2017-11-05] in its first line.|DATE|2017-11-05|2017-11-05|2017-11-05
The form was stamped [25.12.2017] by the clerk.|DATE|2017-12-25|2017-12-25|2017-12-25
The form was stamped [12/25/2017] by the clerk.|DATE|2017-12-25|2017-12-25|2017-12-25
Oruba elected a new mayor in [September 2016].|DATE|2016-09|2016-09-01|2016-09-30
The bridge fell in [2003].|DATE|2003|2003-01-01|2003-12-31
The [1975] Palen Agreement still holds.|DATE|1975|1975-01-01|1975-12-31
The minister resigned on [Friday].|DATE|2018-03-02|2018-03-02|2018-03-02
The minister resigned on [Wednesday].|DATE|2018-03-07|2018-03-07|2018-03-07
The minister will resign on [Friday].|DATE|2018-03-09|2018-03-09|2018-03-09
The guards have kept it since [Thursday].|DATE|2018-03-01|2018-03-01|2018-03-01
Since [Thursday] stand the mills still in Oruba.|DATE|2018-03-01|2018-03-01|2018-03-01
The ferry line warned [Friday] would be no better.|DATE|2018-03-09|2018-03-09|2018-03-09
A colleague did ask about the key in [February].|DATE|2018-02|2018-02-01|2018-02-28
The vase was to have been sold on [Friday].|DATE|2018-03-09|2018-03-09|2018-03-09
The two sides agreed to meet on [Monday].|DATE|2018-03-12|2018-03-12|2018-03-12
The hearing was postponed until [Tuesday].|DATE|2018-03-13|2018-03-13|2018-03-13
She said [last Friday] that the mine would close.|DATE|2018-03-02|2018-03-02|2018-03-02
The council meets [next Tuesday].|DATE|2018-03-13|2018-03-13|2018-03-13
The strike began [Monday last week].|DATE|2018-02-26|2018-02-26|2018-02-26
The mayor spoke [yesterday].|DATE|2018-03-06|2018-03-06|2018-03-06
The mayor speaks [today].|DATE|2018-03-07|2018-03-07|2018-03-07
The mayor will speak [tomorrow].|DATE|2018-03-08|2018-03-08|2018-03-08
The ferry left [the day before yesterday].|DATE|2018-03-05|2018-03-05|2018-03-05
The talks failed [last week].|DATE|2018-W09|2018-02-26|2018-03-04
The talks resume [next week].|DATE|2018-W11|2018-03-12|2018-03-18
The talks failed [late last month].|DATE|2018-02|2018-02-15|2018-02-28
The alliance agreed to the plan [last month].|DATE|2018-02|2018-02-01|2018-02-28
The dam was closed [late last year].|DATE|2017|2017-07-02|2017-12-31
Fighting ended in [December last year].|DATE|2017-12|2017-12-01|2017-12-31
In [mid-February] the army pulled out.|DATE|2018-02|2018-02-08|2018-02-21
The army pulled out in [late February].|DATE|2018-02|2018-02-15|2018-02-28
[Earlier in February], a spokesman denied it.|DATE|2018-02|2018-02-01|2018-02-28
Prices fell in [January].|DATE|2018-01|2018-01-01|2018-01-31
Prices fell in [November].|DATE|2017-11|2017-11-01|2017-11-30
The fair will open in [June].|DATE|2018-06|2018-06-01|2018-06-30
The union warned of strikes [this month].|DATE|2018-03|2018-03-01|2018-03-31
Parliament voted on [February 3].|DATE|2018-02-03|2018-02-03|2018-02-03
Parliament will vote on [April 3].|DATE|2018-04-03|2018-04-03|2018-04-03
Parliament voted on [3 May].|DATE|2017-05-03|2017-05-03|2017-05-03
He took office [last March].|DATE|2017-03|2017-03-01|2017-03-31
He left office [last summer].|DATE|2017-SU|2017-06-01|2017-09-21
The river froze in [the winter of 1998].|DATE|1998-WI|1998-12-01|1999-03-21
The plant was built in [the 1980s].|DATE|198|1980-01-01|1989-12-31
Wardens were scarce in [the mid-90s].|DATE|199|1992-07-02|1997-07-01
The plant was built in [the mid-1990s].|DATE|199|1992-07-02|1997-07-01
The castle dates from [the 19th century].|DATE|18|1800-01-01|1899-12-31
Output rose in [the third quarter of 2017].|DATE|2017-Q3|2017-07-01|2017-09-30
Output rose in [the first half of 2017].|DATE|2017-H1|2017-01-01|2017-06-30
Revenue doubled in [fiscal 2016].|DATE|2016|2015-01-01|2016-12-31
Fees rise in [the 2018-19 school year].|DATE|2018|2018-01-01|2019-12-31
The port must pay by [the end of the year].|DATE|2018|2018-08-29|2018-12-31
The road was finished at [the beginning of 2015].|DATE|2015|2015-01-01|2015-05-05
The town was founded [around 1900].|DATE|1900|1899-07-03|1901-07-01
Shops close on [Christmas Day].|DATE|2017-12-25|2017-12-25|2017-12-25
The truce was broken on [Easter Sunday 2014].|DATE|2014-04-20|2014-04-20|2014-04-20
The law dates from the [September 11 attacks].|DATE|2001-09-11|2001-09-11|2001-09-11
The colonel fled [two years ago].|DATE|2016|2016-01-01|2016-12-31
The colonel fled [three weeks ago].|DATE|2018-02-14|2018-02-11|2018-02-17
The colonel fled [ten days ago].|DATE|2018-02-25|2018-02-25|2018-02-25
The colonel fled [a month ago].|DATE|2018-02|2018-02-01|2018-02-28
The colonel will return [two months from now].|DATE|2018-05|2018-05-01|2018-05-31
He has [recently] changed his mind.|DATE|PAST_REF||2018-03-07
Rebels [now] hold the town.|DATE|PRESENT_REF|2018-03-07|2018-03-07
There are soldiers [currently] in Oruba.|DATE|PRESENT_REF|2018-03-07|2018-03-07
The minister expects peace in [the near future].|DATE|FUTURE_REF|2018-03-07|
In [recent years] the coast has eroded.|DATE|PAST_REF||2018-03-07
The siege lasted [three weeks].|DURATION|P3W||
The king made a [three-day] visit to Palen.|DURATION|P3D||
The bank issued a [30-year] bond.|DURATION|P30Y||
She waited for [more than two hours].|DURATION|PT2H||
It rained for [a year and a half].|DURATION|P1Y6M||
It rained for [two and a half years].|DURATION|P2Y6M||
He was held for [several months].|DURATION|PXM||
The mine has burned for [two decades].|DURATION|P20Y||
Sales fell over [the past six months].|DURATION|P6M|2017-09-07|2018-03-07
The fund will pay over [the next four years].|DURATION|P4Y|2018-03-07|2022-03-07
The blast came [last night].|TIME|2018-03-06TNI|2018-03-06|2018-03-06
The blast came on [Tuesday morning].|TIME|2018-03-06TMO|2018-03-06|2018-03-06
The blast came [yesterday evening].|TIME|2018-03-06TEV|2018-03-06|2018-03-06
The gates will open at [5 p.m. on Friday].|TIME|2018-03-09T17:00|2018-03-09|2018-03-09
The quake struck at [10:35 a.m. on Tuesday].|TIME|2018-03-06T10:35|2018-03-06|2018-03-06
The quake struck at [14:48 GMT on Tuesday].|TIME|2018-03-06T14:48Z|2018-03-06|2018-03-06
The bells rang at [noon].|TIME|2018-03-07T12:00|2018-03-07|2018-03-07
Shelling began in [the early hours of Tuesday].|TIME|2018-03-06TMO|2018-03-06|2018-03-06
The quake hit at [3.15pm on Saturday].|TIME|2018-03-03T15:15|2018-03-03|2018-03-03
Output fell in [Q3 2017].|DATE|2017-Q3|2017-07-01|2017-09-30
Shops were shut over [the weekend].|DATE|2018-W09-WE|2018-03-03|2018-03-04
The court will sit on [the 15th].|DATE|2018-03-15|2018-03-15|2018-03-15
The fair ended on [the last day of July].|DATE|2017-07-31|2017-07-31|2017-07-31
The fair was held in [the first week of May 2014].|DATE|2014-05|2014-05-01|2014-05-07
Votes are due [later in the year].|DATE|2018|2018-01-01|2018-12-31
The truce ended [a fortnight ago].|DATE|2018-02-21|2018-02-18|2018-02-24
The mill closed [half a century ago].|DATE|196|1960-01-01|1969-12-31
The vote is [three weeks away].|DATE|2018-03-28|2018-03-25|2018-03-31
The council meets [every Tuesday].|SET|XXXX-WXX-2||
The council meets [every two weeks].|SET|P2W||
The paper appears [weekly].|SET|P1W||
The dues are paid [annually].|SET|P1Y||
The ferry sails [twice a day].|SET|P1D||
The prices are set [each year].|SET|P1Y||
"""

PAIRS = """
The wall fell on [Saturday]. The crowd had gone by [dusk].|2018-03-03|2018-03-03TEV
The wall fell on [Saturday]. Nobody noticed until [the evening].|2018-03-03|2018-03-03TEV
The fair runs from [3] to [5 May 2014].|2014-05-03|2014-05-05
The fair ran from [May 3] to [5, 2014].|2014-05-03|2014-05-05
The war of [2011]-[2014] ruined the town.|2011|2014
The war lasted from [1998] to [2003].|1998|2003
The war lasted from [1998]-[99].|1998|1999
The drought lasted from [May] to [July 2014].|2014-05|2014-07
The siege ran from [28 February] to [3 March 2014].|2014-02-28|2014-03-03
The army left in [2014]. In [September that same year], it returned.|2014|2014-09
The army left on [3 May 2014]. It returned [two days later].|2014-05-03|2014-05-05
The army left on [3 May 2014]. It had won [a week earlier].|2014-05-03|2014-04-26
The army left in [2014]. It returned [the following year].|2014|2015
The army left on [3 May 2014]. [The next day] it was back.|2014-05-03|2014-05-04
The market will run from [Monday] to [Thursday].|2018-03-12|2018-03-15
The market ran from [Monday] to [Thursday].|2018-02-26|2018-03-01
The mill shut in [May 2014]. [Later in the year] it burned.|2014-05|2014
Profit rose in [the third quarter of 2017] from [a year earlier].|2017-Q3|2016-Q3
Parliament voted [two months] after [3 May 2014].|2014-07|2014-05-03
"""


def marked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """The sentence without its brackets, and the spans that stood in them."""
    text, spans, start = "", [], 0
    for character in line:
        if character == "[":
            start = len(text)
        elif character == "]":
            spans.append((start, len(text)))
        else:
            text += character
    return text, spans


def rows(table: str) -> list[list[str]]:
    return [line.split("|") for line in table.strip().splitlines()]


def times_of(pipeline: Pipeline, text: str, published: Published = WEDNESDAY) -> tuple[Time, ...]:
    return find_times(pipeline.nlp(text), published)


@pytest.mark.parametrize("row", rows(TABLE), ids=lambda row: row[0])
def test_expression(pipeline: Pipeline, row: list[str]) -> None:
    line, kind, value, earliest, latest = row
    text, [span] = marked(line)
    found = times_of(pipeline, text)
    assert [((t.start, t.end), t.type, t.value) for t in found] == [(span, kind, value)]
    assert (found[0].earliest or "", found[0].latest or "") == (earliest, latest)
    assert f"“{text[span[0] : span[1]]}" in found[0].by.reason


@pytest.mark.parametrize("row", rows(PAIRS), ids=lambda row: row[0])
def test_two_expressions(pipeline: Pipeline, row: list[str]) -> None:
    line, first, second = row
    text, spans = marked(line)
    found = times_of(pipeline, text)
    assert [((t.start, t.end), t.value) for t in found] == list(zip(spans, (first, second), strict=True))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The minister resigned on Friday.", ["XXXX-WXX-5"]),
        ("The talks failed last week.", ["XXXX-WXX"]),
        ("Prices fell in January.", ["XXXX-01"]),
        ("Parliament voted on February 3.", ["XXXX-02-03"]),
        ("The colonel fled two years ago.", ["XXXX"]),
        ("The mayor spoke yesterday.", ["XXXX-XX-XX"]),
        ("Rebels now hold the town.", ["PRESENT_REF"]),
        ("It had won a week earlier.", ["XXXX-WXX"]),
    ],
)
def test_without_publication_nothing_is_guessed(pipeline: Pipeline, text: str, values: list[str]) -> None:
    found = times_of(pipeline, text, UNDATED)
    assert [t.value for t in found] == values
    assert all(t.earliest is None and t.latest is None and t.anchor is None for t in found)


def test_rough_publication_gives_bounds(pipeline: Pipeline) -> None:
    march = Published("2018-03", "month", "metadata", "2018-03-01", "2018-03-31")
    (friday,) = times_of(pipeline, "The minister resigned on Friday.", march)
    assert (friday.value, friday.earliest, friday.latest) == ("XXXX-WXX-5", "2018-02-23", "2018-03-30")
    (year,) = times_of(pipeline, "The minister resigned last year.", march)
    assert (year.value, year.earliest, year.anchor) == ("2017", "2017-01-01", "publication")


def test_anchor_names_the_earlier_time(pipeline: Pipeline) -> None:
    first, second = times_of(pipeline, "The army left in 2014. In September that same year, it returned.")
    assert (first.anchor, second.anchor) == (None, first.id)
    assert "2014" in second.by.reason
    (friday,) = times_of(pipeline, "The minister resigned on Friday.")
    assert friday.anchor == "publication"


def test_event_dated_elsewhere_in_the_text(pipeline: Pipeline) -> None:
    text = (
        "The assembly voted two months after it declared victory over the rebels. "
        "Troops left once victory was declared over the rebels in December."
    )
    vote, victory = times_of(pipeline, text)
    assert (vote.type, vote.value, vote.anchor) == ("DATE", "2018-02", victory.id)
    assert victory.value == "2017-12"


def test_event_without_a_date_stays_open(pipeline: Pipeline) -> None:
    (time,) = times_of(pipeline, "The assembly voted two months after it declared victory over the rebels.")
    assert (time.type, time.value, time.anchor, time.earliest) == ("DURATION", "P2M", "event", None)


@pytest.mark.parametrize(
    "text",
    [
        "The clerk wrote 31 February 2018 on the form.",
        "The clerk wrote 30/30/2018 on the form.",
        "The clerk wrote 2018-13-45 on the form.",
        "Flight 1984 carried 2000 people and 1500 sheep.",
        "He may march with the 17-year-old boy, who is 45 years old.",
        "The report sold 12,000 copies at $1999 each.",
        "Prices saw their worst fall and the spring broke.",
        "They won 3:1 and lost 2:4.",
        "As soon as he spoke, the mayor left.",
        "The decree was dated 12 Rajab 1439, or Esfand 1396 in the other calendar.",
        "The temple was built in 1200 BC.",
        "Black Monday and Bloody Sunday are names.",
        "Two millers in their late 40s were hurt.",
        "The warden, a widow in her sixties, keeps the keys.",
        "The film of the flood was shown at 1080p.",
    ],
)
def test_no_time_where_there_is_none(pipeline: Pipeline, text: str) -> None:
    assert times_of(pipeline, text) == ()


ODD = ("", "\n\n", "0" * 1000, "9" * 400 + " years ago", "January 99999999999999999999", "in " + "1" * 30)


@pytest.mark.parametrize("text", ODD)
def test_odd_input_does_not_break(pipeline: Pipeline, text: str) -> None:
    assert all(t.value for t in times_of(pipeline, text))


def test_publication_at_the_ends_of_the_calendar(pipeline: Pipeline) -> None:
    for day in ("0001-01-01", "9999-12-31"):
        published = Published(day, "day", "metadata", day, day)
        found = times_of(pipeline, "Last week, next year, 300 years ago and tomorrow, on Friday, in the winter.", published)
        assert all(t.value for t in found)


PIECES = st.sampled_from(
    [
        "on Friday",
        "last week",
        "in 2014",
        "5 May",
        "3 to 5 June 2012",
        "two years ago",
        "a year earlier",
        "at 5 p.m.",
        "after",
        "the past few days",
        "“",
        "”",
        ".",
        ",",
        "\n\n",
        "he said",
        "will meet",
        "31 February",
        "every day",
        "since",
        "until",
        "the end of",
        "late",
        "2011-2014",
        "the 1980s",
        "Q3",
        "it declared war",
        "½",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=14), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_spans_and_days_always_fit(pipeline: Pipeline, pieces: list[str], day: date) -> None:
    text = " ".join(pieces)
    published = Published(day.isoformat(), "day", "metadata", day.isoformat(), day.isoformat())
    doc = pipeline.nlp(text)
    found = find_times(doc, published)
    assert found == find_times(doc, published)
    assert [t.id for t in found] == [f"t{n}" for n in range(len(found))]
    for time, after in zip(found, [*found[1:], None], strict=False):
        assert 0 <= time.start < time.end <= len(text)
        assert text[time.start : time.end].strip() == text[time.start : time.end]
        assert after is None or time.end <= after.start
        assert time.value
        assert not (time.earliest and time.latest) or time.earliest <= time.latest
        assert time.anchor in (None, "publication", "event", *(t.id for t in found))
        assert dataclasses.replace(time, id="x").by.reason.endswith(".")
