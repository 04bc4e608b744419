"""How far a matter has gone, read from words anywhere in a sentence."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.disagreements.standings import Standing, standings_in
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def read(text: str, told: Told) -> list[Standing]:
    article = told("a", text, day="2031-05-20")
    spans = [c.span for c in article.claims if c.field == "text"]
    return list(standings_in(article, spans, setting_of((), merge_entities((article,)))))


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("The council of Pesk is weighing a toll on the pass.", [(1, 2)]),
        ("A toll on the pass is under discussion.", [(1, 2)]),
        ("A toll on the pass is being considered by the council.", [(1, 2)]),
        ("One would study it, the mayor of Pesk said.", [(1, 2)]),
        ("The council of Pesk has decided to raise the toll.", [(3, 5)]),
        ("The decision fell in the spring.", [(3, 5)]),
        ("Pesk is finalising the lease of nine trams.", [(3, 5)]),
        ("The lease was signed on Monday.", [(4, 5)]),
        ("Nothing has been decided.", [(0, 2)]),
        ("Decided is nothing.", [(0, 2)]),
        ("No lease has been signed.", [(0, 3)]),
        ("Nobody has signed.", [(0, 3)]),
        ("The mayor denied that there is such a decision.", [(0, 2)]),
        ("The office knows nothing of a decision.", [(0, 2)]),
        ("Pesk has not ruled out a toll.", [(1, 2)]),
        ("A toll is off the table.", [(0, 0)]),
        ("The mayor hopes the lease could be signed.", [(1, 2)]),
    ],
)
def test_words_tell_how_far_a_matter_has_gone(text: str, steps: list[tuple[int, int]], told: Told) -> None:
    assert [(s.low, s.high) for s in read(text, told)] == steps


@pytest.mark.parametrize(
    "text",
    [
        "Has the council decided to raise the toll?",
        "The drivers strike again if there is no offer by Friday.",
        "It is unclear whether the lease was signed.",
        "The lease must be signed by two officers.",
        "Nobody will tell Pesk how to run its trams.",
        "The mayor considers him to be a friend.",
        "There was no sign of the missing tram.",
        "A toll would be considered an insult to the valley.",
        "Pesk will under no circumstances let the trams go.",
        "The valley would never agree to a toll.",
        "“We won’t be discussing a toll,” the mayor of Pesk said.",
    ],
)
def test_questions_duties_and_idioms_tell_nothing(text: str, told: Told) -> None:
    assert read(text, told) == []


def test_a_bare_sentence_speaks_of_what_stands_before_it(told: Told) -> None:
    (found,) = read("Reporters asked about the lease of nine trams for the hill line. Nothing has been settled.", told)
    assert not found.own
    assert {"tram", "hill"} <= found.matter


def test_the_words_of_a_denial_are_quoted_with_it(told: Told) -> None:
    (found,) = read("No such lease has been signed.", told)
    assert found.words == "No such lease has been signed"


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Pesk signed because it needs trams. Its mayor did not sign because he likes trams.", [(4, 5)]),
        ("“I have signed nothing that I regret,” the mayor of Pesk said.", []),
        ("“We have signed nothing,” the mayor of Pesk said.", [(0, 3)]),
        ("The council of Pesk has never denied having signed the lease.", [(4, 5)]),
    ],
)
def test_the_clause_tells_what_its_negation_is_about(text: str, steps: list[tuple[int, int]], told: Told) -> None:
    assert [(s.low, s.high) for s in read(text, told)] == steps
