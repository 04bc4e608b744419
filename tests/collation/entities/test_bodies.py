"""Bodies called by the common words of their names, armed groups and banks under two names, governments by their seats."""

from collections.abc import Callable
from typing import Any

import pytest

from variorum.collation.entities.find import merge_entities
from variorum.records.annotation import AnnotatedArticle

Drafts = Callable[..., Any]


def groups(*articles: AnnotatedArticle) -> list[list[str]]:
    return sorted(list(e.members) for e in merge_entities(articles))


def one(draft: Drafts, article: str, text: str, name: str, kind: str = "organisation", **more: Any) -> AnnotatedArticle:
    report = draft(article, text)
    report.entity(name, kind, **more)
    return report.done()


def trust(draft: Drafts, article: str) -> AnnotatedArticle:
    return one(draft, article, "So said the Olmar Valley Housing Trust.", "Olmar Valley Housing Trust")


@pytest.mark.parametrize("phrase", ["the housing trust", "the trust"])
def test_common_words_of_a_name_mean_its_bearer(draft: Drafts, phrase: str) -> None:
    reports = [trust(draft, i) for i in "ab"]
    assert groups(*reports, one(draft, "c", f"Then {phrase} paid.", phrase, named=False)) == [["a/e1", "b/e1", "c/e1"]]


@pytest.mark.parametrize("phrase", ["a trust", "his trust", "the water trust", "the housing ministry"])
def test_other_words_and_unknown_bodies_do_not(draft: Drafts, phrase: str) -> None:
    reports = [trust(draft, i) for i in "ab"]
    assert groups(*reports, one(draft, "c", f"Then {phrase} paid.", phrase, named=False)) == [["a/e1", "b/e1"], ["c/e1"]]


def test_of_two_trusts_neither_is_the_trust(draft: Drafts) -> None:
    reports = [trust(draft, i) for i in "ab"]
    other = [one(draft, i, "So said the Senn Bay Harbour Trust.", "Senn Bay Harbour Trust") for i in "cd"]
    found = groups(*reports, *other, one(draft, "e", "Then the trust paid.", "the trust", named=False))
    assert ["e/e1"] in found


def test_a_ministry_of_another_land_is_another_one(draft: Drafts) -> None:
    lands = draft("c", "Ruvania and Kaldia talked; Ruvania is larger than Ruvania was.")
    lands.entity("Ruvania", "place")
    lands.entity("Kaldia", "place")
    named = [one(draft, i, "So said the Ruvanian Harbour Ministry.", "Ruvanian Harbour Ministry") for i in "ab"]
    other = one(draft, "d", "Then the harbour ministry of Kaldia paid.", "the harbour ministry of Kaldia", named=False)
    bare = one(draft, "e", "Then the harbour ministry paid.", "the harbour ministry", named=False)
    found = groups(*named, lands.done(), other, bare)
    assert ["d/e1"] in found and ["e/e1"] in found


def test_what_reports_call_a_body_beside_its_name_means_it_elsewhere(draft: Drafts) -> None:
    named = [one(draft, i, "The operator, Ostrel, paid.", "Ostrel", roles=("operator",)) for i in "ab"]
    assert groups(*named, one(draft, "c", "Then the operator left.", "the operator", named=False)) == [["a/e1", "b/e1", "c/e1"]]


def test_first_and_last_word_in_one_are_the_short_name(draft: Drafts) -> None:
    long, short = (
        one(draft, "a", "Orlen Savings Bank closed.", "Orlen Savings Bank"),
        one(draft, "b", "Orlenbank closed.", "Orlenbank"),
    )
    assert groups(long, short) == [["a/e1", "b/e1"]]
    assert groups(long, one(draft, "b", "Orlenhaus closed.", "Orlenhaus")) == [["a/e1"], ["b/e1"]]


def test_two_sides_name_the_parts_of_one_armed_group_as_they_like(draft: Drafts) -> None:
    many = [one(draft, i, "The Vardek Brigades fired.", "Vardek Brigades", "group") for i in "ab"]
    other = one(draft, "c", "The Vardek Formations fired.", "Vardek Formations")
    assert groups(*many, other) == [["a/e1", "b/e1", "c/e1"]]
    both = draft("d", "The Vardek Formations met the Vardek Brigades.")
    both.entity("Vardek Formations", "group")
    both.entity("Vardek Brigades", "group")
    assert ["d/e1"] in groups(*many, both.done())


def test_the_regime_of_a_capital_and_the_cabinet_there_are_one_government(draft: Drafts) -> None:
    seat = one(draft, "a", "It rained in Nadrek.", "Nadrek", "place")
    regime = one(draft, "b", "The Nadrek regime fell.", "Nadrek regime", "government")
    cabinet = one(draft, "c", "The Nadrek cabinet met.", "Nadrek cabinet", named=False)
    paper = one(draft, "d", "So wrote the Nadrek Herald.", "Nadrek Herald")
    assert groups(seat, regime, cabinet, paper) == [["a/e1"], ["b/e1", "c/e1"], ["d/e1"]]


def test_other_words_for_the_same_kind_of_body_mean_it(draft: Drafts) -> None:
    guild = [one(draft, i, "So said the Guild of Divers.", "Guild of Divers") for i in "ab"]
    assert groups(*guild, one(draft, "c", "Then the union of divers left.", "the union of divers", named=False)) == [
        ["a/e1", "b/e1", "c/e1"]
    ]
    other = one(draft, "c", "Then the union of dockers left.", "the union of dockers", named=False)
    assert groups(*guild, other) == [["a/e1", "b/e1"], ["c/e1"]]


def test_the_central_bank_of_a_land_is_its_national_bank(draft: Drafts) -> None:
    banks = [one(draft, i, "So said the National Bank of Ruvania.", "National Bank of Ruvania") for i in "ab"]
    land = one(draft, "c", "It rained in Ruvania.", "Ruvania", "place")
    central = one(draft, "d", "Ruvania's central bank paid.", "Ruvania's central bank", named=False)
    bank = one(draft, "e", "Ruvania's bank paid.", "Ruvania's bank", named=False)
    assert groups(*banks, land, central, bank) == [["a/e1", "b/e1", "d/e1"], ["c/e1"], ["e/e1"]]


def test_a_description_before_a_companys_name_may_be_of_two_words(draft: Drafts) -> None:
    bare = one(draft, "a", "So said Ostrel & Wick.", "Ostrel & Wick")
    told = one(draft, "b", "So said Bridge builder Ostrel & Wick.", "Bridge builder Ostrel & Wick", "group")
    assert groups(bare, told) == [["a/e1", "b/e1"]]


def test_the_ministry_is_the_only_one_that_a_story_names(draft: Drafts) -> None:
    named = [one(draft, i, "So said the Harbour Ministry.", "Harbour Ministry") for i in "ab"]
    bare = one(draft, "c", "Then the ministry paid.", "the ministry", named=False)
    assert groups(*named, bare) == [["a/e1", "b/e1", "c/e1"]]
    second = one(draft, "d", "So said the Health Ministry.", "Health Ministry")
    assert ["c/e1"] in groups(*named, bare, second)
    assert groups(named[0], bare) == [["a/e1"], ["c/e1"]]
