"""How likely two clauses state one thing: sayings followed elsewhere, and reports with few clauses."""

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


def test_a_nearest_clause_among_few_says_more(told: Told) -> None:
    _, (one, other) = told_twice(told)
    short, long = evidence_of((one, other)), evidence_of((one, other, *[one] * 20, *[other] * 20))
    brief = [features(one, other, TIE, evidence, wording=0.5, figure=False) for evidence in (short, long)]
    assert likelihood(brief[0]) > likelihood(brief[1])


def test_every_weight_has_its_feature(told: Told) -> None:
    _, (one, other) = told_twice(told)
    known = features(one, other, TIE, evidence_of((one, other)), wording=0.5, figure=False)
    assert known is not None and known.keys() == WEIGHTS.keys()
