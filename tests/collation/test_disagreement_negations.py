"""Denials of all of a kind against the one clause that tells of it."""

from collections.abc import Callable

import pytest

from variorum.collation.claim_setting import setting_of
from variorum.collation.claim_statements import statements_of
from variorum.collation.disagreement_negations import negation_verdicts
from variorum.collation.entities import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


OTHERS = (
    " The harbour of Dorn is closed. Rain is forecast for the weekend. The school choir sang at noon. Bread costs two crowns."
)


def found(one: str, other: str, told: Told, encoder: SentenceEncoder | None) -> list[tuple[str, str]]:
    both = (told("a", one + OTHERS, day="2031-05-20"), told("b", other + OTHERS, day="2031-05-20"))
    entities = merge_entities(both)
    statements = statements_of(both, entities)
    verdicts = negation_verdicts(statements, setting_of(statements, entities), encoder)
    return [(a.member().exact, b.member().exact) for a, b in (v.sides for v in verdicts)]


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ("No helicopter flew that night.", "A military helicopter took off from Dorn at 7:40 p.m. that night."),
        ("No passenger was taken off the ferry by boat.", "Forty passengers were taken off the ferry by fishing boats."),
        ("Such an amendment is not being worked on.", "The government is finalising an amendment on forests."),
    ],
)
def test_a_denial_is_set_against_the_clause_that_tells_of_the_thing(
    denied: str, said: str, told: Told, encoder: SentenceEncoder
) -> None:
    assert [(a in said, b in denied) for a, b in found(denied, said, told, encoder)] == [(True, True)]


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ("No helicopter flew that night.", "The minister bought a helicopter for the police of Orlen in April."),
        ("No further passenger was taken off the ferry by boat.", "Forty passengers were taken off the ferry by boats."),
        ("If no passenger is taken off the ferry, the crew stays.", "Forty passengers were taken off the ferry by boats."),
        ("Nobody will lose a single crown.", "Customers have taken 1.4 billion crowns out of the bank."),
        ("There are no naval depots in the country.", "The naval depots in Japan, Turkey and Norway broke treaties."),
        ("No passenger was taken off the ferry.", "No passenger was taken off the ferry by the boats, the crew said."),
    ],
)
def test_limits_conditions_measures_and_other_matters_are_left_alone(
    denied: str, said: str, told: Told, encoder: SentenceEncoder
) -> None:
    assert found(denied, said, told, encoder) == []


def test_nothing_is_found_without_an_encoder(told: Told) -> None:
    assert found("No helicopter flew that night.", "A helicopter flew that night.", told, None) == []
