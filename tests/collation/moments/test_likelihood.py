"""What tells whether two times date one event."""

from collections.abc import Callable

from variorum.collation.claims.statements import statements_of
from variorum.collation.claims.twin_ties import Tie
from variorum.collation.disagreements.occasions import moment_pairs
from variorum.collation.moments.likelihood import features, likelihood, standing_of
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]
TIE = Tie(clause=0.5, lead=0.0, chosen=True, rivals=0)


def told_features(told: Told, *texts: str) -> dict[str, float]:
    """The features of the first two times of as many reports as there are texts."""
    reports = [told(str(n), text, day="2031-05-22") for n, text in enumerate(texts)]
    pairs = moment_pairs(statements_of(reports, ()))
    (a, b), _, days = pairs[0]
    return features(a, b, TIE, days, standing_of((pair, relation) for pair, relation, _ in pairs))


def test_near_times_of_the_clock_are_likelier_one_event_than_far_ones(told: Told) -> None:
    near = told_features(told, "The mast fell at 4:47 a.m.", "The mast came down at 4.52 a.m.")
    far = told_features(told, "The mast fell at 4:47 a.m.", "The mast came down at 9.20 a.m.")
    assert near["both_clock"] == far["both_clock"] == 1.0
    assert near["clock_near"] > 0.8
    assert far["clock_near"] < 0.1
    assert likelihood(near) > likelihood(far)


def test_years_next_to_each_other_are_near(told: Told) -> None:
    next_year = told_features(told, "The mast was built in 1972.", "The mast was built in 1973.")
    decade = told_features(told, "The mast was built in 1972.", "The mast was built in 1983.")
    assert next_year["year_near"] > 0.9
    assert decade["year_near"] < 0.1


def test_who_gives_the_time_of_the_other_too_hardly_contradicts_it(told: Told) -> None:
    alone = told_features(told, "The mast fell at 4:47 a.m.", "The mast fell at 5:20 a.m.")
    both = told_features(told, "The mast fell at 4:47 a.m.", "The mast fell at 5:20 a.m. It had swayed at 4:47 a.m.")
    assert (alone["both_told"], both["both_told"]) == (0.0, 1.0)
    assert both["support"] > alone["support"] == 0.0
    assert likelihood(both) < likelihood(alone)
