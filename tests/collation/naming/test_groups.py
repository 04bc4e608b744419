"""Things, deeds, groups and unnamed people that reports word differently, on invented reports read by the real annotators."""

from collections.abc import Callable

import pytest

from variorum.collation.naming.happenings import sorts
from variorum.collation.naming.phrases import kinds, phrase_at, phrases_of
from variorum.records import AnnotatedArticle, Naming

Told = Callable[..., AnnotatedArticle]
Named = Callable[..., dict[str, Naming]]


def texts(naming: Naming) -> set[str]:
    return {t.text for t in naming.terms}


def test_every_kind_of_the_classes_has_nouns() -> None:
    assert set(sorts()) <= set(kinds())


def test_a_ship_is_one_thing_and_a_rescue_boat_another(told: Told, named: Named) -> None:
    one = told("a", "A passenger ferry sank off Tressa on Monday. The vessel was built in Olmar. A rescue boat came late.")
    other = told("b", "Death ferry sinks\n\nThe doomed ship left Tressa on Monday. Everybody wept for the ship.")
    found = texts(named(one, other)["the ship"])
    assert {"passenger ferry", "vessel"} <= found
    assert not any("rescue" in text for text in found)


def test_a_strike_is_a_walkout_where_a_union_called_it(told: Told, named: Named) -> None:
    one = told("a", "A rail strike stopped trains in Olmar on Monday. The union says the strike will go on.")
    other = told("b", "The union wants more pay. The blackmail of Monday hit everybody in Olmar. It was blackmail, they say.")
    found = [texts(n) for n in named(one, other).values()]
    assert any({"rail strike", "blackmail"} <= terms for terms in found)


def test_what_happened_in_another_year_is_another_happening(told: Told, named: Named) -> None:
    one = told("a", "The earthquake shook Tressa on Monday. The tremor of 1998 was weaker, the office said.")
    other = told("b", "The jolt shook Tressa on Monday. People ran from their homes when the jolt came.")
    assert "tremor" not in texts(named(one, other)["the earthquake"])


def test_one_deed_to_a_named_place_under_two_verbs(told: Told, named: Named) -> None:
    one = told("a", "The Veldian army liberated Tressa on Monday, the ministry in Olmar said.")
    other = told("b", "The Veldian army occupied Tressa on Monday, witnesses said.")
    assert texts(named(one, other)["what happened: Tressa"]) == {"liberated", "occupied"}


def test_the_same_verb_in_every_report_is_no_choice(told: Told, named: Named) -> None:
    one = told("a", "The Veldian army occupied Tressa on Monday, the ministry in Olmar said.")
    other = told("b", "The Veldian army occupied Tressa on Monday, witnesses said.")
    assert "what happened: Tressa" not in named(one, other)


def test_those_released_are_one_group_by_what_was_done_and_how_many(told: Told, named: Named) -> None:
    one = told("a", "The rebels released 11 foreign engineers on Monday. They freed them at the bridge.")
    other = told("b", "The rebels freed 12 prisoners on Monday. The rebels freed 300 goats before.")
    assert texts(named(one, other)["those freed"]) == {"foreign engineers", "prisoners"}


def test_an_unnamed_person_is_told_by_the_age(told: Told, named: Named) -> None:
    one = told("a", "One of the dead was a volunteer firefighter, aged 27, the service said on Monday.")
    other = told("b", "A hero fireman, 27, died when his truck overturned near Tressa on Monday.")
    assert texts(named(one, other)["the 27-year-old"]) == {"volunteer firefighter", "hero fireman"}


def test_an_age_that_a_named_person_has_tells_nobody_else(told: Told, named: Named) -> None:
    one = told("a", "One of the dead was a volunteer firefighter, aged 27, the service said on Monday.")
    other = told("b", "Ilka Brandt, 27, spoke in Tressa on Monday. A hero fireman, 27, died.")
    assert "the 27-year-old" not in named(one, other)


def test_nouns_before_a_company_are_what_it_is_called(told: Told, named: Named) -> None:
    one = told("a", "The shipbuilder Halden Maritime paid the minister on Monday, the court said. Halden Maritime is silent.")
    other = told("b", "Boat makers Halden Maritime have paid. The boat giant Halden Maritime denied it on Monday.")
    assert {"shipbuilder", "boat giant"} <= texts(named(one, other)["Halden Maritime"])


def test_forms_of_address_are_no_wording(told: Told, named: Named) -> None:
    one = told("a", "Mr Ivo Marr, the Health Minister, resigned on Tuesday. Mr Marr had no comment.")
    other = told("b", "Health chief Ivo Marr quit on Tuesday. Marr told nobody.")
    found = texts(named(one, other)["Ivo Marr"])
    assert {"Health Minister", "Health chief"} <= found
    assert "Mr" not in found


