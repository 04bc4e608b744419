"""Steps told as free in one report and as forced in another."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.disagreements.will import will_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def verdicts(one: str, other: str, told: Told, encoder: SentenceEncoder | None) -> list[Verdict]:
    both = (told("a", one, day="2031-05-20"), told("b", other, day="2031-05-20"))
    entities = merge_entities(both)
    statements = statements_of(both, entities)
    return list(will_verdicts(statements, setting_of(statements, entities), encoder))


def kinds(one: str, other: str, told: Told, encoder: SentenceEncoder | None) -> list[str]:
    return [v.kind for v in verdicts(one, other, told, encoder)]


@pytest.mark.parametrize(
    ("free", "forced"),
    [
        ("Governor Ilse Brand left the bank at her own request.", "Governor Ilse Brand was shown the door at the bank."),
        ("Ilse Brand resigned of her own free will, the office said.", "The board dismissed Ilse Brand on Monday."),
        ("Nobody asked Ilse Brand to leave the bank.", "Ilse Brand was forced out of the bank, an official said."),
        ("Ilse Brand resigned as governor of the bank.", "The president sacked Ilse Brand as governor of the bank."),
        (
            "President Karel Haldo has withdrawn his troops from Ormia, the palace said.",
            "The government of Ormia forced the Haldian troops to leave the country.",
        ),
        (
            "The guards left the mine of their own accord, the owner said.",
            "The province had asked the guards to leave the mine, a clerk said.",
        ),
        ("The dairy Orm is voluntarily recalling its yoghurt.", "The food office ordered the recall of Orm's yoghurt."),
    ],
)
def test_a_free_step_is_set_against_a_forced_one(free: str, forced: str, told: Told, encoder: SentenceEncoder) -> None:
    assert kinds(free, forced, told, encoder) == ["agency"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilse Brand left the bank at her own request.", "Piet Larsen was shown the door at the museum."),
        ("Ilse Brand left the bank at her own request.", "Ilse Brand resigned of her own free will."),
        ("The first soldiers have left the island.", "The island told the soldiers to leave within 90 days."),
        ("President Karel Haldo has withdrawn his troops from Ormia.", "Ormia forced the bakers of Dorn to leave the market."),
        ("We do not drive armies out.", "The army drove out about 600 rebels from the valley."),
        (
            "Governor Ilse Brand signed the plan, which the board of Orm had drawn up on its own initiative, on Monday.",
            "Governor Ilse Brand ordered the board to leave the bank on Monday.",
        ),
        ("Ilse Brand left the bank at her own request.", "The ministry denied that Ilse Brand was forced out of the bank."),
        ("The fleet withdrew its ships voluntarily after the shots.", "Two shots were fired at the ships of the fleet."),
    ],
)
def test_other_parties_and_the_same_will_are_left_alone(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert kinds(one, other, told, encoder) == []


def test_it_is_called_by_all_that_both_name_and_by_the_words_of_one_for_the_people(
    told: Told, encoder: SentenceEncoder
) -> None:
    free = "President Karel Haldo has withdrawn his troops from Ormia, the palace said."
    forced = "The government of Ormia forced the Haldian soldiers to leave the country."
    assert [v.about for v in verdicts(free, forced, told, encoder)] == ["government of Ormia, troops"]


@pytest.mark.parametrize("gone", ["Governor Ilse Brand left the bank in May.", "Governor Ilse Brand departed from the bank."])
def test_that_somebody_left_says_nothing_of_whose_will_it_was(gone: str, told: Told, encoder: SentenceEncoder) -> None:
    assert kinds(gone, "The board dismissed Governor Ilse Brand from the bank.", told, encoder) == []
