"""Counts told in other words, and numbers that only look like another count."""

from collections.abc import Callable

import pytest

from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle, Disagreement

Told = Callable[..., AnnotatedArticle]


def figures(*articles: AnnotatedArticle) -> list[Disagreement]:
    origins = tuple((a.id,) for a in articles)
    found = find_disagreements(articles, merge_entities(articles), (), (), origins)
    return [d for d in found if d.kind == "figure"]


@pytest.mark.parametrize(
    ("one", "other", "judgement"),
    [
        ("Rebels on Friday released 11 foreign engineers.", "Soldiers on Friday freed 12 foreign specialists.", "conflict"),
        ("The fire has burned 1,200 hectares of forest.", "The fire has burned 3,400 hectares of forest.", "conflict"),
        ("115 people were pulled from the water off Salm.", "That leaves 114 survivors of the ferry.", "unsure"),
        (
            "The railway says 57 percent of trains were cancelled.",
            "90 percent of trains were cancelled, the union said.",
            "conflict",
        ),
    ],
)
def test_counts_told_in_other_words_differ(one: str, other: str, judgement: str, told: Told) -> None:
    articles = told("a", one), told("b", other, day=None if judgement == "unsure" else "2031-05-20")
    assert judgement in {d.judgement for d in figures(*articles)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two people died in the fire at Holm.", "The other victim, Olof Verek, was 81."),
        ("At least 96 people were killed in the crash at Holm.", "The last such disaster was in 1998, when 61 people died."),
        ("Rebels on Friday released 11 foreign engineers.", "The government freed 40 prisoners on Friday."),
        (
            "The plane carried 141 passengers and six crew.",
            "The plane with 147 people on board came down.",
        ),
        ("The treasury will save 2.1 milliard crowns a year.", "The treasury will save 2.1 billion crowns a year."),
    ],
)
def test_ages_old_events_and_parts_are_no_other_count(one: str, other: str, told: Told) -> None:
    assert not figures(told("a", one), told("b", other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Seventeen killed: that is the balance of the fire in Holm.", "The fire in Holm killed 23 people."),
        ("The police in Holm arrested 38 mutineers.", "In Holm 140 traitors have been detained."),
        ("The clinic in Holm counts four injured persons.", "Nine people were injured in Holm."),
    ],
)
def test_a_state_or_a_name_for_opponents_counts_what_befell_them(one: str, other: str, told: Told) -> None:
    assert figures(told("a", one, day="2031-05-20"), told("b", other, day="2031-05-20"))


def test_those_who_live_in_a_village_are_not_those_who_left_it(told: Told) -> None:
    one = told("a", "About 200 people left Holm on Monday.", day="2031-05-20")
    assert not figures(one, told("b", "Holm, a village of about 600 people, was hit on Monday.", day="2031-05-20"))


def test_what_a_report_says_was_given_before_is_an_earlier_number(told: Told) -> None:
    text = "The union now puts the number of jobs at risk at 1,800. Earlier in the week it had spoken of 2,000."
    assert [d.judgement for d in figures(told("a", text))] == ["update"]
    assert not figures(told("a", "In the first 30 hours we recorded nine incidents, against an average of 31 a day in May."))


def test_an_exchange_rate_changes_from_day_to_day(told: Told) -> None:
    one = told("a", "The florin traded at 11.05 to the dollar.", day="2031-05-20")
    other = told("b", "The florin traded at 12.40 to the dollar.", day="2031-05-21")
    assert {d.judgement for d in figures(one, other)} <= {"update"}
