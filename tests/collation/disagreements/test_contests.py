"""Places where a report itself says that two accounts do not go together."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.contests import contest_verdicts
from variorum.collation.disagreements.echoes import with_echoes
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def accounts(*articles: AnnotatedArticle, homes: dict[tuple[str, str], str] | None = None) -> list[list[tuple[str, str]]]:
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    verdicts = ((v, v.sides) for v in contest_verdicts(articles, statements))
    found = with_echoes(verdicts, statements, homes or {}, setting_of(statements, entities))
    return [[(side.article.id, side.member().exact) for side in sides] for _, sides in found]


@pytest.mark.parametrize(
    ("text", "contested", "against"),
    [
        (
            "Mayor Ilse Brand said the crane had been checked in March. The union contradicted this. "
            "Nobody had looked at the crane since autumn, spokesman Piet Larsen said.",
            "the crane had been checked in March",
            "Nobody had looked at the crane since autumn",
        ),
        (
            "Mayor Ilse Brand said the harbour fees would stay as they are. A paper of her own office says the opposite: "
            "“An increase by a tenth is planned for spring.”",
            "the harbour fees would stay as they are",
            "An increase by a tenth is planned for spring",
        ),
        (
            "“Not one pane of glass was broken that night,” Ilse Brand said. That account was disputed. "
            "Piet Larsen said he had swept glass from the pavement for an hour.",
            "Not one pane of glass was broken that night",
            "he had swept glass from the pavement for an hour",
        ),
        (
            "Ilse Brand said that two pumps of the harbour had failed. Piet Larsen contradicted at once: only the older pump "
            "had stood still.",
            "two pumps of the harbour had failed",
            "only the older pump had stood still",
        ),
        (
            "Ilse Brand said that the choir had given up the hall. Piet Larsen said on Monday that the reverse was true: "
            "the town had let the hall to others.",
            "the choir had given up the hall",
            "the town had let the hall to others",
        ),
    ],
)
def test_accounts_that_a_report_sets_apart_are_shown(text: str, contested: str, against: str, told: Told) -> None:
    ((one, other),) = accounts(told("a", text))
    assert contested in one[1]
    assert against in other[1]


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Brand said the crane had been checked. Whoever says the opposite was not there, she said.",
        "Ilse Brand said the crane had been checked. Does Piet Larsen beg to differ?",
        "The union contradicted this. Nobody had looked at the crane since autumn, spokesman Piet Larsen said.",
        "The sun shone over Dorn on Monday. Piet Larsen contradicted him. It rained on Tuesday.",
        "Ilse Brand said the crane had been checked in March. Piet Larsen tells a different story. He said that the mayor had "
        "never once come to the harbour.",
        "Ilse Brand said the crane had been checked in March. Piet Larsen sees it differently. He said the mayor had never "
        "once come to the harbour.",
        "Halden and Orlen have been at odds with each other over fishing since the spring, Ilse Brand said.",
    ],
)
def test_nothing_is_shown_without_two_accounts(text: str, told: Told) -> None:
    assert accounts(told("a", text)) == []


def test_what_other_reports_tell_alike_stands_with_it(told: Told) -> None:
    said = "“The crane was checked in March,” Ilse Brand said. Piet Larsen begs to differ."
    one = told("a", f"{said} “Nobody looked at it all year,” he said.")
    two = told("b", "The crane was checked in March.")
    same = [(s.article.id, s.claim.id) for s in statements_of((one, two), merge_entities((one, two))) if "check" in s.predicate]
    assert {article for article, _ in same} == {"a", "b"}
    (found,) = accounts(one, two, homes=dict.fromkeys(same, "g1"))
    assert [article for article, _ in found] == ["a", "a", "b"]
    assert "The crane was checked in March" in found[2][1]
