"""Numbers and times that clauses have in common."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.marks import Shared, count_alike, counts_apart, numbers_in, spread_of, times_in
from variorum.collation.claims.statements import Statement, statements_of
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def clauses(told: Told, one: str, other: str) -> tuple[Statement, Statement]:
    articles = (told("a", one), told("b", other))
    found = statements_of(articles, merge_entities(articles))
    a, b = (max((s for s in found if s.article.id == id), key=lambda s: len(s.text)) for id in "ab")
    return a, b


def shared(told: Told, one: str, other: str) -> Shared:
    pair = clauses(told, one, other)
    return spread_of(pair).shared(*pair)


def test_counted_numbers_are_shared(told: Told) -> None:
    found = shared(told, "Rescuers pulled 34 sailors from the wreck.", "The wreck cost 34 sailors their ship.")
    assert found.number > 0 and found.numeral == 0 and not found.several


def test_a_number_that_one_only_writes_is_shared_as_written(told: Told) -> None:
    found = shared(told, "The drummer Olin Faber, 57, was buried in Tessin.", "A 57-year-old drummer was buried in Tessin.")
    assert found.numeral > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The lorries carried nine tonnes of flour.", "The convoy had covered nine kilometres by noon."),
        ("Two of the cooks left the hotel at once.", "The two of them opened a bakery in Tessin."),
        ("The mayor opened one new school in Tessin.", "The mayor closed one old school in Tessin."),
    ],
)
def test_chance_numbers_are_not_shared(told: Told, one: str, other: str) -> None:
    found = shared(told, one, other)
    assert found.number <= 0.5 and found.numeral == 0


def test_numbers_of_other_things_count_half(told: Told) -> None:
    same = shared(told, "The port bought seven cranes in spring.", "The port paid for seven cranes in advance.")
    other = shared(told, "The port bought seven cranes in spring.", "The port paid for seven meals in advance.")
    assert 0 < other.number < same.number


def test_times_are_shared_without_their_day_or_year(told: Told) -> None:
    one, other = clauses(
        told, "The ferry will stay in port for 36 hours from 4 May 2031.", "From 4 May the ferry rests for 36 hours."
    )
    assert {"PT36H", "-05-04"} <= times_in(one) & times_in(other)
    assert not any("2031" in mark for mark in times_in(one))


def test_numbers_inside_times_are_no_numbers(told: Told) -> None:
    one, _ = clauses(told, "The ferry left the port with 12 lorries on 14 May 2031.", "The lorries stood in the port.")
    assert numbers_in(one) == {12.0}


def test_a_rounded_number_is_not_another_count(told: Told) -> None:
    rounded = clauses(told, "The flood displaced about 6,000 people.", "The flood displaced 6,140 people.")
    exact = clauses(told, "The flood displaced 7,315 people.", "The flood displaced 6,140 people.")
    assert not counts_apart(*rounded) and counts_apart(*exact)


def test_a_bound_is_not_apart_from_a_number_a_little_beyond_it(told: Told) -> None:
    bound = "More than a hundred guests saw the play in Tessin."
    assert not counts_apart(*clauses(told, bound, "The play in Tessin was seen by 112 guests."))
    assert counts_apart(*clauses(told, bound, "The play in Tessin was seen by 340 guests."))
    assert counts_apart(*clauses(told, bound, "The play in Tessin was seen by 80 guests."))


def test_counts_of_different_things_are_not_apart(told: Told) -> None:
    assert not counts_apart(*clauses(told, "The flood wrecked 31 bridges.", "The flood made 6,140 people homeless."))


def test_one_number_of_one_unit_above_ten_counts_alike(told: Told) -> None:
    assert count_alike(*clauses(told, "The flood wrecked 31 bridges.", "Engineers rebuilt 31 crossings."))
    assert not count_alike(*clauses(told, "The flood wrecked five bridges.", "Engineers rebuilt five crossings."))
    assert not count_alike(*clauses(told, "The lorries carried 31 tonnes of flour.", "The convoy covered 31 kilometres."))
