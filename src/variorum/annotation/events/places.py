"""Where an event happens, and in which context, from the words of its own clause."""

import functools
from collections.abc import Mapping

from spacy.tokens import Token

from variorum.annotation.claims.clause_setting import Setting
from variorum.annotation.claims.clauses import obliques
from variorum.annotation.coreference.references import References
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import word_list

LANDS = ("place", "government")
WITHIN = 40
"""Tokens of a clause that are looked at for its context."""


def places_of(references: References) -> frozenset[str]:
    """Ids of named places, and of states, whose name behind "in" is a place too."""
    return frozenset(e.id for e in references.entities if e.named and e.type in LANDS)


def place_of(head: Token, setting: Setting, places: frozenset[str]) -> str | None:
    """The one place that stands with the event, or with what it is done to; ``None`` where there are several."""
    beside = [*obliques(head), *(pair for c in head.children if c.dep_ in ("dobj", "nsubjpass") for pair in obliques(c))]
    found = {
        e for name, noun in beside if name in listed("event_place") and (e := setting.entity(noun)) in places and e is not None
    }
    return min(found) if len(found) == 1 else None


def contexts_of(head: Token) -> tuple[str, ...]:
    """The PLOVER contexts that words of the event's clause name, sorted."""
    known = _contexts("en")
    near = head.doc[max(head.left_edge.i, head.i - WITHIN) : min(head.right_edge.i + 1, head.i + WITHIN)]
    return tuple(sorted({known[name] for token in near if (name := token.lemma_) in known}))


@functools.cache
def _contexts(language: str) -> Mapping[str, str]:
    return {row["word"]: row["context"] for row in word_list(language, "plover_contexts")}
