"""What stands at a time expression: its TIMEX3 modifier ("late", "more than") and the word before it ("since", "by")."""

import functools
import re
from collections.abc import Mapping
from typing import cast

from variorum.language.lexicon import word_list
from variorum.records.annotation import Relation

BEFORE = 24
"""Characters before an expression in which its signal stands."""
POINTS: Mapping[str, str] = {
    "MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER",
}  # fmt: skip
"""A length modifier of a point in the past: "more than a year ago" lies before that year (TimeML 1.2.1)."""


def mod_of(words: str, kind: str) -> str | None:
    """The TIMEX3 modifier of an expression of type ``kind``, or ``None``."""
    found = _modifiers("en").match(" ".join(words.lower().replace("-", " ").split()) + " ")
    mod = _values("en", "time_modifiers")[found[1]] if found else None
    return POINTS.get(mod or "", mod) if kind in ("DATE", "TIME") else mod


def relation_before(source: str, start: int) -> Relation | None:
    """How the word before the expression at ``start`` sets what is told to it, or ``None``."""
    found = _relations("en").search(source, max(start - BEFORE, 0), start)
    return cast(Relation, _values("en", "time_relations")[" ".join(found[1].lower().split())]) if found else None


@functools.cache
def _values(language: str, name: str) -> Mapping[str, str]:
    return {row["phrase"]: row["value"] for row in word_list(language, name)}


def _any_of(language: str, name: str) -> str:
    longest_first = sorted(_values(language, name), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)


@functools.cache
def _modifiers(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:the )?(?:very )?({_any_of(language, 'time_modifiers')}) ")


@functools.cache
def _relations(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({_any_of(language, 'time_relations')})\s+(?:the\s+)?$", re.IGNORECASE)
