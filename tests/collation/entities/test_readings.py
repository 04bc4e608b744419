"""Names that one report misreads, on reports annotated by hand as a hasty reader would."""

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from variorum.collation.entities.find import merge_entities
from variorum.records.annotation import AnnotatedArticle

Drafts = Callable[..., Any]


def one(draft: Drafts, article: str, text: str, name: str, kind: str, *also: str, **more: Any) -> AnnotatedArticle:
    report = draft(article, text)
    report.entity(name, kind, *also, **more)
    return report.done()


def groups(*articles: AnnotatedArticle) -> list[list[str]]:
    return sorted(list(e.members) for e in merge_entities(articles))


def test_a_name_with_an_article_is_no_person_but_the_body_of_that_noun(draft: Drafts) -> None:
    full = one(draft, "a", "It stood in the Olmar Herald.", "Olmar Herald", "organisation")
    short = one(draft, "b", "He spoke to the Herald.", "Herald", "person")
    assert groups(full, short) == [["a/e1", "b/e1"]]
    bare = one(draft, "c", "Yesterday Herald spoke.", "Herald", "person")
    assert groups(full, bare) == [["a/e1"], ["c/e1"]]


def test_a_noun_for_a_body_before_a_name_tells_the_body(draft: Drafts) -> None:
    full = one(draft, "a", "It came from Halden Maritime.", "Halden Maritime", "organisation")
    yard = one(draft, "b", "It came from the shipyard Halden.", "Halden", "place")
    town = one(draft, "c", "It rained in Halden.", "Halden", "place")
    assert groups(full, yard) == [["a/e1", "b/e1"]]
    assert groups(full, town) == [["a/e1"], ["c/e1"]]


def test_a_ship_called_lady_is_a_ship(draft: Drafts) -> None:
    ships = [one(draft, i, "They found Lady Ambra at dusk.", "Lady Ambra", "work") for i in "ab"]
    report = draft("c", "The ferry Lady Ambra sank.")
    report.entity("Ambra", "person", roles=("Lady",))
    report.mentions[0] = dataclasses.replace(report.mentions[0], start=0)
    assert groups(*ships, report.done()) == [["a/e1", "b/e1", "c/e1"]]


def test_a_land_run_together_with_a_full_name_is_the_person(draft: Drafts) -> None:
    named = one(draft, "a", "Minister Ilka Brandt spoke.", "Ilka Brandt", "person", roles=("Minister",))
    joined = one(draft, "b", "Ruvania Ilka Brandt spoke.", "Ruvania Ilka Brandt", "organisation")
    stadium = one(draft, "c", "Stadium Ilka Brandt is full.", "Stadium Ilka Brandt", "place")
    assert groups(named, joined, stadium) == [["a/e1", "b/e1"], ["c/e1"]]


def test_words_of_a_headline_behind_a_full_name_are_no_part_of_it(draft: Drafts) -> None:
    named = one(draft, "a", "Ilka Brandt spoke.", "Ilka Brandt", "person")
    headline = one(draft, "b", "Ilka Brandt Steps Down", "Ilka Brandt Steps Down", "person")
    assert groups(named, headline) == [["a/e1", "b/e1"]]


def test_a_bare_given_name_taken_for_a_place_is_its_only_bearer(draft: Drafts) -> None:
    named = one(draft, "a", "Matteo Arven scored.", "Matteo Arven", "person")
    bare = one(draft, "b", "Forza Matteo!", "Matteo", "place")
    assert groups(named, bare) == [["a/e1", "b/e1"]]
    other = one(draft, "c", "Matteo Lunt scored too.", "Matteo Lunt", "person")
    assert groups(named, bare, other) == [["a/e1"], ["b/e1"], ["c/e1"]]


def test_a_name_before_a_noun_only_describes_it(draft: Drafts) -> None:
    full = one(draft, "a", "Corvane Pledge denied it.", "Corvane Pledge", "organisation")
    report = draft("b", "Smoke rose over the Corvane depot.")
    report.entity("Corvane", "person")
    report.entity("the Corvane depot", "place", named=False)
    merged = {e.members: e.type for e in merge_entities([full, report.done()])}
    assert merged["b/e1",] == "person"


def test_a_generation_is_left_out_where_no_report_tells_of_two(draft: Drafts) -> None:
    third = one(draft, "a", "Robert S. Vance III spoke.", "Robert S. Vance III", "person")
    plain = one(draft, "b", "Robert Vance spoke.", "Robert Vance", "person")
    assert groups(third, plain) == [["a/e1", "b/e1"]]
    both = draft("c", "Robert Vance and Robert Vance III spoke.")
    both.entity("Robert Vance", "person")
    both.entity("Robert Vance III", "person")
    assert ["c/e1", "c/e2"] not in groups(both.done())


