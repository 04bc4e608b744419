from typing import Any

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.collation.relays.credits import find_credits
from variorum.collation.relays.media import called_media
from variorum.records.article import Article


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("The bridge was closed by mistake, a source in the ministry told OrlenTA.", {"OrlenTA"}),
        ("The harbour would open in May, its master told KRTA on Monday.", {"KRTA"}),
        ("In an interview with the Sunday Lantern he lauded the harbour master’s “patience”.", {"Sunday Lantern"}),
        ("The airline would be in touch, Frode told The Undaunted after the flight.", {"Undaunted"}),
        ("The bridge was closed by mistake, according to The Undaunted.", {"Undaunted"}),
        ("The gate had stood open all night, the Orlen Advocate reported.", {"Orlen Advocate"}),
        ("The Orlen Advocate reported that the gate had stood open all night.", {"Orlen Advocate"}),
        ("“The gate is shut,” writes the old master of the harbour, Ann Orr, in the weekly Lumen.", {"Lumen"}),
        ("Somebody wrote that the gate had stood open.", set()),
        ("The gate stood open, Ann Orr told the Karsk Post. “Nobody knew,” Orr said on the Morning Hour.", set()),
        ("Halvorn reported the leak at nine, five hours after it began.", set()),
        ("The gate had stood open all night, the Interior Ministry reported.", set()),
        ("He spoke of boats in The Quiet Quays, and was heard in The Hague.", set()),
        ("The minister told the High Court that the bridge was safe.", set()),
        ("The minister told NATO that the bridge was safe.", set()),
        ("The minister told KRTA's ambassador that the bridge was safe.", set()),
        ("The bridge was safe, the minister told KRTA. KRTA said it had heard that before.", set()),
        ("Sixty ships lie in port, according to the network company Orlentrans.", set()),
        ("Forty sailors are still held, according to the network Wide Quay.", set()),
        ("Forty sailors are still held, according to the television network Wide Quay.", {"Wide Quay"}),
    ],
)
def test_who_is_told_something_and_is_no_body_and_no_party_is_an_outlet(pipeline: Any, sentence: str, names: set[str]) -> None:
    text = f"Trouble in Orlen\n\nThe council met on Monday and did nothing at all.\n\n{sentence}\n\nIt will meet again."
    assert {c.name for c in find_credits(annotate_article(Article("a", text, outlet="Karsk Post"), pipeline))} == names


def test_a_noun_in_another_clause_does_not_make_an_outlet(pipeline: Any) -> None:
    text = "We learned of this from the television,” Colonel Orlan Perrik, an army spokesman, told KRTA."
    article = annotate_article(Article("a", f"Trouble\n\nThe council met.\n\n“{text}", outlet="Karsk Post"), pipeline)
    assert "Perrik" not in {part for c in find_credits(article) for part in c.name.split()}


@pytest.mark.parametrize(
    ("sentence", "outlet", "person"),
    [
        ("To the radio Velm Two the reporter Sorven has narrated how the guards struck him.", "Velm Two", "Sorven"),
        ("To the television Channel Nine the journalist Perrow has told how it was.", "Channel Nine", "Perrow"),
    ],
)
def test_a_person_behind_the_outlet_that_he_told_something_is_none(
    pipeline: Any, sentence: str, outlet: str, person: str
) -> None:
    text = f"Trouble in Orlen\n\nThe council met on Monday and did nothing at all.\n\n{sentence}\n\nIt will meet again."
    article = annotate_article(Article("a", text, outlet="Karsk Post"), pipeline)
    called = {e.name for e in article.entities if e.id in called_media(article)}
    assert outlet in called and person not in called
    assert person not in {c.name for c in find_credits(article)}


@pytest.mark.parametrize(
    ("outlet", "sentence", "names"),
    [
        ("QTV", "In an interview with the programme Lantern Hour, the harbour master ruled out a strike.", set()),
        ("QTV News", "In an interview with QTV's Lantern Hour, the harbour master ruled out a strike.", set()),
        (
            "Karsk Post",
            "In an interview with the programme Lantern Hour, the harbour master ruled out a strike.",
            {"Lantern Hour"},
        ),
        ("QTV", "In an interview with the Lantern Hour, the harbour master ruled out a strike.", {"Lantern Hour"}),
    ],
)
def test_a_programme_of_the_outlet_itself_is_no_source(pipeline: Any, outlet: str, sentence: str, names: set[str]) -> None:
    text = f"Trouble in Orlen\n\nThe council met on Monday and did nothing at all.\n\n{sentence}\n\nIt will meet again."
    assert {c.name for c in find_credits(annotate_article(Article("a", text, outlet=outlet), pipeline))} == names
