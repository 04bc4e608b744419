"""Figures of one thing told in other words, and numbers of two things that look alike."""

from collections.abc import Callable

import pytest

from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def figures(one: AnnotatedArticle, other: AnnotatedArticle, encoder: SentenceEncoder | None) -> list[set[str]]:
    both = (one, other)
    found = find_disagreements(both, merge_entities(both), (), (), ((one.id,), (other.id,)), encoder=encoder)
    return [{m.exact for m in d.members} for d in found if d.kind == "figure"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The shipyard has offered each widow 12,000 crowns.", "Every family will receive a payment of 20,000 crowns."),
        ("The monastery has promised 40 beds.", "Only 25 beds will be given by the monks, says the abbot."),
    ],
)
def test_the_nearest_figures_of_two_reports_differ(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    a, b = told("a", one, day="2031-05-22"), told("b", other, day="2031-05-22")
    assert figures(a, b, encoder)
    assert not figures(a, b, None)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The orchestra owns 40 violins.", "The orchestra owns 40 violins and lends out 55 violins."),
        ("The orchestra owns 40 violins.", "The museum in Dorn sold 400 violins to a dealer."),
        ("The shipyard employs 900 welders.", "The bakery baked 1,100 loaves."),
    ],
)
def test_figures_of_two_things_do_not(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert not figures(told("a", one, day="2031-05-22"), told("b", other, day="2031-05-22"), encoder)


def test_another_occasion_of_the_kind_is_not_the_one_told_of(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "At least 31 people were killed by the slide, the monks said.", day="2031-05-22")
    other = told("b", "A similar slide on the same slope claimed 24 lives nine years ago.", day="2031-05-22")
    assert not figures(one, other, encoder)


def test_reports_that_give_the_number_of_one_side_stand_with_it(told: Told, encoder: SentenceEncoder) -> None:
    first = told("a", "The shipyard has offered each widow 12,000 crowns.", day="2031-05-22")
    second = told("b", "Each widow was offered 12,000 crowns by the shipyard.", day="2031-05-22")
    third = told("c", "Every family will receive a payment of 20,000 crowns.", day="2031-05-22")
    reports = (first, second, third)
    found = find_disagreements(reports, merge_entities(reports), (), (), tuple((a.id,) for a in reports), encoder=encoder)
    assert {m.article for m in next(d for d in found if d.kind == "figure").members} == {"a", "b", "c"}


def test_how_many_are_cited_is_no_figure(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "Three officials said the harbour would be closed.", day="2031-05-22")
    other = told("b", "Five officials said the harbour would be closed.", day="2031-05-22")
    assert not figures(one, other, encoder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Four tugs, not six, had been sent to the lock.", "Six tugs pulled the barge from the lock."),
        (
            "The yard now speaks of three weeks of work and not ten days.",
            "The repair of the crane will take the yard ten days.",
        ),
    ],
)
def test_a_number_in_the_place_of_another_differs_from_it(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert figures(told("a", one, day="2031-05-22"), told("b", other, day="2031-05-22"), encoder)


def test_what_comes_on_top_is_compared_with_its_like_only(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "Officers took away five other paintings from the villa.", day="2031-05-22")
    like = told("b", "Officers took away three further paintings from the villa.", day="2031-05-22")
    plain = told("c", "Officers took away three paintings from the villa.", day="2031-05-22")
    assert figures(one, like, encoder)
    assert not figures(one, plain, encoder)


def test_two_numbers_that_both_reports_give_differ_in_neither(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "Built for 620 prisoners, the fort now holds 1,400 prisoners.", day="2031-05-22")
    other = told("b", "The fort was built for 620 prisoners and holds 1,400 prisoners.", day="2031-05-24")
    assert not figures(one, other, encoder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The flood damage in Dorn is put at 50 million crowns.",
            "A relief fund for Dorn of 20 million crowns was set up after the flood.",
        ),
        ("Palm Yards has a net debt of 40 million crowns.", "Palm Yards made a profit of 90 million crowns."),
    ],
)
def test_two_sums_for_two_purposes_do_not_differ(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert not figures(told("a", one, day="2031-05-22"), told("b", other, day="2031-05-22"), encoder)


def test_what_it_cost_and_what_was_paid_are_one_purpose(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "The repair of the lock gate in Dorn will cost 50 million crowns.", day="2031-05-22")
    other = told("b", "The bill for the repair of the lock gate in Dorn is 20 million crowns.", day="2031-05-22")
    assert figures(one, other, encoder)


def test_so_much_a_year_is_no_sum_paid_once(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "Norland paid 385 million crowns in advance for the ferries.", day="2031-05-22")
    yearly = told("b", "The ferries will cost Norland 500 million crowns a year.", day="2031-05-22")
    once = told("c", "Norland paid 500 million crowns in advance for the ferries.", day="2031-05-22")
    assert not figures(one, yearly, encoder)
    assert figures(one, once, encoder)


def test_each_here_and_every_there_are_one_kind_of_sum(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "The shipyard has offered 12,000 crowns for each widow.", day="2031-05-22")
    other = told("b", "Every family will receive a payment of 20,000 crowns from the shipyard.", day="2031-05-22")
    assert figures(one, other, encoder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The monastery has promised dozens of beds.", "Only nine beds will be given by the monks, says the abbot."),
        ("The monastery has promised at least 25 beds.", "Some 40 beds will be given by the monks, says the abbot."),
    ],
)
def test_a_number_that_leaves_room_for_the_other_says_nothing_against_it(
    one: str, other: str, told: Told, encoder: SentenceEncoder
) -> None:
    a, b = told("a", one, day="2031-05-22"), told("b", other, day="2031-05-22")
    assert not figures(a, b, encoder)


def test_two_numbers_of_one_report_with_no_voice_for_each_are_two_things(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "If the monks close the 64 beds of the west wing, the town said it would close 28 beds of its own.")
    assert not figures(one, told("b", "The monastery of Dorn is old."), encoder)
