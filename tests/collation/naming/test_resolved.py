"""Names told by what other reports say: rebels without a body, forces of a land, counts that differ."""

from collections.abc import Callable

from variorum.collation.naming.tolls import tolls
from variorum.records import AnnotatedArticle, Disagreement, Naming
from variorum.records.provenance import Provenance
from variorum.records.story import DisagreementMember

Told = Callable[..., AnnotatedArticle]
Named = Callable[..., dict[str, Naming]]


def texts(naming: Naming) -> set[str]:
    return {t.text for t in naming.terms}


def member(article: AnnotatedArticle, exact: str) -> DisagreementMember:
    start = article.text.index(exact)
    return DisagreementMember(article.id, start, start + len(exact), exact, exact, None)


def differs(*members: DisagreementMember) -> Disagreement:
    return Disagreement("d", "figure", "people", members, "conflict", Provenance("test", None, ""))


def test_an_office_that_two_people_hold_stands_under_neither(told: Told, named: Named) -> None:
    one = told(
        "a",
        "Ida Kern, the night gardener of Olmar, cut it on Monday. Careless gardener Ida Kern slept, all said.",
    )
    other = told("b", "Jon Hale, the night gardener of Tressa, slept on Monday. Lazy gardener Jon Hale slept, neighbours said.")
    third = told("c", "The hedge fell on Monday. The night gardener has been sent home, the council said.")
    assert all(t.article != "c" for n in named(one, other, third).values() for t in n.terms)


def test_an_official_of_a_land_may_be_anybody(told: Told, named: Named) -> None:
    one = told("a", "Ida Kern, an official of Averia, cut it on Monday. The Averian gardener Ida Kern slept, all said.")
    other = told("b", "Jon Hale spoke in Tressa on Monday. The Averian gardener was about to leave, he said.")
    assert all(t.article != "b" or "gardener" not in t.exact for n in named(one, other).values() for t in n.terms)


def test_words_that_open_a_sentence_before_a_full_name_describe_its_bearer(told: Told, named: Named) -> None:
    one = told("a", "The board met in Olmar.\n\nSofa fat cat Ida Kern left on Monday, the union said.")
    other = told("b", "Ida Kern, the chief executive of the works, left Olmar on Monday, the board said.")
    assert {"Sofa fat cat", "chief executive of the works"} <= texts(named(one, other)["Ida Kern"])


def test_those_who_rise_have_many_names_where_no_body_is_named(told: Told, named: Named) -> None:
    one = told("a", "The mutineers held the radio of Olmar until noon on Monday, the ministry said.")
    other = told("b", "The traitors held the radio of Olmar on Monday. The plotters fled at noon, the palace said.")
    assert {"mutineers", "traitors", "plotters"} <= texts(named(one, other)["the rebels"])


def test_state_forces_are_no_rebels(told: Told, named: Named) -> None:
    one = told(
        "a", "The mutineers held the radio of Olmar until noon on Monday. The armed forces stayed calm, the ministry said."
    )
    other = told("b", "The rebels held the radio of Olmar on Monday. The defence forces stayed calm, the palace said.")
    assert texts(named(one, other)["the rebels"]) == {"mutineers", "rebels"}


def test_people_counted_differently_are_one_group(told: Told) -> None:
    one = told("a", "The army arrested 38 mutineers in Olmar on Monday, the ministry said.")
    other = told("b", "The army arrested 140 officers in Olmar on Monday, the palace said.")
    rows = tolls((one, other), [differs(member(one, "38 mutineers"), member(other, "140 officers"))])
    assert [{p.text for p in row} for _, row in rows] == [{"mutineers", "officers"}]


def test_civilians_and_fighters_set_side_by_side_are_two_groups(told: Told) -> None:
    one = told("a", "The shelling of Olmar killed 12 civilians on Monday, the mayor said.")
    other = told("b", "The shelling of Olmar killed 30 rebels on Monday, the ministry said.")
    assert tolls((one, other), [differs(member(one, "12 civilians"), member(other, "30 rebels"))]) == []


def test_bare_occupiers_are_the_forces_of_the_land_told_before(told: Told, named: Named) -> None:
    one = told("a", "The Veldian occupation contingent left Olmar on Monday. Parliament had asked the occupiers to go.")
    other = told("b", "The Veldian soldiers left Olmar on Monday, the ministry in Veldia said.")
    found = [texts(n) for n in named(one, other).values()]
    assert any({"Veldian occupation contingent", "occupiers", "Veldian soldiers"} <= terms for terms in found)


def test_the_police_are_none_of_the_attackers_counted_beside_them(told: Told) -> None:
    one = told("a", "Three attackers died in Olmar on Monday, and 12 police officers were hurt, the mayor said.")
    other = told("b", "About 30 gunmen died in Olmar on Monday, the ministry said.")
    pairs = [
        (member(one, "Three attackers"), member(one, "12 police officers")),
        (member(one, "Three attackers"), member(other, "30 gunmen")),
    ]
    rows = tolls((one, other), [differs(*pair) for pair in pairs])
    assert [{p.text for p in row} for _, row in rows] == [{"attackers", "gunmen"}]
