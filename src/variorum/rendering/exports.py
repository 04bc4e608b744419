"""A story in the formats of other programs, by name: ``timelinejs``, ``vis``, and one ``<table>-csv`` for each table."""

import functools
import json
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from variorum.errors import InputError
from variorum.records import Story
from variorum.rendering.tables import TABLES, table_csv
from variorum.rendering.timeline_exports import timelinejs, vis_timeline


def _as_json(make: Callable[[Story], dict[str, Any]], story: Story) -> str:
    return json.dumps(make(story), ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Story], str]] = MappingProxyType(
    {
        "timelinejs": functools.partial(_as_json, timelinejs),
        "vis": functools.partial(_as_json, vis_timeline),
        **{f"{name}-csv": functools.partial(table_csv, table=name) for name in TABLES},
    }
)
"""Name of a format to the function that writes a story in it."""


def render_export(story: Story, form: str) -> str:
    """``story`` as text in the format ``form``, a key of ``FORMATS``; raises ``InputError`` for any other."""
    if form not in FORMATS:
        raise InputError(f"there is no export {form!r}; known: {', '.join(sorted(FORMATS))}")
    return FORMATS[form](story)
