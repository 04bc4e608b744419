"""The options of a run, complete with defaults; the resolved ones are kept in every result."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Config:
    """``pipeline`` is the name of an installed spaCy pipeline or its folder; ``encoder`` the name of a sentence encoder, or
    an empty string to compare by words alone. ``attributions``: ``best`` (rules and tagger) or ``fast`` (rules alone)."""

    pipeline: str = "en_core_web_sm"
    encoder: str = "minilm_int8"
    language: str = "en"
    attributions: Literal["best", "fast"] = "best"
