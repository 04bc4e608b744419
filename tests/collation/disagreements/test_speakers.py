"""One saying given to two speakers, and altered quotations that stand in more than two reports."""

from collections.abc import Callable

import pytest

from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.entities.find import merge_entities
from variorum.collation.utterances.find import follow_utterances
from variorum.records import AnnotatedArticle, Disagreement

Told = Callable[..., AnnotatedArticle]


def differences(kind: str, *articles: AnnotatedArticle) -> list[Disagreement]:
    origins, entities = tuple((a.id,) for a in articles), merge_entities(articles)
    found = find_disagreements(articles, entities, (), follow_utterances(articles, entities, None), origins)
    return [d for d in found if d.kind == kind]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“We carried the children through the flood,” said Ilse Brand. “It was dark. The boats were gone.”",
            "“We carried the children through the flood,” said Tom Arlen. “Nobody helped us for six long hours.”",
        ),
        ("“The harvest cannot wait,” said Ilse Brand.", "“The harvest cannot wait,” said Tom Arlen."),
    ],
)
def test_one_sentence_given_to_two_people_is_a_doubt_about_who_said_it(one: str, other: str, told: Told) -> None:
    (found,) = differences("speaker", told("a", one), told("b", other))
    assert found.judgement == "unsure"
    assert sorted(m.value for m in found.members) == ["Ilse Brand", "Tom Arlen"]
    assert found.by.reason == "One saying is given to Ilse Brand and to Tom Arlen."


def test_the_very_same_long_words_of_two_people_are_a_conflict_shown_once(told: Told) -> None:
    words = "“We carried forty children through the flood that night,” said {}."
    (found,) = differences("speaker", told("a", words.format("Ilse Brand")), told("b", words.format("Tom Arlen")))
    assert found.judgement == "conflict"


@pytest.mark.parametrize("other", ["the harbour master", "Brand"])
def test_who_is_only_described_or_named_short_is_no_second_speaker(other: str, told: Told) -> None:
    words = "“The harvest cannot wait,” said {}."
    assert differences("speaker", told("a", words.format("Ilse Brand")), told("b", words.format(other))) == []


def test_reports_with_the_fullest_wording_stand_beside_it(told: Told) -> None:
    full = "“Hope has built a bridge that soldiers could not build,” mayor Ilse Brand said."
    short = "“Hope has built a bridge,” mayor Ilse Brand said."
    (found,) = differences("quotation", told("a", full), told("b", full), told("c", short))
    assert [m.article for m in found.members] == ["a", "b", "c"]
    assert {m.exact for m in found.members if m.article != "c"} == {"Hope has built a bridge that soldiers could not build"}


ASKED = "“They knew about the cracks in March,” mayor Ilse Brand said."


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        (
            "“If the audit finds one missing crown, I will resign,” mayor Ilse Brand said.",
            "“I will resign,” mayor Ilse Brand said.",
            "If the audit finds one missing crown",
        ),
        (
            "“The report is a masterpiece of evasion,” mayor Ilse Brand said.",
            "Mayor Ilse Brand called the report “a masterpiece of deception”.",
            "deception",
        ),
        (ASKED, "“He knew about the cracks in March,” mayor Ilse Brand said.", "He"),
        (
            "“The village has bread for one more week,” mayor Ilse Brand said.",
            "“The village has bread for one week,” mayor Ilse Brand said.",
            "more",
        ),
    ],
)
def test_a_condition_left_out_and_one_word_changed_alter_a_quotation(one: str, other: str, value: str, told: Told) -> None:
    (found,) = differences("quotation", told("a", one), told("b", other))
    assert found.judgement == "unsure"
    assert value in {m.value for m in found.members}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "“The bridge, which was built in 1961, is not safe,” mayor Ilse Brand said.",
            "“The bridge ... is not safe,” mayor Ilse Brand said.",
        ),
        (ASKED, "“[The builders] knew about the cracks in March,” mayor Ilse Brand said."),
        (
            "“The mayor will not leave the flooded town,” mayor Ilse Brand said.",
            "“The mayor won't leave the flooded town,” mayor Ilse Brand said.",
        ),
        ("“We are all very tired,” mayor Ilse Brand said.", "“We are all worn out and sad,” engineer Tom Arlen said."),
    ],
)
def test_what_a_report_shows_to_be_left_out_and_words_of_two_people_are_no_altered_quotation(
    one: str, other: str, told: Told
) -> None:
    assert differences("quotation", told("a", one), told("b", other)) == []


def test_a_not_in_another_place_turns_nothing_round(told: Told) -> None:
    one = "“I will not sell houses to people from the coast,” mayor Ilse Brand said."
    other = "“I will sell no houses to folk from the coast,” mayor Ilse Brand said."
    assert all("negation" not in d.by.reason for d in differences("quotation", told("a", one), told("b", other)))
