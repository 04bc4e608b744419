"""People called by a loose word for their office or by what befell them, and the nouns and forces found beside them."""

from collections.abc import Callable

from variorum.collation.naming.happenings import is_other
from variorum.collation.naming.phrases import phrases_of
from variorum.records import AnnotatedArticle, Naming

Told = Callable[..., AnnotatedArticle]
Named = Callable[..., dict[str, Naming]]

WIRE = "President Oren Talk of Velmar met farmers in Olmar on Monday, his office said."


def texts(naming: Naming) -> set[str]:
    return {t.text for t in naming.terms}


def test_a_loose_word_for_a_ruler_means_the_one_president_whom_the_report_names(told: Told, named: Named) -> None:
    other = told("b", "Oren Talk, the president of Velmar, met farmers on Monday. They gave the tyrant a goat, the union said.")
    assert "tyrant" in texts(named(told("a", WIRE), other)["Oren Talk"])


def test_a_loose_word_for_a_ruler_means_no_minister(told: Told, named: Named) -> None:
    wire = told("a", "Farm Minister Oren Talk met farmers in Olmar on Monday, his office said.")
    other = told("b", "Oren Talk, the farm minister, met farmers on Monday. They gave the tyrant a goat, the union said.")
    assert all("tyrant" not in texts(n) for n in named(wire, other).values())


def test_a_ruler_of_another_land_is_not_the_one_named(told: Told, named: Named) -> None:
    wire = told("a", "French President Oren Talk met farmers in Paris on Monday, his office said.")
    other = told("b", "Oren Talk, the French president, met farmers on Monday. The German tyrant sent a goat, the union said.")
    assert all("German tyrant" not in texts(n) for n in named(wire, other).values())


def test_of_two_people_named_with_such_an_office_neither_is_meant(told: Told, named: Named) -> None:
    text = "King Aldo Brisk met President Oren Talk on Monday. In the evening the despot ate a goat, the union said."
    assert all("despot" not in texts(n) for n in named(told("a", WIRE), told("b", text)).values())


def test_what_befell_somebody_tells_whom_a_loose_word_means(told: Told, named: Named) -> None:
    wire = told("a", "The board dismissed Ida Kern, the chief executive of Olm Bank, on Monday, it said.")
    other = told(
        "b",
        "The board sacked chief executive Ida Kern on Monday. Chairman Jon Hale spoke of a fresh start. "
        "In Olmar the sacked boss watered her roses, neighbours said.",
    )
    assert "sacked boss" in texts(named(wire, other)["Ida Kern"])


def test_a_bare_verb_behind_an_article_is_a_noun(told: Told, named: Named) -> None:
    one = told("a", "The raid on Olmar began at noon on Monday, the ministry said. It condemned the raid.")
    other = told("b", "Ten people died in an air strike on Olmar at noon on Monday, medics said. They condemned the massacre.")
    third = told("c", "The attack on Olmar lasted an hour on Monday, witnesses said. Nobody expected an air strike on Olmar.")
    assert any("air strike" in texts(n) for n in named(one, other, third).values())


def test_the_deadliest_such_raid_is_the_one_that_is_told(told: Told) -> None:
    article = told("a", "Ten people died on Monday in the deadliest such raid on Olmar in years, the ministry said.")
    assert [is_other(p) for p in phrases_of(article, frozenset({"raid"}))] == [False]


def test_any_such_raid_is_another(told: Told) -> None:
    article = told("a", "Ten people died at Olmar on Monday. The army will answer any such raid, the ministry said.")
    assert all(is_other(p) for p in phrases_of(article, frozenset({"raid"})))


def test_foreign_troops_are_those_of_the_land_whose_forces_most_reports_tell_of(told: Told, named: Named) -> None:
    one = told("a", "France called the French soldiers home from Olmar on Monday. The French troops wept, the ministry said.")
    other = told("b", "France called its troops home on Monday. The French soldiers left Olmar at noon, witnesses said.")
    third = told("c", "The occupation force left Olmar on Monday, state radio said. Foreign troops had been there for years.")
    rows = [texts(n) for n in named(one, other, third).values()]
    assert any("occupation force" in row and "French soldiers" in row for row in rows)


def test_soldiers_withdrawn_from_a_land_are_not_its_own(told: Told, named: Named) -> None:
    one = told("a", "France will withdraw its soldiers from Spain in May, the ministry said on Monday.")
    other = told("b", "The Spanish army held a parade in Madrid on Monday, the mayor said. The Spanish troops marched well.")
    assert all(not {"soldiers", "Spanish army"} <= texts(n) for n in named(one, other).values())
