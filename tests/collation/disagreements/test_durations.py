"""How long things last, told apart."""

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
        ("The court sentenced Ilan Verek to seven years in prison.", "Ilan Verek was jailed for five years.", "conflict"),
        ("The sprinter Pia Marr faces a two-year ban.", "Pia Marr was given a ban of four years.", "conflict"),
        ("Holm fell after 19 days of siege.", "The siege of Holm lasted eighteen days.", "unsure"),
        ("Both sides agreed on a ceasefire of 60 days.", "The 30-day truce begins on Monday.", "conflict"),
    ],
)
def test_two_lengths_of_one_matter_differ(one: str, other: str, judgement: str, told: Told) -> None:
    (found,) = figures(told("a", one), told("b", other))
    assert found.judgement == judgement
    assert all(m.value in found.by.reason for m in found.members)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The court sentenced Ilan Verek to seven years in prison.", "Ilan Verek will spend 84 months in prison."),
        ("Ilan Verek was jailed for seven years.", "Olof Brand was jailed for three years."),
        ("Ilan Verek was jailed for seven years.", "Ilan Verek could get up to ten years in prison."),
        ("Both sides agreed on a ceasefire of 60 days.", "The siege of Holm lasted 19 days."),
        ("Ilan Verek got three years in prison, not seven years in prison.", "Ilan Verek was jailed for seven years."),
    ],
)
def test_one_length_or_two_matters_do_not(one: str, other: str, told: Told) -> None:
    assert not figures(told("a", one), told("b", other))


def test_a_siege_goes_on_between_two_reports(told: Told) -> None:
    early = told("a", "Holm has been under siege for 12 days.", day="2031-05-10")
    later = told("b", "The siege of Holm has lasted 19 days.", day="2031-05-17")
    assert not figures(early, later)
