"""Variorum reads many reports of one running story and shows who said what, what is copied, what agrees, what differs and
when everything happened, each statement pinned to the exact characters of the report that made it.

Importing this package loads no model; the functions load what they need when they are called.
"""

from variorum.config import Config
from variorum.errors import ConfigError, GoldError, InputError, ModelMissing, OutputError, VariorumError
from variorum.pipeline import (
    Dossier,
    Models,
    annotate,
    collate,
    compare,
    dossier,
    explain,
    export,
    group,
    load_models,
    read,
    read_corrections,
    stories,
)
from variorum.records import AnnotatedArticle, Article, Passage, Story, from_data, to_data, to_json

__version__ = "0.1.0"

__all__ = [
    "AnnotatedArticle",
    "Article",
    "Config",
    "ConfigError",
    "Dossier",
    "GoldError",
    "InputError",
    "ModelMissing",
    "Models",
    "OutputError",
    "Passage",
    "Story",
    "VariorumError",
    "annotate",
    "collate",
    "compare",
    "dossier",
    "explain",
    "export",
    "from_data",
    "group",
    "load_models",
    "read",
    "read_corrections",
    "stories",
    "to_data",
    "to_json",
]
