"""Who is read as the speaker of given words."""

from collections.abc import Callable

import pytest

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import Pipeline


@pytest.fixture
def speakers(pipeline: Pipeline) -> Callable[[str, str], list[str | None]]:
    """The speaker of each attribution of a text whose content holds the words."""

    def found(text: str, content: str) -> list[str | None]:
        doc = pipeline.nlp(text)
        quotations, references = find_quotations(doc, find_references(doc))
        names = {e.id: e.name for e in references.entities}
        held = [q for q in quotations if content in " ".join(text[s:e] for s, e in q.content)]
        return [names.get(q.speaker or "") for q in held]

    return found
