"""Which figures are compared, and what is read of them."""

from collections.abc import Callable

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.entities.find import merge_entities
from variorum.collation.figures.chances import story_figures
from variorum.collation.figures.likelihood import comparable_sizes, features, likelihood
from variorum.collation.figures.pairs import figure_pairs, figure_ties, twin_of
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def test_the_number_is_left_out_of_what_is_read(told: Told) -> None:
    article = told("a", "The abbey owns 40 goats.", day="2031-05-22")
    statements = statements_of((article,), merge_entities((article,)))
    (figure,) = story_figures(statements, setting_of(statements, ()))
    assert twin_of(figure).clause.rstrip(".") == "The abbey owns many goats"


def test_one_thing_is_likelier_than_two_things(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "The abbey owns 40 goats. The mill employs 900 weavers.", day="2031-05-22")
    other = told("b", "The monks keep 55 goats, the abbot said.", day="2031-05-22")
    entities = merge_entities((one, other))
    statements = statements_of((one, other), entities)
    setting = setting_of(statements, entities)
    pairs = [p for p in figure_pairs(story_figures(statements, setting)) if p[0].article.id != p[1].article.id]
    scores = {
        p[0].quantity.value: likelihood(features(*p, tie, setting))
        for p, tie in zip(pairs, figure_ties(pairs, encoder), strict=True)
    }
    assert scores[40] > 0.5 > scores[900]
    assert [comparable_sizes(*p) for p in pairs] == [True, False]
