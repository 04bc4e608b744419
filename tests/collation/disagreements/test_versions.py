"""Two versions of how somebody died, came free, or what caused a fire."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.versions import version_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def kinds(one: str, other: str, told: Told, encoder: SentenceEncoder | None) -> list[str]:
    both = (told("a", one, day="2031-05-20"), told("b", other, day="2031-05-20"))
    entities = merge_entities(both)
    statements = statements_of(both, entities)
    return [v.kind for v in version_verdicts(statements, setting_of(statements, entities), encoder)]


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("The driver Piet Larsen was shot on Friday.", "The driver Piet Larsen died of a fever.", "agency"),
        ("Soldiers on Monday freed 12 engineers from the mine.", "Rebels on Monday released 12 engineers.", "agency"),
        ("The fire at the mill was set on purpose.", "The fire at the mill was caused by a short circuit.", "agency"),
        ("A technical fault stopped the port's computers.", "A cyberattack stopped the port's computers.", "agency"),
        ("The miner Piet Larsen fell from a ladder.", "The miner Piet Larsen was killed by a rubber bullet.", "agency"),
        ("A stoker at the boiler house opened the wrong valve.", "A steam pipe at the boiler house had burst.", "agency"),
        ("The fire at the mill was arson, police said.", "The fire at the mill was not arson, the owner said.", "polarity"),
    ],
)
def test_two_versions_of_one_matter_differ(one: str, other: str, kind: str, told: Told, encoder: SentenceEncoder) -> None:
    assert kinds(one, other, told, encoder) == [kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The driver Piet Larsen was shot on Friday.", "The teacher Ilse Brand died of a fever."),
        ("The fire at the mill was arson, police said.", "Reports that lightning struck the mill were wrong."),
        ("The fire at the mill was set on purpose.", "The fire at the mill was deliberate, police said."),
        ("Some 40 miners escaped from their captors.", "Rebels released 21 miners after talks."),
        ("The guard was shot dead in the camp.", "A suicide attack in the town killed eight people at the camp."),
        ("The fire at the mill was set on purpose.", "The blackout in Dorn was caused by a short circuit."),
        ("The driver Piet Larsen was shot on Friday.", "Police asked whether the driver Piet Larsen died of a fever."),
    ],
)
def test_one_version_other_matters_and_questions_do_not(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert kinds(one, other, told, encoder) == []


def test_nothing_is_found_without_an_encoder(told: Told) -> None:
    assert kinds("Piet Larsen was shot.", "Piet Larsen died of a fever.", told, None) == []
