"""One saying given to two speakers, and altered quotations that stand in more than two reports."""

from collections.abc import Callable

import pytest

from variorum.collation.disagreements.find import find_disagreements
from variorum.collation.disagreements.quotations import quotation_verdicts
from variorum.collation.entities.find import merge_entities
from variorum.collation.utterances.find import follow_utterances
from variorum.collation.utterances.sayings import find_sayings
from variorum.collation.utterances.variants import find_variants, wordings_of
from variorum.records import AnnotatedArticle, Disagreement
from variorum.records.provenance import Provenance
from variorum.records.story import Utterance

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


def test_a_body_of_a_union_is_no_second_speaker_beside_the_union(told: Told) -> None:
    words = "“These duties cannot be justified by the safety of the realm,” the {} said."
    one, other = told("a", words.format("Selvian Union")), told("b", words.format("Selvian Commission"))
    assert differences("speaker", one, other) == []


@pytest.mark.parametrize(("one", "other"), [("E.U.", "EU"), ("e-mail", "email"), ("It's", "It is")])
def test_what_is_only_spelled_otherwise_is_not_altered(one: str, other: str, told: Told) -> None:
    words = "“{} should be free for everyone in the valley for ever,” mayor Ilse Brand said."
    assert differences("quotation", told("a", words.format(one)), told("b", words.format(other))) == []


def test_two_sentences_of_one_statement_are_no_altered_one(told: Told) -> None:
    one = told("a", "“We are sorry for what happened to them on this ferry,” mayor Ilse Brand said.")
    other = told("b", "“We like bringing families home, and on this ferry we are letting them down,” mayor Ilse Brand said.")
    sure = told("b", "“We are so sorry for what was done to them on this ferry,” mayor Ilse Brand said.")
    assert list(quotation_verdicts({"a": one, "b": other}, [as_one(one, other)], {})) == []
    assert list(quotation_verdicts({"a": one, "b": sure}, [as_one(one, sure)], {}))


def as_one(*articles: AnnotatedArticle) -> Utterance:
    """All quotations of ``articles`` as one saying."""
    fullest, *others = wordings_of(find_sayings(articles, {}))
    refs = tuple(w.ref for w in (fullest, *others))
    return Utterance("u", None, refs, find_variants(fullest, others), Provenance("utterances@1", 1.0, "One saying."))


def test_a_quoted_sentence_that_begins_later_is_not_altered(told: Told) -> None:
    full = "“They took a hard decision and a right one because they saved the life of that little boy,” mayor Ilse Brand said."
    late = "“Because they saved the life of that little boy,” mayor Ilse Brand said."
    assert differences("quotation", told("a", full), told("b", late)) == []


def test_what_a_report_tells_around_quoted_words_is_not_altered(told: Told) -> None:
    whole = told("a", "“We are in the very first stages of any talks,” mayor Ilse Brand said.")
    partly = told(
        "b", "Mayor Ilse Brand said a new treaty was in “the very first stages” and that “I can't say what we'll do.”"
    )
    assert list(quotation_verdicts({"a": whole, "b": partly}, [as_one(whole, partly)], {})) == []
