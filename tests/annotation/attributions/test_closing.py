"""Verbs of saying that close their sentence, by word order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.attributions.closing import closing, turned
from variorum.annotation.attributions.cues import LANGUAGE, find_cues
from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.attributions.page import lay_out
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline


def closed(pipeline: Pipeline, text: str) -> list[tuple[str, str]]:
    """Source and content of every verb that closes its sentence."""
    page = lay_out(pipeline.nlp(text))
    cues = [c for c in find_cues(page.doc, LANGUAGE) if c.kind == "verb"]
    found = [f for c in cues if (f := closing(page, c)) is not None]
    return [(page.text(s.start, s.end), page.text(min(c.tokens), max(c.tokens) + 1)) for c, s in found]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The patrol saw no smoke and found no fuel, the head of the mission, Ansel Brook, told Harbour Radio.",
            "the head of the mission, Ansel Brook",
            "The patrol saw no smoke and found no fuel",
        ),
        (
            "The Lady Orm, with 90 people on board, sank off Cape Lune, coastguard spokesman Ivo Tann told a news conference.",
            "coastguard spokesman Ivo Tann",
            "The Lady Orm, with 90 people on board, sank off Cape Lune",
        ),
        (
            "Two wells were poisoned in May, the ministry stated at a briefing on Friday.",
            "the ministry",
            "Two wells were poisoned in May",
        ),
    ],
)
def test_the_phrase_before_the_verb_speaks(pipeline: Pipeline, text: str, source: str, content: str) -> None:
    assert closed(pipeline, text) == [(source, content)]


@pytest.mark.parametrize(
    "text",
    [
        "When the ferry came in, the harbour master said that it was late.",
        "After the vote, the mayor told reporters.",
        "The miners went home, and the union said it would appeal, but nobody came.",
        "He left in May, which the company denied.",
        "Because the road was closed, the mayor said nothing.",
    ],
)
def test_scenes_and_clauses_after_the_verb_are_left(pipeline: Pipeline, text: str) -> None:
    assert closed(pipeline, text) == []


def test_it_reaches_the_reader(pipeline: Pipeline) -> None:
    text = "No ship left the pier in the night of 10 to 11 May, the head of the staff, General Osk Brant, reiterated on Monday."
    doc = pipeline.nlp(text)
    found, references = find_quotations(doc, find_references(doc))
    assert [text[slice(*q.content[0])] for q in found] == ["No ship left the pier in the night of 10 to 11 May"]
    assert found[0].speaker is not None and "Brant" in references.entity(found[0].speaker).name


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["the mayor", "Ivo Tann", "said", "told", "reported", ",", "the wells", "were", "dry", "that", '"', "."]
        )
    )
)
def test_content_and_source_stand_apart(pipeline: Pipeline, words: list[str]) -> None:
    page = lay_out(pipeline.nlp(" ".join(words)))
    for cue in find_cues(page.doc, LANGUAGE):
        found = closing(page, cue) if cue.kind == "verb" else None
        if found is not None:
            content, source = found
            assert max(content.tokens) < source.start < source.end <= cue.head.i


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The mill has refused to pay, announced its lawyer, Gerda Moss.", "Gerda Moss", "The mill has refused to pay"),
        (
            "The loss of the pier would leave the island alone, warned Maria Dunn of the Harbour Forum.",
            "Maria Dunn",
            "The loss of the pier would leave the island alone",
        ),
        ("Nobody counted the boats. Six, said the harbour office.", "harbour office", "Six"),
        ("A bell rang twice on Friday, two guards who heard it said.", "guards", "A bell rang twice on Friday"),
        (
            "The gate was never locked, a guard in the park, who retired in May, told the Orm Post.",
            "guard in the park",
            "The gate was never locked",
        ),
    ],
)
def test_the_phrase_beside_the_verb_speaks(pipeline: Pipeline, text: str, speaker: str, content: str) -> None:
    doc = pipeline.nlp(text)
    quotations, _ = find_quotations(doc, find_references(doc))
    found = [(" ".join(text[a:b] for a, b in q.source), " ".join(text[a:b] for a, b in q.content)) for q in quotations]
    assert any(speaker in source and said == content for source, said in found)


@pytest.mark.parametrize(
    "text",
    [
        "The ship, said the mate, was late, and nobody came.",
        "The plan, announced on Friday, failed.",
        "In May, the mayor said nothing.",
        "The mayor went home, said goodbye.",
        "The pier is lost, Colonel Anna Roe, who leads the search, told reporters.",
    ],
)
def test_a_source_behind_the_verb_must_close_the_sentence(pipeline: Pipeline, text: str) -> None:
    page = lay_out(pipeline.nlp(text))
    assert not any(turned(page, c) for c in find_cues(page.doc, LANGUAGE) if c.kind == "verb")


def test_a_name_behind_the_office_belongs_to_the_source(pipeline: Pipeline) -> None:
    text = "According to NorRail's chief executive, Stellan Brau, the delegation put on their coats and left."
    doc = pipeline.nlp(text)
    (found,), _ = find_quotations(doc, find_references(doc))
    assert [text[s:e] for s, e in found.source] == ["NorRail's chief executive, Stellan Brau"]
    assert [text[s:e] for s, e in found.content] == ["the delegation put on their coats and left"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Some 300 tonnes of tar are on the beach of Lune, aerial pictures taken on Friday show.",
            "aerial pictures taken on Friday",
        ),
        ("Nobody ever saw the yacht, people who work with her say.", "people who work with her"),
        ("The skipper was singing moments before the blast, a shipyard insider claims.", "a shipyard insider"),
    ],
)
def test_the_last_word_is_a_verb_where_it_agrees(pipeline: Pipeline, text: str, source: str) -> None:
    doc = pipeline.nlp(text)
    found, _ = find_quotations(doc, find_references(doc))
    assert [text[a:b] for q in found for a, b in q.source] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "The boat was painted for the fair, a popular talent show.",
        "The town lost its way in the play, written for a children's show.",
    ],
)
def test_a_show_is_no_verb(pipeline: Pipeline, text: str) -> None:
    doc = pipeline.nlp(text)
    assert find_quotations(doc, find_references(doc))[0] == ()


def test_the_perfect_closes_a_sentence_too(pipeline: Pipeline) -> None:
    page = lay_out(
        pipeline.nlp("The old tower may fall two weeks earlier than feared, the mayor, Ivo Tarl, has told the Post.")
    )
    cue = next(c for c in find_cues(page.doc, "en") if c.head.text == "told")
    found = closing(page, cue)
    assert found is not None
    content, source = found
    assert page.text(min(content.tokens), max(content.tokens) + 1) == "The old tower may fall two weeks earlier than feared"
    assert page.text(source.start, source.end) == "the mayor, Ivo Tarl"
