"""Who said what in the tier ``best``: sentences whose parse, borders or score once lost the statement, all invented."""

from dataclasses import replace

import pytest

from variorum.annotation.attributions.candidates import propose
from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.attributions.page import lay_out
from variorum.annotation.attributions.ranking import _plainly_closed
from variorum.annotation.attributions.tagged import _stays
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline
from variorum.encoding import AttributionTagger, load_tagger


def test_other_borders_end_with_the_sentence(pipeline: Pipeline) -> None:
    page = lay_out(pipeline.nlp("The Lantern speaks of a mob. There were no rioters on the quay."))
    [item], _ = propose(page)
    beyond = frozenset(range(min(item.content), page.sentences[1][0] + 3))
    assert _stays(page, item, item.content)
    assert not _stays(page, item, beyond)


@pytest.fixture(scope="module")
def tagger() -> AttributionTagger:
    return load_tagger()


def said(pipeline: Pipeline, tagger: AttributionTagger, text: str) -> list[tuple[str, str]]:
    """Source as worded and content of every attribution of ``text``, in text order."""
    doc = pipeline.nlp(text)
    quotations, _ = find_quotations(doc, find_references(doc), tagger=tagger)
    words = lambda spans: " | ".join(text[a:b] for a, b in spans)  # noqa: E731
    return [(words(q.source), words(q.content)) for q in quotations]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Some circles abroad are trying to make capital out of the flood, the agency's commentator notes.",
            "the agency's commentator",
            "Some circles abroad are trying to make capital out of the flood",
        ),
        (
            "The flight recorder, so the ministry said at first, was in good condition.",
            "the ministry",
            "The flight recorder | was in good condition",
        ),
        (
            "Bread ran out in Orn by noon, according to the mayor, Ida Moss, who said she had asked for twice as much.",
            "the mayor, Ida Moss",
            "Bread ran out in Orn by noon",
        ),
        (
            "On Friday the acting director, Per Dahl, corrected himself: it could cost twice as much, he told the paper.",
            "he",
            "it could cost twice as much",
        ),
        (
            "The mill hires nobody. Reports that 200 drivers have been flown in from abroad are false. It is sorry.",
            "",
            "that 200 drivers have been flown in from abroad",
        ),
        (
            'Her brother, Pavo Lint, says he has signed nothing: "He asked for a pen and for his hat."',
            "Her brother, Pavo Lint",
            "he has signed nothing",
        ),
        (
            "“Ice does not lie,” he said, and then asked us to strike that out, and then said that we could well print it.",
            "he",
            "that we could well print it",
        ),
        (
            'In his radio interview "Captain Brume" said the dam had been held for two days.',
            '"Captain Brume"',
            "the dam had been held for two days",
        ),
        (
            "The boat sailed, according to the owner, at 5:10.",
            "the owner",
            "The boat sailed | at 5:10",
        ),
        (
            "Classes are to begin in May in a barn, if the school board is to be believed; "
            "no pupil will be there, vows Ilma Roth.",
            "the school board",
            "Classes are to begin in May in a barn",
        ),
        (
            'As the "Lunde Standard" reports, the finance minister was away.',
            'the "Lunde Standard"',
            "the finance minister was away",
        ),
        ("There is no proof of theft, Ilma Roth let our newspaper know.", "Ilma Roth", "There is no proof of theft"),
        ("The Karvian regime speaks of fog.", "The Karvian regime", "fog"),
        ("That she was forced to resign she denied on Sunday in front of the press.", "she", "That she was forced to resign"),
    ],
)
def test_found(pipeline: Pipeline, tagger: AttributionTagger, text: str, source: str, content: str) -> None:
    assert (source, content) in said(pipeline, tagger, text)


@pytest.mark.parametrize(
    ("text", "none_of"),
    [
        ("On Tuesday the bridge was open. Orlavia had paid for it.", "the bridge was open"),
        ("The boat sailed, according to the owner, a retired pilot.", "The boat sailed | a retired pilot"),
        ("That the roof had leaked, as the union claims, nobody doubts any more.", "any more"),
        ("That year the clerk sold the house he had inherited.", "the house he had inherited"),
        ("The clock, it is repaired, was made in Lunde.", "The clock | was made in Lunde"),
    ],
)
def test_not_found(pipeline: Pipeline, tagger: AttributionTagger, text: str, none_of: str) -> None:
    assert none_of not in [content for _, content in said(pipeline, tagger, text)]


def test_a_source_keeps_the_apposition_behind_it(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    text = "The boat sailed at noon, according to the owner, a retired pilot."
    assert said(pipeline, tagger, text) == [("the owner, a retired pilot", "The boat sailed at noon")]


def test_a_remark_behind_a_dash_leaves_the_sentence_closed(pipeline: Pipeline) -> None:
    page = lay_out(
        pipeline.nlp("At least 60 sheep drowned in the raid, the officer said – not 40, as the ministry would have it.")
    )
    item = next(a for a in propose(page)[0] if a.label == "said")
    first = replace(item, content=frozenset(range(item.anchor - 3)), rules=("after", "subject"))
    assert _plainly_closed(page, first)
    assert not _plainly_closed(page, replace(first, content=frozenset(range(3))))


HEADED = """'Nothing but ash' left of the mill

The mill at Tarve burned down on Monday. Its owner, Nils Hade, stood at the gate.

"There is nothing but ash here," Hade said.
"""


def test_words_quoted_in_a_heading_belong_to_who_says_them_below(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    assert "Nothing but ash" in [content for _, content in said(pipeline, tagger, HEADED)]


def test_a_scare_quote_in_a_heading_that_nobody_says_below_is_nobodys(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    text = HEADED.replace("'Nothing but ash' left of the mill", "The 'haunted tower' of Tarve burns")
    assert "haunted tower" not in [content for _, content in said(pipeline, tagger, text)]


@pytest.mark.parametrize(
    "text",
    [
        "The mill is closed, the owner said",
        "The owner says the mill is closed",
        "The owner says the mill is closed:",
        "The mill is closed, Ida Kern of the council said on Monday",
        "would say only that",
        "Orla Varnia said",
    ],
)
def test_a_text_that_breaks_off_is_read_to_its_end(pipeline: Pipeline, tagger: AttributionTagger, text: str) -> None:
    assert all(content in text for _, content in said(pipeline, tagger, text))


def test_who_must_speak_has_not_spoken(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    assert said(pipeline, tagger, "The board must go, Orlan must testify") == []


def test_a_colon_joins_what_one_says(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    assert said(pipeline, tagger, "The plan had one flaw: it cost too much, he said.") == [
        ("he", "The plan had one flaw: it cost too much")
    ]
