"""What somebody quoted passes on of others, and what is only their own wording, on invented sentences."""

import pytest

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline
from variorum.encoding import AttributionTagger, load_tagger


@pytest.fixture(scope="module")
def tagger() -> AttributionTagger:
    return load_tagger()


def said(pipeline: Pipeline, tagger: AttributionTagger, text: str) -> list[tuple[str | None, str, str]]:
    """Speaker, kind and content of every attribution of ``text``."""
    doc = pipeline.nlp(text)
    quotations, references = find_quotations(doc, find_references(doc), tagger=tagger)
    names = {e.id: e.name for e in references.entities}
    return [(names.get(q.speaker or ""), q.kind, " | ".join(text[a:b] for a, b in q.content)) for q in quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The cook wanted his boots,” a deckhand told the Lantern. “Pavel said, ‘You will miss me.’ Then he left.”",
            ("Pavel", "direct", "You will miss me."),
        ),
        (
            '"The pilot shouted: ‘Everybody to the left side, now.’ Then it went dark," Ida Moss told Radio Orn.',
            ("pilot", "direct", "Everybody to the left side, now."),
        ),
    ],
)
def test_whoever_is_quoted_in_a_quotation_speaks(
    pipeline: Pipeline, tagger: AttributionTagger, text: str, expected: tuple[str, str, str]
) -> None:
    speaker, kind, content = expected
    assert any(s == speaker and k == kind and content in c for s, k, c in said(pipeline, tagger, text))


@pytest.mark.parametrize(
    "text",
    [
        "“I said: ‘Leave the keys on the desk.’ Nobody listened,” Ida Moss told the Lantern.",
        "“We want them to close the mill, and the fishermen fear a strike,” said Ida Moss.",
        "“The owner asked for a second key,” Ida Moss told the Lantern.",
        "“The mayor says that the pump was working,” said Ida Moss.",
    ],
)
def test_all_else_is_the_wording_of_who_is_quoted(pipeline: Pipeline, tagger: AttributionTagger, text: str) -> None:
    assert {speaker for speaker, _, _ in said(pipeline, tagger, text)} == {"Ida Moss"}


def test_he_in_his_own_words_is_somebody_else(pipeline: Pipeline, tagger: AttributionTagger) -> None:
    text = "Karl Brandt had complained of the pump. “He said, ‘It has always rattled.’ So I left,” Karl Brandt recalled."
    rattled = [speaker for speaker, _, content in said(pipeline, tagger, text) if content.startswith("It has always")]
    assert rattled == [None]
