"""Attributions by whose account it is, on invented sentences."""

import pytest

from variorum.annotation.attributions.accounts import accounts
from variorum.annotation.attributions.page import lay_out


def found(pipeline, text):
    page = lay_out(pipeline.nlp(text))
    words = lambda tokens: " ".join(page.doc[i].text for i in sorted(tokens) if not page.doc[i].is_punct)  # noqa: E731
    return [(a.speaker.text, words(a.content)) for a in accounts(page)]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "By the union's reckoning, eight buses in ten never left the yard.",
            "union",
            "eight buses in ten never left the yard",
        ),
        ("By her count, 14 crates were missing.", "her", "14 crates were missing"),
        ("The mayor's version is that the wall fell in the night.", "mayor", "that the wall fell in the night"),
        ("If the operator is to be believed, only 300 people stayed at home.", "operator", "only 300 people stayed at home"),
        ("The diary of a fisherman, as he puts it, is no gospel.", "he", "The diary of a fisherman is no gospel"),
        ("In the words of the ferryman, the river had come to dinner.", "ferryman", "the river had come to dinner"),
        ("Her advice was to leave the valley at once.", "Her", "to leave the valley at once"),
        ("The union's tally was 4,000 marchers.", "union", "4,000 marchers"),
        ("The roof was old, it was said in the ministry.", "ministry", "The roof was old"),
        ("If you believe the mayor, the wall fell in the night.", "mayor", "the wall fell in the night"),
        ("Nine boats sank; by the guild's count, six men are missing.", "guild", "six men are missing"),
        ("Next to him stood a baker whose view was that the council should go.", "baker", "that the council should go"),
    ],
)
def test_whose_account_it_is(pipeline, text, speaker, content):
    assert found(pipeline, text) == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The bank put the money in the firm's account, and nobody asked.",
        "The film's version is longer.",
        "The view from Velda is that the ministry has lost.",
        "The mayor's count was not that good.",
        "If the bridge is to be closed, buses will stop.",
        "“In her telling, the clerk walked out.”",
        "In my opinion the pier is lost.",
        "What nobody says is that the lock was open.",
        "His position is one of strength.",
        "The roof was old, it was repaired in the spring.",
        "The union's count was slow.",
    ],
)
def test_nobody_is_made_to_speak(pipeline, text):
    assert found(pipeline, text) == []
