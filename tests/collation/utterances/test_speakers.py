"""Who may have said one thing: a service and its people, officials and a public body."""

from collections.abc import Callable

import pytest

from variorum.collation.entities.find import merge_entities, story_ids
from variorum.collation.utterances.sayings import find_sayings
from variorum.collation.utterances.speakers import kinship, related, voices_of
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
        ("Prosecutors", "Prosecutor General Ilse Brand"),
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
        ("The army", "Prosecutor General Ilse Brand"),
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
        ("Anton Weil's lawyer", "Weil's lawyer", True),
        ("Anton Weil's lawyer", "lawyer", True),
        ("Anton Weil's lawyer", "Orban's lawyer", False),
        ("Anton Weil's lawyer", "Weil's doctor", False),
    ],
)
def test_a_report_may_add_whose_office_or_lawyer_it_is(called: str, role: str, *, same: bool) -> None:
    entities = [
        StoryEntity("a/e1", called, "person", (), (), ("a/e1",), (), named=False),
        StoryEntity("b/e1", "Ilse Brand", "person", (), (role,), ("b/e1",), ()),
        StoryEntity("b/e2", "Selde", "place", (), (), ("b/e2",), ()),
        StoryEntity("b/e3", "Karsk", "place", (), (), ("b/e3",), ()),
        StoryEntity("b/e4", "Anton Weil", "person", (), (), ("b/e4",), ()),
        StoryEntity("b/e5", "Lena Orban", "person", (), (), ("b/e5",), ()),
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


@pytest.mark.parametrize(
    ("name", "kind", "same"),
    [("Brand", "government", True), ("Brandsund", "government", False), ("Ilse", "government", False)],
)
def test_a_surname_that_is_taken_for_a_body_is_the_persons(name: str, kind: str, *, same: bool) -> None:
    voices = voices_of(
        [
            StoryEntity("a/e1", name, kind, (), (), ("a/e1",), ()),  # type: ignore[arg-type]
            StoryEntity("b/e1", "Ilse Brand", "person", (), (), ("b/e1",), ()),
        ]
    )
    assert related(voices["a/e1"], voices["b/e1"]) == same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("divers", "two divers", True),
        ("divers", "divers of the harbour office", True),
        ("divers", "sailors", False),
        ("local divers", "divers of the harbour office", False),
    ],
)
def test_two_descriptions_of_people_are_one_voice_where_one_has_all_words_of_the_other(
    one: str, other: str, *, same: bool
) -> None:
    described = [
        StoryEntity(f"{n}/e1", called, "group", (), (), (f"{n}/e1",), (), named=False)
        for n, called in zip("ab", (one, other), strict=True)
    ]
    voices = voices_of(described)
    assert related(voices["a/e1"], voices["b/e1"]) == same


@pytest.mark.parametrize(
    ("opened", "tie"),
    [
        ("The National Transport Union objected. Its chairman, Tom Arlen, said that the quay was unsafe.", True),
        ("The National Transport Union objected. Farmer Tom Arlen said that the quay was unsafe.", False),
    ],
)
def test_its_chairman_speaks_for_the_body_just_named(opened: str, *, tie: bool, told: Told) -> None:
    articles = [told("a", opened), told("b", "The National Transport Union said that the quay was unsafe.")]
    entities = merge_entities(articles)
    voices = voices_of(entities, articles, story_ids(entities))
    (arlen,) = (e.id for e in entities if "Arlen" in e.name)
    (union,) = (e.id for e in entities if "Union" in e.name)
    assert related(voices[union], voices[arlen]) == tie
    assert not related(voices_of(entities)[union], voices_of(entities)[arlen])


@pytest.mark.parametrize(
    ("one", "other", "kin"),
    [
        ("The company", "Tovrin Freight", "open"),
        ("Halvery Mills", "Tovrin Freight", "other"),
    ],
)
def test_a_body_without_a_name_may_be_anybody(one: str, other: str, kin: str, told: Told) -> None:
    articles = [told(id, f"{name} said that both cranes had been tested in May.") for id, name in (("a", one), ("b", other))]
    entities = merge_entities(articles)
    first, second = find_sayings(articles, story_ids(entities))
    assert kinship(first, second, voices_of(entities)) == kin


def test_an_hour_told_in_few_words_is_followed(told: Told) -> None:
    articles = [
        told("a", "The National Transport Union says 17:40."),
        told("b", "The National Transport Union said that the ferry had left the pier at 17:40 with nobody at the wheel."),
    ]
    sayings = find_sayings(articles, story_ids(merge_entities(articles)))
    assert {s.article.id for s in sayings if s.hours} == {"a", "b"}
