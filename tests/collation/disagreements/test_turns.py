"""All that a voice says in a row, on invented sentences."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.claims.verdicts import Side
from variorum.collation.disagreements.turns import whole_turn
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def turn(text: str, answered: str, told: Told, denier: str | None = None) -> str:
    """The whole turn that the words ``answered`` of ``text`` end, for the one called ``denier``."""
    article = told("a", text)
    entities = merge_entities((article,))
    setting = setting_of(statements_of((article,), entities), entities)
    start, end = text.index(answered), text.index(answered) + len(answered)
    around = (q.speaker for q in article.quotations if any(a <= start and end <= b for a, b in q.content))
    ids = {e.name: e.id for e in entities}
    side = Side(article, (start, end), "said", setting.roll.id(next(around, None)))
    return whole_turn(side, ids[denier] if denier else None, setting).member().exact


@pytest.mark.parametrize(
    ("text", "answered", "whole"),
    [
        (
            "Ilse Brand said two boats had sunk. Ilse Brand said the planks had cracked.",
            "the planks had cracked",
            "two boats had sunk. Ilse Brand said the planks had cracked",
        ),
        (
            "A guard said two boats had sunk. “I heard the planks crack,” one of the guards said.",
            "I heard the planks crack",
            "two boats had sunk. “I heard the planks crack",
        ),
        (
            "Ilse Brand said that the pumps had been sold and that the money was gone.",
            "the money was gone",
            "the pumps had been sold and that the money was gone",
        ),
        (
            "Ilse Brand said it rained. Ilse Brand said it snowed. Ilse Brand said it hailed. Ilse Brand said it froze.",
            "it froze",
            "it snowed. Ilse Brand said it hailed. Ilse Brand said it froze",
        ),
    ],
)
def test_a_turn_holds_what_its_voice_says_in_a_row(text: str, answered: str, whole: str, told: Told) -> None:
    assert turn(text, answered, told) == whole


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("A guard said two boats had sunk. One of the guards said the planks had cracked.", "the planks had cracked"),
        ("Otto Held said the vault had been emptied. “It was dark,” Ilse Brand said.", "It was dark"),
        ("Clerk Ilse Brand said the vault had been emptied. “It was dark,” a clerk said.", "It was dark"),
        ("Some clerks of Orlen Bank said the vault had been emptied. “It was dark,” Orlen Bank said.", "It was dark"),
        ("It was reported that the pumps had been sold and that the money was gone.", "the money was gone"),
        ("Otto Held said the mill was full of rats. The mill was empty on Friday.", "The mill was empty on Friday"),
    ],
)
def test_what_another_voice_says_is_no_part_of_a_turn(text: str, answered: str, told: Told) -> None:
    assert turn(text, answered, told) == answered


def test_a_sentence_in_which_the_denier_speaks_is_no_part_of_what_is_denied(told: Told) -> None:
    text = "Ilse Brand said the mill was full of rats, Piet Larsen said it was clean. Ilse Brand said nobody came."
    assert turn(text, "nobody came", told, "Piet Larsen") == "nobody came"
    assert turn(text, "nobody came", told).startswith("the mill was full of rats")
