"""Results of votes and matches, told apart."""

from collections.abc import Callable

import pytest

from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle, Disagreement

Told = Callable[..., AnnotatedArticle]


def results(*articles: AnnotatedArticle) -> list[Disagreement]:
    origins = tuple((a.id,) for a in articles)
    found = find_disagreements(articles, merge_entities(articles), (), (), origins)
    return [d for d in found if d.about.startswith("the result")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Parliament passed the border law by 61 votes to 48.", "The border law was passed by 62 votes to 48."),
        ("The jury voted seven to two in favour.", "The jury voted six to three in favour, a clerk said."),
        ("The dam was approved by 61 votes to 48.", "It got 61 votes in favour and 47 against, with two abstentions."),
        ("Members backed it, 61 for and 48 against.", "There were 61 votes in favour of the dam and 50 against it."),
        ("Dorn Rovers won 3-1 against Selwick.", "The match Dorn Rovers v Selwick ended in a 2-1 win."),
    ],
)
def test_two_results_of_one_vote_or_match_differ(one: str, other: str, told: Told) -> None:
    (found,) = results(told("a", one), told("b", other))
    assert found.judgement == "conflict"
    assert {m.article for m in found.members} == {"a", "b"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Parliament passed the border law by 61 votes to 48.", "The border law passed with 61 votes against 48."),
        ("Parliament passed the border law by 61 votes to 48.", "Parliament rejected the tax bill by 90 votes to 20."),
        ("Dorn Rovers won 3-1 against Selwick.", "Ister Athletic won 2-1 against Orlin."),
        ("Dorn Rovers won 3-1 against Selwick.", "Dorn Rovers were 2-1 ahead of Selwick at half-time."),
        ("Parliament passed the border law by 61 votes to 48.", "Of its members 61 voted for the border law, 48 against."),
        ("The council expects 10 to 15 votes against.", "The council expects 10 to 14 people."),
        ("The court sits from 9 to 5.", "The court sits from 9 to 6."),
    ],
)
def test_one_result_or_two_votes_do_not(one: str, other: str, told: Told) -> None:
    assert not results(told("a", one), told("b", other))


def test_a_corrected_result_is_an_update(told: Told) -> None:
    text = "The law passed with 61 votes to 47, the Speaker said. Correction: the result was 61 to 48."
    (found,) = results(told("a", text), told("b", "Parliament passed the law by 61 votes to 48."))
    assert found.judgement == "update"
    assert len(found.members) == 3
