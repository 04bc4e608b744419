"""Counts told in other words, and numbers that only look like another count."""

from collections.abc import Callable

import pytest

from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle, Disagreement

Told = Callable[..., AnnotatedArticle]


def figures(*articles: AnnotatedArticle) -> list[Disagreement]:
    origins = tuple((a.id,) for a in articles)
    found = find_disagreements(articles, merge_entities(articles), (), (), origins)
    return [d for d in found if d.kind == "figure"]


@pytest.mark.parametrize(
    ("one", "other", "judgement"),
    [
        ("Rebels on Friday released 11 foreign engineers.", "Soldiers on Friday freed 12 foreign specialists.", "conflict"),
        ("The fire has burned 1,200 hectares of forest.", "The fire has burned 3,400 hectares of forest.", "conflict"),
        ("115 people were pulled from the water off Salm.", "That leaves 114 survivors of the ferry.", "unsure"),
        (
            "The railway says 57 percent of trains were cancelled.",
            "90 percent of trains were cancelled, the union said.",
            "conflict",
        ),
    ],
)
def test_counts_told_in_other_words_differ(one: str, other: str, judgement: str, told: Told) -> None:
    articles = told("a", one), told("b", other, day=None if judgement == "unsure" else "2031-05-20")
    assert judgement in {d.judgement for d in figures(*articles)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two people died in the fire at Holm.", "The other victim, Olof Verek, was 81."),
        ("At least 96 people were killed in the crash at Holm.", "The last such disaster was in 1998, when 61 people died."),
        ("Rebels on Friday released 11 foreign engineers.", "The government freed 40 prisoners on Friday."),
        (
            "The plane carried 141 passengers and six crew.",
            "The plane with 147 people on board came down.",
        ),
        ("The treasury will save 2.1 milliard crowns a year.", "The treasury will save 2.1 billion crowns a year."),
    ],
)
def test_ages_old_events_and_parts_are_no_other_count(one: str, other: str, told: Told) -> None:
    assert not figures(told("a", one), told("b", other))
