"""Who said what as a component of any English spaCy pipeline: ``nlp.add_pipe("variorum_quotations")``.

Sets ``doc._.variorum_quotations`` (a tuple of ``Quotation``) and ``doc._.variorum_references`` (mentions and entities, to which
the ``speaker`` of a quotation points). Spans are character offsets of ``doc.text``. The pipeline must parse; add
``variorum_paragraphs`` before the parser so that no sentence runs over a line break. A doc is analysed by itself, so that
batches never change a result.
"""

from spacy.language import Language
from spacy.tokens import Doc

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.coreference.references import References
from variorum.encoding import AttributionTagger, load_tagger
from variorum.errors import ConfigError

QUOTATIONS, REFERENCES = "variorum_quotations", "variorum_references"


class QuotationsComponent:
    """Calls of it fill in the two extensions of a parsed ``Doc``; ``tagger`` is ``None`` in the tier ``fast``."""

    def __init__(self, tagger: AttributionTagger | None) -> None:
        self.tagger = tagger
        if not Doc.has_extension(QUOTATIONS):
            Doc.set_extension(QUOTATIONS, default=())
            Doc.set_extension(REFERENCES, default=References())

    def __call__(self, doc: Doc) -> Doc:
        """``doc`` with its quotations; raises ``ConfigError`` where nothing parsed it."""
        if len(doc) and not doc.has_annotation("DEP"):
            raise ConfigError("variorum_quotations needs a parsed doc: add it after the parser of the pipeline")
        quotations, references = find_quotations(doc, find_references(doc), tagger=self.tagger)
        doc._.set(QUOTATIONS, quotations)
        doc._.set(REFERENCES, references)
        return doc


@Language.factory(QUOTATIONS, default_config={"tier": "best"}, requires=["token.dep", "doc.sents"])
def quotations_component(nlp: Language, name: str, tier: str) -> QuotationsComponent:
    """The component of ``tier`` ``best`` (with the tagger) or ``fast``; raises ``ConfigError`` for another tier."""
    if tier not in ("best", "fast"):
        raise ConfigError(f"{name}: there is no tier {tier!r}; known: best, fast")
    return QuotationsComponent(load_tagger() if tier == "best" else None)
