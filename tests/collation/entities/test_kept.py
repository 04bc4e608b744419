"""What a story keeps of its entities: a land and its government are one entry."""

from collections.abc import Callable
from typing import Any

from variorum.collation.entities.find import merge_entities
from variorum.collation.entities.lands import with_lands

Drafts = Callable[..., Any]


def test_a_land_and_its_government_are_one_under_the_id_that_findings_cite(draft: Drafts) -> None:
    acting = draft("a", "Norland demands a say.")
    acting.entity("Norland", "government")
    raining = draft("b", "It rained in Norland and in Ruvania.")
    raining.entity("Norland", "place")
    raining.entity("Ruvania", "place")
    entities = merge_entities([acting.done(), raining.done()])
    assert len(entities) == 3
    joined = with_lands(entities, {"b/e1"})
    assert [(e.id, e.type, len(e.mentions), e.members) for e in joined if e.name == "Norland"] == [
        ("b/e1", "government", 2, ("a/e1", "b/e1"))
    ]
    assert any(e.name == "Ruvania" for e in joined)
    assert with_lands(entities, {"a/e1", "b/e1"}) == entities
