"""What the tagger sees of a document, and what becomes of it in the tier ``best``."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.annotation.attributions.find import candidates, find_quotations
from variorum.annotation.attributions.page import lay_out
from variorum.annotation.attributions.ranking import Ranker, probability, ranker
from variorum.annotation.attributions.tagged import CUE_FROM, further, soft_jaccard, support
from variorum.annotation.attributions.tagger_view import TaggedDoc, tag
from variorum.annotation.attributions.windows import LONGEST, PLACES, WINDOW, distances, places, windows
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline
from variorum.encoding import AttributionTagger, load_tagger

TEXT = (
    "Harbour reopens\n\n"
    "The harbour of Lunt opened again on Tuesday. Mayor Ida Brandt told reporters that two cranes were still broken. "
    '"We will mend them," she said.\n\n'
    "The dockers' union doubts that it will be soon. A fire had closed the port in May."
)


@pytest.fixture(scope="module")
def tagger() -> AttributionTagger:
    return load_tagger()


def tagged(pipeline: Pipeline, tagger: AttributionTagger, text: str = TEXT) -> TaggedDoc:
    doc = pipeline.nlp(text)
    return tag(doc, lay_out(doc).quote_at, tagger)


def test_every_word_is_in_one_window(pipeline: Pipeline) -> None:
    doc = pipeline.nlp(TEXT * 12)
    found = list(windows(doc, lay_out(doc).quote_at))
    seen = [int(i) for w in found for i in w.index]
    assert seen == [t.i for t in doc if not t.is_space]
    assert all(len(w.words) <= max(WINDOW, LONGEST) for w in found)
    assert len(found) > 1


def test_a_text_without_full_stops_is_cut(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("salt, tar, rope and " * 200)
    assert all(len(w.words) <= LONGEST + WINDOW for w in windows(doc, (-1,) * len(doc)))


def test_places_and_distances_tell_subject_from_clause(pipeline: Pipeline) -> None:
    doc = pipeline.nlp("Mayor Brandt said that two cranes were broken.")
    window = next(iter(windows(doc, (-1,) * len(doc))))
    said = next(t for t in doc if t.text == "said")
    found = dict(zip(window.words, places(said, window), strict=True))
    assert found["said"] == PLACES - 1
    assert found["Brandt"] == 3
    assert found["cranes"] == 4
    away = dict(zip(window.words, distances(said.i, window), strict=True))
    assert away["Brandt"] < 7 <= away["that"] < away["broken"]


def test_words_that_attribute_stand_out(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    found = tagged(pipeline, tagger)
    likely = {t.text for t in found.doc if found.attributes(t.i) >= 0.5}
    assert {"told", "said", "doubts"} <= likely
    assert not {"opened", "closed", "harbour", "Tuesday"} & likely


def test_content_and_source_of_a_cue(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    found = tagged(pipeline, tagger)
    told = next(t for t in found.doc if t.text == "told")
    parts = found.parts(told)
    content = {found.doc[int(i)].text for i in np.flatnonzero(parts.content >= 0.5)}
    source = {found.doc[int(i)].text for i in np.flatnonzero(parts.source >= 0.5)}
    assert {"two", "cranes", "broken"} <= content
    assert "Brandt" in source
    assert "harbour" not in content | source


def test_the_tagger_supports_what_is_there(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    found = tagged(pipeline, tagger)
    page = lay_out(found.doc)
    told = next(a for a in candidates(page, find_references(found.doc), found) if a.label == "told")
    given_support = support(page, told, found)
    assert given_support.cue > CUE_FROM
    assert given_support.content > 0.5


def test_best_finds_what_no_rule_has(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    doc = pipeline.nlp(TEXT)
    best, _ = find_quotations(doc, find_references(doc), tagger=tagger)
    fast, _ = find_quotations(doc, find_references(doc))
    assert len(best) >= len(fast) >= 3
    for quotation in (*best, *fast):
        assert 0 < quotation.by.score <= 1
        assert all(TEXT[start:end].strip() for start, end in quotation.content)


def test_a_demand_belongs_to_nobody_that_the_grammar_does_not_tie_to_it(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    text = "Last month, the port of Lunt even agreed to a state demand to send a larger crew to the coast."
    doc = pipeline.nlp(text)
    found, _ = find_quotations(doc, find_references(doc), tagger=tagger)
    given = {text[q.source[0][0] : q.source[-1][1]] for q in found if q.source and text[q.cue[0][0] : q.cue[-1][1]] == "demand"}
    assert given <= {"state"}  # the state's demand, or nobody's: never the port's


def test_a_noun_that_the_parse_took_for_a_verb_has_no_speaker(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    text = "Mayor Ida Brandt said she did not know of any state plans to close the port."
    doc = pipeline.nlp(text)
    found, _ = find_quotations(doc, find_references(doc), tagger=tagger)
    assert "plans" not in [text[q.cue[0][0] : q.cue[-1][1]] for q in found]


def test_soft_jaccard_is_one_only_for_the_very_words(pipeline: Pipeline) -> None:
    page = lay_out(pipeline.nlp("Two cranes are still broken."))
    expected = np.asarray([1, 1, 0, 0, 0, 0], dtype=np.float32)
    assert soft_jaccard(page, (0, 1), expected) == 1.0
    assert soft_jaccard(page, (0,), expected) == 0.5
    assert soft_jaccard(page, (3, 4), expected) == 0.0
    assert soft_jaccard(page, (), expected) == 0.0


@given(st.floats(-50, 50))
@settings(max_examples=50)
def test_a_score_is_a_probability_of_three_decimals(logit: float) -> None:
    score = probability(logit)
    assert 0 <= score <= 1
    assert score == round(score, 3)


def test_weights_are_read_and_unknown_features_count_nothing() -> None:
    for tier in ("fast", "best"):
        assert isinstance(ranker(tier), Ranker)
        assert 0 < ranker(tier).kept_from < 1
    known = Ranker(0.5, {"a": 2.0}, 0.5)
    assert known.logit({"a": 1.0, "b": 9.0}) == 2.5


def test_borders_take_no_quoted_sentence_of_others(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    text = (
        'Mayor Ida Brandt said: "It was an attack on the sick."\n\n'
        "The guard, which leads the inquiry, was more careful. It was too early to name anybody, said its director, Ivo Tann."
    )
    doc = pipeline.nlp(text)
    found, _ = find_quotations(doc, find_references(doc), tagger=tagger)
    last = next(q for q in found if text[slice(*q.cue[0])] == "said" and q.cue[0][0] > text.index("guard"))
    assert [text[a:b] for a, b in last.content] == ["It was too early to name anybody"]


def test_a_thing_that_speaks_is_a_source_of_a_sure_cue(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    found = tagged(pipeline, tagger, "The harbour opened again. Telemetry shows that the pump had stopped at noon.")
    made = further(lay_out(found.doc), [], found)
    assert [(a.label, a.speaker and a.speaker.text) for a in made] == [("shows", "Telemetry")]
