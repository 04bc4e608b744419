"""Which pairs of clauses are likely enough to be brought together."""

from collections.abc import Callable

import numpy as np
import pytest

from variorum.collation.claims import scores
from variorum.collation.claims.nearness import nearness_of
from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]

COUNTED = "The storm sank 46 trawlers.", "Off the cape 46 wrecks lay on the sand."
FEW = "The storm sank four trawlers.", "Off the cape four wrecks lay on the sand."
UNCOUNTED = "The storm sank many trawlers.", "Off the cape 46 wrecks lay on the sand."

HOUR = "The silo caught fire at 3:40 p.m.", "Neighbours smelled smoke at 3:40 p.m. near the mill."
DAY = "The silo caught fire on 3 May.", "Neighbours smelled smoke on 3 May near the mill."
AGE = "Olvin Tramm, 57, keeps bees.", "The beekeeper, who is 57, was stung."
ROWS = "Bakers", "Masons", "Weavers", "Coopers", "Glaziers", "Tanners", "Potters", "Millers", "Joiners", "Farriers"
GOODS = "loaves", "bricks", "shawls"


def scorer_for(told: Told, pair: tuple[str, str]) -> scores.Scorer:
    """A scorer of the first clauses of two reports."""
    articles = tuple(told(name, text) for name, text in zip("ab", pair, strict=True))
    entities = merge_entities(articles)
    found = statements_of(articles, entities)
    heads = [next(s for s in found if s.article.id == name) for name in "ab"]
    return scores.scorer_of(heads, setting_of(heads, entities), None)


def raised(told: Told, pair: tuple[str, str]) -> float:
    """The likelihood that brings the pair together, 0 for none."""
    vectors, scorer = np.eye(2, 4, dtype=np.float32), scorer_for(told, pair)
    return scorer.matches(scorer.likelihoods([(0, 1)], nearness_of(vectors, vectors, ["a", "b"]))).get((0, 1), 0.0)


@pytest.mark.parametrize(
    ("pair", "told_likely", "expected"),
    [
        (COUNTED, 0.1, scores.LIKELY),
        (COUNTED, 0.25, 0.25),
        (COUNTED, 0.6, 0.6),
        (COUNTED, 0.05, 0.0),
        (FEW, 0.1, 0.0),
        (FEW, 0.25, 0.25),
        (UNCOUNTED, 0.1, 0.0),
        (UNCOUNTED, 0.16, 0.16),
    ],
)
def test_one_count_above_ten_needs_less_likelihood(
    pair: tuple[str, str], told_likely: float, expected: float, told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scores, "likelihood", lambda known: told_likely)
    assert raised(told, pair) == expected


@pytest.mark.parametrize(
    ("pair", "beside", "told_likely", "expected"),
    [
        (HOUR, "", 0.1, scores.LIKELY),
        (HOUR, "", 0.3, 0.3),
        (HOUR, "", 0.05, 0.0),
        (AGE, "", 0.1, scores.LIKELY),
        (HOUR, " at 3:40 p.m", 0.1, 0.0),
        (FEW, "", 0.1, 0.0),
        (DAY, "", 0.1, 0.0),
    ],
)
def test_a_number_or_time_that_few_clauses_give_needs_less_likelihood(
    pair: tuple[str, str], beside: str, told_likely: float, expected: float, told: Told
) -> None:
    rest = " ".join(f"{who} sold {what} in the market{beside}." for who in ROWS for what in GOODS)
    articles = (*(told(name, text) for name, text in zip("ab", pair, strict=True)), told("c", rest))
    entities = merge_entities(articles)
    found = statements_of(articles, entities)
    heads = [*(next(s for s in found if s.article.id == name) for name in "ab"), *(s for s in found if s.article.id == "c")]
    scorer = scores.scorer_of(heads, setting_of(heads, entities), None)
    assert scorer.matches({(0, 1): told_likely}).get((0, 1), 0.0) == expected


def test_unlikely_pairs_need_more_than_likeness_unless_both_count(told: Told) -> None:
    assert scorer_for(told, UNCOUNTED).strangers({(0, 1): 0.03}) == [(0, 1)]
    assert scorer_for(told, UNCOUNTED).strangers({(0, 1): 0.07}) == [(0, 1)]
    assert scorer_for(told, UNCOUNTED).strangers({(0, 1): 0.09}) == []
    assert scorer_for(told, UNCOUNTED).strangers({(0, 1): 0.0}) == []
    assert scorer_for(told, COUNTED).strangers({(0, 1): 0.03}) == []
