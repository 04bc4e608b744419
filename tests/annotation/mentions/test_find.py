import dataclasses

import pytest

from variorum.annotation.mentions.names import find_names
from variorum.annotation.mentions.nouns import find_nouns, find_pronouns
from variorum.annotation.mentions.words import words_of
from variorum.annotation.nlp import Pipeline


def names(pipeline: Pipeline, text: str) -> dict[str, str]:
    return {p.name: p.type for p in find_names(words_of(pipeline.nlp(text)))}


def nouns(pipeline: Pipeline, text: str) -> list[str]:
    found = words_of(pipeline.nlp(text))
    return [found.slice(p.start, p.end) for p in find_nouns(found, find_names(found))]


def test_a_title_makes_a_person_and_stays_outside_the_name(pipeline: Pipeline) -> None:
    found = words_of(pipeline.nlp("Foreign Minister Karim al-Jaffari met Ms Oss and spokeswoman Mara Lind on Monday."))
    people = {p.name: (p.type, p.title, p.gender) for p in find_names(found)}
    assert people["Karim al-Jaffari"] == ("person", "Foreign Minister", "m")
    assert people["Oss"] == ("person", "Ms", "f")
    assert people["Mara Lind"] == ("person", "spokeswoman", "f")


def test_institutions_groups_and_laws_by_their_telling_word(pipeline: Pipeline) -> None:
    text = "The Interior Ministry said the Norvik Liberation Front broke the Harbour Safety Act, Zentrix Ltd said."
    found = names(pipeline, text)
    assert found["Interior Ministry"] == "organisation"
    assert found["Zentrix Ltd"] == "organisation"
    assert found["Harbour Safety Act"] == "document"


def test_well_known_names_keep_their_type_whatever_the_pipeline_says(pipeline: Pipeline) -> None:
    found = names(pipeline, "Fighters of IS, also called Daesh, attacked the town, the TASS agency reported from Moscow.")
    assert found["IS"] == found["Daesh"] == "group"
    assert found["TASS"] == "organisation"
    assert found["Moscow"] == "place"


def test_an_acronym_in_brackets_spells_out_the_name_before_it(pipeline: Pipeline) -> None:
    found = names(pipeline, "Lawmakers passed the Keeping Rivers Clean through Levies Act (KRCLA) on Tuesday.")
    assert "Keeping Rivers Clean through Levies Act" in found


def test_the_kind_of_body_before_a_name(pipeline: Pipeline) -> None:
    assert names(pipeline, "The ruling was welcomed by campaign group Save Our Meadow on Friday.")["Save Our Meadow"] == "group"


def test_two_people_who_share_a_surname(pipeline: Pipeline) -> None:
    assert {"Tom Bell", "Sarah Bell"} <= set(names(pipeline, "The victims were named as Tom and Sarah Bell by police."))


@pytest.mark.parametrize("text", ["Demonstrators gathered.", "Officials declined to comment.", "Aides said he was well."])
def test_a_capital_at_the_start_of_a_sentence_is_no_name(pipeline: Pipeline, text: str) -> None:
    assert names(pipeline, text) == {}


def test_invented_places_are_known_by_what_is_done_there(pipeline: Pipeline) -> None:
    text = "VELM, Norland (Boreal News) - Trams stopped in Velm on Monday. Norlandic drivers want more pay."
    found = names(pipeline, text)
    assert found["Velm"] == "place"
    assert found["Norland"] == "place"


def test_a_noun_phrase_keeps_its_complement_and_drops_its_clause(pipeline: Pipeline) -> None:
    text = "A spokesman for the port authority, who asked not to be named, said two officials had left."
    assert {"A spokesman for the port authority", "two officials"} <= set(nouns(pipeline, text))


def test_times_and_nobody_are_no_referents(pipeline: Pipeline) -> None:
    found = nouns(pipeline, "No minister resigned last week, and no official spoke on Monday.")
    assert not [n for n in found if "minister" in n or "official" in n or "week" in n]


@pytest.mark.parametrize("text", ["It is clear that she left.", "It took two hours to reach the hut.", "It rained all day."])
def test_it_without_a_referent_is_left_out(pipeline: Pipeline, text: str) -> None:
    found = words_of(pipeline.nlp(text))
    assert [p for p in find_pronouns(found, ()) if p.lemma == "it"] == []


