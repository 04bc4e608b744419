"""Sentence and token encoders; the only room that imports onnxruntime."""

from variorum.encoding.sentences import SentenceEncoder, load_encoder
from variorum.encoding.tagger import AttributionTagger, Tagged, load_tagger

__all__ = ["AttributionTagger", "SentenceEncoder", "Tagged", "load_encoder", "load_tagger"]
