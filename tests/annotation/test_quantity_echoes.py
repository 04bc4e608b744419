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
