"""What a clause says with the words around it counted in: questions end with their sentence."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.statements import statements_of
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


@pytest.mark.parametrize(
    ("text", "predicate", "modality"),
    [
        ("They did not say who fired. The depot burned.", "burn", "asserted"),
        ("The inspectors did not say when the depot burned.", "burn", "question"),
        ("“Who fired on the depot?” the guards asked.", "fire", "question"),
        ("“Nobody fired on the depot.” The guards left.", "fire", "asserted"),
    ],
)
def test_a_question_ends_with_its_sentence(text: str, predicate: str, modality: str, told: Told) -> None:
    article = told("a", text, day="2031-05-20")
    found = [s.modality for s in statements_of((article,), merge_entities((article,))) if s.predicate == predicate]
    assert found == [modality]
