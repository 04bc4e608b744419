"""Happened, planned, claimed, denied: who stands behind a dated clause, in invented reports of Tuesday, 20 May 2031."""

from collections.abc import Callable

import pytest

from variorum.collation.claims.find import group_claims
from variorum.collation.entities.find import merge_entities
from variorum.collation.timeline.find import draw_timeline
from variorum.records import AnnotatedArticle, TimelineEntry
from variorum.records.provenance import Provenance
from variorum.records.story import Disagreement, DisagreementMember

Told = Callable[..., AnnotatedArticle]


def line(*articles: AnnotatedArticle, disagreements: tuple[Disagreement, ...] = ()) -> tuple[TimelineEntry, ...]:
    entities, origins = merge_entities(articles), tuple((a.id,) for a in articles)
    return draw_timeline(articles, entities, group_claims(articles, entities, origins, None), origins, disagreements)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Two men were arrested in Velda on Monday, the prosecutor Hedda Moll said.", "happened"),
        ("The prosecutor Hedda Moll said that two men were arrested in Velda on Monday.", "claimed"),
        ("The prosecutor Hedda Moll confirmed that two men were arrested in Velda on Monday.", "happened"),
        ("According to the police, two men were arrested in Velda on Monday.", "happened"),
        ("Two men were arrested in Velda on Monday, a guard said.", "claimed"),
        ("The prosecutor Hedda Moll had seen the list on Monday, she said.", "claimed"),
        ("Two men were not arrested in Velda on Monday.", "denied"),
        ("Two men will be charged in Velda on Friday, the prosecutor Hedda Moll said.", "planned"),
    ],
)
def test_who_stands_behind_a_clause_decides(told: Told, text: str, status: str) -> None:
    assert [e.status for e in line(told("a", text))] == [status]


def test_a_report_of_its_own_makes_a_claim_a_fact(told: Told) -> None:
    one = told("a", "The prosecutor Hedda Moll said that two men were arrested in Velda on Monday.")
    other = told("b", "Two men were arrested in Velda on Monday.")
    (entry,) = line(one, other)
    assert (entry.status, entry.origins) == ("happened", 2) and entry.passages[0].article == "b"


def test_what_was_planned_and_what_came_of_it_are_two_entries(told: Told) -> None:
    before = told("a", "The bridge will be opened in Velda on Friday.")
    after = told("b", "The bridge was opened in Velda on May 23, 2031.", day="2031-05-24")
    entries = sorted((e.status, e.earliest) for e in line(before, after))
    assert entries == [("happened", "2031-05-23"), ("planned", "2031-05-23")]


@pytest.mark.parametrize("by", ["by June 10", "until June 10"])
def test_a_deadline_leaves_all_days_up_to_it(told: Told, by: str) -> None:
    (entry,) = line(told("a", f"The team will repair the bridge in Velda {by}."))
    assert (entry.earliest, entry.latest, entry.status) == ("2031-05-20", "2031-06-10", "planned")


def test_what_only_a_speaker_vouches_for_and_another_side_denies_is_claimed(told: Told) -> None:
    text = "The minister Ilan Verek resigned on Monday, the police said. The ministry denied that."
    article = told("a", text)
    sides = (("The minister Ilan Verek resigned on Monday", "said"), ("The ministry denied that", "denied"))
    members = tuple(DisagreementMember("a", text.index(w), text.index(w) + len(w), w, value, None) for w, value in sides)
    dispute = Disagreement("d1", "polarity", "the resignation", members, "conflict", Provenance("made@1", None, ""))
    assert [e.status for e in line(article)] == ["happened"]
    assert [e.status for e in line(article, disagreements=(dispute,))] == ["claimed"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Leaflets, the police said, had been dropped over Velda on Monday.", "claimed"),
        ("Leaflets were dropped over Velda on Monday, the police said.", "happened"),
        ("Leaflets had been dropped over Velda on Monday, the police confirmed.", "happened"),
    ],
)
def test_what_the_tense_sets_back_is_left_to_the_speaker(told: Told, text: str, status: str) -> None:
    assert [e.status for e in line(told("a", text))] == [status]


def test_a_clause_with_when_tells_what_happened_then(told: Told) -> None:
    entries = line(told("a", "The two countries have quarrelled over the pass since 1987, when Kaldian troops occupied it."))
    assert "Kaldian troops occupied it" in [e.passages[0].exact for e in entries]
    assert {e.earliest for e in entries} == {"1987-01-01"}


def test_a_date_line_dates_no_deed(told: Told) -> None:
    assert line(told("a", "VELDA, May 19, 2031\nThe bridge is wide and old.")) == ()
