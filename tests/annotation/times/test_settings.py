"""Times set by the clause, the clock, an event or the word before them; all published on Wednesday, 7 March 2018."""

import pytest

from variorum.annotation.nlp import Pipeline
from variorum.annotation.times.find import find_times
from variorum.records import Published, Time

WEDNESDAY = Published("2018-03-07", "day", "metadata", "2018-03-07", "2018-03-07")

# sentence with the expression in brackets; type; value
TABLE = """
Averia, without its captain, meet Costova on [Saturday] in a qualifier.|DATE|2018-03-10
[Saturday]'s match against Costova kicks off at nine.|DATE|2018-03-10
[Saturday]'s match against Costova ended in a draw.|DATE|2018-03-03
The mayor has declared [Friday] a day of mourning.|DATE|2018-03-09
The governor declared [Friday] that the road was safe.|DATE|2018-03-02
The queue at the tanker is long on [Monday].|DATE|2018-03-05
The hearing is on [Monday].|DATE|2018-03-12
The accord, announced [Friday], pleased nobody.|DATE|2018-03-02
The board is planning to leave on [Friday].|DATE|2018-03-09
The court gave them until [mid-March] to answer.|DATE|2018-03
They are supposed to finish by [May].|DATE|2018-05
The town has had no water since [Saturday noon].|TIME|2018-03-03T12:00
She spoke to the crowd shortly after [midnight].|TIME|2018-03-07T00:00
The page was changed on [3 March 2018, 17:30] in Velda.|TIME|2018-03-03T17:30
[Three quarters of an hour] later it burned.|DURATION|PT45M
The first boat came [35 minutes later].|DURATION|PT35M
The mine closed in [nineteen ninety-six].|DATE|1996
The council raised the fare by two crowns from [May 1].|DATE|2018-05-01
The council met on [May 1] and agreed.|DATE|2017-05-01
The ferry will take them home on [Thursday morning].|TIME|2018-03-08TMO
The ferry took them home on [Thursday morning].|TIME|2018-03-01TMO
The shelling began at [3 in the night].|TIME|2018-03-07T03:00
At [06.15] two boats left the harbour.|TIME|2018-03-07T06:15
The talks were broken off shortly before [13.30] by both sides.|TIME|2018-03-07T13:30
The bus left at [8.20 on Tuesday morning].|TIME|2018-03-06T08:20
The ferry sank in [the night to Tuesday].|TIME|2018-03-05TNI
The dam broke in [the night of 4 to 5 March].|TIME|2018-03-04TNI
The women were released only in [the evening].|TIME|XXXX-XX-XXTEV
The shelling began in [the early hours].|TIME|XXXX-XX-XXTMO
The first ship is due by [the first of April].|DATE|2018-04-01
It fell to 3 million in [the 1988 second quarter].|DATE|1988-Q2
"""
ROWS = [line.split("|") for line in TABLE.strip().splitlines()]


def times_of(pipeline: Pipeline, text: str, published: Published = WEDNESDAY) -> tuple[Time, ...]:
    return find_times(pipeline.nlp(text), published)


@pytest.mark.parametrize(("marked", "kind", "value"), ROWS, ids=[row[0][:60] for row in ROWS])
def test_value(pipeline: Pipeline, marked: str, kind: str, value: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    found = [t for t in times_of(pipeline, marked.replace("[", "").replace("]", "")) if t.start < end and start < t.end]
    assert [(t.type, t.value) for t in found] == [(kind, value)]


def test_a_part_of_the_day_belongs_to_the_day_named_before_it(pipeline: Pipeline) -> None:
    tuesday, morning = times_of(pipeline, "The guard was questioned on Tuesday. Two men were arrested in the morning.")
    assert (morning.value, morning.anchor) == ("2018-03-06TMO", tuesday.id)
    assert times_of(pipeline, "She reads the paper in the morning.") == ()


def test_the_night_to_a_weekday_begins_the_day_before_also_where_no_day_is_known(pipeline: Pipeline) -> None:
    (night,) = times_of(pipeline, "The ferry sank in the night to Monday.", Published(None, "unknown", "unknown", None, None))
    assert night.value == "XXXX-WXX-7TNI"


def test_amounts_with_a_dot_are_no_times_of_the_clock(pipeline: Pipeline) -> None:
    assert times_of(pipeline, "Shares of the mill closed at 17.05.") == ()
    assert times_of(pipeline, "The runner finished at 10.02.") == ()


LIVE = "Live: mill fire\n17:24\nThe brigade has counted two dead.\n\n16:50\nDivers reach the mill.\n\n15:05 The mayor speaks."


def test_clock_times_at_the_head_of_a_line_are_on_the_day_of_publication(pipeline: Pipeline) -> None:
    assert [t.value for t in times_of(pipeline, LIVE)] == ["2018-03-07T17:24", "2018-03-07T16:50", "2018-03-07T15:05"]
    assert times_of(pipeline, "The Rovers ran it well.\n\n2:05 was the time to beat.") == ()


FERRY = "A ferry capsized off Velda late on Monday. {} The crew had seen nothing."


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The lock was reported faulty two days before the disaster.", "2018-03-03"),
        ("She denied having blamed the firm on the day after the sinking.", "2018-03-06"),
        ("The captain had slept badly on the Friday before the sinking.", "2018-03-02"),
        ("She denied having blamed the firm on the day after the election.", "XXXX-XX-XX"),
        ("The captain had slept badly on the Friday before the wedding.", "XXXX-WXX-5"),
    ],
)
def test_an_event_called_by_its_noun_is_dated_by_its_clause(pipeline: Pipeline, sentence: str, value: str) -> None:
    monday, other = times_of(pipeline, FERRY.format(sentence))
    assert (monday.value, other.value) == ("2018-03-05", value)
    assert other.anchor == (monday.id if value.startswith("2018") else "event")
    assert bool(other.earliest) == value.startswith("2018")


