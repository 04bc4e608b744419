import dataclasses
import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.collation.entities.find import merge_entities, story_ids
from variorum.collation.entities.people import score
from variorum.collation.entities.profiles import function_of, name_key
from variorum.language.names import name_words
from variorum.records.annotation import AnnotatedArticle

Drafts = Callable[..., Any]


def groups(*articles: AnnotatedArticle) -> list[list[str]]:
    return sorted([list(e.members) for e in merge_entities(articles)])


def person(draft: Drafts, article: str, text: str, name: str, *also: str, **more: Any) -> AnnotatedArticle:
    report = draft(article, text)
    report.entity(name, "person", *also, **more)
    return report.done()


def test_full_name_surname_and_spelling_are_one_person(draft: Drafts) -> None:
    a = person(draft, "a", "Foreign minister Salim al-Jaafari spoke.", "Salim al-Jaafari", roles=("Foreign minister",))
    b = person(draft, "b", "Salim Jafari spoke, and Jafari left.", "Salim Jafari", "Jafari")
    c = person(draft, "c", "Then Jaafari left.", "Jaafari")
    merged = merge_entities([a, b, c])
    assert [e.members for e in merged] == [("a/e1", "b/e1", "c/e1")]
    entity = merged[0]
    assert (entity.id, entity.name, entity.type) == ("a/e1", "Salim al-Jaafari", "person")
    assert set(entity.aliases) == {"Salim Jafari", "Jafari", "Jaafari"} and entity.roles == ("Foreign minister",)
    assert [m.exact for m in entity.mentions] == ["Salim al-Jaafari", "Salim Jafari", "Jafari", "Jaafari"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lena Okoro", "Amina Okoro"),
        ("Tomas Reiche", "Tomas Reichel Brandt"),
        ("Hassan Orbi", "Hussein Orbi"),
        ("Ali Dorn", "Ali Darn"),
    ],
)
def test_two_full_names_that_differ_are_two_people(draft: Drafts, one: str, other: str) -> None:
    a, b = (person(draft, i, f"{name} spoke.", name) for i, name in zip("ab", (one, other), strict=True))
    assert groups(a, b) == [["a/e1"], ["b/e1"]]


def test_another_spelling_of_the_given_name_is_the_same_person() -> None:
    assert score(name_words("Haider Mansur"), name_words("Haidar Mansur")) == 0.8
    assert score(name_words("Mario Mansur"), name_words("Maria Mansur")) == 0.0
    assert score(name_words("George Lund"), name_words("George W. Lund")) == 0.9


def test_a_surname_that_two_people_bear_joins_neither_unless_the_office_tells(draft: Drafts) -> None:
    lena = person(draft, "a", "The envoy Lena Okoro spoke.", "Lena Okoro", roles=("envoy",))
    amina = person(draft, "b", "Amina Okoro spoke.", "Amina Okoro")
    bare = person(draft, "c", "Okoro left.", "Okoro")
    envoy = person(draft, "d", "The envoy Okoro left.", "Okoro", roles=("envoy",))
    assert groups(lena, amina, bare, envoy) == [["a/e1", "d/e1"], ["b/e1"], ["c/e1"]]


def test_gender_country_and_office_keep_a_surname_apart(draft: Drafts) -> None:
    full = person(draft, "a", "Maria Verek spoke.", "Maria Verek", country="FRA")
    other = person(draft, "b", "Verek left.", "Verek", country="ITA")
    assert groups(full, other) == [["a/e1"], ["b/e1"]]
    interior = person(draft, "c", "The interior minister Dorn spoke.", "Dorn", roles=("interior minister",))
    foreign = person(draft, "d", "The foreign minister Dorn spoke.", "Dorn", roles=("foreign minister",))
    assert groups(interior, foreign) == [["c/e1"], ["d/e1"]]


def test_the_one_bearer_of_a_surname_may_have_the_office_in_other_words(draft: Drafts) -> None:
    full = person(draft, "a", "The fire chief Maria Verek spoke.", "Maria Verek", roles=("fire chief",))
    other = person(draft, "b", "The trade minister Ulf Orne spoke.", "Ulf Orne", roles=("trade minister",))
    odd = person(draft, "c", "The money minister Ulf Orne left.", "Ulf Orne", roles=("money minister",))
    foreign = person(draft, "d", "The firemen's chief Verek left.", "Verek", roles=("firemen's chief",))
    short = person(draft, "e", "The minister of trade Orne left.", "Orne", roles=("minister of trade",))
    brother = person(draft, "f", "The health minister Orne left.", "Orne", roles=("health minister",))
    found = groups(full, other, odd, foreign, short, brother)
    assert found == [["a/e1", "d/e1"], ["b/e1", "c/e1", "e/e1"], ["f/e1"]]


