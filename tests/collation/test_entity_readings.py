"""Names that one report misreads, on reports annotated by hand as a hasty reader would."""

import dataclasses
from collections.abc import Callable
from typing import Any

from variorum.collation.entities import merge_entities
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
    full = one(draft, "a", "Corvane Trading denied it.", "Corvane Trading", "organisation")
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
