"""Groups said to agree, taken apart where two members exclude each other."""

import dataclasses
from collections.abc import Callable

import pytest

from variorum.collation.claims.find import Compared, compared, group_of
from variorum.collation.claims.parting import part_groups
from variorum.collation.entities.find import merge_entities
from variorum.records import AnnotatedArticle, ClaimGroup
from variorum.records.provenance import Provenance
from variorum.records.story import Disagreement, DisagreementMember

Told = Callable[..., AnnotatedArticle]


def as_one(told: Told, *texts: str) -> tuple[ClaimGroup, Compared]:
    """The longest claim of each text, of reports ``a``, ``b`` ..., put as one group that agrees."""
    articles = [told(name, text) for name, text in zip("abc", texts, strict=False)]
    found = compared(articles, merge_entities(articles), [(a.id,) for a in articles], None)
    claims = [s for same in found.wordings for s in same]
    members = [max((s for s in claims if s.article.id == a.id), key=lambda s: (len(s.text), s.key)) for a in articles]
    return group_of(members, found.setting, found.figures), found


def reports_together(told: Told, *texts: str, disagreements: tuple[Disagreement, ...] = ()) -> list[str]:
    """Which reports still stand together, as ``ab``."""
    group, found = as_one(told, *texts)
    group = dataclasses.replace(group, status="agreed")
    return sorted("".join(sorted({m.article for m in g.members})) for g in part_groups((group,), found, disagreements))


def differing(kind: str, *sides: tuple[str, str, str], **ends: float) -> Disagreement:
    """A change between sides of report, words and value."""
    members = tuple(DisagreementMember(a, 0, len(words), words, value, None, "text", ends.get(a), ends.get(a))
                    for a, words, value in sides)  # fmt: skip
    return Disagreement("d", kind, "it", members, "update", Provenance("x@1", None, ""))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two Tessin sailors were injured in the fog.", "Two Tessin sailors were missing in the fog."),
        ("The nurses waited for five hours at the gate.", "The nurses fasted for five days at the gate."),
        ("The cabinet was considering a sale of the harbour.", "The cabinet sells the harbour to Brask."),
        ("The theatre in Tessin opened its doors in 1986.", "The theatre in Tessin was built in 1988."),
    ],
)
def test_what_excludes_each_other_does_not_agree(told: Told, one: str, other: str) -> None:
    assert reports_together(told, one, other) == ["a", "b"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Two Tessin sailors were missing in the fog.", "In the fog two sailors from Tessin were missing."),
        ("The strike in Tessin lasts two years.", "The strike in Tessin goes on for 24 months."),
        ("The cabinet was considering a sale of the harbour.", "The cabinet considers whether to sell the harbour."),
        ("More than a hundred guests saw the play in Tessin.", "The play in Tessin was seen by 112 guests."),
        ("All ferries to Tessin sailed again by 17:30 on Monday.", "All ferries to Tessin sailed again by 17:30 on Tuesday."),
    ],
)
def test_what_can_all_hold_stays_together(told: Told, one: str, other: str) -> None:
    assert reports_together(told, one, other) == ["ab"]


def test_two_sides_of_a_difference_do_not_agree(told: Told) -> None:
    forced, free, third = "Oldane was made to quit the choir.", "Oldane quit the choir.", "Oldane has quit the choir."
    difference = differing("agency", ("a", forced, "made to quit"), ("b", free, "quit"))
    assert reports_together(told, forced, free, third, disagreements=(difference,)) == ["a", "bc"]
    words = differing("quotation", ("a", forced, "made to quit"), ("b", free, "quit"))
    assert reports_together(told, forced, free, third, disagreements=(words,)) == ["abc"]


def test_numbers_of_a_difference_are_two_sides_only_where_they_do_not_meet(told: Told) -> None:
    some, exact = "About 300 boats lie in Tessin.", "Some 300 boats lie in Tessin."
    near = differing("figure", ("a", some, "about 300"), ("b", exact, "300"), a=300, b=300)
    far = differing("figure", ("a", some, "about 300"), ("b", exact, "340"), a=300, b=340)
    assert reports_together(told, some, exact, disagreements=(near,)) == ["ab"]
    assert reports_together(told, some, exact, disagreements=(far,)) == ["a", "b"]


def test_other_groups_stay_as_they_are(told: Told) -> None:
    group, found = as_one(told, "Parliament approved the toll on Monday.", "Parliament rejected the toll on Monday.")
    assert group.status == "contested" and part_groups((group,), found, ()) == (group,)
