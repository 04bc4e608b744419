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


def test_a_sum_without_any_currency_is_one_all_the_same(counting: Counting) -> None:
    found = counting("The other yard would have built the bridge for 52 million.")
    assert found[52e6].thing == ("sum",)


def test_a_number_that_another_replaces_has_its_unit(counting: Counting) -> None:
    found = counting("The guild put the harvest loss at 71 percent rather than 83. Duties fell from 12 to 7 percent.")
    assert {value: found[value].unit for value in (71, 83, 12, 7)} == dict.fromkeys((71, 83, 12, 7), "percent")


def test_a_large_number_counts_whatever_word_follows(counting: Counting) -> None:
    found = counting("The widows will receive 50,000 dravas each. The gate cost 1.9 billion dravas.")
    assert (found[50000].thing, found[1.9e9].thing) == (("drava",), ("drava",))


def test_a_smaller_number_alone_may_be_a_part_and_counts_nothing(counting: Counting) -> None:
    assert 12 not in counting("Some 300 tractors stood on the bridge and 12 were towed away by dusk.")


@pytest.mark.parametrize(
    ("text", "value", "thing"),
    [
        ("The monks counted nine wells. The bishop speaks of six wells, the order of 14. Nobody knows.", 14, ("well",)),
        ("How many wells are dry? At first we saw four. Today I would say eleven, of which two badly.", 11, ("well",)),
        ("Around 1,200 looms stand still. The guild reckons with 2,000. It has asked for help.", 2000, ("loom",)),
        ("The guild counts 90 looms, worth 40 million krans. The owner admits to 60.", 60, ("loom",)),
        ("The abbey gives its dead as seven.", 7, ("dead",)),
        ("The storks are late. 340 have been seen so far.", 340, ("stork",)),
        ("A dozen monks signed it, and not by 31, the abbot said.", 31, ("monk",)),
        ("Five monks fell ill in May. The abbot was away. Nobody knows which of the five ate the soup.", 5, ("monk",)),
        ("The barge sank and its crew of 19 had been brought ashore.", 19, ("crew",)),
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


def test_some_of_those_before_count_what_they_do_or_the_plural_after_them(counting: Counting) -> None:
    found = counting("The clinic took in 57 miners, 19 of them women.")
    assert found[19].thing == ("woman",)
    found = counting("The clinic took in 57 miners. Thirteen of those went home by evening.")
    assert found[13].thing == ("miner",)


def test_a_number_that_is_refused_counts_what_the_one_in_its_place_does(counting: Counting) -> None:
    found = counting("Four tugs, not six, were sent. They pulled 17 barges from the lock, not nine.")
    assert {value: found[value].thing for value in (6, 9)} == {6: ("tug",), 9: ("barge",)}


def test_a_list_by_days_goes_on_with_what_it_counts(counting: Counting) -> None:
    found = counting("In all, 4,310 flights were dropped: 2,050 on Monday, 1,270 on Tuesday and 990 on Wednesday.")
    assert {found[value].thing for value in (2050, 1270, 990)} == {("flight",)}


def test_a_crew_is_counted_by_its_bare_noun(counting: Counting) -> None:
    assert counting("The trawler and its 14 crew were kept in the bay.")[14].thing == ("crew",)


def test_an_age_after_of_counts_nobody(counting: Counting) -> None:
    assert 24 not in counting("Five people have fallen ill. One of them, a woman of 24 from Tarrow, has died.")


@pytest.mark.parametrize(
    ("text", "value", "thing"),
    [
        ("The line cancelled 180 flights. The airport had spoken of 212 this morning.", 212, "flight"),
        ("The register counted 5,800 evacuees. “With the late ones we are at 6,500,” the mayor said.", 6500, "evacuee"),
        ("By Friday seven were dead and two were still being sought.", 2, "people"),
        ("Seven were dead on Monday, nine on Tuesday.", 9, "dead"),
    ],
)
def test_a_bare_number_counts_what_its_sentence_leaves_out(counting: Counting, text: str, value: float, thing: str) -> None:
    assert counting(text)[value].thing[-1] == thing


def test_a_house_number_after_at_counts_nothing(counting: Counting) -> None:
    assert 11 not in counting("The brigade counted 14 fires. She lived at 11 Mill Street.")


def test_a_number_without_verb_and_noun_counts_what_somebody_else_counted_before(counting: Counting) -> None:
    found = counting("On the quay the police counted 25,000 people on Tuesday, and the Alliance 45,000.")
    assert found[45000].thing == found[25000].thing
    kilos = counting("The agency says 190 kg, the Torvan Office at least 250, the Beacon 310.")
    assert {value: kilos[value].unit for value in (190, 250, 310)} == {190: "kg", 250: "kg", 310: "kg"}
    assert kilos[250].hedge == "at_least"


def test_a_number_behind_a_label_or_far_from_the_first_counts_nothing(counting: Counting) -> None:
    assert set(counting("The union counted 40 barges, Line 7 and Ferry 12.")) == {40}
    assert set(counting("The union counted 40 barges, the Beacon 12,000.")) == {40}


def test_a_measure_without_its_unit_is_in_the_one_given_before(counting: Counting) -> None:
    found = counting("Parliament says 6,400 tonnes, the ministry says 4,100.")
    assert found[4100].unit == "tonne"
    shares = counting("The salt held 18 percent of iron, the guild said. The abbot speaks of at least 250.")
    assert 250 not in shares or shares[250].unit != "percent"
