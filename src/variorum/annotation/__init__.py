"""One article at a time: people, who said what, times, figures, claims, events. The only room that imports spaCy."""

from variorum.annotation.attributions.find import find_quotations
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import load_pipeline

__all__ = ["find_quotations", "find_references", "load_pipeline"]
