"""Who gives a number: somebody, and no thing of which it is given."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.statements import statements_of
from variorum.collation.entities.find import merge_entities
from variorum.collation.figures.find import find_figures
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


@pytest.mark.parametrize(
    ("text", "voiced"),
    [
        ("The union counted 300 strikers.", True),
        ("Police put the crowd at 9,000 people.", True),
        ("The contract was put at 90 million crowns.", False),
        ("The contract mentions 40 barges.", False),
    ],
)
def test_only_somebody_gives_a_number(text: str, *, voiced: bool, told: Told) -> None:
    articles = (told("a", text),)
    figures = find_figures(statements_of(articles, merge_entities(articles)))
    assert [f.voice is not None for f in figures] in ([voiced], [voiced, voiced])