def test_one_report_that_takes_the_gender_wrong_parts_nobody(draft: Drafts) -> None:
    he = person(draft, "a", "Mr Robin Verek spoke.", "Robin Verek", roles=("Mr",))
    she = person(draft, "b", "Mrs Robin Verek spoke.", "Robin Verek", roles=("Mrs",))
    bare = person(draft, "c", "Mr Verek spoke.", "Verek", roles=("Mr",))
    assert groups(he, she, bare) == [["a/e1", "b/e1", "c/e1"]]
    assert groups(she, bare) == [["b/e1"], ["c/e1"]]


def test_a_function_stands_for_the_one_person_who_holds_it(draft: Drafts) -> None:
    named = person(draft, "a", "Iraqi foreign minister Ali Dorn spoke.", "Ali Dorn", roles=("Iraqi foreign minister",))
    same = draft("b", "The Iraqi foreign minister spoke; the Syrian foreign minister and an official did not.")
    same.entity("Iraqi foreign minister", "person", named=False, country="IRQ")
    same.entity("Syrian foreign minister", "person", named=False, country="SYR")
    same.entity("official", "person", named=False)
    merged = merge_entities([named, same.done()])
    assert [e.members for e in merged] == [("a/e1", "b/e1"), ("b/e2",), ("b/e3",)]
    assert merged[0].roles == ("Iraqi foreign minister",) and not merged[1].named


def test_a_function_that_two_people_hold_stands_for_neither(draft: Drafts) -> None:
    text = "The Iraqi envoy Ali Dorn and the Iraqi envoy Omar Sand spoke."
    two = draft("a", text)
    two.entity("Ali Dorn", "person", roles=("Iraqi envoy",))
    two.entity("Omar Sand", "person", roles=("Iraqi envoy",))
    one = draft("b", "The Iraqi envoy spoke.")
    one.entity("Iraqi envoy", "person", named=False, country="IRQ")
    assert groups(two.done(), one.done()) == [["a/e1"], ["a/e2"], ["b/e1"]]


def thing(draft: Drafts, article: str, name: str, kind: str, *also: str, **more: Any) -> AnnotatedArticle:
    report = draft(article, f"It was {name}, known as {' or '.join(also) or 'such'}.")
    report.entity(name, kind, *also, **more)
    return report.done()


def test_aliases_and_acronyms_are_one_organisation(draft: Drafts) -> None:
    long = thing(draft, "a", "Coastal Fishing Authority", "organisation")
    short = thing(draft, "b", "CFA", "organisation")
    state, daesh = thing(draft, "c", "Islamic State", "group"), thing(draft, "d", "Daesh", "organisation")
    merged = {e.members: e for e in merge_entities([long, short, state, daesh])}
    assert set(merged) == {("a/e1", "b/e1"), ("c/e1", "d/e1")}
    assert merged["a/e1", "b/e1"].name == "Coastal Fishing Authority"


def test_an_acronym_of_two_names_joins_neither(draft: Drafts) -> None:
    one = thing(draft, "a", "Coastal Fishing Authority", "organisation")
    other = thing(draft, "b", "City Fire Agency", "organisation")
    assert groups(one, other, thing(draft, "c", "CFA", "organisation")) == [["a/e1"], ["b/e1"], ["c/e1"]]


def test_a_first_word_and_a_description_are_the_same_company(draft: Drafts) -> None:
    names = ("Corvane Motors", "Corvane", "Carmaker Corvane Motors")
    a, b, c = (thing(draft, i, n, "organisation") for i, n in zip("abc", names, strict=True))
    assert groups(a, b, c) == [["a/e1", "b/e1", "c/e1"]]
    rival = thing(draft, "d", "Corvane Shipping", "organisation")
    assert groups(a, b, c, rival) == [["a/e1", "c/e1"], ["b/e1"], ["d/e1"]]


def test_a_town_is_not_its_football_club(draft: Drafts) -> None:
    town, club = thing(draft, "a", "Marenz", "place"), thing(draft, "b", "Marenz Rovers", "organisation")
    assert groups(town, club) == [["a/e1"], ["b/e1"]]


def test_a_state_that_acts_is_its_government_and_not_the_land(draft: Drafts) -> None:
    kinds = ("government", "organisation", "place")
    acting, body, land = (thing(draft, i, "Kaldia", k) for i, k in zip("abc", kinds, strict=True))
    assert groups(acting, body, land) == [["a/e1", "b/e1"], ["c/e1"]]


