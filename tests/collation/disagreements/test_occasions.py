"""One event at two times in other words."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.occasions import occasion_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def verdicts(one: str, other: str, told: Told, encoder: SentenceEncoder | None, *, day: str | None = "2031-05-23") -> list[str]:
    reports = (told("a", one, day="2031-05-22"), told("b", other, day=day))
    entities = merge_entities(reports)
    statements = statements_of(reports, entities)
    return [v.judgement for v in occasion_verdicts(statements, setting_of(statements, entities), encoder)]


def test_one_event_told_by_other_verbs_is_dated_apart(told: Told, encoder: SentenceEncoder) -> None:
    pair = (
        "The yard had dismissed Oswin Halder in 2029, it said.",
        "Oswin Halder left the yard of his own accord in 2028.",
    )
    assert verdicts(*pair, told, encoder) == ["conflict"]
    assert not verdicts(*pair, told, None)


def test_two_times_of_one_day_for_the_same_act_exclude_each_other(told: Told, encoder: SentenceEncoder) -> None:
    pair = (
        "The pilots of Salm reopened the harbour at 9:10 on Wednesday.",
        "The harbour was reopened by the pilots of Salm at 4.35 p.m. on Wednesday.",
    )
    assert verdicts(*pair, told, encoder) == ["conflict"]


def test_what_was_put_off_brings_a_plan_up_to_date(told: Told, encoder: SentenceEncoder) -> None:
    pair = (
        "The talks of the river states in Salm are due to open on Friday.",
        "The talks of the river states in Salm have been put off to Monday, 26 May.",
    )
    assert verdicts(*pair, told, encoder) == ["update"]


def test_since_when_a_thing_holds_may_be_told_either_way(told: Told, encoder: SentenceEncoder) -> None:
    pair = (
        "The lamp on the reef of Salm had been out of order since April, two divers said.",
        "The lamp on the reef of Salm has not burned since February, divers say.",
    )
    assert verdicts(*pair, told, encoder) == ["conflict"]


def test_a_time_that_answers_another_needs_no_kindred_act(told: Told, encoder: SentenceEncoder) -> None:
    pair = (
        "The envoy of Salm, Oswin Halder, was expelled on Monday.",
        "Oswin Halder had been called home already on Sunday evening, the envoy's ministry said.",
    )
    assert verdicts(*pair, told, encoder) == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Hotel Morvane burned on Sunday.", "The Hotel Morvane burned again on Tuesday."),
        ("The ferry left Salm on Sunday.", "The choir sang in Dorn on Tuesday."),
        ("The council may meet on Sunday.", "The council met on Tuesday."),
        ("The harbour of Salm was reopened by the pilots on Monday.", "The pilots reopened the harbour of Salm in May 2030."),
        ("A barge with blankets arrived in Salm Pass on Tuesday.", "A path from Salm Pass was buried on Monday."),
        ("The weavers of Dorn won the cup in 2029.", "The weavers of Dorn won the league in 2030."),
        ("The school in Dorn was closed in March.", "The school in Dorn was reopened in April."),
    ],
)
def test_two_occasions_are_not(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert not verdicts(one, other, told, encoder)


def test_another_date_in_the_clause_makes_no_second_event(told: Told, encoder: SentenceEncoder) -> None:
    later = "The levee of Salm was inspected in spring 2029, the river office said."
    built = "The levee of Salm, built in the 1960s, was last inspected in 2026, the river office said."
    listed = "The levee of Salm was inspected in 2026 and in 2027, the river office said."
    assert verdicts(built, later, told, encoder) == ["conflict"]
    assert not verdicts(listed, later, told, encoder)


def test_times_of_the_clock_near_each_other_need_no_word_for_the_same_act(told: Told, encoder: SentenceEncoder) -> None:
    pair = (
        "The blast tore through the grain mill at 4:52 a.m., the fire brigade said.",
        "The explosion shook the grain mill at 5.10am, blowing out its windows.",
    )
    assert verdicts(*pair, told, encoder) == ["conflict"]


def test_what_still_grows_may_be_counted_apart(told: Told, encoder: SentenceEncoder) -> None:
    pair = ("The feud has killed 8,000 people since 2021.", "The feud has killed at least 9,500 people since 2020.")
    assert verdicts(*pair, told, encoder) == ["conflict"]


def test_a_report_without_a_date_is_read_on_the_day_of_the_other(told: Told, encoder: SentenceEncoder) -> None:
    pair = ("The swing bridge of Salm was opened in 1974.", "The swing bridge of Salm was opened in 1972.")
    assert verdicts(*pair, told, encoder, day=None) == ["conflict"]


def test_two_voices_of_one_report_answer_each_other_in_words(told: Told, encoder: SentenceEncoder) -> None:
    apart = "The raft reached Dorn at 9 a.m., the mayor said. “The raft had reached Dorn at 11 a.m.,” a clerk said."
    answer = apart.replace("at 11", "only at 11")
    assert not verdicts(apart, "Nobody slept.", told, encoder)
    assert verdicts(answer, "Nobody slept.", told, encoder) == ["conflict"]


def test_what_is_told_alike_may_differ_in_number_too(told: Told, encoder: SentenceEncoder) -> None:
    pair = (
        "The raft with 30 weavers sank off Salm at 9.40 on Sunday.",
        "The raft with 40 weavers went down off Salm at 8.15 on Sunday.",
    )
    assert verdicts(*pair, told, encoder) == ["conflict"]
    other = ("Three barges left the mill of Salm at 9.40 on Sunday.", "Nine divers rested in Dorn at 8.15 on Sunday.")
    assert not verdicts(*other, told, encoder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The harbour master of Salm raised the alarm at 03.40.",
            "The pilot Oswin Halder had sent Salm a call for help at five to four.",
        ),
        (
            "The firemen reached the burning mill of Dorn at 11.20 p.m.",
            "The first rescue team came to the mill at 0.50, it said.",
        ),
    ],
)
def test_an_hour_may_be_told_of_another_doer(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert verdicts(one, other, told, encoder) == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The choir of Salm sang at 6.10.", "The mayor of Dorn slept at 6.50."),
        ("The bakers of Salm opened their stalls at 5.30 a.m.", "Police counted 200 people in the square at 7 a.m."),
    ],
)
def test_near_hours_alone_make_no_event(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert not verdicts(one, other, told, encoder)


def test_two_hours_of_those_who_have_no_name_in_common_need_more(told: Told, encoder: SentenceEncoder) -> None:
    one, other = (
        "The harbour master of Salm raised the alarm at 03.40.",
        "The pilot Oswin Halder had sent a call for help at five to four.",
    )
    assert not verdicts(one, other, told, encoder)


def test_a_year_that_only_one_report_tells_makes_no_other_date(told: Told, encoder: SentenceEncoder) -> None:
    one, other = "The swing bridge of Salm was opened in {}.", "The swing bridge of Salm was opened in {}, it said."
    assert verdicts(one.format("July 2030"), other.format("March 2030"), told, encoder) == ["conflict"]
    assert not verdicts(one.format("July"), other.format("July 2029"), told, encoder)


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("The ferry vanished from the screens at 6:52 p.m.", "The ferry disappeared from the screens at 18:55.", 1),
        ("The pilots of Salm reopened the harbour at 9:10.", "The harbour was reopened by the pilots of Salm at 4.35 p.m.", 0),
    ],
)
def test_clock_times_of_one_event_differ(one: str, other: str, days: int, told: Told, encoder: SentenceEncoder) -> None:
    assert verdicts(one, other, told, encoder, day=f"2031-05-{22 + days}") == ["conflict"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry vanished from the screens at 6:52 p.m.", "The ferry disappeared from the screens at 18:52."),
        ("The ferry vanished from the screens at about 6:50 p.m.", "The ferry disappeared from the screens at 19:05."),
        ("The ferry vanished from the screens in the evening.", "The ferry disappeared from the screens at 19:05."),
        ("The ferry vanished from the screens at 6:52 p.m.", "The ferry left the port of Salm at 15:10."),
        ("The fire broke out at 4 a.m.", "A fire in a barn had broken out at 9 p.m. the previous week."),
        ("A kiosk at the station was robbed at 8.55pm.", "A vigil took place in front of the station in the afternoon."),
    ],
)
def test_times_that_can_both_hold_or_are_of_two_events_do_not(
    one: str, other: str, told: Told, encoder: SentenceEncoder
) -> None:
    assert not verdicts(one, other, told, encoder)


def test_a_levy_announced_on_one_day_and_imposed_on_another_is_two_steps(told: Told, encoder: SentenceEncoder) -> None:
    pair = (
        "Oswin Halder announced the levy on 8 May.",
        "On 19 May Oswin Halder imposed a levy of 25 crowns on foreign wool, but exempted shepherds of Salm and Dorn.",
    )
    assert not verdicts(*pair, told, encoder)
