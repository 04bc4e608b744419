"""Quoted words of one speaker that come in other words."""

from collections.abc import Callable
from typing import Any

import pytest

from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.disagreements.rewording import rewording_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.collation.utterances.find import follow_utterances
from variorum.records import AnnotatedArticle, Disagreement
from variorum.records.provenance import Provenance
from variorum.records.story import QuotationRef, Utterance, Variant

Told = Callable[..., AnnotatedArticle]


def quotations(*articles: AnnotatedArticle) -> list[Disagreement]:
    origins, entities = tuple((a.id,) for a in articles), merge_entities(articles)
    found = find_disagreements(articles, entities, (), follow_utterances(articles, entities, None), origins)
    return [d for d in found if d.kind == "quotation"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“We have kept this harbour and we will guard it, stone by stone,” mayor Ilse Brand said.",
            "“We will guard our harbour stone by stone,” said mayor Ilse Brand.",
        ),
        (
            "“Whoever leaves the harbour tonight leaves it for ever,” mayor Ilse Brand said.",
            "“Whoever leaves the harbour leaves it for ever,” mayor Ilse Brand said.",
        ),
        (
            "“Hope has built a bridge that soldiers could not build,” mayor Ilse Brand said.",
            "“Hope has built a bridge,” mayor Ilse Brand said.",
        ),
        (
            "“I will not sit at a table with a knife on it,” mayor Ilse Brand said.",
            "“I will not sit at a table,” mayor Ilse Brand said.",
        ),
        (
            "“No herring was sold and no herring will ever be given away,” mayor Ilse Brand said.",
            "“No herring was sold,” mayor Ilse Brand said.",
        ),
        (
            "“The governor rang me at ten past three last night and asked for my keys,” mayor Ilse Brand said.",
            "“The governor asked for my keys,” mayor Ilse Brand said.",
        ),
    ],
)
def test_other_words_in_quotation_marks_are_shown(one: str, other: str, told: Told) -> None:
    (found,) = quotations(told("a", one), told("b", other))
    assert found.judgement == "unsure"
    assert {m.article for m in found.members} == {"a", "b"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“There is no other harbour on this coast,” mayor Ilse Brand said.",
            "“There exists no other harbour on this coast,” mayor Ilse Brand said.",
        ),
        (
            "“We will guard our harbour stone by stone,” said mayor Ilse Brand.",
            "“We will build our schools brick by brick,” said mayor Ilse Brand.",
        ),
        (
            "“We will guard our harbour stone by stone,” said mayor Ilse Brand.",
            "“They guard their harbour, and the stones of it, day by day,” said Olof Verek of the union.",
        ),
        (
            "“I came here to serve the harbour. I will not run away,” mayor Ilse Brand said.",
            "“I came here to serve the harbour, and I will not run away,” mayor Ilse Brand said.",
        ),
        (
            "“We are not bakers here in Dorn, we are sailmakers,” mayor Ilse Brand said.",
            "“We are sailmakers here in Dorn, not bakers,” mayor Ilse Brand said.",
        ),
    ],
)
def test_little_words_and_other_sayings_are_not(one: str, other: str, told: Told) -> None:
    assert not quotations(told("a", one), told("b", other))


def test_the_words_shown_are_the_speakers_own(told: Told) -> None:
    one = "“They came from three sides,” said Oda Pell, a nurse, “and hit whoever was nearest.”"
    found = quotations(told("a", one), told("b", "“They hit whoever was nearest,” says Oda Pell, a nurse."))
    assert found and not any("a nurse" in m.value for d in found for m in d.members)


def test_words_of_the_reporter_beside_quoted_ones_are_no_altered_quotation(told: Told) -> None:
    one = "“The northern hall we will rent to the fishermen for the price of a single herring,” mayor Ilse Brand said."
    other = "Sailmakers might rent it for “the price of a single herring”, mayor Ilse Brand said."
    assert not quotations(told("a", one), told("b", other))


def test_a_translation_swaps_words_and_alters_nothing(told: Told) -> None:
    one = "“Whoever leaves the harbour tonight abandons it for ever,” mayor Ilse Brand said."
    other = "“Whoever leaves the port tonight abandons it for good,” mayor Ilse Brand said."
    assert quotations(told("a", one), told("b", other))
    assert not quotations(told("a", one), told("b", f"{other}\n\nTranslated from the Orlenian"))


@pytest.mark.parametrize(("relation", "number"), [("edited", 0), ("paraphrased", 1)])
def test_what_an_utterance_leaves_without_edits_is_compared(relation: Any, number: int, told: Told) -> None:
    one = told("a", "“We have kept this harbour and we will guard it, stone by stone,” mayor Ilse Brand said.")
    other = told("b", "“We will guard our harbour stone by stone,” said mayor Ilse Brand.")
    refs = [QuotationRef(a.id, a.quotations[0].id) for a in (one, other)]
    variant = Variant(refs[1], refs[0], (), relation, "agree")
    utterance = Utterance("u", None, tuple(refs), (variant,), Provenance("utterances@1", None, ""))
    entities = merge_entities((one, other))
    setting = setting_of(statements_of((one, other), entities, ()), entities)
    assert len(list(rewording_verdicts((one, other), (utterance,), setting))) == number


def test_a_short_form_in_a_quotation_alters_nothing(told: Told) -> None:
    one = "“I would close the old bridge and I would do it today,” said Oda Pell, a nurse."
    other = "“I'd close the old bridge and I'd do it today,” said Oda Pell, a nurse."
    assert not quotations(told("a", one), told("b", other))


@pytest.mark.parametrize(("plain", "denied"), [("is", "isn't"), ("is", "is not"), ("will be", "won't be")])
def test_a_not_that_is_put_in_is_shown_whether_short_or_in_full(plain: str, denied: str, told: Told) -> None:
    one, other = (f"“The old bridge {verb} safe to cross at night,” said Oda Pell, a nurse." for verb in (plain, denied))
    for pair in ((one, other), (other, one)):
        (found,) = quotations(*map(told, "ab", pair))
        assert found.judgement == "conflict"


def test_a_not_in_short_form_is_the_same_not(told: Told) -> None:
    one = "“The old bridge is not safe and nobody warned us,” said Oda Pell, a nurse."
    other = "“The old bridge isn't safe and nobody warned us,” said Oda Pell, a nurse."
    assert not quotations(told("a", one), told("b", other))