def test_forms_of_address_and_pronouns_tell_which_bearer_of_a_surname(draft: Drafts) -> None:
    couple = draft("a", "Melina Varga and Dario Varga came.")
    couple.entity("Melina Varga", "person")
    couple.entity("Dario Varga", "person")
    bare = one(draft, "b", "Mr. Varga left.", "Varga", "person", "Mr. Varga")
    assert groups(couple.done(), bare) == [["a/e1"], ["a/e2", "b/e1"]]


def test_a_noun_for_people_before_a_name_is_no_given_name(draft: Drafts) -> None:
    full = one(draft, "a", "Livia Mirren spoke.", "Livia Mirren", "person")
    told = one(draft, "b", "Daughter Livia wept.", "Daughter Livia", "person")
    assert groups(full, told) == [["a/e1", "b/e1"]]


def test_a_body_that_leaves_out_a_word_of_its_name_is_the_same(draft: Drafts) -> None:
    full = one(draft, "a", "The Highland Liberation Front spoke.", "Highland Liberation Front", "organisation")
    short = one(draft, "b", "There is no Highland Front.", "Highland Front", "place")
    assert groups(full, short) == [["a/e1", "b/e1"]]
    third = one(draft, "c", "The Highland People's Front spoke.", "Highland People's Front", "organisation")
    assert ["b/e1"] in groups(full, short, third)


def test_a_short_name_that_reports_declare_is_that_of_the_company(draft: Drafts) -> None:
    reports = [one(draft, i, "Solenne Airways fell. Solenne rose.", "Solenne Airways", "organisation", "Solenne") for i in "ab"]
    actor = one(draft, "c", "Solenne announced it.", "Solenne", "government")
    assert groups(*reports, actor) == [["a/e1", "b/e1", "c/e1"]]


def test_words_of_an_office_before_a_surname_are_no_part_of_the_name(draft: Drafts) -> None:
    full = one(draft, "a", "Harbour Minister Ilka Brandt spoke.", "Ilka Brandt", "person", roles=("Harbour Minister",))
    cut = one(draft, "b", "So said the Minister of Harbours Brandt.", "Harbours Brandt", "other")
    assert groups(full, cut) == [["a/e1", "b/e1"]]
    town = one(draft, "c", "So said the Minister of Port Varn.", "Port Varn", "place")
    assert groups(full, town) == [["a/e1"], ["c/e1"]]


def test_a_noun_run_together_with_a_name_that_two_reports_give_in_full_is_cut_off(draft: Drafts) -> None:
    full = [one(draft, i, "Ilka Brandt spoke.", "Ilka Brandt", "person") for i in "ab"]
    title = one(draft, "c", "So said the Shield of the Homeland Ilka Brandt.", "Homeland Ilka Brandt", "organisation")
    assert groups(*full, title) == [["a/e1", "b/e1", "c/e1"]]
    camp = one(draft, "d", "They slept in Camp Ilka Brandt.", "Camp Ilka Brandt", "place")
    assert groups(*full, camp) == [["a/e1", "b/e1"], ["d/e1"]]


def test_a_describing_word_before_a_name_of_other_reports_is_cut_off(draft: Drafts) -> None:
    land = one(draft, "a", "It snowed in Ruvania.", "Ruvania", "place")
    told = one(draft, "b", "They fled to Shameless Ruvania at once.", "Shameless Ruvania", "place")
    union = one(draft, "c", "They flew with United Ruvania.", "United Ruvania", "organisation")
    assert groups(land, told, union) == [["a/e1", "b/e1"], ["c/e1"]]


def test_a_company_that_one_report_reads_as_a_person_is_told_by_what_it_owns(draft: Drafts) -> None:
    full = one(draft, "a", "Ostrel Foods was fined.", "Ostrel Foods", "organisation")
    bare = one(draft, "b", "Ostrel's shares fell.", "Ostrel", "person")
    product = one(draft, "c", "They recalled Ostrel Gold.", "Ostrel Gold", "person")
    found = {e.members: e.type for e in merge_entities([full, bare, product])}
    assert found == {("a/e1", "b/e1"): "organisation", ("c/e1",): "work"}


def test_a_town_that_is_also_a_company_stays_a_town(draft: Drafts) -> None:
    full = one(draft, "a", "Ostrel Foods was fined.", "Ostrel Foods", "organisation")
    town = one(draft, "b", "Snow fell in Ostrel.", "Ostrel", "place")
    assert groups(full, town) == [["a/e1"], ["b/e1"]]


def test_a_land_read_as_a_person_is_told_by_its_demonym(draft: Drafts) -> None:
    report = draft("a", "The Ruvanian army moved.")
    report.entity("Ruvanian army", "group", named=False)
    land = one(draft, "b", "All of Ruvania slept.", "Ruvania", "place")
    misread = one(draft, "c", "Then Ruvania slept.", "Ruvania", "person")
    assert ["b/e1", "c/e1"] in groups(report.done(), land, misread)