def test_a_regime_is_a_word_for_the_place_that_others_name(told: Told, named: Named) -> None:
    one = told("a", "The Uzmar regime sent the drone, the agency said on Monday. It was seen over Tressa.")
    other = told("b", "Uzmar denied on Monday that the drone over Tressa was its own. Uzmar has no drones.")
    found = [texts(n) for n in named(one, other).values()]
    assert any({"Uzmar regime", "Uzmar"} <= terms for terms in found)


@pytest.mark.parametrize("label", ["the police"])
def test_usual_words_for_people_alone_are_no_choice(told: Told, label: str, named: Named) -> None:
    one = told("a", "The police closed the road in Tressa on Monday. Officers stood at the bridge.")
    other = told("b", "Police said on Monday that the road in Tressa was closed.")
    assert label not in named(one, other)


def test_a_place_gone_on_about_is_the_one_that_was_taken(told: Told, named: Named) -> None:
    one = told("a", "The radio of Olmar fell silent on Monday. The guard liberated the building at noon, the ministry said.")
    other = told("b", "Music came from the radio of Olmar on Monday. Marines stormed the building at noon, witnesses said.")
    assert texts(named(one, other)["what happened: the building"]) == {"liberated", "stormed"}


def test_a_noun_of_many_things_is_clear_by_what_follows_it(told: Told, named: Named) -> None:
    one = told("a", "The withdrawal from the base began at Olmar on Monday. The withdrawal of the soldiers takes a month.")
    other = told("b", "The base at Olmar was quiet on Monday. The departure of the troops takes a month, the palace said.")
    found = [texts(n) for n in named(one, other).values()]
    assert any({"withdrawal", "departure"} <= terms for terms in found)


def test_a_breach_of_a_dam_is_a_flood_in_another_report(told: Told, named: Named) -> None:
    one = told("a", "The breach of the dam at Olmar on Monday drowned the valley. The reservoir was full before the breach.")
    other = told("b", "The horror flood at Olmar on Monday drowned the valley. The dam was old, and the flood came fast.")
    found = [texts(n) for n in named(one, other).values()]
    assert any({"breach", "horror flood"} <= terms for terms in found)


def test_what_two_rules_tell_of_one_group_is_one_entry(told: Told, named: Named) -> None:
    one = told("a", "The guerrillas released 11 foreign engineers in Tressa on Monday, the ministry said.")
    other = told("b", "The rebels freed 11 workers in Tressa on Monday, the company said.")
    third = told("c", "The gunmen released the technicians in Tressa on Monday, witnesses said.")
    fourth = told("d", "A bus with 11 employees reached Olmar on Monday, the company said.")
    found = [texts(n) for n in named(one, other, third, fourth).values()]
    assert any({"foreign engineers", "workers", "technicians", "employees"} <= terms for terms in found)


def test_a_number_or_a_sign_heads_no_phrase(told: Told) -> None:
    article = told("a", "Prices in Olmar rose by 12 % in 2030, the bank said.")
    heads = {article.text[slice(*token)]: phrase_at(article, n, frozenset()) for n, token in enumerate(article.tokens)}
    signs = {word: phrase for word, phrase in heads.items() if not word[0].isalpha()}
    assert signs and not any(signs.values())
    assert heads["bank"] is not None and heads["bank"].head == "bank"


def test_a_noun_that_reports_open_with_is_told_in_their_words_and_not_under_another_name(told: Told, named: Named) -> None:
    one = told(
        "a",
        "An undersea data cable was cut off Tressa on Monday. The Osk-2 cable links two towns. The Osk-1 cable was not hit.",
    )
    other = told("b", "A rusty cable was cut off Tressa. The Osk-2 cable had been mended before.")
    third = told("c", "The mayor spoke in Olmar. She said that the cable was cut on Monday.")
    found = texts(named(one, other, third)["the cable"])
    assert {"undersea data cable", "rusty cable"} <= found
    assert not any("Osk-1" in text for text in found)


def test_fighters_are_those_of_the_peoples_guard_and_forces_of_a_land_its_own(told: Told, named: Named) -> None:
    one = told("a", "The Osk People's Guard fired at the bridge on Monday. The militia had come at night, the mayor said.")
    other = told("b", "Bandits of the Osk People's Guard fired at the bridge. The bandits ran away.")
    assert {"militia", "bandits"} <= {t.casefold().removeprefix("the ") for t in texts(named(one, other)["Osk People's Guard"])}


