"""Whether a clause tells the very thing that is denied."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.denials.features import candidates, page_of
from variorum.collation.denials.telling import tells_it
from variorum.collation.denials.units import affirmed_units, denial_units
from variorum.collation.entities.find import merge_entities
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


def judged(denied: str, said: str, told: Told, encoder: SentenceEncoder) -> set[bool]:
    """Whether what ``said`` affirms tells what ``denied`` denies, for all pairs of the two that are compared."""
    articles = (told("a", denied, day="2031-05-20"), told("b", said, day="2031-05-20"))
    entities = merge_entities(articles)
    statements = statements_of(articles, entities)
    setting = setting_of(statements, entities)
    page = page_of(denial_units(statements, setting), affirmed_units(statements, setting), setting, encoder)
    return {tells_it(c) for c in candidates(page)}


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ("The army did not shell the mill.", "The army shelled the mill on Friday."),
        ("There was no parade in Dorn on Sunday.", "The mayor said a parade in Dorn would open the feast on Sunday."),
        ("The harbour is considering a new crane.", "The harbour decided to buy a new crane."),
        ("The mayor denied that the pumps of the mine were rusty.", "The pumps of the mine were in a bad state."),
    ],
)
def test_what_is_denied_is_told(denied: str, said: str, told: Told, encoder: SentenceEncoder) -> None:
    assert True in judged(denied, said, told, encoder)


@pytest.mark.parametrize(
    ("denied", "said"),
    [
        ("There was no reply from Orlen to the charge that eight guards stole salt.", "Eight guards stole salt in Dorn."),
        ("The pact does not cover the ships of Orlen.", "A new pact would limit the ships of Orlen."),
        ("The harbour is considering a new crane.", "The harbour would gladly give up the old crane."),
        ("Behind the hill the bells will not be disturbed by trains.", "Behind the hill the bells are undisturbed by trains."),
    ],
)
def test_what_only_shares_words_with_it_is_not(denied: str, said: str, told: Told, encoder: SentenceEncoder) -> None:
    assert judged(denied, said, told, encoder) == {False}
