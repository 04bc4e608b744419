"""Descriptions that stand for somebody named before, in sentences written for these tests."""

import pytest

from tests.annotation.coreference.test_find import Reader
from variorum.annotation.nlp import Pipeline


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        (
            "At the invitation of the King of Orn, Per Dahl, the Chancellor of Velm, Ida Moss, came. The Chancellor sang.",
            "Ida Moss",
            "The Chancellor",
        ),
        (
            "With the secretary of the union, Tom Arlen, the chairwoman of the mill, Ida Moss, signed. The chairwoman sang.",
            "Ida Moss",
            "The chairwoman",
        ),
        ("The Honourable Minister, Josan Keruba, came on Monday. The Minister sang.", "Josan Keruba", "The Minister"),
        ("A group that calls itself the Orn Liberation Front sang.", "Orn Liberation Front", "A group"),
        (
            "Mines Minister Ida Moss spoke. Asked about the Prime Minister, she laughed. The minister sang.",
            "Ida Moss",
            "The minister",
        ),
        ('President Ilona Marek ordered a curfew. "It is hard," the head of state said.', "Ilona Marek", "the head of state"),
        (
            "The head of government, Olav Brandt, is ill. The prime minister said he would rest.",
            "Olav Brandt",
            "prime minister",
        ),
        (
            'The union\'s general secretary, Bram Oller, waited. "We are ready," the union leader said.',
            "Bram Oller",
            "the union leader",
        ),
        (
            "Chief executive Marta Lind sent a statement. The company's CEO added that production had stopped.",
            "Marta Lind",
            "CEO",
        ),
        (
            'One resident, Karim Bin Yusuf, said the water came. "We lost it," the father of three said.',
            "Karim Bin Yusuf",
            "the father of three",
        ),
        (
            "Edvin Rask, 57, jumped into a raft, according to passenger Kjell Moberg.\n\n"
            '"He had dry shoes," the 44-year-old plumber said.',
            "Kjell Moberg",
            "the 44-year-old plumber",
        ),
        ("Oskar Dreyl said he would go. The 54-year-old said no more.", "Oskar Dreyl", "The 54-year-old"),
        ("Sefa Orlin commanded the brigade until Monday. The commander said she would return.", "Sefa Orlin", "commander"),
        ("They just drove in, said a baker who gave his name only as Jor.", "Jor", "a baker"),
        (
            "Members of the Harbour Workers' Alliance walked out. Their union said the offer was an insult.",
            "Harbour Workers' Alliance",
            "Their union",
        ),
        (
            "Rain fell all day. Minister of Forests Pavle Dorin spoke. The minister said he would stay.",
            "Pavle Dorin",
            "The minister",
        ),
        (
            "Rain fell all day. Commissioner for Fair Trade Pavle Dorin spoke. The commissioner said he would stay.",
            "Pavle Dorin",
            "The commissioner",
        ),
        ("The fight divides Gov. Martin Osk's party. The governor opposes the dam.", "Martin Osk", "The governor"),
        ("It was drawn up by Pell Orrin, a law firm, in May. The firm said it was sound.", "Pell Orrin", "The firm"),
        ("Anselm Airways cut ten flights. The airline said it was sorry.", "Anselm Airways", "The airline"),
        (
            "Fiancée Ada Moss told the court of it. “I cooked for him,” the blonde florist said.",
            "Ada Moss",
            "the blonde florist",
        ),
        ("Ada Moss wept. “They took the boat,” said the widow, who is due in Lent’s court.", "Ada Moss", "the widow"),
        ("Ragna Teig left. “It is over,” her brother-in-law said. He would sell the boat.", "her brother-in-law", "He"),
        ("Pell Arsenal said nothing. The arsenal has made guns for a century.", "Pell Arsenal", "The arsenal"),
    ],
)
def test_a_description_stands_for_the_name(pipeline: Pipeline, text: str, name: str, description: str) -> None:
    reader = Reader(pipeline, text)
    assert reader.same(name, description)
    assert reader.at(name).named == name[0].isupper()


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("Ida Moss asked the Prime Minister, Tom Orr, to come. The mines minister came too.", "Tom Orr", "The mines minister"),
        ("Edvin Rask, 57, jumped. The 44-year-old said he saw it.", "Edvin Rask", "The 44-year-old"),
        ("Mayor Donna Kett spoke. The union leader said the talks were over.", "Donna Kett", "union leader"),
        ("Fire chief Tom Bexley came. The police chief said two were hurt.", "Tom Bexley", "The police chief"),
        ("Tom Hale lay in hospital. The father of the victim said he was angry.", "Tom Hale", "The father of the victim"),
        ("Police in Belkan arrested Jon Drane. The mayor said he was sorry.", "Jon Drane", "The mayor"),
        ("Ada Moss was hurt on Friday. “The bridge was closed,” the minister said.", "Ada Moss", "the minister"),
        ("The plan, named Project Heron, is dead. The postal union said it was glad.", "Project Heron", "The postal union"),
        ("Hydrologists at the University of Lent wrote that the company had lied.", "University of Lent", "the company"),
        ("The house on Mill Square will open. The city said it would pay.", "Mill Square", "The city"),
        ("Two officials said that Commander Tom Orr was dead. “We saw it,” the official said.", "Tom Orr", "the official"),
        ("Delchem said nothing. The union said the offer was an insult.", "Delchem", "The union"),
        ("Dravik recalled its cars. The national road agency said it had 27 complaints.", "Dravik", "The national road agency"),
    ],
)
def test_a_description_of_somebody_else_is_left_apart(pipeline: Pipeline, text: str, name: str, description: str) -> None:
    assert not Reader(pipeline, text).same(name, description)


def test_what_is_reported_does_not_report(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "The panel freed him. The Treasury, it recalls besides, had ordered a million doses.")
    assert not reader.same("Treasury", ", it")


def test_not_a_single_civilian_is_nobody(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "Not a single civilian came to harm, the general stressed. He denied any shelling.")
    assert reader.same("the general", "He")


def test_who_asks_is_not_who_answers(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "Sergeant Idris Salk could not remember. Asked by Honor Zubar whether he lied, he responded.")
    assert reader.at(", he").name == "Idris Salk"


def test_an_office_carries_the_name_of_who_holds_it(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "President Ruvan Delk will speak on Wednesday, his office said.")
    assert reader.at("office").name == "Ruvan Delk's office"


def test_a_foreign_name_that_he_refers_to_is_a_person(pipeline: Pipeline) -> None:
    text = "The crane turns because Bakhyt Dzhaksylyk oils it. There is no water. \u201cPeople laugh,\u201d he said. "
    reader = Reader(pipeline, text + "Mr. Dzhaksylyk makes his rounds on Sundays.")
    assert reader.at("Bakhyt Dzhaksylyk").type == "person"
    assert reader.same("Bakhyt Dzhaksylyk", " he")


def test_a_title_behind_the_article_names_a_ship(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "The captain left the Lady Ansgard first. Lady Anna Holt said she was shocked.")
    assert reader.at("Ansgard").type == "work"
    assert reader.at("Holt").type == "person"


def test_staff_and_shares_show_a_company(pipeline: Pipeline) -> None:
    reader = Reader(pipeline, "Quellon boss Martin Stahl left on Friday. Quellon denied it.")
    assert reader.at("Quellon").type == "organisation"
    assert reader.at("Martin Stahl").type == "person"
