"""Clauses over a parsed document: the verb group, who does it, to whom, and how the clause stands in its sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One finite clause; ``subject`` is who does it and ``object`` who or what it is done to, active or passive."""

    head: Token
    subject: Token | None
    object: Token | None
    passive: bool


def find_clauses(doc: Doc) -> tuple[Clause, ...]:
    """The clauses of ``doc`` in text order, one for each verb that has a subject of its own."""
    return tuple(_clauses(doc))


def _clauses(doc: Doc) -> Iterator[Clause]:
    for token in doc:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        children = {child.dep_: child for child in token.children}
        subject = next((children[dep] for dep in sorted(SUBJECTS & children.keys())), None)
        if subject is None:
            continue
        if subject.dep_ == "nsubjpass":
            yield Clause(token, _agent(children), subject, passive=True)
        else:
            found = next((children[dep] for dep in sorted(OBJECTS & children.keys())), None)
            yield Clause(token, subject, found, passive=False)


def _agent(children: dict[str, Token]) -> Token | None:
    by = children.get("agent")
    return next((t for t in by.children if t.dep_ == "pobj"), None) if by is not None else None


def is_negated(clause: Clause) -> bool:
    """Whether a negating word hangs on the verb of ``clause``."""
    return any(child.dep_ == "neg" for child in clause.head.children)
