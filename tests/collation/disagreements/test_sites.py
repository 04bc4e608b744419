"""One event put in two places in the words of its different sides."""

from collections.abc import Callable

import pytest

from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.encoding import SentenceEncoder
from variorum.records import AnnotatedArticle, Disagreement

Told = Callable[..., AnnotatedArticle]


def places(*articles: AnnotatedArticle, encoder: SentenceEncoder | None = None) -> list[Disagreement]:
    origins = tuple((a.id,) for a in articles)
    found = find_disagreements(articles, merge_entities(articles), (), (), origins, encoder=encoder)
    return [d for d in found if d.kind == "place"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Maria Sole sank on Tuesday off Cape Vell.", "The ship capsized on Tuesday near Salm, the coastguard said."),
        (
            "The hostages were handed over on Friday in the village of Dorn.",
            "Soldiers freed the engineers on Friday in Selwick.",
        ),
        ("A cargo ship sank near the town of Dorn on Friday.", "The freighter Alma sank off the island of Selwick on Friday."),
    ],
)
def test_two_places_of_one_event_differ(one: str, other: str, told: Told) -> None:
    (found,) = places(told("a", one), told("b", other))
    assert {m.article for m in found.members} == {"a", "b"}
    assert all(m.value in found.by.reason for m in found.members)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mayor Ada Vorn was stabbed at the town hall on Friday.", "Mayor Ada Vorn was stabbed in a sports hall on Friday."),
        (
            "The body of the pilot was found in a quarry on Friday.",
            "The body of the pilot was discovered in the forest on Friday.",
        ),
        (
            "Two soldiers were shot on the Averian side of the river on Friday.",
            "Two soldiers were killed on the Costovan bank on Friday.",
        ),
    ],
)
def test_two_buildings_grounds_or_sides_of_one_event_differ(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    (found,) = places(told("a", one), told("b", other), encoder=encoder)
    assert {m.article for m in found.members} == {"a", "b"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Maria Sole sank on Tuesday off Cape Vell.", "The Maria Sole capsized on Tuesday off Cape Vell."),
        ("The Maria Sole sank on Tuesday off Cape Vell.", "The Osprey capsized on Tuesday near Salm."),
        ("Police arrested two men on Friday in Dorn.", "Police arrested three women on Friday in Selwick."),
        (
            "The hostages were handed over on Friday in Dorn.",
            "Soldiers freed the engineers on Friday in Dorn, Selwick province.",
        ),
        ("The hostages were handed over on Friday in Dorn.", "The engineers will be freed on Friday in Selwick."),
        (
            "The body of the pilot was found in a forest on Friday.",
            "The body of the pilot was discovered in the woods on Friday.",
        ),
        ("The body of the pilot was found in a car on Friday.", "The body of the pilot was found in a quarry on Friday."),
        (
            "Two soldiers were shot on the Averian side on Friday.",
            "Two soldiers were killed inside Averia's territory on Friday.",
        ),
        ("Mayor Ada Vorn was stabbed at the town hall on Friday.", "Mayor Ada Vorn met the hotel owner in a hotel on Friday."),
    ],
)
def test_one_place_or_two_events_do_not(one: str, other: str, told: Told, encoder: SentenceEncoder) -> None:
    assert not places(told("a", one), told("b", other), encoder=encoder)


def test_a_district_that_may_hold_the_place_is_in_doubt(told: Told) -> None:
    one = told("a", "The hostages were handed over on Friday in the village of Dorn.")
    other = told("b", "Soldiers freed the engineers on Friday in the district of Selwick.")
    assert [d.judgement for d in places(one, other)] == ["unsure"]
