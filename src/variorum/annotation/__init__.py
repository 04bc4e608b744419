"""One article at a time: people, who said what, times, figures, claims, events. The only room that imports spaCy."""

from variorum.annotation.coreference import find_references
from variorum.annotation.nlp import load_pipeline
from variorum.annotation.quotations import find_quotations

__all__ = ["find_quotations", "find_references", "load_pipeline"]
