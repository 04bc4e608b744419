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


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The coffin was followed by 5,000 people according to the police, by 12,000 according to the guild of Salm.", True),
        ("The guards counted 25,000 people on the quay, and the Harbour Union 45,000.", True),
        ("The crowd was put at 3,000 by the guards and at more than 40,000 by the Harbour Union.", True),
        ("Mayor Pia Marr spoke to 4,000 people on the quay; the guards spoke of 900.", True),
        ("The guards counted 3,000 people on the quay and 900 in the square.", False),
        ("Built for 620 prisoners, Salm Castle holds more than 1,400.", False),
    ],
)
def test_two_who_are_credited_in_one_sentence_are_two_voices(text: str, *, apart: bool, told: Told) -> None:
    articles = (told("a", text),)
    one, other = find_figures(statements_of(articles, merge_entities(articles)), names=_names(articles))
    assert (one.voice != other.voice) == apart


def _names(articles: tuple[AnnotatedArticle, ...]) -> dict[str, str]:
    return {member: e.id for e in merge_entities(articles) for member in e.members}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Forty-six people were taken to the clinic of Salm, said its director, eight of them badly burned.", {46.0}),
        ("Two men died on Monday, bringing the number of dead to seven.", {7.0}),
        ("Three inspectors and a driver came to the gate.", {3.0}),
        ("The plane had 141 passengers and six crew.", {6.0}),
        ("The number of dead rose by 12 to 40.", {40.0}),
    ],
)
def test_parts_and_steps_are_no_counts(text: str, values: set[float], told: Told) -> None:
    articles = (told("a", text),)
    assert {f.quantity.value for f in find_figures(statements_of(articles, merge_entities(articles)))} == values
