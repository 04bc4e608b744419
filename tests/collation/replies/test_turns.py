"""Turns of two voices that stand side by side."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.entities.find import merge_entities
from variorum.collation.replies.turns import neighbours
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def found(text: str, told: Told) -> list[tuple[str, str]]:
    article = told("a", text)
    entities = merge_entities((article,))
    setting = setting_of(statements_of((article,), entities), entities)
    return [(text[slice(*a.span)], text[slice(*b.span)]) for a, b in neighbours(article, setting)]


def test_two_voices_of_one_sentence_and_of_two_in_a_row_are_neighbours(told: Told) -> None:
    text = "The police say that the fence held; the guests say that it fell. Mayor Ines Halvor said nobody was hurt."
    pairs = found(text, told)
    assert ("that the fence held", "that it fell") in pairs
    assert ("that it fell", "nobody was hurt") in pairs
    assert ("that the fence held", "nobody was hurt") in pairs


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ines Halvor said that the pool was full. Halvor said that the sauna was closed.",
        "Mayor Ines Halvor said that the pool was full. Rain fell on the town all day. Baker Tom Reiss said that it was empty.",
        "Two guards said that the gate was shut. One of them said that it had been shut since noon.",
        "A guest who was there said that the lamp fell. The guest said that nobody caught it.",
    ],
)
def test_one_voice_is_no_neighbour_of_itself_and_none_is_far_off(text: str, told: Told) -> None:
    assert found(text, told) == []
