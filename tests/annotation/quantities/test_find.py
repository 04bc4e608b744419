"""Quantities: invented sentences with the value, hedge, interval, unit and thing that a reader would give them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.nlp import Pipeline
from variorum.annotation.quantities.find import find_quantities
from variorum.annotation.times.find import find_times
from variorum.records import Published, Quantity

WEDNESDAY = Published("2018-03-07", "day", "metadata", "2018-03-07", "2018-03-07")

# sentence with the number in [brackets] and what it counts in {braces}; value; hedge; low; high; unit; thing
TABLE = """
The coalition has [74] {countries}.|74||74|74||country
The cart of the [180-pound] {man} broke.|180||180|180|lb|man
They dropped a [500-pound] {bomb} on the mill.|500||500|500|lb|bomb
Rangers found [12 pounds] of {resin}.|12||12|12|lb|resin
He got a [40-pound] {fine}.|40||40|40|GBP|fine
They gave [300 pounds] of {public money}.|300||300|300|GBP|public money
There are [about 9,000] {Palen troops} in Oruba.|9000|about|6750|11250||palen troop
There are [over 5,000] {foreign soldiers} in Oruba.|5000|over|5000|||foreign soldier
[At least 45] {people} were killed.|45|at_least|45|||people
{Wind} on the pass [topped 40 knots].|40|over|40||knot|wind
[No fewer than 300] {houses} burned.|300|at_least|300|||house
[Up to 3 million] {people} may lose their homes.|3000000|up_to||3000000||people
[As many as 30] {tanks} were lost.|30|up_to||30||tank
[Fewer than 100] {cases} were recorded.|100|under||100||case
[Nearly 400] {villagers} left.|400|nearly|300|400||villager
[Almost 80] {miners} were rescued.|80|nearly|60|80||miner
[Some 200] {fighters} surrendered.|200|about|150|250||fighter
[An estimated 40,000] {marchers} filled the square.|40000|about|30000|50000||marcher
[Roughly 1,200] {workers} went on strike.|1200|about|900|1500||worker
The rebels hold [more than 60] {villages}.|60|over|60|||village
The rebels hold [well over 60] {villages}.|60|over|60|||village
[Forty-five] {sailors} drowned.|45||45|45||sailor
[Two hundred and fifty] {sailors} drowned.|250||250|250||sailor
[Twelve thousand] {pilgrims} came.|12000||12000|12000||pilgrim
[A dozen] {ships} sank.|12||12|12||ship
[More than a dozen] {civilians} died.|12|over|12|||civilian
[Two dozen] {soldiers} died.|24||24|24||soldier
[Half a million] {votes} were lost.|500000||500000|500000||vote
[One and a half million] {refugees} fled.|1500000||1500000|1500000||refugee
[2.5 million] {refugees} fled.|2500000||2500000|2500000||refugee
[Dozens] of {houses} burned.|24|between|24|120||house
[Hundreds] of {villagers} fled.|200|between|200|1000||villager
[Hundreds of thousands] of {refugees} fled.|200000|between|200000|1000000||refugee
[Tens of thousands] of {marchers} came.|20000|between|20000|100000||marcher
[Scores] of {miners} were trapped.|40|between|40|200||miner
[A few] {guns} were found.|3|about|2|6||gun
[Several] {guns} were found.|3|about|3|10||gun
[A handful] of {guards} stayed.|3|about|2|6||guard
[Between 4,000 and 5,000] {marchers} came.|4500|between|4000|5000||marcher
[200 to 300] {fighters} surrendered.|250|between|200|300||fighter
[10-15] {units} surrendered.|12.5|between|10|15||unit
[Two or three] {boats} sank.|2.5|between|2|3||boat
[5 to 7 million] {people} voted.|6000000|between|5000000|7000000||people
They signed a [$2 billion] {arms deal}.|2000000000||2000000000|2000000000|USD|arm deal
They sent [$5 million] in {aid}.|5000000||5000000|5000000|USD|aid
The state owes [€20bn].|20000000000||20000000000|20000000000|EUR|
The state owes [more than £300m].|300000000|over|300000000||GBP|
The state owes [40 million euros].|40000000||40000000|40000000|EUR|
The state owes [$5-7 million].|6000000|between|5000000|7000000|USD|
The {bridge} cost [A$3 million].|3000000||3000000|3000000|AUD|bridge
[20 percent] of {voters} stayed home.|20||20|20|percent|voter
[About 40 per cent] of {farms} are dry.|40|about|30|50|percent|farm
[3.5%] of {farms} are dry.|3.5||3.5|3.5|percent|farm
{Output} rose [5 percent].|5||5|5|percent|output
{Output} rose [between 5 and 6 percent].|5.5|between|5|6|percent|output
[Two-thirds] of {voters} stayed home.|66.666667||66.666667|66.666667|percent|voter
[Nearly half] of the {residents} left.|50|nearly|37.5|50|percent|resident
[A quarter] of the {farms} are dry.|25||25|25|percent|farm
The {road} is [30 kilometres] long.|30||30|30|km|road
The {lake} covers [200 square miles].|200||200|200|square mile|lake
The port shipped [3,000 tonnes] of {grain}.|3000||3000|3000|tonne|grain
The toll is high: the {death toll} rose to [60].|60||60|60||death toll
The number of {prisoners} is put at [2,000].|2000||2000|2000||prisoner
[At least 45] were killed.|45|at_least|45|||people
The blast killed [12] and left the town in ruins.|12||12|12||people
The list names [45] {members of parliament}.|45||45|45||parliament member
The crash left [12] {dead}.|12||12|12||dead
There are [30 or more] {wells}.|30|at_least|30|||well
There are [30 or so] {wells}.|30|about|22.5|37.5||well
They signed a {treaty} worth [an estimated $5 million].|5000000|about|3750000|6250000|USD|treaty
{Death toll} in Oruba quake climbs to [1,250]|1250||1250|1250||death toll
Organisers put the {crowd} at [50,000].|50000||50000|50000||crowd
The number of {foreign troops} has fallen to [about 5,000].|5000|about|3750|6250||foreign troop
[Three in four] {voters} backed the deal.|75||75|75|percent|voter
[One in five] {children} is hungry.|20||20|20|percent|child
The bloc has [28] {member states}.|28||28|28||member state
[Hundreds] {dead} after dam bursts|200|between|200|1000||dead
Only [about 900] {vans} were left.|900|about|675|1125||van
Only [one] {soldier} died.|1||1|1||soldier
The [two] {sides} met in Palen.|2||2|2||side
They saw [a single] {van} at the bridge.|1||1|1||van
[Hardly 200] {miners} stayed.|200|up_to||200||miner
A quake of magnitude [6.8] struck Palen.|6.8||6.8|6.8||magnitude
There was [half a metre] of {snow}.|0.5||0.5|0.5|m|snow
"""


def unmarked(line: str) -> tuple[str, tuple[int, int], tuple[int, int] | None]:
    """The sentence without its marks, the span of the number and that of what it counts."""
    text, opened = "", {"[": 0, "{": 0}
    spans: dict[str, tuple[int, int]] = {}
    for character in line:
        if character in "[{":
            opened[character] = len(text)
        elif character in "]}":
            start = "[" if character == "]" else "{"
            spans[start] = (opened[start], len(text))
        else:
            text += character
    return text, spans["["], spans.get("{")


def rows(table: str) -> list[list[str]]:
    return [line.split("|") for line in table.strip().splitlines()]


def number(cell: str) -> float | None:
    return float(cell) if cell else None


def quantities_of(pipeline: Pipeline, text: str) -> tuple[Quantity, ...]:
    doc = pipeline.nlp(text)
    return find_quantities(doc, find_times(doc, WEDNESDAY))


@pytest.mark.parametrize("row", rows(TABLE), ids=lambda row: row[0])
def test_number(pipeline: Pipeline, row: list[str]) -> None:
    line, value, hedge, low, high, unit, thing = row
    text, span, of = unmarked(line)
    found = quantities_of(pipeline, text)
    assert [((q.start, q.end), q.value, q.hedge or "") for q in found] == [(span, float(value), hedge)]
    assert (found[0].low, found[0].high, found[0].unit or "") == (number(low), number(high), unit)
    assert (found[0].of, found[0].thing) == (of, tuple(thing.split()))


@pytest.mark.parametrize(
    "text",
    [
        "Flight 370 left gate 12 for Room 5.",
        "The S-400 and the F-16 flew over.",
        "The Boeing 747 landed.",
        "Call 555-1234 for help.",
        "They won 3-1 and then 2:1.",
        "The third man and the 21st guest left.",
        "It happened on 5 May 2014 at 10:30 a.m.",
        "Ana Bel, 45, said nothing.",
        "A 17-year-old boy ran away.",
        "The talks lasted three days.",
        "The 1975 Palen Agreement holds.",
        "Article 5 of Resolution 2231 applies.",
        "One of the leaders spoke, and no one listened.",
        "Not a single word fell, and a single mother left.",
        "The 9/11 law was passed in the 1980s.",
        "Version 3.8.0 was released.",
        "The shop in the 1200 block of Palen Street closed after a 911 call.",
        "He found 46-year old Ana Bel there.",
        "The house at 953 Harbour Street burned.",
        "",
    ],
)
def test_no_quantity_where_nothing_is_counted(pipeline: Pipeline, text: str) -> None:
    assert quantities_of(pipeline, text) == ()


def test_change_and_its_result_are_two_numbers(pipeline: Pipeline) -> None:
    found = quantities_of(pipeline, "Profit rose 5 percent to 20 million euros.")
    assert [(q.value, q.unit) for q in found] == [(5.0, "percent"), (20000000.0, "EUR")]


def test_what_a_price_rose_from_and_to_are_two_sums(pipeline: Pipeline) -> None:
    found = quantities_of(pipeline, "The port raised its fee from $2.40 to $3.10.")
    assert [(q.value, q.unit) for q in found] == [(2.4, "USD"), (3.1, "USD")]


def test_far_lower_points_back(pipeline: Pipeline) -> None:
    first, second = quantities_of(
        pipeline, "There are about 9,000 Palen troops in Oruba. The ministry, though, puts the number at far lower."
    )
    assert (second.value, second.hedge, second.low, second.high) == (9000.0, "far_below", None, 6000.0)
    assert second.thing == first.thing == ("palen", "troop")


def test_far_lower_without_a_number_before_is_left_out(pipeline: Pipeline) -> None:
    assert quantities_of(pipeline, "The ministry puts the number at far lower.") == ()


def test_far_below_with_its_own_number(pipeline: Pipeline) -> None:
    (found,) = quantities_of(pipeline, "The army has far fewer than 9,000 soldiers.")
    assert (found.hedge, found.value, found.low, found.high) == ("far_below", 9000.0, None, 6000.0)


def test_two_numbers_in_one_clause(pipeline: Pipeline) -> None:
    found = quantities_of(pipeline, "At least 45 people were killed and more than 200 injured.")
    assert [(q.value, q.thing) for q in found] == [(45.0, ("people",)), (200.0, ("injured",))]


def test_time_of_the_same_clause(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("The fleet lost 12 ships in 2014. It now has 30 ships.")
    times = find_times(doc, WEDNESDAY)
    lost, has = find_quantities(doc, times)
    assert [t.value for t in times if t.id == lost.time] == ["2014"]
    assert [t.value for t in times if t.id == has.time] == ["PRESENT_REF"]


def test_time_goes_to_the_nearer_of_two_rivals(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("The army has 5,200 troops in the country, against 9,000 a year ago.")
    times = find_times(doc, WEDNESDAY)
    now, then = find_quantities(doc, times)
    assert (now.time, then.time) == (None, times[0].id)
    assert then.thing == now.thing == ("troop",)


def test_part_and_whole_are_told_apart(pipeline: Pipeline) -> None:
    found = quantities_of(pipeline, "Of the 300 passengers, 45 were children.")
    assert [(q.value, q.thing) for q in found] == [(300.0, ("passenger",)), (45.0, ("child",))]


def test_far_higher_than_a_number_is_no_pointer(pipeline: Pipeline) -> None:
    found = quantities_of(pipeline, "Officials put the death toll at 1,250, far higher than the 300 reported earlier.")
    assert [(q.value, q.hedge) for q in found] == [(1250.0, None), (300.0, None)]


def test_time_of_another_clause_is_not_taken(pipeline: Pipeline) -> None:
    (found,) = quantities_of(pipeline, "The minister said on Friday that 30 ships had been sold.")
    assert found.time is None


@pytest.mark.parametrize("text", ["9" * 1000 + " people", "1," * 400, "$" * 50 + "5", "-5 000 000 x 10^99", "½½½", "٣٤ people"])
def test_odd_input_does_not_break(pipeline: Pipeline, text: str) -> None:
    assert all(q.start < q.end for q in quantities_of(pipeline, text))


def test_number_of_a_thousand_digits_is_refused(pipeline: Pipeline) -> None:
    assert quantities_of(pipeline, "The mint counted " + "9" * 1000 + " coins.") == ()


PIECES = st.sampled_from(
    [
        "about 9,000", "troops", "between", "4", "and", "5 million", "$", "€20bn", "percent", "of", "the", "far lower",
        "hundreds of thousands", "the number", "puts", "killed", "a dozen", "half", "two-thirds", "at least", "or so", "one",
        ",", ".", "\n\n", "in 2014", "S-400", "1/2", "-", "“", "kilometres", "more than",
    ]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES, max_size=14), st.dates(date(1990, 1, 1), date(2030, 12, 31)))
def test_spans_and_intervals_always_fit(pipeline: Pipeline, pieces: list[str], day: date) -> None:
    text = " ".join(pieces)
    doc = pipeline.nlp(text)
    times = find_times(doc, Published(day.isoformat(), "day", "metadata", day.isoformat(), day.isoformat()))
    found = find_quantities(doc, times)
    assert found == find_quantities(doc, times)
    for quantity, after in zip(found, [*found[1:], None], strict=False):
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert after is None or quantity.end <= after.start
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.of is None or text[slice(*quantity.of)].strip()
        assert quantity.time in (None, *(t.id for t in times))


def test_years_under_an_age_count_nobody(pipeline: Pipeline) -> None:
    text = "At least 31 children under the age of five have coughed."
    assert [q.value for q in quantities_of(pipeline, text)] == [31]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Nine miners died; the oldest was 58 and the youngest 19.", [9]),
        ("The clinic said the oldest patient was 71.", []),
        ("Four skiers died. The eldest was 64, the youngest just 11.", [4]),
        ("Officials reported nine deaths, the oldest victim 58 and the youngest 19.", [9]),
        ("The oldest was over 90, and the youngest cannot have been more than 12.", []),
        ("Thirty hostages, ranging in age from 17 to 62, were freed.", [30]),
        ("The oldest fleet was 58 ships strong.", [58]),
        ("She was the youngest of five sisters, and the oldest had 12 children.", [5, 12]),
        ("The oldest of the three reactors has 212 fuel rods.", [3, 212]),
        ("The largest group was 58 and the smallest 19.", [58, 19]),
        ("The oldest of the towers was 40 metres high.", [40]),
    ],
)
def test_the_age_of_the_oldest_counts_nobody(pipeline: Pipeline, text: str, values: list[float]) -> None:
    assert [q.value for q in quantities_of(pipeline, text)] == values
