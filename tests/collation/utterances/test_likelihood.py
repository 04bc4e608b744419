from collections.abc import Callable
from typing import Any

import pytest

from tests.collation.utterances.test_find import BagEncoder, follow, members, report
from variorum.collation.utterances.likelihood import saying_ranker

Drafts = Callable[..., Any]

NEAR = {
    "meaning": 0.6, "held": 0.5, "equal": 0.5, "fact": 0.0, "other_fact": 0.0, "turned": 0.0, "length": 2.0, "longer": 0.3,
    "short": 0.0, "days": 0.0, "ordered_quoted": 0.0, "ordered_of_strangers": 0.0, "nearest": 1.0, "related": 0.0, "open": 0.0,
    "other": 0.0,
}  # fmt: skip


@pytest.mark.parametrize(
    "against", [{"other": 1.0}, {"open": 1.0}, {"other_fact": 1.0}, {"turned": 1.0}, {"nearest": 0.0}, {"days": 2.4}]
)
def test_strangers_another_number_a_not_a_nearer_saying_and_days_speak_against_it(against: dict[str, float]) -> None:
    rank = saying_ranker().probability
    assert rank({**NEAR, **against}) < rank(NEAR)


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("Nobody will be asked to go from the old quay for want of a flat", True),
        ("Our grandfathers built the flats on that quay with their own hands", False),
    ],
)
def test_a_free_wording_of_a_spokeswoman_is_her_councils(draft: Drafts, words: str, *, joined: bool) -> None:
    a = report(draft, "a", "no one on the old quay would be asked to go without a flat", speaker="Harbour Council",
               entity="organisation", kind="indirect")  # fmt: skip
    b = report(draft, "b", words, speaker="Lena Okoro", roles=("spokeswoman for the harbour council",))
    assert members(follow(a, b, encoder=BagEncoder())) == ([["a", "b"]] if joined else [])
