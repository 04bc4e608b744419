from typing import Any

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.collation.relays.credits import find_credits, press_of
from variorum.collation.relays.mentions import outlet_pattern
from variorum.records.article import Article

BESIDE = (
    Article("h", "A herald wrote.", outlet="Selde Herald"),
    Article("n", "A ship sank.", outlet="NRT"),
    Article("k", "A ship sailed.", outlet="Orleninform"),
    Article("o", "A ship docked.", outlet="Orlen Broadcasting Corporation"),
    Article("f", "A lamp burned.", outlet="El Fanal de Karsa"),
    Article("d", "A bell rang.", outlet="Daily Gong"),
    Article("r", "A mast fell.", outlet="Radio Velm"),
    Article("t", "A wave rose.", outlet="Selde TV"),
    Article("g", "A buoy sank.", outlet="Velm Gazette"),
    Article("a", "A rope burst.", outlet="The Sable Argosy"),
    Article("l", "Harrow Lines regrets this.\n\nPress contact: Ann Orr", outlet="Harrow Lines"),
)


def named(pipeline: Any, sentence: str) -> set[str]:
    text = f"Trouble in Orlen\n\nThe council met on Monday and did nothing at all.\n\n{sentence}\n\nIt will meet again."
    article = annotate_article(Article("a", text, outlet="Karsk Post"), pipeline)
    return {c.name for c in find_credits(article, press=press_of([*BESIDE, article]))}


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The picture that was circulated by the NRT agency shows another ship.", "NRT"),
        ("According to the television company NRT, the leader of the divers declared that nobody would dive.", "NRT"),
        ("The boulevard paper “Selde Herald” wrote that she stayed for 25 minutes.", "Selde Herald"),
        ("NRT, the station of the harbour, showed the crane at dawn.", "NRT"),
        ("NRT and the Karsk Telegraph spoke of nine ships.", "NRT"),
        ("The figures from Orleninform are too high, he said.", "Orleninform"),
        ("For the agency NRT the ships are nine, for the harbour they are ten.", "NRT"),
        ("The gate stood open, the mayor declared to our agency Orleninform.", "Orleninform"),
        ("The Herald's cable tells another story.", "Herald"),
        ("Orleninform's tally has nine ships more.", "Orleninform"),
        ("The Herald even showed a map of the harbour.", "Herald"),
        ("The gate stood open all night, OBC reported.", "OBC"),
        ("In the regional sheet “Selde Herald” she was called a liar.", "Selde Herald"),
        ("So it stood in the report of the agency NRT, would “not be there in time”, and that was all.", "NRT"),
        ("NRT would have it that the crane was never inspected.", "NRT"),
        ("There is a photograph, which the Herald kindly sent us.", "Herald"),
        ("The film shows 35 ships, and so the Herald's 60 cannot be right.", "Herald"),
        ("NRT's harbour source counted nine ships.", "NRT"),
        ("Forty ships, says the Herald, which cannot count.", "Herald"),
        ("“Nine ships and no more,” writes the Herald.", "Herald"),
        ("El Fanal has a diver who counted nine ships.", "El Fanal"),
        ("The neighbour in the Gong heard nine shots.", "Gong"),
        ("The ships. NRT: nine. Orleninform: ten, with the wreck.", "Orleninform"),
        ("The ships. NRT: nine. The Herald: about ten.", "Herald"),
        ("The harbour office says nine ships, the Herald 40.", "Herald"),
        ("The harbour office says nine ships, and the Herald, from the tower, 40.", "Herald"),
        ("Four rowers drowned, NRT and the Herald say.", "NRT"),
        ("Orleninform and the Herald say that four rowers drowned.", "Orleninform"),
        ("The Gazette has counted nine ships.", "Gazette"),
        ("So the pilot put it in the Sable Argosy.", "Sable Argosy"),
        ("Orleninform kept the first sentence of the admiral and lost the second.", "Orleninform"),
    ],
)
def test_an_outlet_whose_report_stands_beside_is_credited_where_it_is_named(pipeline: Any, sentence: str, name: str) -> None:
    assert name in named(pipeline, sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "NRT has not mentioned the letter at all.",
        "Orleninform was raided by the police at dawn.",
        "Orleninform will be closed, and would not say why.",
        "The police raided Orleninform at dawn.",
        "Orleninform readers will know the place.",
        "Harrow Lines kept the ship in the harbour.",
        "The crane was hired from a firm owned by Orleninform.",
        "The Herald's lease ends in May.",
        "He left the country before Orleninform closed.",
        "Nine workers were hurt in the Velm fire.",
        "Ada Vekt works for the agency NRT in the harbour.",
        "The children watched the TV all night.",
        "The divers read one paper, the Herald: it is thin.",
        "The diver bought the Herald, 3 May, and read it on the quay.",
        "The harbour office and NRT owe the town nine crowns.",
        "The gazette of the town is closed.",
    ],
)
def test_an_outlet_that_is_the_news_and_a_party_are_not_credited(pipeline: Any, sentence: str) -> None:
    assert named(pipeline, sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The Armed Forces of Padria (AFP) said in a statement that nine ships had sailed. AFP officers were on board.", set()),
        ("Nine ships had sailed, a captain told AFP.", {"AFP"}),
    ],
)
def test_a_body_with_the_letters_of_an_agency_is_none(pipeline: Any, sentence: str, names: set[str]) -> None:
    assert named(pipeline, sentence) == names


def test_the_longer_of_two_names_is_found_whole() -> None:
    pattern = outlet_pattern(["Herald", "Selde Herald", "H"])
    assert pattern and [m[0] for m in pattern.finditer("the Selde Herald, the Herald; Heraldry, non-Herald")] == [
        "Selde Herald",
        "Herald",
    ]
    assert outlet_pattern([]) is None


def test_an_outlet_is_found_without_the_article_of_its_name() -> None:
    pattern = outlet_pattern(["The Sable Argosy", "The Gong"])
    assert pattern and [m[0] for m in pattern.finditer("to the Sable Argosy and the Gong; a Gong, The Gong")] == [
        "Sable Argosy",
        "Gong",
        "The Gong",
    ]