def test_two_days_for_one_kind_of_event_date_nothing(pipeline: Pipeline) -> None:
    text = "A ferry sank on Monday and another sank on Friday. The lock broke two days before the sinking."
    assert times_of(pipeline, text)[-1].anchor == "event"


@pytest.mark.parametrize(
    ("sentence", "mod", "relation"),
    [
        ("It must be done by the end of June.", "END", "by"),
        ("They have quarrelled since 1987.", None, "since"),
        ("It closed in early May 2011.", "START", None),
        ("He stayed for more than three weeks.", "MORE_THAN", None),
        ("He left more than a year ago.", "BEFORE", None),
        ("The road is shut until Friday.", None, "until"),
        ("It was built prior to the 1950s.", None, "before"),
        ("He came on Friday.", None, None),
    ],
)
def test_modifier_and_relation(pipeline: Pipeline, sentence: str, mod: str | None, relation: str | None) -> None:
    (time,) = times_of(pipeline, sentence)
    assert (time.mod, time.relation) == (mod, relation)


def test_a_year_behind_since_is_not_lent_to_the_next_date(pipeline: Pipeline) -> None:
    values = [t.value for t in times_of(pipeline, "They have quarrelled since 1987, and on 3 January they met.")]
    assert values == ["1987", "2018-01-03"]


@pytest.mark.parametrize(
    "text", ["On 31 February 2018 it rained.", "On 14 Ramadan 1439 it rained.", "In the year 44 BC it rained."]
)
def test_days_of_no_or_another_calendar_give_no_day(pipeline: Pipeline, text: str) -> None:
    assert [t for t in times_of(pipeline, text) if t.earliest] == []


def test_a_report_dated_in_the_future_is_read_against_its_own_date(pipeline: Pipeline) -> None:
    far = Published("2999-12-31", "day", "metadata", "2999-12-31", "2999-12-31")
    assert [t.value for t in times_of(pipeline, "It rained on Monday and yesterday.", far)] == ["2999-12-30", "2999-12-30"]
    last = Published("9999-12-31", "day", "metadata", "9999-12-31", "9999-12-31")
    assert [t.earliest for t in times_of(pipeline, "It will rain tomorrow and next year.", last)] == []


def test_overnight_is_the_night_before_and_no_day_for_the_clock_times_behind_it(pipeline: Pipeline) -> None:
    text = "Troops entered Velda on Tuesday; the rebels had left overnight. The first cars passed at 6 a.m."
    tuesday, night, clock = times_of(pipeline, text)
    assert (night.value, night.earliest, night.latest) == ("2018-03-06TNI", "2018-03-06", "2018-03-07")
    assert (clock.value, clock.anchor) == ("2018-03-06T06:00", tuesday.id)


def test_the_past_year_is_the_year_before(pipeline: Pipeline) -> None:
    (time,) = times_of(pipeline, "The firm lost 60 million in the past year.")
    assert (time.value, time.earliest, time.latest) == ("2017", "2017-03-07", "2018-03-07")


def test_a_year_long_written_in_words_is_counted_where_it_counts(pipeline: Pipeline) -> None:
    assert times_of(pipeline, "Nineteen twenty ships sailed, and two thousand people watched.") == ()
