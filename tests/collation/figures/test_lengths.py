"""Lengths of time as figures."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.collation.figures.lengths import find_lengths
from variorum.encoding.sentences import SentenceEncoder
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("The queen stayed 25 minutes.", [0.417]),
        ("The visit lasted two hours, her office said.", [2]),
        ("The diver had been on duty for 19 hours.", [19]),
        ("The abbot has served for 16 years.", []),
        ("The bridge opened three days later.", []),
        ("The strike could last at least three weeks.", []),
    ],
)
def test_what_lasts_is_measured_in_hours(text: str, hours: list[float], told: Told) -> None:
    article = told("a", text, day="2031-05-22")
    assert [f.quantity.value for f in find_lengths(statements_of((article,), ()))] == hours


def test_two_lengths_of_one_visit_differ(told: Told, encoder: SentenceEncoder) -> None:
    one = told("a", "The visit of the queen to the flooded mill lasted just 25 minutes.", day="2031-05-22")
    other = told("b", "The queen spent one hour at the flooded mill, her office said.", day="2031-05-22")
    found = find_disagreements((one, other), merge_entities((one, other)), (), (), (("a",), ("b",)), encoder=encoder)
    assert [{m.value for m in d.members} for d in found if d.kind == "figure"] == [{"25 minutes", "one hour"}]
