"""How likely two clauses state one thing: sayings followed elsewhere, numbers and times in common."""

from collections.abc import Callable

from variorum.collation.claims.likelihood import WEIGHTS, evidence_of, features, likelihood, sayings_of
from variorum.collation.claims.nearness import Tie
from variorum.collation.claims.statements import Statement, statements_of
from variorum.collation.entities.find import merge_entities
from variorum.collation.utterances.find import follow_utterances
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]
TIE = Tie(around=0.5, across=0.5, lead=0.3, choices=2)


def told_twice(told: Told) -> tuple[tuple[AnnotatedArticle, ...], list[Statement]]:
    articles = (
        told("a", "Mayor Ilse Corman said the old harbour bridge would reopen in April. Rain fell."),
        told("b", 'Mayor Ilse Corman said: "The old harbour bridge will reopen in April."'),
    )
    statements = [s for s in statements_of(articles, merge_entities(articles)) if "bridge" in s.text]
    return articles, statements


def test_clauses_of_one_saying_are_likelier(told: Told) -> None:
    articles, (one, other) = told_twice(told)
    sayings = sayings_of((one, other), follow_utterances(articles, merge_entities(articles), None))
    assert sayings[one.key] == sayings[other.key]
    known = [features(one, other, TIE, evidence_of((one, other), found), wording=0.5, figure=False) for found in (sayings, {})]
    assert likelihood(known[0]) > likelihood(known[1]) > 0


def test_every_weight_has_its_feature(told: Told) -> None:
    _, (one, other) = told_twice(told)
    known = features(one, other, TIE, evidence_of((one, other)), wording=0.5, figure=False)
    assert known is not None and known.keys() == WEIGHTS.keys()


def likelihood_of(told: Told, one: str, other: str) -> float:
    articles = (told("a", one), told("b", other))
    a, b = (next(s for s in statements_of(articles, merge_entities(articles)) if s.article.id == id) for id in "ab")
    return likelihood(features(a, b, TIE, evidence_of((a, b)), wording=0.2, figure=False))


def test_a_written_number_in_common_makes_clauses_likelier(told: Told) -> None:
    other = "In the evening the 870 evicted tenants slept in a gymnasium."
    shared = likelihood_of(told, "The blaze drove 870 people out of their flats.", other)
    assert shared > 2 * likelihood_of(told, "The blaze drove many people out of their flats.", other)


def test_a_length_of_time_in_common_makes_clauses_likelier(told: Told) -> None:
    other = "All trams will stand in the depot for 36 hours."
    shared = likelihood_of(told, "The drivers of Osterby will stop work for 36 hours.", other)
    assert shared > 1.5 * likelihood_of(told, "The drivers of Osterby will stop work for higher wages.", other)


def test_numbers_in_other_units_are_not_shared(told: Told) -> None:
    other = "The convoy had covered nine kilometres by noon."
    apart = likelihood_of(told, "The lorries carried nine tonnes of flour.", other)
    assert apart <= likelihood_of(told, "The lorries carried much flour.", other)
