"""Numbers that count what the words before them name."""

from collections.abc import Callable

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.annotation.nlp import Pipeline
from variorum.records.annotation import Quantity
from variorum.records.article import Article

Counting = Callable[[str], dict[float, Quantity]]


@pytest.fixture
def counting(pipeline: Pipeline) -> Counting:
    return lambda text: {q.value: q for q in annotate_article(Article("a", text), pipeline).quantities}


def test_a_list_names_before_the_colon_what_it_counts(counting: Counting) -> None:
    text = "Situation at noon\nPersonnel: 620.\nVehicles: 148.\nInjured: 57, of whom two seriously.\n"
    found = counting(text)
    assert {value: found[value].thing for value in (620, 148, 57)} == {
        620: ("personnel",),
        148: ("vehicle",),
        57: ("injured",),
    }
    assert text[slice(*(found[148].of or (0, 0)))] == "Vehicles"


def test_a_larger_number_alone_counts_what_the_one_before_it_does(counting: Counting) -> None:
    found = counting("At least three people are dead and 10,000 have been driven from their hotels.")
    assert found[10000].thing == found[3].thing


def test_a_sum_is_of_the_currency_named_last(counting: Counting) -> None:
    found = counting("Savers took out 1.4 billion krans on Monday, the bank said. By night 2.3 billion had left the vaults.")
    assert found[2.3e9].thing == ("kran",)


def test_a_smaller_number_alone_may_be_a_part_and_counts_nothing(counting: Counting) -> None:
    assert 12 not in counting("Some 300 tractors stood on the bridge and 12 were towed away by dusk.")


@pytest.mark.parametrize(
    ("text", "value", "thing"),
    [
        ("The monks counted nine wells. The bishop speaks of six wells, the order of 14. Nobody knows.", 14, ("well",)),
        ("How many wells are dry? At first we saw four. Today I would say eleven, of which two badly.", 11, ("well",)),
        ("Around 1,200 looms stand still. The guild reckons with 2,000. It has asked for help.", 2000, ("loom",)),
    ],
)
def test_a_number_without_its_noun_counts_what_was_asked_or_counted_before(
    text: str, value: float, thing: tuple[str, ...], counting: Counting
) -> None:
    assert counting(text)[value].thing == thing


@pytest.mark.parametrize(
    "text",
    [
        "The monks counted nine wells. They came back in 1998.",
        "The monks counted nine wells. In Room 14 they sat down.",
        "The monks counted nine wells. They dug as if there were 4,000.",
    ],
)
def test_years_scores_labels_and_other_sizes_do_not(text: str, counting: Counting) -> None:
    assert set(counting(text)) == {9}


def test_units_may_be_glued_to_their_number_and_words_may_stand_before_a_count(counting: Counting) -> None:
    found = counting("The well is 5km inside the walls. Before the building eight thousand pilgrims sang.")
    assert (found[5].unit, found[8000].thing) == ("km", ("pilgrim",))
