"""Sentence and token encoders; the only room that imports onnxruntime."""

from variorum.encoding.lower import LowerLayers, load_lower
from variorum.encoding.sentences import SentenceEncoder, load_encoder
from variorum.encoding.statements import StatementEncoder, load_statements
from variorum.encoding.tagger import AttributionTagger, Tagged, load_tagger

__all__ = [
    "AttributionTagger",
    "LowerLayers",
    "SentenceEncoder",
    "StatementEncoder",
    "Tagged",
    "load_encoder",
    "load_lower",
    "load_statements",
    "load_tagger",
]
