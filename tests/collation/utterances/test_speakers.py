"""Who may have said one thing: a service and its people, officials and a public body."""

from collections.abc import Callable

import pytest

from variorum.collation.entities.find import merge_entities
from variorum.collation.utterances.speakers import related, voices_of
from variorum.records import AnnotatedArticle, StoryEntity

Told = Callable[..., AnnotatedArticle]


def tied(told: Told, one: str, other: str, *, text: str = "{} said on Monday that the road was closed.") -> bool:
    """Whether the speakers that two reports name so are taken for one voice."""
    articles = [told("a", text.format(one)), told("b", text.format(other))]
    entities = merge_entities(articles)
    voices = voices_of(entities)
    speakers = [_speaker(article, entities) for article in articles]
    assert speakers[0] != speakers[1]
    return related(voices[speakers[0]], voices[speakers[1]])


def _speaker(article: AnnotatedArticle, entities: tuple[StoryEntity, ...]) -> str:
    (spoken,) = {q.speaker for q in article.quotations}
    return next(e.id for e in entities if spoken in e.members)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police", "Superintendent Ilse Brand"),
        ("The fire service", "Fire chief Tom Arlen"),
        ("The army", "General Tom Arlen"),
        ("Prosecutors", "Prosecutor Ilse Brand"),
        ("Officials", "The Health Ministry"),
        ("Health officials", "The Health Ministry"),
    ],
)
def test_a_service_and_its_people_may_be_one_voice(one: str, other: str, told: Told) -> None:
    assert tied(told, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Police", "School inspector Ilse Brand"),
        ("The army", "Superintendent Ilse Brand"),
        ("Superintendent Tom Arlen", "Superintendent Ilse Brand"),
        ("Officials", "General Tom Arlen"),
    ],
)
def test_others_are_two(one: str, other: str, told: Told) -> None:
    assert not tied(told, one, other)


@pytest.mark.parametrize(
    ("called", "role", "same"),
    [
        ("minister of foreign affairs", "foreign minister", True),
        ("Selde's mayor", "Mayor", True),
        ("Selde's mayor", "Governor", False),
        ("Selde's mayor", "mayor of Karsk", False),
        ("minister of foreign affairs", "minister of finance", False),
    ],
)
def test_a_report_may_add_whose_office_it_is(called: str, role: str, *, same: bool) -> None:
    entities = [
        StoryEntity("a/e1", called, "person", (), (), ("a/e1",), (), named=False),
        StoryEntity("b/e1", "Ilse Brand", "person", (), (role,), ("b/e1",), ()),
        StoryEntity("b/e2", "Selde", "place", (), (), ("b/e2",), ()),
        StoryEntity("b/e3", "Karsk", "place", (), (), ("b/e3",), ()),
    ]
    voices = voices_of(entities)
    assert related(voices["a/e1"], voices["b/e1"]) == same


def test_of_two_armies_only_that_of_the_state_is_meant(told: Told) -> None:
    text = "The {} army said on Monday that the road was closed. {} was quiet."
    articles = [told("a", text.format("French", "France")), told("b", text.format("Spanish", "Spain"))]
    entities = merge_entities(articles)
    callings = {e.name: voices_of(entities)[e.id].callings for e in entities if "army" in e.name.casefold()}
    assert len(callings) == 2
    assert not frozenset.intersection(*callings.values())
