"""Word choice, on invented reports: what is lined up, what is left out, and that every term stands where it says."""

from collections.abc import Callable

import pytest

from variorum.records import AnnotatedArticle, Naming

Told = Callable[..., AnnotatedArticle]
Named = Callable[..., dict[str, Naming]]

HARBOUR = (
    "Osk troops storm port\n\nOLMAR (PNA) - The Veldian army entered the port of Tressa on Monday, killing seven Orsian "
    "sailors, the ministry said.\n\nA gas leak at the Brovik plant followed. Governor Hanne Tolk, 51, said the city was calm.",
    "Night of horror\n\nThe Veldian invaders attacked the port of Tressa on Monday. Seven martyrs gave their lives.\n\n"
    "The catastrophe at the Brovik plant came later. Hanne Tolk, the hangman of Tressa, saw nothing.",
    "Port falls\n\nThe Orsian government said seven Orsian dockhands were killed when Veldian paratroopers took the port of "
    "Tressa.\n\n"
    "The leak at the Brovik plant was small. Governor Hanne Tolk said the city was calm.",
)


@pytest.fixture(scope="module")
def harbour(told: Told) -> tuple[AnnotatedArticle, ...]:
    return tuple(told(f"report{n}", text) for n, text in enumerate(HARBOUR))


@pytest.fixture(scope="module")
def found(harbour: tuple[AnnotatedArticle, ...], named: Named) -> dict[str, Naming]:
    return named(*harbour)


def texts(naming: Naming) -> set[str]:
    return {t.text for t in naming.terms}


def test_forces_of_one_land_are_lined_up_by_their_land(found: dict[str, Naming]) -> None:
    assert texts(found["the Veldian army"]) == {"Veldian army", "Veldian invaders", "Veldian paratroopers"}


def test_victims_of_one_number_are_the_same_whatever_they_are_called(found: dict[str, Naming]) -> None:
    dead = next(n for label, n in found.items() if label.startswith("the dead"))
    assert texts(dead) == {"Orsian sailors", "martyrs", "Orsian dockhands"}


def test_general_words_go_with_what_happened(found: dict[str, Naming]) -> None:
    assert {"gas leak", "catastrophe"} <= texts(found["the leak"])


def test_descriptions_beside_a_name_stand_against_the_office(found: dict[str, Naming]) -> None:
    assert texts(found["Hanne Tolk"]) >= {"Governor", "hangman of Tressa"}


def test_every_term_stands_where_it_says(harbour: tuple[AnnotatedArticle, ...], found: dict[str, Naming]) -> None:
    bodies = {a.id: a.text for a in harbour}
    terms = [t for n in found.values() for t in n.terms]
    assert terms
    assert all(bodies[t.article][t.start : t.end] == t.exact for t in terms)


def test_the_order_of_reports_does_not_matter(
    harbour: tuple[AnnotatedArticle, ...], found: dict[str, Naming], named: Named
) -> None:
    assert named(*reversed(harbour)) == found


def test_full_and_short_names_and_offices_alone_are_no_choice_of_words(told: Told, named: Named) -> None:
    one = told("one", "Mayor Dorrit Falk opened the bridge on Monday. Falk thanked the town.")
    other = told("other", "The bridge was opened on Monday by Dorrit Falk, the mayor. Mayor Falk thanked the town.")
    assert named(one, other) == {}


def test_a_dead_man_without_a_name_is_the_one_whom_another_report_names(told: Told, named: Named) -> None:
    one = told("one", "Bram Ostick, 23, a student of law, was shot in Tressa on Monday. The police deny it.")
    other = told("other", "A 23-year-old thug died when he fell from a roof in Tressa on Monday, the police said.")
    assert texts(named(one, other)["Bram Ostick"]) == {"student of law", "23-year-old thug"}


def test_a_person_of_another_age_stays_apart(told: Told, named: Named) -> None:
    one = told("one", "Bram Ostick, 23, a student of law, sang in Tressa on Monday.")
    other = told("other", "A 44-year-old thug was arrested in Tressa on Monday, the police said.")
    assert "Bram Ostick" not in named(one, other)


def test_managers_and_bosses(told: Told, named: Named) -> None:
    one = told("one", "The ruthless bosses of Kelmar Steel knew it for years. Workers are angry.")
    other = told("other", "The management of Kelmar Steel had no comment on Monday. Workers spoke to reporters.")
    assert texts(named(one, other)["the management"]) == {"ruthless bosses", "management"}


def test_a_month_is_no_demonstration(told: Told, named: Named) -> None:
    one = told("one", "The unrest in Tressa began on 4 March. The mayor spoke in March.")
    other = told("other", "The council of Tressa met on 5 March. It will meet again in March.")
    assert named(one, other) == {}


def test_deaths_are_what_came_of_it_and_not_what_happened(told: Told, named: Named) -> None:
    one = told("one", "Three deaths have followed the epidemic in Olmar, the clinic said. The epidemic began on Monday.")
    other = told("other", "Plague scandal in Olmar. The deaths of three men have shaken the town. The plague came on Monday.")
    nouns = {t.text.split()[-1] for t in named(one, other)["the epidemic"].terms}
    assert nouns >= {"epidemic", "scandal"}
    assert "deaths" not in nouns


def test_a_loose_word_for_an_office_is_a_choice(told: Told, named: Named) -> None:
    one = told("a", "The chief executive, Ivo Marr, resigned on Tuesday. Marr had led Brovik for ten years.")
    other = told("b", "Brovik tycoon Ivo Marr quit on Tuesday. Marr told nobody, but the boss was seen at the lake.")
    assert {"chief executive", "Brovik tycoon"} <= texts(named(one, other)["Ivo Marr"])


def test_fighters_are_those_of_the_one_armed_group(told: Told, named: Named) -> None:
    one = told("a", "The Northern Liberation Front (NLF) said it left Tressa on Monday. The rebels had held it for a year.")
    other = told("b", "The army chased the terrorists out of Tressa. The Northern Liberation Front (NLF) said it had left.")
    third = told("c", "Insurgents will be back, the Northern Liberation Front (NLF) said. It thanked the people of Tressa.")
    labels = texts(named(one, other, third)["Northern Liberation Front"])
    assert {"rebels", "terrorists", "Insurgents"} <= labels


def test_a_word_inside_a_name_is_no_happening(told: Told, named: Named) -> None:
    one = told("a", "The Tressa Liberation Front entered Olmar on Monday. The capture of Olmar took an hour.")
    other = told("b", "The Tressa Liberation Front has Olmar. Its occupation of Olmar began on Monday.")
    assert all("Tressa Liberation" not in texts(n) for n in named(one, other).values())


def test_offers_for_a_company_are_one_happening(told: Told, named: Named) -> None:
    one = told("a", "Brovik has made a takeover bid for the Tressa yards, it said on Monday. The offer is fair, it said.")
    other = told("b", "The swoop on the Tressa yards by Brovik came overnight. Workers fear the raid will cost jobs.")
    found = [texts(n) for n in named(one, other).values()]
    assert any({"takeover bid", "swoop"} <= terms for terms in found)
