"""One event dated apart in the words of its different sides."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.find import group_claims
from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def kinds(one: AnnotatedArticle, other: AnnotatedArticle, encoder: SentenceEncoder) -> set[str]:
    both, origins = (one, other), ((one.id,), (other.id,))
    entities = merge_entities(both)
    found = find_disagreements(both, entities, group_claims(both, entities, origins, encoder), (), origins, encoder=encoder)
    return {d.kind for d in found}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The tanker Osprey was built in 1988.", "The Osprey was launched in 1991, according to the register."),
        ("The Maria Sole sank on Tuesday off Cape Vell.", "The Maria Sole capsized on Wednesday, the coastguard said."),
        ("Marlin Lines dismissed Olof Brand in 2028.", "Olof Brand left Marlin Lines of his own accord in 2027."),
        ("Lorvian troops took the port of Holm on Sunday.", "Lorvian troops stormed the port of Holm on Monday."),
    ],
)
def test_two_dates_of_one_event_differ(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert "date" in kinds(told("a", one, day="2031-05-22"), told("b", other, day="2031-05-22"), encoder)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Lorvian army captured Holm on Sunday night.", "The rebels seized Holm in October 2029."),
        ("The Lorvian army captured Holm on Sunday night.", "Lorvian troops entered the village of Dorn on Monday."),
        ("The tanker Osprey was built in 1988.", "The trawler Runa was launched in 1991."),
        ("The trawler Runa sank on Tuesday off Cape Vell.", "The trawler Osprey capsized on Wednesday off Salm."),
    ],
)
def test_events_of_two_things_do_not(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert "date" not in kinds(told("a", one, day="2031-05-22"), told("b", other, day="2031-05-22"), encoder)


def test_an_hour_whose_day_was_named_for_something_else_is_no_other_day(told: Told, encoder: SentenceEncoder) -> None:
    shot = "Runa Holt was hit by two bullets outside a bakery in the harbour district of Salm at about 9:40 p.m."
    one = f"The police of Salm spoke to the press on Sunday. {shot}"
    found = kinds(told("a", one, day="2031-05-19"), told("b", f"{shot[:-1]} on Saturday.", day="2031-05-20"), encoder)
    assert "date" not in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry Osprey returned to Salm on Tuesday.", "The ferry Osprey returned to Salm at 7:33 p.m."),
        ("The Osprey was sold to Marlin Lines on Friday.", "The Osprey is currently being sold to Marlin Lines."),
    ],
)
def test_the_hour_alone_and_the_present_are_no_day(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert "date" not in kinds(told("a", one, day="2031-05-21"), told("b", other, day="2031-05-22"), encoder)
