"""The content of an attribution before judgement: a candidate, with what its construction says besides."""

from dataclasses import dataclass

from spacy.tokens import Token

from variorum.annotation.attributions.sources import word
from variorum.annotation.words.lists import listed
from variorum.records.annotation import Act, Modality

VERBAL = ("VERB", "AUX")
CLAUSES = ("ccomp", "advcl", "acl", "relcl")


@dataclass(frozen=True, slots=True)
class Content:
    """A candidate: its tokens, the rule, tokens that join the cue, whom the words are addressed to, what the frame changes.

    ``speaker`` is set where the construction itself names who speaks inside it (``quoted the minister as saying``).
    """

    tokens: frozenset[int]
    rule: str
    cue: tuple[int, ...] = ()
    addressee: Token | None = None
    act: Act | None = None
    modality: Modality | None = None
    speaker: Token | None = None


def subtree(token: Token) -> set[int]:
    """The tokens of the phrase of ``token``."""
    return {t.i for t in token.subtree}


def to_infinitive(token: Token) -> bool:
    """Whether ``token`` is an infinitive with ``to``."""
    return any(c.tag_ == "TO" for c in token.lefts)


def only_pronoun(token: Token) -> bool:
    """Whether ``token`` is a pronoun that alone says nothing as a content."""
    return word(token) in listed("no_content")
