import dataclasses
from collections.abc import Callable

from variorum.collation.claims.find import group_claims
from variorum.collation.entities.find import merge_entities
from variorum.collation.relays.dating import date_undated
from variorum.collation.relays.find import find_relays
from variorum.collation.reuse.find import find_reuse
from variorum.records import AnnotatedArticle, Published

Told = Callable[..., AnnotatedArticle]


def dated(*articles: AnnotatedArticle) -> dict[str, Published]:
    entities = merge_entities(articles)
    groups = group_claims(articles, entities, tuple((a.id,) for a in articles), None)
    return dict(date_undated(articles, entities, groups, find_relays(articles, entities, find_reuse(articles))))


def test_its_own_dates_bound_a_report(told: Told) -> None:
    text = "The bridge was opened on May 4, 2031. The mayor will close the ferry on June 30, 2031."
    found = dated(told("a", text, day=None))["a"]
    assert (found.value, found.basis, found.earliest, found.latest) == (None, "inferred", "2031-05-04", "2031-06-30")
    assert [p.exact for p in found.passages] == ["May 4, 2031", "June 30, 2031"]


def test_a_weekday_of_an_event_that_another_report_dates_leaves_a_week(told: Told) -> None:
    other = told("b", "The ferry sank off Port Alma on Monday, May 19, 2031.", day="2031-05-20")
    found = dated(told("a", "The ferry sank off Port Alma on Monday.", day=None), other)["a"]
    assert (found.earliest, found.latest) == ("2031-05-19", "2031-05-25")
    assert {p.article for p in found.passages} == {"a", "b"}


def test_nothing_is_guessed(told: Told) -> None:
    found = dated(told("a", "The ferry may sink one day. It was not inspected in 2019.", day=None))["a"]
    assert found == Published()


def test_bounds_that_exclude_each_other_say_nothing(told: Told) -> None:
    text = "The bridge was opened on May 4, 2031. The mayor will open the road on March 1, 2030."
    assert dated(told("a", text, day=None))["a"] == Published()


def test_dated_reports_are_left_alone(told: Told) -> None:
    assert dated(told("a", "The bridge was opened on May 4, 2031.")) == {}


def test_a_year_bounds_nothing(told: Told) -> None:
    assert dated(told("a", "The company has run the bridge since 2019. It was painted in 2024.", day=None))["a"] == Published()


def test_a_day_after_the_last_dated_report_is_still_to_come(told: Told) -> None:
    text = "The new ferries come on August 1, 2032 and the old ones go to Tarn."
    assert dated(told("a", text, day=None), told("b", "The ferry sank off Port Alma.", day="2031-05-20"))["a"] == Published()


def test_days_long_before_the_story_are_history(told: Told) -> None:
    text = "The ferry was bought on May 4, 2011. The owner will sell the shipyard by June 30, 2012, he wrote then."
    assert dated(told("a", text, day=None), told("b", "The ferry sank off Port Alma.", day="2031-05-20"))["a"] == Published()


def test_what_credits_and_copies_a_dated_report_appeared_after_it(told: Told) -> None:
    words = "Divers found the bow door of the ferry torn open along its whole width, and two of its four locks were missing."
    first = dataclasses.replace(told("b", f"The ferry sank off Port Alma. {words}", day="2031-05-20"), outlet="Alma Herald")
    later = told("a", f"Who closes a bow door? The Alma Herald reported as much. {words}", day=None)
    found = dated(later, first)["a"]
    assert (found.earliest, found.latest) == ("2031-05-20", None)
    assert any("locks were missing" in p.exact for p in found.passages)
