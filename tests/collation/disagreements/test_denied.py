"""A denial against the clause of another voice that it denies."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.denied import denied_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]
OTHERS = (
    " The harbour of Dorn is closed. Rain is forecast for the weekend. The school choir sang at noon. Bread costs two crowns."
)


def found(one: str, other: str, told: Told, encoder: SentenceEncoder | None) -> list[tuple[str, str, str]]:
    both = (told("a", one + OTHERS, day="2031-05-20"), told("b", other + OTHERS, day="2031-05-20"))
    entities = merge_entities(both)
    statements = statements_of(both, entities)
    verdicts = denied_verdicts(statements, setting_of(statements, entities), encoder)
    return [(sides[0].member().exact, sides[-1].member().exact, verdict.judgement) for verdict, sides in verdicts]


@pytest.mark.parametrize(
    ("denied", "said", "judgement"),
    [
        ("No helicopter took off from Dorn that night.", "A military helicopter took off from Dorn that night.", "conflict"),
        ("Orlen Lines denied that the lock of the bow door had failed.", "The lock of the bow door had failed.", "conflict"),
        (
            "“We have not sold the pumps of the mine,” Mara Tellin told radio.",
            "The pumps of the mine were sold in April, union leader Piet Larsen said.",
            "conflict",
        ),
        (
            "Mara Tellin is considering a public inquiry into the collapse.",
            "Mara Tellin has ordered a public inquiry into the collapse.",
            "update",
        ),
    ],
)
def test_a_denial_is_set_against_what_it_denies(
    denied: str, said: str, judgement: str, told: Told, encoder: SentenceEncoder
) -> None:
    assert [(a in said, b in denied, j) for a, b, j in found(denied, said, told, encoder)] == [(True, True, judgement)]


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ("No helicopter flew that night.", "The minister bought a loaf for the police of Orlen in April."),
        ("There is no doubt that the ferry sank.", "The ferry sank on Monday."),
        ("The ferry did not sink.", "The ferry did not sink, the crew said."),
        (
            "Mara Tellin rejected the charge that her guards had burned down the mill of Dorn.",
            "The mill of Dorn burned down on Friday night.",
        ),
        ("The step is being considered, Mara Tellin said.", "Piet Larsen walked down the steps of the mill, Ada Brenn said."),
        (
            "Some papers wrote that Tarvia was finalising the lease of the naval port of Dorn.",
            "Mara Tellin said Tarvia was carefully considering leasing the naval port of Dorn.",
        ),
    ],
)
def test_other_matters_and_idioms_are_left_alone(denied: str, said: str, told: Told, encoder: SentenceEncoder) -> None:
    assert found(denied, said, told, encoder) == []


def test_nothing_is_found_without_an_encoder(told: Told) -> None:
    assert found("No helicopter flew that night.", "A helicopter flew that night.", told, None) == []


def test_who_says_or_denies_the_same_elsewhere_stands_with_it(told: Told, encoder: SentenceEncoder) -> None:
    articles = (
        told("a", "No helicopter took off from Dorn that night." + OTHERS, day="2031-05-20"),
        told("b", "A military helicopter took off from Dorn that night." + OTHERS, day="2031-05-20"),
        told("c", "A military helicopter had taken off from Dorn in the night." + OTHERS, day="2031-05-20"),
        told("d", "That night no helicopter took off from Dorn." + OTHERS, day="2031-05-20"),
    )
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    shown = [sides for _, sides in denied_verdicts(statements, setting_of(statements, entities), encoder)]
    assert {(s.article.id, s.value) for s in shown[0]} == {("a", "denied"), ("b", "said"), ("c", "said"), ("d", "denied")}


def test_what_its_speaker_denies_elsewhere_is_not_shown_as_said(told: Told, encoder: SentenceEncoder) -> None:
    articles = (
        told("a", "No helicopter took off from Dorn that night." + OTHERS, day="2031-05-20"),
        told("b", "Mara Tellin said that a military helicopter took off from Dorn that night." + OTHERS, day="2031-05-20"),
        told("c", "Mara Tellin said that no helicopter took off from Dorn that night." + OTHERS, day="2031-05-20"),
    )
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    assert list(denied_verdicts(statements, setting_of(statements, entities), encoder)) == []


def test_a_denial_right_after_what_another_voice_says_needs_less(told: Told, encoder: SentenceEncoder) -> None:
    said = "Piet Larsen said that the ministry gave the order on Saturday."
    denied = "“Nobody ordered us to do anything,” Mara Tellin said."
    here = f"{said} {denied}"
    article = told("a", here + OTHERS, day="2031-05-20")
    entities = merge_entities((article,))
    statements = statements_of((article,), entities)
    shown = [sides for _, sides in denied_verdicts(statements, setting_of(statements, entities), encoder)]
    assert [{side.member().exact in here for side in sides} for sides in shown] == [{True}]
    assert found(denied, said, told, encoder) == []


@pytest.mark.parametrize(("cue", "shown"), [("now admits", 1), ("said", 0)])
def test_who_admits_in_another_report_what_it_denied_takes_it_back(
    cue: str, shown: int, told: Told, encoder: SentenceEncoder
) -> None:
    denied = "Mara Tellin said that no helicopter took off from Dorn that night."
    assert len(found(denied, f"Mara Tellin {cue} that a helicopter took off from Dorn that night.", told, encoder)) == shown
