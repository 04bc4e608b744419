"""Bodies called by what they do, unnamed things and seats of governments, on reports annotated by hand."""

from collections.abc import Callable
from typing import Any

import pytest

from variorum.collation.entities.business import kinds_of_phrase
from variorum.collation.entities.find import merge_entities
from variorum.records.annotation import AnnotatedArticle

Drafts = Callable[..., Any]


def groups(*articles: AnnotatedArticle) -> list[list[str]]:
    return sorted(list(e.members) for e in merge_entities(articles))


def unnamed(draft: Drafts, article: str, phrase: str, kind: str = "organisation") -> AnnotatedArticle:
    report = draft(article, f"Then {phrase} answered.")
    report.entity(phrase.removeprefix("the ").removeprefix("a "), kind, phrase, named=False)
    return report.done()


def company(draft: Drafts, article: str, name: str) -> AnnotatedArticle:
    report = draft(article, f"On Monday {name} answered.")
    report.entity(name, "organisation")
    return report.done()


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("the shipping company", "shipping"),
        ("the lender", "bank"),
        ("the carrier", "airline"),
        ("the trade union", "union"),
        ("the firm", "company"),
    ],
)
def test_phrases_tell_a_line_of_business(phrase: str, kind: str) -> None:
    assert kind in kinds_of_phrase(phrase)


@pytest.mark.parametrize("phrase", ["the border station", "the bank of the river", "the gunman", "the travel papers"])
def test_other_phrases_tell_none(phrase: str) -> None:
    assert kinds_of_phrase(phrase) == frozenset()


def test_a_body_called_by_its_business_is_the_only_one_that_does_it(draft: Drafts) -> None:
    ferries, rail = company(draft, "a", "Kestrel Lines"), company(draft, "b", "Norrin Railways")
    assert groups(ferries, rail, unnamed(draft, "c", "the shipping company")) == [["a/e1", "c/e1"], ["b/e1"]]
    rival = company(draft, "d", "Ambra Ferries")
    assert ["c/e1"] in groups(ferries, rival, unnamed(draft, "c", "the shipping company"))


def test_only_a_definite_phrase_in_the_singular_means_the_known_one(draft: Drafts) -> None:
    bank = company(draft, "a", "Norrin Bank")
    assert ["c/e1"] in groups(bank, unnamed(draft, "c", "a lender"))
    assert ["c/e1"] in groups(bank, unnamed(draft, "c", "the lenders"))
    assert ["a/e1", "c/e1"] in groups(bank, unnamed(draft, "c", "the lender"))


def test_general_words_mean_the_only_company_that_the_report_names(draft: Drafts) -> None:
    report = draft("a", "Kestrel Lines paid. Later the company answered.")
    report.entity("Kestrel Lines", "organisation")
    report.entity("company", "organisation", "the company", named=False)
    assert groups(report.done()) == [["a/e1", "a/e2"]]
    two = draft("a", "Kestrel Lines paid Ostrel Foods. Later the company answered.")
    two.entity("Kestrel Lines", "organisation")
    two.entity("Ostrel Foods", "organisation")
    two.entity("company", "organisation", "the company", named=False)
    assert groups(two.done()) == [["a/e1"], ["a/e2"], ["a/e3"]]


def test_a_larger_body_of_which_nothing_is_told_may_be_the_company_as_well(draft: Drafts) -> None:
    report = draft("a", "Kestrel Lines paid. Medrix met Medrix. Later the company answered.")
    report.entity("Kestrel Lines", "organisation")
    report.entity("Medrix", "organisation")
    report.entity("company", "organisation", "the company", named=False)
    assert groups(report.done()) == [["a/e1"], ["a/e2"], ["a/e3"]]


def test_a_regime_and_a_government_in_a_city_are_what_others_call_by_the_city(draft: Drafts) -> None:
    acting = draft("a", "Ashkel refused.")
    acting.entity("Ashkel", "government")
    regime, body = (
        unnamed(draft, "b", "the Ashkel regime", "government"),
        unnamed(draft, "c", "the government in Ashkel", "government"),
    )
    assert groups(acting.done(), regime, body) == [["a/e1", "b/e1", "c/e1"]]


def test_a_bare_noun_is_the_one_longer_wording_of_other_reports(draft: Drafts) -> None:
    long = [unnamed(draft, i, "the grain agreement", "document") for i in "ab"]
    bare = unnamed(draft, "c", "the agreement", "document")
    assert groups(*long, bare) == [["a/e1", "b/e1", "c/e1"]]


def test_the_gunman_is_one_and_the_lawyer_is_not(draft: Drafts) -> None:
    assert groups(*(unnamed(draft, i, "the gunman", "person") for i in "ab")) == [["a/e1", "b/e1"]]
    assert groups(*(unnamed(draft, i, "the lawyer", "person") for i in "ab")) == [["a/e1"], ["b/e1"]]


def test_a_report_with_two_of_a_kind_keeps_them_apart(draft: Drafts) -> None:
    two = draft("a", "First the gunman fled, then the gunman hid.")
    two.entity("gunman", "person", "the gunman", named=False)
    two.entity("gunman", "person", "the gunman", named=False)
    assert ["b/e1"] in groups(two.done(), unnamed(draft, "b", "the gunman", "person"))


def test_the_coast_guard_is_no_person(draft: Drafts) -> None:
    body, person = unnamed(draft, "a", "the coastguard"), unnamed(draft, "b", "the coast guard", "person")
    assert groups(body, person) == [["a/e1", "b/e1"]]
