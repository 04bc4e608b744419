"""One step thought about in one report, decided or done in another."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.alignment import is_nominal
from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.disagreements.settled import step_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def verdicts(one: str, other: str, told: Told, encoder: SentenceEncoder | None, *, later: str = "2031-05-20") -> list[Verdict]:
    both = (told("a", one, day="2031-05-20"), told("b", other, day=later))
    entities = merge_entities(both)
    statements = statements_of(both, entities)
    return list(step_verdicts(statements, setting_of(statements, entities), encoder))


@pytest.mark.parametrize(
    ("open_step", "firm"),
    [
        ("The city of Dorn is considering a ban on fireworks.", "The city of Dorn has banned fireworks."),
        ("A ban on fireworks in Dorn is being considered.", "The council of Dorn has banned fireworks."),
        ("The mayor wants to close the mill. No decision has been taken on closing the mill.", "The town will close the mill."),
    ],
)
def test_an_open_step_is_set_against_the_step_taken(open_step: str, firm: str, told: Told, encoder: SentenceEncoder) -> None:
    found = verdicts(open_step, firm, told, encoder)
    assert {(v.kind, v.judgement, v.aspect) for v in found} == {("polarity", "conflict", "step")}
    assert {side.article.id for v in found for side in v.sides} == {"a", "b"}


def test_a_step_taken_on_a_later_day_is_an_update(told: Told, encoder: SentenceEncoder) -> None:
    found = verdicts("Dorn is considering a ban on fireworks.", "Dorn has banned fireworks.", told, encoder, later="2031-05-23")
    assert [v.judgement for v in found] == ["update"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The inspectors are looking at the boiler of the mill.", "The boiler of the mill was rusty."),
        ("Dorn is considering a ban on fireworks.", "Pesk has banned fireworks."),
        ("Dorn is considering a ban on fireworks.", "Dorn wants to ban fireworks."),
        ("Dorn is considering a ban on fireworks.", "It is open whether Dorn bans fireworks."),
        ("Dorn is considering a ban on fireworks.", "Dorn has opened a new school."),
        ("Dorn denied that it is considering a ban on fireworks.", "Dorn has banned fireworks."),
        ("In May Dorn opened a school.", "Dorn will open a school."),
        ("The road agency of Dorn is looking into four crashes.", "The road agency of Dorn investigated four crashes."),
        ("The loan to Dorn was being studied.", "The loan to Dorn still stood."),
        ("Dorn is considering closing the ferry port.", "The closing of the ferry port hurts Dorn."),
        ("A new ferry is under consideration in Dorn.", "The three ferries run by the firm leave Dorn at noon."),
        ("The gate of the mill remained open.", "The guards of the mill held the gate open."),
        ("Ada Brenn said she closed the mill. No decision has been taken, Piet Larsen said.", "The choir sang."),
        ("Such bolts could be bought in Dorn.", "The firm bought the bolts in Dorn."),
        ("The school is reviewing what happened on the ferry.", "The quarrel happened on the ferry of the school."),
        ("Dorn is considering exempting Pesk from the ferry toll.", "Dorn has exempted Lomar from the ferry toll."),
    ],
)
def test_other_steps_other_doers_and_wishes_are_left_alone(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert verdicts(one, other, told, encoder) == []


def test_nothing_is_found_without_an_encoder(told: Told) -> None:
    assert verdicts("Dorn is considering a ban.", "Dorn has issued a ban.", told, None) == []


def test_a_noun_written_like_its_verb_is_no_clause(told: Told) -> None:
    (article,) = (told("a", "The port of Dorn was finishing the purchase of nine old cranes from Pesk.", day="2031-05-20"),)
    statements = statements_of((article,), merge_entities((article,)))
    nominal = {article.text[slice(*s.claim.span)].split()[0]: is_nominal(s) for s in statements}
    assert nominal == {"The": False, "the": True}
