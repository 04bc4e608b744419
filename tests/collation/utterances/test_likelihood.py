import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from tests.collation.utterances.test_find import BagEncoder, follow, members, report
from variorum.collation.entities.find import merge_entities, story_ids
from variorum.collation.utterances.evidence import Agreement
from variorum.collation.utterances.likelihood import saying_ranker
from variorum.collation.utterances.sayings import find_sayings
from variorum.collation.utterances.scores import LEARNED, Chance, judge
from variorum.collation.utterances.speakers import is_mistakable, kinship, voices_of

Drafts = Callable[..., Any]

NEAR = {
    "stated": 0.6, "held": 0.5, "equal": 0.5, "fact": 0.0, "other_fact": 0.0, "turned": 0.0, "length": 2.0, "longer": 0.3,
    "days": 0.0, "ordered_quoted": 0.0, "nearest": 1.0, "named": 0.0, "denied": 0.0, "turned_quoted": 0.0, "other_acts": 0.0,
    "related": 0.0, "open": 0.0, "other": 0.0,
}  # fmt: skip


@pytest.mark.parametrize(
    "against",
    [
        {"other": 1.0},
        {"open": 1.0},
        {"other_fact": 1.0},
        {"turned": 1.0},
        {"nearest": 0.0},
        {"days": 2.4},
        {"named": 1.0},
        {"denied": 1.0},
    ],
)
def test_strangers_another_number_a_not_a_nearer_saying_days_a_name_and_denial_speak_against(
    against: dict[str, float],
) -> None:
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


def test_what_is_not_likely_by_all_that_was_learned_is_not_one_however_much_agrees(draft: Drafts) -> None:
    articles = [report(draft, name, "The old quay will be closed to all carts", kind="indirect") for name in ("a", "b")]
    voices = voices_of(merge_entities(articles))
    one, other = find_sayings(articles, story_ids(merge_entities(articles)))
    half = Agreement(0.6, 0.75, 0.6, 0.5, 4, facts=None, turned=False, acts=None, stated=0.7)
    assert half.likelihood >= LEARNED
    assert [judge(one, other, half, Chance(learned, 0.0), voices) for learned in (0.3, 0.5)] == [False, True]


@pytest.mark.parametrize(("source", "fits"), [("the minister", True), ("the minister of ports", False), ("he", False)])
def test_a_description_that_fits_the_other_speaker_may_mean_him(draft: Drafts, source: str, *, fits: bool) -> None:
    made = draft("a", f"Tomas Brink spoke. Of the planks 38 had rotted by May, {source} said.")
    made.quote("Of the planks 38 had rotted by May", made.entity("Tomas Brink", "person"), kind="indirect")
    told = made.done()
    span = (told.text.index(source), told.text.index(source) + len(source))
    told = dataclasses.replace(told, quotations=(dataclasses.replace(told.quotations[0], source=(span,)),))
    b = report(draft, "b", "By May 38 planks had rotted", speaker="Maud Selig", roles=("energy minister",), kind="indirect")
    entities = merge_entities([told, b])
    one, other = find_sayings([told, b], story_ids(entities))
    assert kinship(one, other, voices_of(entities)) == "other"
    assert is_mistakable(one, other, voices_of(entities)) == fits
