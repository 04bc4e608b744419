"""Statements outside quotations that say what somebody is quoted with: releases, dispatches, words told as a report's own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from variorum.annotation.annotate import annotate_article
from variorum.collation.entities.find import merge_entities
from variorum.collation.utterances.find import follow_utterances
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article
from variorum.records.story import Utterance

RELEASE = (
    "Harrow Lines: the pier at Selde\n\nHarrow Lines regrets what happened at the pier."
    " The crane had been inspected on 4 May and found in good order. Two sailors are in hospital.\n\n"
    "Press contact: press@harrow.example"
)


@pytest.fixture(scope="module")
def release(pipeline: Any) -> AnnotatedArticle:
    return annotate_article(Article("release", RELEASE, outlet="Harrow Lines"), pipeline)


def told(pipeline: Any, sentence: str, *, id: str = "report", outlet: str | None = "Karsk Post") -> AnnotatedArticle:
    text = f"After the fall of the crane\n\nThe pier is shut.\n\n{sentence}\n\nShops were open."
    return annotate_article(Article(id, text, outlet=outlet), pipeline)


def follow(encoder: Any, *articles: AnnotatedArticle) -> tuple[Utterance, ...]:
    return follow_utterances(articles, merge_entities(articles), encoder)


def unquoted(found: Sequence[Utterance]) -> list[tuple[str, str]]:
    return [(p.article, p.exact) for u in found for p in u.unquoted]


OWN = [("release", "The crane had been inspected on 4 May and found in good order.")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The crane had been inspected on 4 May and found in good order, Harrow Lines said.", OWN),
        ("“The crane had been inspected and found in good order,” Harrow Lines said.", OWN),
        ("The crane had been inspected on 4 May and found in good order, the company said.", OWN),
        ("The crane had been inspected on 11 March and found in good order, Harrow Lines said.", []),
        ("The crane had not been inspected on 4 May and found in good order, Harrow Lines said.", []),
        ("The crane had been inspected on 4 May and found in good order, Mayor Tom Arlen said.", []),
        ("Harrow Lines said that a new pier would be built in Karsk by the winter.", []),
    ],
)
def test_what_a_party_says_in_its_own_release_belongs_to_what_it_is_quoted_with(
    pipeline: Any, encoder: Any, release: AnnotatedArticle, sentence: str, expected: list[tuple[str, str]]
) -> None:
    assert unquoted(follow(encoder, release, told(pipeline, sentence))) == expected


@pytest.mark.parametrize(
    ("sentence", "number"),
    [
        ("In the last line stands: “The crane had been inspected on 4 May and found in good order.”", 1),
        ("In the last line stands that the crane had been inspected on 4 May and found in good order.", 0),
        ("“The crane was looked at on 4 May,” said Mayor Tom Arlen.", 0),
    ],
)
def test_words_in_quotation_marks_that_stand_so_in_another_text_are_from_there(
    pipeline: Any, encoder: Any, release: AnnotatedArticle, sentence: str, number: int
) -> None:
    assert unquoted(follow(encoder, release, told(pipeline, sentence))) == OWN * number


@pytest.mark.parametrize(("body", "number"), [("Ministry of Harbours", 1), ("Ministry of Schools", 0)])
def test_a_report_leaves_out_whose_ministry_it_is(
    pipeline: Any, encoder: Any, release: AnnotatedArticle, body: str, number: int
) -> None:
    own = replace(release, outlet="Ministry of Harbours of Selvia")
    report = told(pipeline, f"The crane had been inspected on 4 May and found in good order, the {body} said.")
    assert unquoted(follow(encoder, own, report)) == OWN * number


def test_the_passage_is_pinned_and_one_quotation_is_enough(pipeline: Any, encoder: Any, release: AnnotatedArticle) -> None:
    report = told(pipeline, "The crane had been inspected on 4 May and found in good order, Harrow Lines said.")
    (found,) = follow(encoder, release, report)
    assert [q.article for q in found.quotations] == ["report"] and found.variants == ()
    assert all(RELEASE[p.start : p.end] == p.exact for p in found.unquoted)
    assert found.by.reason == "One saying of Harrow Lines, in 2 reports, in 1 of them outside quotations."
    assert follow(encoder, release, report) == follow(encoder, report, release)


def test_who_is_only_described_is_the_party_of_the_release(pipeline: Any, encoder: Any, release: AnnotatedArticle) -> None:
    words = "The crane had been inspected on 4 May and found in good order, the company said."
    report = told(pipeline, f"Orlin Tugs is at work. {words}")
    tugs = next(e.id for e in report.entities if e.name == "Orlin Tugs")
    wrong = replace(report, quotations=tuple(replace(q, speaker=tugs, chain=(tugs,)) for q in report.quotations))
    (found,) = follow(encoder, release, wrong)
    names = {e.id: e.name for e in merge_entities([release, wrong])}
    assert found.speaker is not None and names[found.speaker] == "Harrow Lines"


def test_a_report_that_names_the_speaker_may_tell_his_words_as_its_own(pipeline: Any, encoder: Any) -> None:
    words = "nine of the twelve ferries of the coast would stay in port until the strike was over"
    quoted = told(pipeline, f"Harbour master Lena Okoro said that {words}.", id="a")
    named = told(pipeline, f"Nothing moves for Lena Okoro: {words.replace('would', 'will')}.", id="b", outlet="Selde Mail")
    bare = told(pipeline, f"Nothing moves: {words.replace('would', 'will')}.", id="b", outlet="Selde Mail")
    assert [article for article, _ in unquoted(follow(encoder, quoted, named))] == ["b"]
    assert unquoted(follow(encoder, quoted, bare)) == []


def test_a_report_of_the_same_outlet_is_no_release_of_its_own_words(pipeline: Any, encoder: Any) -> None:
    first = told(pipeline, "Seven boats sank off Selde in the storm of Monday night.", id="a", outlet="Orlin Press")
    again = told(
        pipeline, "Seven boats sank off Selde in the storm of Monday, Orlin Press reported.", id="b", outlet="Orlin Press"
    )
    other = told(
        pipeline, "Seven boats sank off Selde in the storm of Monday, Orlin Press reported.", id="b", outlet="Karsk Post"
    )
    assert unquoted(follow(encoder, first, again)) == []
    assert [article for article, _ in unquoted(follow(encoder, first, other))] == ["a"]


@pytest.mark.parametrize(("sentence", "number"), [("“the roof sang all night”", 1), ("“the cellar sang all night”", 0)])
def test_words_in_quotation_marks_that_nobody_is_given_belong_to_the_saying_that_has_them(
    pipeline: Any, encoder: Any, sentence: str, number: int
) -> None:
    quoted = told(pipeline, "“I lay awake and the roof sang all night,” said Lena Okoro.", id="a")
    marked = told(pipeline, f"Why {sentence} is a riddle to the builders of Karsk.", id="b", outlet="Selde Mail")
    found = unquoted(follow(encoder, quoted, marked))
    assert found == [("b", sentence.strip("“”"))] * number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("nobody has told us on which day the ferries shall come back", 1),
        ("everybody has told us on which day the ferries shall come back", 0),
        ("on which day the school will open is written on no wall", 0),
    ],
)
def test_another_wording_in_quotation_marks_belongs_to_the_saying_that_it_must_be(
    pipeline: Any, encoder: Any, words: str, number: int
) -> None:
    quoted = told(pipeline, "“Nobody has told us when the ferries will be back,” said Lena Okoro.", id="a")
    marked = told(pipeline, f"It stays dark in the harbour, “{words}”, and the nets lie dry.", id="b", outlet="Selde Mail")
    assert unquoted(follow(encoder, quoted, marked)) == [("b", words)] * number


def test_a_headline_may_repeat_a_quotation_of_its_own_report(pipeline: Any, encoder: Any) -> None:
    text = "‘The crane sang all night’\n\n“I lay awake and the crane sang all night, and I don’t sleep since,” said Lena Okoro."
    report = annotate_article(Article("a", text, outlet="Karsk Post"), pipeline)
    told_below = tuple(q for q in report.quotations if q.content[0][0] > text.index("\n"))
    bare = replace(report, title_span=(0, text.index("\n")), quotations=told_below)
    assert unquoted(follow(encoder, bare)) == [("a", "The crane sang all night")]
