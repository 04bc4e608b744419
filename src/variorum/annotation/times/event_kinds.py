"""Events that a text calls by a bare noun, and the clauses that may date them: "the disaster" and "capsized on Thursday".

The list ``event_kinds`` gives each noun and verb the kinds of event that it can tell of.
"""

import functools
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from variorum.language.lexicon import word_list, words

CLIMB = 5
"""How many steps of the parse may lie between a date and the event it dates."""
NEAR = 4
"""How many words after "after" the noun may stand."""
SUBJECTS = ("nsubj", "nsubjpass", "dobj")


@functools.cache
def event_kinds(language: str) -> Mapping[str, frozenset[str]]:
    """Lemma to the kinds of event it can tell of."""
    return {row["lemma"]: frozenset(row["kinds"].split("|")) for row in word_list(language, "event_kinds")}


def event_kind_after(doc: Doc, end: int) -> frozenset[str]:
    """The kinds of the event that a definite noun without further words names behind the character ``end``."""
    span = doc.char_span(end, min(end + 60, len(doc.text)), alignment_mode="contract")
    for token in span[:NEAR] if span is not None else ():
        if token.pos_ in ("NOUN", "PROPN"):
            definite = any(c.lower_ in ("the", "that", "this") or c.tag_ == "PRP$" for c in token.children)
            return event_kinds("en").get(token.lemma_.lower(), frozenset()) if definite else frozenset()
    return frozenset()


def dates_kind(token: Token, kinds: frozenset[str]) -> bool:
    """Whether the date at ``token`` says when an event of one of ``kinds`` was: that of its verb, or of a noun that holds it.

    A verb that only says that something happened tells of its subject ("a fire broke out on Sunday").
    """
    for _ in range(CLIMB):
        if event_kinds("en").get(token.lemma_.lower(), frozenset()) & kinds:
            return True
        if token.pos_ == "VERB":
            beside = [c for c in token.children if c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN")]
            happens = token.lemma_.lower() in words("en", "happening_verbs")
            return happens and any(event_kinds("en").get(c.lemma_.lower(), frozenset()) & kinds for c in beside)
        if token.head is token:
            return False
        token = token.head
    return False