def test_a_surname_taken_for_a_place_is_the_person(draft: Drafts) -> None:
    reports = [person(draft, i, "Ilan Verek spoke.", "Ilan Verek") for i in "ab"]
    assert groups(*reports, thing(draft, "c", "Verek", "place")) == [["a/e1", "b/e1", "c/e1"]]
    assert groups(reports[0], thing(draft, "c", "Verek", "place")) == [["a/e1"], ["c/e1"]]


def test_a_surname_without_any_sign_of_a_body_is_the_person(draft: Drafts) -> None:
    named = person(draft, "a", "Ilan Verek spoke.", "Ilan Verek")
    assert groups(named, thing(draft, "b", "Verek", "organisation")) == [["a/e1", "b/e1"]]
    longer = thing(draft, "c", "Verek Motors", "organisation")
    assert ["a/e1", "b/e1"] not in groups(named, thing(draft, "b", "Verek", "organisation"), longer)


def test_an_army_told_by_land_or_by_demonym_is_one(draft: Drafts) -> None:
    land = thing(draft, "c", "Velmar", "place")
    reports = []
    for i, words in (("a", "Velmar army"), ("b", "Velmarian army")):
        made = draft(i, f"The {words} left.")
        made.entity(words, "organisation", named=False)
        reports.append(made.done())
    assert ["a/e1", "b/e1"] in groups(*reports, land)


def test_government_and_place_stay_apart(draft: Drafts) -> None:
    acting = thing(draft, "a", "Baghdad", "government", country="IRQ")
    land = thing(draft, "b", "Iraq", "place", country="IRQ")
    state = thing(draft, "c", "Iraq", "government", country="IRQ")
    body = draft("d", "The Iraqi government met.")
    body.entity("Iraqi government", "government", named=False, country="IRQ")
    assert groups(acting, land, state, body.done()) == [["a/e1", "c/e1", "d/e1"], ["b/e1"]]


def test_ministries_of_two_countries_are_two(draft: Drafts) -> None:
    a = thing(draft, "a", "Iraqi Defence Ministry", "organisation", country="IRQ")
    b = thing(draft, "b", "Ministry of Defense", "organisation", country="IRQ")
    c = thing(draft, "c", "Defense Ministry", "organisation", country="SYR")
    d = thing(draft, "d", "Defense Ministry", "organisation")
    assert groups(a, b, c, d) == [["a/e1", "b/e1"], ["c/e1"], ["d/e1"]]
    assert groups(a, b, d) == [["a/e1", "b/e1", "d/e1"]]


def test_types_are_voted(draft: Drafts) -> None:
    kinds = ("organisation", "place", "organisation", "person")
    merged = merge_entities([thing(draft, i, "Corvane", k) for i, k in zip("abcd", kinds, strict=True)])
    assert [(e.type, len(e.members)) for e in merged] == [("organisation", 4)]


def test_the_same_unnamed_body_is_one_and_unnamed_people_are_not(draft: Drafts) -> None:
    reports = []
    for name in "ab":
        report = draft(name, "The fire service and a police officer spoke.")
        report.entity("fire service", "organisation", named=False)
        report.entity("police officer", "person", named=False)
        reports.append(report.done())
    assert groups(*reports) == [["a/e1", "b/e1"], ["a/e2"], ["b/e2"]]


def test_keys_of_names_and_functions() -> None:
    assert name_key("the United Nations") == name_key("UN")
    assert name_key("Ministry of Defence") == name_key("Iraqi Defense Ministry")
    found = function_of("the Iraqi foreign minister")
    assert found and (found.head, found.words, found.countries) == ("minister", {"foreign"}, {"IRQ"})
    assert function_of("Baghdad’s envoy to Russia") != function_of("envoy")


def test_a_noun_written_in_two_words_is_the_same() -> None:
    assert function_of("the coast guard") == function_of("the coastguard")


POOL = ["Josef Halloran", "Halloran", "Lena Okoro", "Okoro", "Amina Okoro", "Yusuf Halloran", "Joseph Halloran"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(POOL), min_size=2, max_size=7), st.randoms(use_true_random=False))
def test_order_makes_no_difference_and_members_are_a_partition(draft: Drafts, names: list[str], draw: random.Random) -> None:
    articles = [person(draft, f"r{n}", f"{name} spoke.", name) for n, name in enumerate(names)]
    merged = merge_entities(articles)
    mixed = list(articles)
    draw.shuffle(mixed)
    assert merge_entities(mixed) == merged
    assert sorted(story_ids(merged)) == sorted(e.id for a in articles for e in a.entities)
    assert all(e.id == min(e.members) for e in merged)
    full = [{n for n in (e.name, *e.aliases) if " " in n} for e in merged]
    assert not any({"Lena Okoro", "Amina Okoro"} <= names for names in full)


