"""What is told in a word or a number alone, on invented sentences."""

import pytest

from variorum.annotation.attributions.candidates import propose
from variorum.annotation.attributions.page import lay_out


def found(pipeline, text, rule="terse"):
    page = lay_out(pipeline.nlp(text))
    words = lambda tokens: page.text(min(tokens), max(tokens) + 1)  # noqa: E731
    return [(a.speaker.text, words(a.content)) for a in propose(page)[0] if a.rules[0] == rule]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ferry line says 40 minutes.", [("line", "40 minutes")]),
        ("The guild says 16 weeks, the shipyard eleven.", [("guild", "16 weeks"), ("shipyard", "eleven")]),
        (
            "The guild says 9,000, the brewers say fewer than 4,000, Professor Oland says 3,500.",
            [("guild", "9,000"), ("brewers", "fewer than 4,000"), ("Oland", "3,500")],
        ),
        ("The police told the agency 300 and told the paper 2,000.", [("police", "300"), ("police", "2,000")]),
        ("The mayor says sabotage, the engineer says frost.", [("mayor", "sabotage"), ("engineer", "frost")]),
        ("The mayor says March 2.", [("mayor", "March 2")]),
        ("Dealers said not one crown.", [("Dealers", "not one crown")]),
        ("Orlan says six, out of courtesy.", [("Orlan", "six, out of courtesy")]),
        (
            "Of the wounded, 26 according to the clinic, 31 according to the Lantern.",
            [("clinic", "26"), ("Lantern", "31")],
        ),
    ],
)
def test_a_word_or_a_number_stands_for_a_statement(pipeline, text, told):
    assert found(pipeline, text) == told


@pytest.mark.parametrize(
    "text",
    [
        "The owner said 12 sailors had drowned.",
        "The ship sank, the owner said June 12.",
        "The ship sank, he said two days later.",
        "He told reporters 20 times that the plan was dead.",
        "The bishop said mass.",
        "The minister said Tuesday.",
        "The pilot says sorry.",
        "The court wrote 14 pages.",
        "Forty boats were lost, according to the guild.",
    ],
)
def test_no_statement_is_made_of_a_time_or_a_way_of_speaking(pipeline, text):
    assert found(pipeline, text) == []