def test_this_newspaper_is_the_outlet_whose_report_it_is(draft: Drafts) -> None:
    full = one(draft, "a", "So wrote the Olmar Herald.", "Olmar Herald", "organisation")
    own = one(draft, "b", "She told this newspaper so.", "this newspaper", "organisation", named=False)
    assert groups(full, dataclasses.replace(own, outlet="Olmar Herald")) == [["a/e1", "b/e1"]]
    assert groups(full, dataclasses.replace(own, outlet="Tarn Echo")) == [["a/e1"], ["b/e1"]]
    short = one(draft, "c", "She told the Herald so.", "Herald", "government")
    assert groups(full, dataclasses.replace(short, outlet="Olmar Herald")) == [["a/e1", "c/e1"]]


def test_a_month_a_shouted_word_and_a_comrade_are_no_part_of_a_name(draft: Drafts) -> None:
    town = one(draft, "a", "It rained in Nadrek.", "Nadrek", "place")
    month = one(draft, "b", "Already in May Nadrek had asked.", "May Nadrek", "person")
    shout = one(draft, "c", "They love HERO Nadrek here.", "HERO Nadrek", "person")
    assert groups(town, month) == [["a/e1", "b/e1"]] and groups(town, shout) == [["a/e1", "c/e1"]]
    full = one(draft, "a", "Ilka Brandt spoke.", "Ilka Brandt", "person")
    comrade = one(draft, "b", "Comrade Brandt spoke.", "Comrade Brandt", "person")
    assert groups(full, comrade) == [["a/e1", "b/e1"]]


def test_a_name_built_on_a_noun_for_a_body_is_no_person_where_another_report_knows_it(draft: Drafts) -> None:
    body = one(draft, "a", "The Red Quay League met.", "Red Quay League", "organisation")
    leader = one(draft, "b", "A leader of the Red Quay League spoke.", "Red Quay League", "person", roles=("leader",))
    assert groups(body, leader) == [["a/e1", "b/e1"]]
    unknown = one(draft, "c", "Then Ilka Quay League spoke.", "Ilka Quay League", "person")
    assert groups(body, unknown) == [["a/e1"], ["c/e1"]]


def test_a_noun_for_a_trade_before_the_first_word_of_a_firms_name_is_the_firm(draft: Drafts) -> None:
    firm = one(draft, "a", "It came from Sorvall Cruises.", "Sorvall Cruises", "organisation")
    short = one(draft, "b", "It came from the shipowner Sorvall.", "Sorvall", "person", roles=("shipowner",))
    man = one(draft, "c", "It came from the shipowner Verrick.", "Verrick", "person", roles=("shipowner",))
    assert groups(firm, short, man) == [["a/e1", "b/e1"], ["c/e1"]]


def test_a_plural_name_with_the_article_is_a_group(draft: Drafts) -> None:
    place = one(draft, "a", "The Quaymen are few.", "Quaymen", "place")
    rule = one(draft, "b", "They blame the Quaymen.", "Quaymen", "government")
    assert [e.type for e in merge_entities([place, rule])] == ["group"]
    lone = [one(draft, i, f"They went to {n}.", n, "place") for i, n in (("c", "Quayham"), ("d", "Quayham"))]
    assert {e.type for e in merge_entities(lone)} == {"place"}


def test_an_office_written_large_is_who_holds_it(draft: Drafts) -> None:
    named = one(draft, "a", "The harbour secretary Ilka Brandt wrote.", "Ilka Brandt", "person", roles=("harbour secretary",))
    large = one(draft, "b", "They read the Harbour Secretary twice.", "Harbour Secretary", "other")
    other = one(draft, "c", "They read the Harbour Gazette twice.", "Harbour Gazette", "other")
    assert groups(named, large, other) == [["a/e1", "b/e1"], ["c/e1"]]


def test_a_shouted_pronoun_is_no_surname(draft: Drafts) -> None:
    named = one(draft, "a", "Ilka Brandt wept.", "Ilka Brandt", "person")
    shouted = one(draft, "b", "Then Brandt HERSELF wept.", "Brandt HERSELF", "person")
    assert groups(named, shouted) == [["a/e1", "b/e1"]]


def test_a_firms_name_with_a_word_for_firms_behind_it_is_the_firm(draft: Drafts) -> None:
    firm = one(draft, "a", "It came from Sorvall Cruises.", "Sorvall Cruises", "organisation")
    longer = one(draft, "b", "It came from Sorvall Cruises Group.", "Sorvall Cruises Group", "group")
    rival = one(draft, "c", "It came from Sorvall Cruises Bakery.", "Sorvall Cruises Bakery", "group")
    assert groups(firm, longer, rival) == [["a/e1", "b/e1"], ["c/e1"]]


