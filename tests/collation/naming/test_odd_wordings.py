"""Wordings that a reader would find odd in an entry, each on invented reports: groups of two sizes, things and people under one
verb, what only leads to a description, what stands in a place."""

from collections.abc import Callable

from tests.collation.naming.test_groups import Named, texts
from tests.collation.naming.test_resolved import differs, member
from variorum.collation.naming.tolls import tolls
from variorum.records import AnnotatedArticle, Naming

Told = Callable[..., AnnotatedArticle]


def everything(found: dict[str, Naming]) -> set[str]:
    return {text for n in found.values() for text in texts(n)}


def test_numbers_that_one_report_gives_far_apart_are_of_two_groups(told: Told) -> None:
    one = told("a", "In Tressa 44 miners were hurt. Nine officers were hurt as well, the mayor said.")
    other = told("b", "In Tressa 40 workers were hurt, the mayor said.")
    [(_, row)] = tolls(
        (one, other), [differs(member(one, "44 miners"), member(one, "Nine officers"), member(other, "40 workers"))]
    )
    assert {p.text for p in row} == {"miners", "workers"}


def test_one_group_told_with_far_numbers_by_two_reports_is_one(told: Told) -> None:
    one = told("a", "In Tressa 44 miners were hurt, the mayor said.")
    other = told("b", "In Tressa 90 comrades were hurt, the union said.")
    [(_, row)] = tolls((one, other), [differs(member(one, "44 miners"), member(other, "90 comrades"))])
    assert {p.text for p in row} == {"miners", "comrades"}


def test_things_counted_are_no_people(told: Told) -> None:
    one = told("a", "The mayor counted 600 refugees in Tressa. Helpers brought 500 mattresses.")
    other = told("b", "The mayor counted 620 exiles in Tressa.")
    group = [member(one, "600 refugees"), member(one, "500 mattresses"), member(other, "620 exiles")]
    [(_, row)] = tolls((one, other), [differs(*group)])
    assert {p.text for p in row} == {"refugees", "exiles"}


def test_guns_that_are_fired_are_not_dismissed(told: Told, named: Named) -> None:
    fired = "Guards fired water cannon at the harbour of Tressa on Monday."
    other = told("b", "Of 480 clerks in Tressa 300 will be lost through retirement. Nobody was hurt on Monday.")
    assert not any(label.startswith("what happened") for label in named(told("a", fired), other, told("c", fired)))


def test_a_minister_who_is_fired_is_dismissed(told: Told, named: Named) -> None:
    one = told("a", "The king fired Interior Minister Ida Kern on Monday. Nobody was hurt.")
    other = told("b", "The king dismissed Interior Minister Ida Kern on Monday. Nobody was hurt.")
    assert {"fired", "dismissed"} <= everything(named(one, other))


def test_what_leads_to_a_description_is_no_part_of_it(told: Told, named: Named) -> None:
    one = told("a", "Ida Kern, until June 2019 the chief auditor of Orfel Bank, told Radio Tressa of it. She left.")
    other = told("b", "The brave whistleblower Ida Kern spoke on Monday. She left.")
    found = texts(named(one, other)["Ida Kern"])
    assert "brave whistleblower" in found
    assert not any("2019" in text for text in found)


def test_what_stands_before_is_no_part_of_a_description(told: Told, named: Named) -> None:
    one = told("a", "Among the dead is Major General Ida Kern, the office said. She left.")
    other = told("b", "The butcher Ida Kern is dead. She left.")
    assert texts(named(one, other)["Ida Kern"]) == {"Major General", "butcher"}


def test_an_age_in_a_description_stays(told: Told, named: Named) -> None:
    one = told("a", "Ida Kern, a 19-year-old student, spoke on Monday. She left.")
    other = told("b", "The brave whistleblower Ida Kern spoke on Monday. She left.")
    assert "19-year-old student" in texts(named(one, other)["Ida Kern"])


def test_one_of_a_group_is_not_the_group(told: Told, named: Named) -> None:
    one = told("a", "Three divers were killed in Tressa on Monday, the office said.")
    other = told("b", "One of the wounded carpenters was killed in Tressa on Monday, the office said.")
    third = told("c", "Three heroes were killed in Tressa on Monday, the office said.")
    found = everything(named(one, other, third))
    assert {"divers", "heroes"} <= found
    assert "wounded carpenters" not in found


def test_a_regime_of_something_is_no_government(told: Told, named: Named) -> None:
    one = told("a", "The government counted 600 people. The regime of silence at the bank goes on, she said.")
    other = told("b", "The government counted 700 people, the office said.")
    assert "regime of silence at the bank" not in everything(named(one, other))


def test_others_of_a_kind_are_not_the_ones_of_the_story(told: Told, named: Named) -> None:
    one = told("a", "The bosses of Orfel closed the mill on Monday. The bosses left.")
    other = told("b", "The management of Orfel closed the mill on Monday. Two other managers were seen at sea.")
    assert "other managers" not in everything(named(one, other))


def test_one_of_the_age_told_is_the_one_named_later(told: Told, named: Named) -> None:
    one = told("a", "Guards shot a 19-year-old apprentice in Tressa on Monday. Ida Kern died at once, the office said.")
    other = told("b", "The heroic rider Ida Kern, 19, died in Tressa on Monday.")
    third = told("c", "One of the hurt, a glazier of 19, died in Tressa on Monday.")
    found = {text.removesuffix(" of 19") for text in texts(named(one, other, third)["Ida Kern"])}
    assert {"19-year-old apprentice", "glazier"} <= found


def test_another_age_or_a_rate_is_nobody(told: Told, named: Named) -> None:
    one = told("a", "Guards shot a 44-year-old apprentice in Tressa. A worker of 19 per cent was told of. Ida Kern left.")
    other = told("b", "The heroic rider Ida Kern, 19, died in Tressa on Monday.")
    assert everything(named(one, other)).isdisjoint({"44-year-old apprentice", "worker"})


def test_an_office_told_with_a_verb_is_no_choice_beside_the_office(told: Told, named: Named) -> None:
    one = told("a", "Ida Kern, who heads the harbour office, left Tressa on Monday.")
    other = told("b", "The director Ida Kern left Tressa on Monday.")
    loose = told("c", "Harbour boss Ida Kern left Tressa on Monday.")
    assert "Ida Kern" not in named(one, other)
    assert any(text.startswith("who heads") for text in texts(named(one, loose)["Ida Kern"]))


def test_the_third_person_to_be_shot_is_no_description(told: Told, named: Named) -> None:
    one = told("a", "Ida Kern, 19, was shot on Monday. Kern is the third person to be shot in Tressa, the office said.")
    other = told("b", "The heroic rider Ida Kern was shot on Monday. She died.")
    third = told("c", "The student Ida Kern was shot on Monday. She died.")
    found = texts(named(one, other, third)["Ida Kern"])
    assert {"heroic rider", "student"} <= found
    assert "third person" not in found
