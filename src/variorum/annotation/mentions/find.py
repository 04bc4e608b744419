"""Every phrase of a document that can refer to somebody or something: names, noun phrases, pronouns."""

from dataclasses import dataclass
from typing import Literal

from variorum.records.annotation import EntityType, MentionKind

Form = Literal["name", "definite", "possessive", "demonstrative", "indefinite", "bare", "pronoun"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A referring phrase before it is known whom it refers to. ``start``, ``end``, ``head`` are token numbers.

    ``name`` is the bare name (``Anna Lindqvist``) with its tokens in ``name_span``; ``title`` the words before it
    (``Foreign Minister``); ``weight`` how much its ``type`` may be trusted; ``gender`` is ``m``, ``f`` or empty;
    ``modifiers`` the lower-case lemmas before the head, ``owner`` the head token of its possessor or ``of`` complement;
    ``country`` an ISO code that its words name.
    """

    start: int
    end: int
    head: int
    kind: MentionKind
    form: Form
    type: EntityType
    lemma: str
    weight: int = 0
    name: str = ""
    name_span: tuple[int, int] = (0, 0)
    title: str = ""
    title_span: tuple[int, int] = (0, 0)
    gender: str = ""
    plural: bool = False
    modifiers: frozenset[str] = frozenset()
    owner: int | None = None
    country: str | None = None
