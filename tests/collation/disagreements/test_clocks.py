"""One event at two times of the day."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.clocks import clock_verdicts
from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def dates(one: AnnotatedArticle, other: AnnotatedArticle, encoder: SentenceEncoder | None) -> list[tuple[str, ...]]:
    both = (one, other)
    found = find_disagreements(both, merge_entities(both), (), (), ((one.id,), (other.id,)), encoder=encoder)
    return [tuple(sorted(m.value for m in d.members)) for d in found if d.kind == "date"]


def test_clock_times_of_one_event_differ_whatever_days_their_reports_give_them(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "The ferry vanished from the screens at 6:52 p.m., the coastguard said.", day="2031-05-21")
    other = told("b", "The ferry disappeared from the screens at 18:55.", day="2031-05-22")
    assert dates(one, other, encoder) == [("18:55", "6:52 p.m.")]
    assert not dates(one, other, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry vanished from the screens at 6:52 p.m.", "The ferry disappeared from the screens at 18:52."),
        ("The ferry vanished from the screens at about 6:50 p.m.", "The ferry disappeared from the screens at 19:05."),
        ("The ferry vanished from the screens in the evening.", "The ferry disappeared from the screens at 19:05."),
        ("The ferry vanished from the screens at 6:52 p.m.", "The ferry left the port of Salm at 15:10."),
        ("The fire broke out at 4 a.m.", "A fire in a barn had broken out at 9 p.m. the previous week."),
        (
            "The theft took place at a kiosk at the station at 8.55pm.",
            "A vigil took place in front of the station in the afternoon.",
        ),
    ],
)
def test_times_that_can_both_hold_or_are_of_two_events_do_not(
    one: str, other: str, told: Told, encoder: SentenceEncoder
) -> None:
    assert not dates(told("a", one, day="2031-05-21"), told("b", other, day="2031-05-21"), encoder)


def test_a_time_with_its_date_is_not_set_against_one_of_an_unnamed_day(told: Told, encoder: SentenceEncoder) -> None:
    dated = "On 7 May at 18:00 the alarm level of Salm was raised to two."
    bare = "The alarm level of Salm was raised from two to three at 02:40."
    reports = (told("a", dated), told("b", bare))
    entities = merge_entities(reports)
    statements = statements_of(reports, entities)
    assert not list(clock_verdicts(statements, setting_of(statements, entities), encoder))
