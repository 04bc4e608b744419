"""Ages of one named person, told apart."""

from collections.abc import Callable

import pytest

from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle

Told = Callable[..., AnnotatedArticle]


@pytest.mark.parametrize(
    ("other", "day", "judgements"),
    [
        ("The skipper Pia Marr, 45, said the nets had been cut.", "2031-05-06", ["conflict"]),
        ("The skipper Pia Marr, 42, said the nets had been cut.", "2031-05-06", ["conflict"]),
        ("The skipper Pia Marr, 42, said the nets had been cut.", "2031-08-06", ["unsure"]),
        ("The skipper Pia Marr, 42, said the nets had been cut.", None, ["unsure"]),
        ("The skipper Pia Marr, 41, said the nets had been cut.", "2031-05-06", []),
        ("The skipper Pia Marr, 43, said the nets had been cut.", "2033-05-06", []),
        ("The skipper Pia Marr, 39, said the nets had been cut.", "2033-05-06", ["conflict"]),
    ],
)
def test_ages_differ_unless_a_birthday_may_lie_between(other: str, day: str | None, judgements: list[str], told: Told) -> None:
    articles = (
        told("a", "Pia Marr, 41, told the court that she had seen the boat.", day="2031-05-04"),
        told("b", other, day=day),
    )
    found = find_disagreements(articles, merge_entities(articles), (), (), (("a",), ("b",)))
    assert [d.judgement for d in found if d.about.startswith("age of")] == judgements
