"""The spaCy component, as a user adds it to a pipeline of his own."""

import pytest
import spacy

from variorum.annotation.components import QUOTATIONS, REFERENCES
from variorum.annotation.nlp import Pipeline
from variorum.errors import ConfigError

TEXT = 'Mayor Ida Brandt said two cranes were broken. "We will mend them," she added.'


@pytest.mark.parametrize("tier", ["fast", "best"])
def test_a_pipeline_with_the_component_fills_in_its_docs(pipeline: Pipeline, tier: str) -> None:
    nlp = spacy.load(pipeline.nlp.path)
    nlp.add_pipe(QUOTATIONS, config={"tier": tier})
    one, other = nlp.pipe([TEXT, TEXT])
    assert one._.get(QUOTATIONS) == other._.get(QUOTATIONS)
    names = {e.id: e.name for e in one._.get(REFERENCES).entities}
    assert [names[q.speaker] for q in one._.get(QUOTATIONS)] == ["Ida Brandt", "Ida Brandt"]
    assert not nlp("")._.get(QUOTATIONS)


def test_another_tier_and_an_unparsed_doc_are_refused(pipeline: Pipeline) -> None:
    with pytest.raises(ConfigError, match="no tier 'better'"):
        spacy.load(pipeline.nlp.path).add_pipe(QUOTATIONS, config={"tier": "better"})
    blank = spacy.blank("en")
    blank.add_pipe(QUOTATIONS, config={"tier": "fast"})
    with pytest.raises(ConfigError, match="after the parser"):
        blank(TEXT)
