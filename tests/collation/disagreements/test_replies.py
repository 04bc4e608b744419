"""Two voices side by side that cannot both be right."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.claims.verdicts import Side
from variorum.collation.disagreements.replies import reply_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]
OTHERS = " The harbour of Dorn is closed. Rain is forecast for the weekend. The school choir sang at noon."


def found(text: str, told: Told, encoder: SentenceEncoder | None, known: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    article = told("a", text + OTHERS)
    entities = merge_entities((article,))
    statements = statements_of((article,), entities)
    spans = [(article.text.index(words), article.text.index(words) + len(words)) for words in known]
    sides = [Side(article, span, "", None) for span in spans]
    verdicts = reply_verdicts(statements, setting_of(statements, entities), encoder, [sides])
    return [(v.sides[0].member().exact, v.sides[1].member().exact, v.kind) for v in verdicts]


DYKE = "Farmer Ole Brandt says the dyke broke at two places. The water board says that it never broke."


@pytest.mark.parametrize(
    ("text", "said", "answer"),
    [
        (DYKE, "the dyke broke at two places", "that it never broke"),
        (
            "According to the police, the crowd threw stones; the organisers say not one stone was thrown.",
            "the crowd threw stones",
            "not one stone was thrown",
        ),
        (
            "The airline says its crew closed the door. The crew says that the door was closed by the ground staff.",
            "its crew closed the door",
            "that the door was closed by the ground staff",
        ),
    ],
)
def test_an_answer_is_set_against_what_it_answers(
    text: str, said: str, answer: str, told: Told, encoder: SentenceEncoder
) -> None:
    assert found(text, told, encoder) == [(said, answer, "polarity")]


@pytest.mark.parametrize(
    "text",
    [
        "Minister Olga Pern said the ferry was safe. Captain Jon Varr said the weather had been good.",
        "Coach Mina Solt said the team had trained hard. Captain Piet Dorn said he was proud of the fans.",
        "The ministry said the bridge would reopen in May. The engineer Ada Kline said work had begun on Monday.",
        "The hospital said two children were treated. A nurse said that they were brought by their grandfather.",
        "Judge Iva Brenn says that the trial begins in June. Her clerk says that 40 witnesses have been called.",
    ],
)
def test_voices_that_tell_two_things_are_not_set_against_each_other(text: str, told: Told, encoder: SentenceEncoder) -> None:
    assert found(text, told, encoder) == []


def test_a_difference_that_is_known_is_not_shown_twice(told: Told, encoder: SentenceEncoder) -> None:
    assert found(DYKE, told, encoder, known=("the dyke broke", "it never broke")) == []
    assert found(DYKE, told, encoder, known=("the dyke broke",))


def test_nothing_is_found_without_an_encoder(told: Told) -> None:
    assert found(DYKE, told, None) == []