def test_a_name_built_on_a_noun_behind_a_usual_word_is_no_person(draft: Drafts) -> None:
    full = one(draft, "a", "It came from Olmar Harbour Watch.", "Olmar Harbour Watch", "person")
    short = one(draft, "b", "It came from Harbour Watch.", "Harbour Watch", "organisation")
    assert groups(full, short) == [["a/e1", "b/e1"]]
    assert [e.type for e in merge_entities((full, short))] == ["organisation"]


def test_whom_only_it_stands_for_is_no_person(draft: Drafts) -> None:
    report = draft("a", "Sorn Delk is large. It grew.")
    report.entity("Sorn Delk", "person", "It")
    assert [e.type for e in merge_entities((report.done(),))] == ["organisation"]


@pytest.mark.parametrize(("role", "parts"), [("broadcaster", 1), ("baker", 2)])
def test_a_word_for_an_outlet_makes_no_person_of_a_station_that_others_know(draft: Drafts, role: str, parts: int) -> None:
    known = draft("a", "So said Kanal Ost.")
    known.entity("Kanal Ost", "organisation")
    other = draft("b", f"The {role} Kanal Ost says so.")
    other.entity("Kanal Ost", "person", roles=(role,))
    assert len(merge_entities([known.done(), other.done()])) == parts


def test_a_full_name_of_several_reports_stands_alone_behind_a_word_that_describes(draft: Drafts) -> None:
    named = [one(draft, i, "Anna Brandt spoke.", "Anna Brandt", "person") for i in "ab"]
    joined = one(draft, "c", "Zitherist Anna Brandt spoke.", "Zitherist Anna Brandt", "person")
    longer = one(draft, "d", "Maria Anna Brandt spoke.", "Maria Anna Brandt", "person")
    other = one(draft, "e", "Zitherist Anna Roe spoke.", "Zitherist Anna Roe", "person")
    assert groups(*named, joined, longer, other) == [["a/e1", "b/e1", "c/e1", "d/e1"], ["e/e1"]]


def test_known_initials_are_one_name_with_dots_and_without(draft: Drafts) -> None:
    plain = one(draft, "a", "The CIA spoke.", "CIA", "organisation")
    dotted = one(draft, "b", "The C.I.A. spoke.", "C.I.A.", "organisation")
    assert groups(plain, dotted) == [["a/e1", "b/e1"]]


def test_a_bare_surname_read_as_a_government_or_as_no_name_is_its_bearer(draft: Drafts) -> None:
    named = [one(draft, i, "Dorit Paskvel spoke.", "Dorit Paskvel", "person") for i in "ab"]
    acting = one(draft, "c", "Paskvel said no.", "Paskvel", "government")
    loose = one(draft, "d", "Who knew? Paskvel did.", "Paskvel", "other", named=False)
    assert groups(*named, acting, loose) == [["a/e1", "b/e1", "c/e1", "d/e1"]]


def test_a_bare_surname_that_a_body_or_land_bears_too_is_not_the_persons(draft: Drafts) -> None:
    named = [one(draft, i, "Dorit Paskvel spoke.", "Dorit Paskvel", "person") for i in "ab"]
    works = one(draft, "c", "Paskvel Works is shut.", "Paskvel Works", "organisation")
    acting = one(draft, "d", "Paskvel said no.", "Paskvel", "government")
    loose = one(draft, "e", "Who knew? Paskvel did.", "Paskvel", "other", named=False)
    found = groups(*named, works, acting, loose)
    assert ["a/e1", "b/e1"] in found


def test_an_initial_and_a_surname_read_as_a_body_are_the_one_bearer(draft: Drafts) -> None:
    named = one(draft, "a", "Dorit Paskvel spoke.", "Dorit Paskvel", "person")
    short = one(draft, "b", "They held D. Paskvel for an hour.", "D. Paskvel", "organisation")
    assert groups(named, short) == [["a/e1", "b/e1"]]
    brother = one(draft, "c", "Danil Paskvel spoke.", "Danil Paskvel", "person")
    assert ["b/e1"] in groups(named, brother, short)


def test_a_surname_of_two_people_read_as_a_place_is_still_a_persons(draft: Drafts) -> None:
    led = [one(draft, i, "Dorit Paskvel spoke. Paskvel left.", "Dorit Paskvel", "person", "Paskvel") for i in "abcdef"]
    wife = one(draft, "g", "Ilma Paskvel spoke.", "Ilma Paskvel", "person")
    place = one(draft, "h", "They want Paskvel back.", "Paskvel", "place")
    assert [*(f"{i}/e1" for i in "abcdef"), "h/e1"] in groups(*led, wife, place)
