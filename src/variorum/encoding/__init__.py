"""Sentence encoders; the only room that imports onnxruntime."""

from variorum.encoding.sentences import SentenceEncoder, load_encoder

__all__ = ["SentenceEncoder", "load_encoder"]
