"""How much a story contradicts itself: of a few clauses nothing is known, of many that agree it is."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.collation.disagreements.test_numbers import DIVERS, MORE_DIVERS
from variorum.collation.claims.setting import Setting, setting_of
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.claims.weights import Weights
from variorum.collation.disagreements.base_rate import mostly_agrees
from variorum.collation.disagreements.figures import figure_side


def setting(clauses: int) -> Setting:
    return replace(setting_of((), ()), weights=Weights(clauses, Counter()))


def rows(count: int, about: str = "the number of divers") -> list[tuple[Verdict, tuple[()]]]:
    sides = figure_side(DIVERS), figure_side(MORE_DIVERS)
    return [(Verdict("figure", "conflict", sides, about, 1.0, "Nine or fourteen."), ())] * count


@pytest.mark.parametrize(("clauses", "found"), [(30, 0), (60, 1), (350, 12)])
def test_of_few_clauses_nothing_is_known_and_many_differences_are_contradiction(clauses: int, found: int) -> None:
    assert not mostly_agrees(rows(found), setting(clauses))


def test_many_clauses_and_few_differences_are_a_story_that_mostly_agrees() -> None:
    assert mostly_agrees(rows(2), setting(350))


def test_an_amount_that_measures_nothing_named_is_no_sign_of_contradiction() -> None:
    assert mostly_agrees(rows(12, "one amount"), setting(350))
