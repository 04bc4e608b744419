"""One deed that two voices put down to different parties."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.deeds import deed_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def doers(one: str, other: str, told: Told, encoder: SentenceEncoder | None) -> list[set[str]]:
    both = (told("a", one, day="2031-05-20"), told("b", other, day="2031-05-20"))
    entities = merge_entities(both)
    statements = statements_of(both, entities)
    found = list(deed_verdicts(statements, setting_of(statements, entities), encoder))
    assert all(v.kind == "agency" for v in found)
    return [{s.value for s in v.sides} for v in found]


@pytest.mark.parametrize(
    ("one", "other", "named"),
    [
        (
            "The miners' union walked out of the talks, the ministry said.",
            "It was the ministry that broke off the talks, a delegate said.",
            {"The miners' union", "the ministry"},
        ),
        (
            "The order to close the locks came from the mayor, the harbour master said.",
            "The locks were closed on the instructions of the harbour company, a clerk said.",
            {"the mayor", "the harbour company"},
        ),
        (
            "The hostages were freed by soldiers on Friday.",
            "The hostages were released by the kidnappers on Friday.",
            {"soldiers", "the kidnappers"},
        ),
        (
            "The Norvian navy fired first, a diplomat said.",
            "A Velmoran cutter opened fire without warning on a Norvian boat, the ministry in Norvia said. Velmora denied it.",
            {"The Norvian navy", "A Velmoran cutter"},
        ),
        (
            "It was the guards who opened the east door, a cook said.",
            "The prisoners opened the door, the director said.",
            {"the guards", "The prisoners"},
        ),
        (
            "The first to leave the room were the strikers, the mediator said.",
            "The company left the room, the union said.",
            {"the strikers", "The company"},
        ),
        (
            "The merger was the idea of Lorn Insurance, its chairman said.",
            "The proposal came from Mertz Trading, a broker said.",
            {"Lorn Insurance", "Mertz Trading"},
        ),
        (
            "The fault for the crash lies with the ministry, a driver said.",
            "The company was to blame for the crash, the ministry said.",
            {"the ministry", "The company"},
        ),
    ],
)
def test_one_deed_of_two_parties(one: str, other: str, named: set[str], told: Told, encoder: SentenceEncoder) -> None:
    assert doers(one, other, told, encoder) == [named]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army closed the road to the north.", "Demonstrators closed the main square on Sunday."),
        ("Police stopped 40 cars at the border.", "Protesters stopped a convoy near the border."),
        ("The ministry closed the embassy in Hull.", "The company closed its plant in Hull."),
        ("The rebels attacked a post near Dorn on Monday.", "The army attacked a farm near Hull on Wednesday."),
        ("The company asked the court for protection.", "The mayor himself asked residents to stay calm."),
        ("It was the army that opened fire.", "Soldiers opened fire on the crowd."),
        ("It was the mayor who asked for the meeting.", "Nobody knows who asked for the meeting."),
        ("The gate was opened by the guards.", "The prisoners did not open the gate."),
        ("Both sides fired at each other.", "It was the rebels who fired."),
        ("It was Paula Rand who signed the lease.", "She signed the lease on Monday."),
        ("“The soldiers left first and told us afterwards,” said Hanna Lem.", "The rebels left a trail of glass in Dorn."),
        ("No rebel was forced to leave the room, the envoy said.", "It was the army that left the room."),
    ],
)
def test_other_deeds_the_same_party_and_denials_are_none(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert doers(one, other, told, encoder) == []


def test_each_voice_that_puts_it_down_to_the_other(told: Told, encoder: SentenceEncoder) -> None:
    one = "“Velmora broke the truce,” Foreign Minister Alda Roe of Norvia said."
    other = "“Norvia broke the truce,” Foreign Minister Ivo Marr of Velmora said."
    assert doers(one, other, told, encoder) == [{"Velmora", "Norvia"}]


def test_nothing_is_found_without_an_encoder(told: Told) -> None:
    assert doers("It was the guards who opened the door.", "The prisoners opened the door.", told, None) == []