def test_a_happening_that_only_a_few_of_many_reports_mention_is_none_of_the_story(told: Told, named: Named) -> None:
    plain = "The mayor of Tressa opened a new bridge. Children sang. She cut a ribbon. The band played. People clapped. "
    one = told("a", f"{plain}There was a storm that night, and the storm broke a lamp.")
    other = told("b", f"{plain}A gale came at night. The gale broke a lamp.")
    rest = [told(name, plain) for name in "cde"]
    assert "the storm" not in named(one, other, *rest)


def test_what_is_the_rebels_own_is_described_by_a_word_for_them(told: Told, named: Named) -> None:
    one = told("a", "The Osk Liberation Front fled from Tressa on Monday. Soldiers found rebel bombs in a barn.")
    other = told("b", "Bandits of the Osk Liberation Front fled from Tressa. The bandits left their guns.")
    assert {"rebel", "bandits"} <= {t.casefold() for t in texts(named(one, other)["Osk Liberation Front"])}


def test_the_attackers_are_the_fighters_of_the_one_armed_body(told: Told, named: Named) -> None:
    one = told(
        "a", "Fighters of the Northern Liberation Front took a bridge in Tressa. The attackers came at dawn, police said."
    )
    other = told("b", "The Northern Liberation Front took a bridge in Tressa. The terrorists came by boat on Monday.")
    assert any({"attackers", "terrorists"} <= texts(n) for n in named(one, other).values())


def test_the_dead_are_people_martyrs_and_victims_but_not_those_of_a_whole_war(told: Told, named: Named) -> None:
    one = told("a", "At least 19 people were killed in Tressa on Monday. More than 6,000 people have been killed since 2011.")
    other = told("b", "Tressa buried its martyrs on Tuesday. Twenty-one farmers were killed in Tressa on Monday.")
    found = next(n for n in named(one, other).values() if "martyrs" in texts(n))
    assert {"people", "farmers"} <= texts(found)
    assert len([t for t in found.terms if t.text == "people"]) == 1


def test_a_planned_deed_is_worded_like_one_done(told: Told, named: Named) -> None:
    one = told("a", "Brovik Works will close the Tressa Foundry in May, the company said.")
    other = told("b", "Brovik Works will axe the Tressa Foundry in May, the union said.")
    assert any({"close", "axe"} <= texts(n) for n in named(one, other).values())


def test_the_army_of_a_land_at_war_with_itself_is_one_whatever_it_is_called(told: Told, named: Named) -> None:
    one = told("a", "The army shelled the hills on Monday. A doctor counted nine wounded after the army had left.")
    other = told("b", "The occupier shelled our hills on Monday. The occupier will answer for the wounded.")
    assert {"army", "occupier"} <= texts(named(one, other)["the army"])


def test_forces_of_two_lands_are_not_one_army(told: Told, named: Named) -> None:
    one = told("a", "The Veldian army shelled the hills on Monday. The army of Taravia answered from the coast.")
    other = told("b", "Veldian invaders shelled the hills on Monday. The Taravian army answered.")
    assert "the army" not in named(one, other)


def test_one_noun_told_in_different_words_is_a_choice(told: Told, named: Named) -> None:
    one = told("a", "A mountain train stood still in Osk on Monday. The mountain train carried forty guests.")
    other = told("b", "Ghost train stuck\n\nThe ghost train stood in Osk on Monday. The train was old.")
    third = told("c", "The train stood still in Osk on Monday, the railway said.")
    assert {"mountain train", "ghost train"} <= {t.casefold() for t in texts(named(one, other, third)["the train"])}


def test_one_noun_with_the_same_words_is_none(told: Told, named: Named) -> None:
    one = told("a", "A mountain train stood still in Osk on Monday. The mountain train carried forty guests.")
    other = told("b", "The mountain train stood in Osk on Monday. The train was old.")
    third = told("c", "The train stood still in Osk on Monday, the railway said.")
    assert "the train" not in named(one, other, third)


def test_military_advisers_are_called_differently_and_lawyers_are_none(told: Told, named: Named) -> None:
    one = told("a", "The 300 foreign advisers will leave Velmar in June. The advisers trained soldiers.")
    other = told("b", "The instructors leave Velmar in June, the ministry said. The instructors taught soldiers.")
    third = told("c", "The military trainers will leave in June. Lawyers advised the bank.")
    found = texts(named(one, other, third)["the advisers"])
    assert {"foreign advisers", "instructors", "military trainers"} <= found and "Lawyers" not in found


def test_a_describing_word_in_ly_stands_before_a_noun(told: Told) -> None:
    one = told("a", "The minister presented the balance of the cowardly attack of Osk. They quickly attack.")
    assert [p.span[0] for p in phrases_of(one, frozenset({"attack"}))] == [one.text.index("attack")]
