"""Numbers whose thing or hedge stands elsewhere: in the predicate, before "of", in the sentence before, or in the verb."""

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.annotation.nlp import Pipeline
from variorum.annotation.quantities.find import find_quantities
from variorum.records.article import Article

# sentence with the number in brackets; value; hedge; unit; thing
TABLE = """
Five ships sank and [38] were missing after the storm.|38|||missing
Five ships sank and [27] are still being sought.|27|||people
Oruba, a town of [38,000], lies on the river.|38000|||inhabitant
She had known [nine] of the dead by name.|9|||dead
The hospital has counted [12] civilian dead.|12|||civilian dead
A staggering [2,300] will get the boot.|2300|||
The club paid a whopping [50 million].|50000000|||sum
The abbot has [twice] visited the mill.|2||time|
[One household in five] lived off the mill.|20||percent|household
[Two thousand eight hundred million] coins were struck.|2800000000|||coin
The army will hand over [three] prisoners.|3|||prisoner
The group took over [two] firms.|2|||firm
The march drew [over 300] people.|300|over||people
Their claim about [three] prisoners was false.|3|||prisoner
The camp holds [about 300] prisoners.|300|about||prisoner
For no reason [40] men were held.|40|||man
[No more than 20] people came.|20|up_to||people
The guild has lent to Salm [eight] carpenters.|8|||carpenter
Norland owes the Treasury [90 million] crowns.|90000000|||crown
It costs the company [900,000] crowns a day.|900000|||crown
The reserves fell by [$310 million] to $7.4 billion.|310000000||USD|reserve
The reserves fell by $310 million to [$7.4 billion].|7400000000||USD|reserve
Prices rose by [5 to 10 percent].|7.5|between|percent|price
The florin fell by [nearly six percent] to 11.20 to the dollar.|6|nearly|percent|florin
The florin fell by nearly six percent to [11.20] to the dollar.|11.2|||florin exchange rate
The florin traded at [11.05] to the euro on Friday.|11.05|||florin exchange rate
A hamlet of [about 600] people burned.|600|about||inhabitant
A queue of [about 80] people formed.|80|about||people
The share stood at [3.10] on Friday.|3.1|||share
The toll rose by 12 to [40].|40|||toll
The toll rose by [12] to 40.|12|||toll
The crowd was [under 500].|500|under||crowd
Losses were [under 30].|30|under||loss
"""
ROWS = [line.split("|") for line in TABLE.strip().splitlines()]


@pytest.mark.parametrize("row", ROWS, ids=[row[0][:60] for row in ROWS])
def test_number(pipeline: Pipeline, row: list[str]) -> None:
    marked, value, hedge, unit, thing = row
    start, end = marked.index("["), marked.index("]") - 1
    found = find_quantities(pipeline.nlp(marked.replace("[", "").replace("]", "")), ())
    (number,) = [q for q in found if q.start < end and start < q.end]
    assert (number.start, number.end, number.value) == (start, end, float(value))
    assert (number.hedge or "", number.unit or "", " ".join(number.thing)) == (hedge, unit, thing)


@pytest.mark.parametrize(
    "text",
    [
        "At 14.10 the gunmen opened fire on the market.",
        "The ferry dropped anchor at 14.10 with 20 crew on board.",
        "Six men drowned, the mayor said. He is 26, and he was on the pier.",
        "Three weavers drowned, the mayor said. Most of the dead were under 25.",
        "Six divers came back. The pool is for people over 65 and children under 12.",
        "Two guards fell. They are between 20 and 30 years old.",
        "Some 400 campers spent a second night in the hall. In the early hours of Monday one of them died. He was a man of 65.",
        "Two sailors are missing. A diver, Jan Toll, who was 26, was found on Monday.",
    ],
)
def test_clock_times_and_ages_are_no_numbers(pipeline: Pipeline, text: str) -> None:
    assert not {14.1, 26.0, 25.0, 65.0, 12.0} & {q.value for q in find_quantities(pipeline.nlp(text), ())}


def test_a_mother_of_many_is_not_so_old(pipeline: Pipeline) -> None:
    assert [q.value for q in find_quantities(pipeline.nlp("The prize went to a mother of eleven children."), ())] == [11.0]


def test_it_was_takes_the_thing_of_the_sentence_before(pipeline: Pipeline) -> None:
    found = find_quantities(pipeline.nlp("First we were told that 1,200 jobs would go. Then it was 1,800."), ())
    assert [(q.value, q.thing) for q in found] == [(1200.0, ("job",)), (1800.0, ("job",))]
    assert find_quantities(pipeline.nlp("The road was closed. Then it was 1,800."), ()) == ()


def test_a_number_names_the_quotation_that_gives_it(pipeline: Pipeline) -> None:
    text = "The army sent 300 men. The minister Ada Lorn said that 12 men had died."
    sent, died = annotate_article(Article("a", text), pipeline).quantities
    quotations = annotate_article(Article("a", text), pipeline).quotations
    assert sent.voice is None and died.voice in [q.id for q in quotations]


def test_a_number_after_a_name_may_only_label_it(pipeline: Pipeline) -> None:
    assert not find_quantities(pipeline.nlp("Flight 370 passengers waited, and so did those of Boeing 747."), ())
