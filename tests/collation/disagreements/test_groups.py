"""Clauses of one group that deny each other or date one event apart, in other words."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.find import group_claims
from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.collation.utterances.find import follow_utterances
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def kinds(one: AnnotatedArticle, other: AnnotatedArticle, encoder: SentenceEncoder) -> set[tuple[str, str]]:
    both, origins = (one, other), ((one.id,), (other.id,))
    entities = merge_entities(both)
    groups = group_claims(both, entities, origins, encoder)
    found = find_disagreements(both, entities, groups, follow_utterances(both, entities, encoder), origins)
    return {(d.kind, d.judgement) for d in found}


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (
            "The Harbour League denies that it has opened talks with Marlin Lines about a hiring plan.",
            ("The Harbour League already negotiates with Marlin Lines about a hiring plan.", "2031-05-20"),
            ("polarity", "conflict"),
        ),
        (
            "The captain, Olof Brand, was arrested on Monday afternoon in Dorn.",
            ("Captain Olof Brand was released from jail in Dorn on Wednesday.", "2031-05-22"),
            ("polarity", "update"),
        ),
    ],
)
def test_other_words_for_one_thing_can_differ(
    one: str, other: tuple[str, str], wanted: tuple[str, str], told: Told, encoder: SentenceEncoder
) -> None:
    assert wanted in kinds(told("a", one, day="2031-05-20"), told("b", other[0], day=other[1]), encoder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The inquiry will examine why nobody visited the depot.", "The depot had not been inspected since last year."),
        ("Ilse Brand has never taken a bribe in her life.", "Ilse Brand took two of the boxes home on Friday."),
        ("Two divers died on Monday night and a third on Tuesday.", "A diver died on Tuesday, his club said."),
        ("No duty will be paid on copper and wool from May.", "Copper and wool will be free of duty from May."),
        ("The mayor met the bishop on Monday.", "The mayor met the head of the guild on Wednesday."),
        ("The first boats arrived shortly after 6 a.m., fishermen said.", "The first boats arrived shortly after 6am."),
    ],
)
def test_what_can_both_hold_is_left_alone(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    found = kinds(told("a", one, day="2031-05-20"), told("b", other, day="2031-05-21"), encoder)
    assert not {kind for kind, _ in found} & {"polarity", "date"}