def test_words_mark_quotes_headlines_and_datelines(pipeline: Pipeline) -> None:
    text = "Norland Rejects Demand To Reopen Crossing\n\nVELM, Norland (Boreal News) - \u201cNever,\u201d she said."
    found = words_of(pipeline.nlp(text))
    at = {word: n for n, word in enumerate(found.text)}
    assert found.quoted[at["Never"]] and not found.quoted[at["said"]]
    assert found.headline[at["Rejects"]] and not found.headline[at["said"]]
    assert found.dateline[at["VELM"]] and not found.dateline[at["she"]]
    assert found.title_end == found.text.index("VELM")


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Superintendent of Police Ramesh Thakur said so.", "Ramesh Thakur", "Superintendent of Police"),
        ("Deputy Prime Minister Anna Ruiz said so.", "Anna Ruiz", "Deputy Prime Minister"),
        ("The report names Professor Sir Colin Dray.", "Colin Dray", "Professor Sir"),
    ],
)
def test_titles_of_several_words(pipeline: Pipeline, text: str, name: str, title: str) -> None:
    found = words_of(pipeline.nlp(text))
    assert {p.name: p.title for p in find_names(found)} == {name: title}


def test_a_title_word_may_begin_the_name_of_a_body(pipeline: Pipeline) -> None:
    assert names(pipeline, "A clerk at the Justice Department resigned.") == {"Justice Department": "organisation"}


@pytest.mark.parametrize("paper", ["Perner Blatt", "Correio Valdense", "Orla Dagblad"])
def test_papers_named_in_other_languages_are_no_people(pipeline: Pipeline, paper: str) -> None:
    assert names(pipeline, f"Ida Kern told the {paper} that she would stay.")[paper] == "organisation"


@pytest.mark.parametrize(
    ("opening", "whole"),
    [("Velmar and Orlesk", False), ("Ports and Fisheries Agency", True), ("Velmar and Ports", True)],
)
def test_two_names_taken_for_one_are_two_where_both_stand_alone(pipeline: Pipeline, opening: str, *, whole: bool) -> None:
    text = f"{opening} agreed on Monday. Then Velmar freed twelve and the police of Orlesk stayed away from Ports House."
    found = words_of(pipeline.nlp(text))
    read = dataclasses.replace(found, entities=((0, len(opening.split()), "ORG"),))
    assert (opening in {p.name for p in find_names(read)}) is whole


@pytest.mark.parametrize(
    ("name", "kind"),
    [("KTV Nord", "organisation"), ("Radio Tessin", "organisation"), ("TNA", "organisation"), ("Ann Orr", "person")],
)
def test_the_broadcaster_is_a_station_or_a_person_by_the_name(pipeline: Pipeline, name: str, kind: str) -> None:
    text = f"The minister told the broadcaster {name} on Sunday that the bridge was safe."
    assert names(pipeline, text)[name] == kind


def test_initials_with_dots_are_a_land_or_body_but_not_those_of_a_person(pipeline: Pipeline) -> None:
    found = names(pipeline, "Talks between the U.S. and Norway ended, the C.I.A. said. The N.D.L. said that J.R. Orr had left.")
    assert found["U.S."] == "place"
    assert found["C.I.A."] == "organisation"
    assert "N.D.L." in found
    assert "J.R." not in found


def test_names_in_a_title_case_line_are_those_of_the_text_below(pipeline: Pipeline) -> None:
    text = "Keldor Buys Anstrom For $30 Million\n\nKeldor said it would buy Anstrom. The price of Keldor's shares rose."
    assert set(names(pipeline, text)) == {"Keldor", "Anstrom"}
    text = "Mira Tolland Checks Into Sanatorium\n\nThe singer Mira Tolland has gone to a clinic. Her doctor met Tolland."
    found = words_of(pipeline.nlp(text))
    assert next(p.start for p in find_names(found) if p.name == "Mira Tolland") == 0


def test_a_usual_word_in_a_title_case_line_is_not_the_name_that_it_may_be(pipeline: Pipeline) -> None:
    text = "Prices Rose Again In Southern Towns\n\nThe minister, Anna Rose, said so on Friday. Rose was calm."
    found = words_of(pipeline.nlp(text))
    assert not [p for p in find_names(found) if p.name_span[0] < found.title_end]


def test_an_office_in_capitals_behind_a_name_is_no_part_of_it(pipeline: Pipeline) -> None:
    text = "Keldor CEO, Mira Tolland, said it was late."
    assert names(pipeline, text) == {"Keldor": "organisation", "Mira Tolland": "person"}
    assert "Keldor CEO" in nouns(pipeline, text)


def test_a_land_before_a_word_for_a_company_or_force_is_of_its_name(pipeline: Pipeline) -> None:
    found = names(pipeline, "Singapore Ferries met China Telecom. The South Korea Air Force left. Norway Monday warned China.")
    assert found["China Telecom"] == "organisation"
    assert found["South Korea Air Force"] == "group"
    assert found["China"] == found["Norway"] == "place"


def test_letters_and_figures_together_are_a_name_whatever_their_part_of_speech(pipeline: Pipeline) -> None:
    found = names(pipeline, "Norway bought twenty K-17s in May 2019. The K-17 programme cost 40m.")
    assert {"K-17s", "K-17"} <= found.keys()
    assert not {"2019", "40m"} & found.keys()