def test_a_duplicate_changes_no_group(draft: Drafts) -> None:
    a = person(draft, "a", "Lena Okoro spoke.", "Lena Okoro")
    b = person(draft, "b", "Okoro spoke.", "Okoro")
    copy = dataclasses.replace(person(draft, "c", "Okoro spoke.", "Okoro"), duplicate_of="b")
    assert groups(a, b) == [["a/e1", "b/e1"]]
    assert groups(a, b, copy) == [["a/e1", "b/e1", "c/e1"]]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(POOL), min_size=2, max_size=7), st.randoms(use_true_random=False))
def test_ids_of_reports_make_no_difference(draft: Drafts, names: list[str], draw: random.Random) -> None:
    ids = [f"r{n}" for n in range(len(names))]
    other = draw.sample(ids, len(ids))

    def parts(given: list[str]) -> set[frozenset[int]]:
        merged = groups(*(person(draft, i, f"{name} spoke.", name) for i, name in zip(given, names, strict=True)))
        return {frozenset(given.index(member.split("/")[0]) for member in group) for group in merged}

    assert parts(ids) == parts(other)


def test_a_broader_word_for_an_office_stands_for_its_holder(draft: Drafts) -> None:
    named = person(draft, "a", "Velmarian president Ali Dorn spoke.", "Ali Dorn", roles=("Velmarian president",))
    other = draft("b", "The Velmarian leader and the party leader spoke.")
    other.entity("Velmarian leader", "person", named=False)
    other.entity("party leader", "person", named=False)
    assert groups(named, other.done()) == [["a/e1", "b/e1"], ["b/e2"]]


def test_a_full_name_that_one_report_takes_for_a_company_is_the_person_of_the_others(draft: Drafts) -> None:
    a, b = (person(draft, i, "Toren Vask spoke.", "Toren Vask") for i in "ab")
    c = draft("c", "Toren Vask wants to stay.")
    c.entity("Toren Vask", "organisation")
    assert groups(a, b, c.done()) == [["a/e1", "b/e1", "c/e1"]]


def test_a_company_that_one_report_takes_for_a_state_stays_a_company(draft: Drafts) -> None:
    reports = []
    for article, kind in zip("abc", ("government", "organisation", "group"), strict=True):
        report = draft(article, "Corvex denied it.")
        report.entity("Corvex", kind)
        reports.append(report.done())
    assert groups(*reports) == [["a/e1", "b/e1", "c/e1"]]


def test_dismissed_tells_no_other_function(draft: Drafts) -> None:
    a = person(draft, "a", "Clinic director Ines Vask spoke.", "Ines Vask", roles=("Clinic director",))
    b = person(draft, "b", "The dismissed director Vask sued.", "Vask", roles=("dismissed director",))
    assert groups(a, b) == [["a/e1", "b/e1"]]


def test_a_pronoun_read_wrongly_makes_no_two_of_one_office(draft: Drafts) -> None:
    full = person(draft, "a", "Mrs Maria Verek, harbour minister, spoke.", "Maria Verek", roles=("Mrs", "harbour minister"))
    bare = person(draft, "b", "Mr Verek, harbour minister, left.", "Verek", roles=("Mr", "harbour minister"))
    other = person(draft, "c", "Mr Verek, a baker, left.", "Verek", roles=("Mr", "baker"))
    assert groups(full, bare, other) == [["a/e1", "b/e1"], ["c/e1"]]


def test_the_front_is_the_front_and_not_its_council(draft: Drafts) -> None:
    bare = draft("a", "It was the Front, they said.")
    bare.entity("Front", "organisation")
    full = draft("b", "The Olmar Salt Front wrote. The Front is old.")
    full.entity("Olmar Salt Front", "organisation", "Front")
    council = draft("c", "The Council of the Olmar Salt Front met. The Front is old.")
    council.entity("Council of the Olmar Salt Front", "organisation", "Front")
    found = groups(bare.done(), full.done(), council.done())
    assert any({"a/e1", "b/e1"} <= set(group) for group in found)


def test_an_adjective_before_nouns_is_no_short_name(draft: Drafts) -> None:
    full = thing(draft, "a", "Olmran Salt Front", "organisation")
    reports = []
    for i, noun in zip("bc", ("hamlets", "miners"), strict=True):
        report = draft(i, f"In the Olmran {noun} it was cold.")
        report.entity("Olmran", "organisation")
        reports.append(report.done())
    assert ["a/e1"] in groups(full, *reports)
    bare = [thing(draft, i, "Olmran", "organisation") for i in "de"]
    assert groups(full, *bare) == [["a/e1", "d/e1", "e/e1"]]
