"""Country and sector codes of actors, and place and context of events, on invented sentences."""

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.annotation.events.sectors import code_of
from variorum.annotation.nlp import Pipeline
from variorum.records.annotation import Entity, EntityType, EventMention, Role
from variorum.records.article import Article


@pytest.mark.parametrize(
    ("name", "kind", "roles", "code"),
    [
        ("Ali Hadi", "person", ("Iraqi foreign minister",), "IRQGOV"),
        ("King Long", "person", (), "---UNK"),
        ("Ana Bel", "person", ("opposition leader",), "---OPP"),
        ("Ana Bel", "person", ("spokeswoman for the rebels",), "---REB"),
        ("government troops", "group", (), "---MIL"),
        ("Turkish police", "organisation", (), "TURCOP"),
        ("United Nations", "organisation", (), "---IGO"),
        ("U.S. State Department", "organisation", (), "USAGOV"),
        ("anti-government protesters", "group", (), "---CVL"),
        ("three gunmen", "group", (), "---UAF"),
        ("Averia", "government", (), "---GOV"),
        ("the high court", "organisation", (), "---JUD"),
        ("Norvik", "organisation", (), "---UNK"),
    ],
)
def test_code(name: str, kind: EntityType, roles: tuple[str, ...], code: str) -> None:
    entity = Entity("e1", name, kind, named=name[:1].isupper(), roles=tuple(Role(r, (0, 1)) for r in roles))
    assert code_of(entity) == code


def events_of(pipeline: Pipeline, text: str) -> tuple[EventMention, ...]:
    return annotate_article(Article("a", text), pipeline).event_mentions


def test_an_event_carries_the_codes_of_both_sides_and_its_place(pipeline: Pipeline) -> None:
    text = "The Turkish foreign minister, Emre Dal, accused the Iraqi police of torture in Kirkuk."
    (event,) = (e for e in events_of(pipeline, text) if e.type == "ACCUSE")
    assert (event.actor_codes, event.recipient_codes) == (("TURGOV",), ("IRQCOP",))
    assert event.contexts == ("human_rights",)


def test_codes_stand_in_the_order_of_the_actors_and_are_absent_where_nothing_is_known(pipeline: Pipeline) -> None:
    for event in events_of(pipeline, "Rebels attacked Lisk. Norvik sued Belmar. Police arrested two men in Kirkuk on Monday."):
        assert len(event.actor_codes) in (0, len(event.actors))
        assert all(len(code) == 6 for code in (*event.actor_codes, *event.recipient_codes))
        assert set(event.actor_codes) != {"---UNK"}


def test_two_places_are_none(pipeline: Pipeline) -> None:
    events = events_of(pipeline, "Workers protested in Kirkuk and in Ankara. Workers protested in Baghdad.")
    assert [bool(e.place) for e in events if e.type == "PROTEST"] == [False, True]
