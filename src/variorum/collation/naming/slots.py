"""Actors lined up by what they do: the words that different reports put in one place of one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claims.sentences import SMALL, words_in
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import concept_of
from variorum.collation.naming.phrases import NOUN_ENDS
from variorum.records.article import Span

LONGEST = 7
"""Words of a phrase in a slot; longer ones hold clauses of their own."""

ENDS = NOUN_ENDS | {"with", "on", "to"}


@dataclass(frozen=True, slots=True)
class Filler:
    """The words at one slot (subject, object or predicate) of one statement, with the entity they refer to, if any."""

    statement: Statement
    span: Span
    entity: str | None
    head: str
    concepts: frozenset[str]


def slot_fillers(statements: Sequence[Statement], slot: str) -> list[Filler]:
    """Fillers of ``subject`` or ``object`` that are noun phrases of the body, in order of the statements."""
    found = []
    for s in statements:
        span = s.claim.subject_span if slot == "subject" else s.claim.object_span
        entity = s.subject if slot == "subject" else s.object
        if span is None or s.claim.field != "text":
            continue
        lemmas = [lemma for _, lemma in words_in(s.article, span) if lemma not in SMALL and any(c.isalpha() for c in lemma)]
        if 0 < len(lemmas) <= LONGEST:
            found.append(Filler(s, span, entity, _head(lemmas, s, span), frozenset(map(concept_of, lemmas))))
    return found


def _head(lemmas: Sequence[str], s: Statement, span: Span) -> str:
    """The head noun: the last word before a preposition, or of the phrase."""
    words = [lemma for _, lemma in words_in(s.article, span)]
    cut = next((n for n, w in enumerate(words) if n and w in ENDS), len(words))
    kept = [w for w in words[:cut] if w in lemmas]
    return kept[-1] if kept else lemmas[-1]


def members_by_group(statements: Sequence[Statement], homes: Mapping[tuple[str, str], str]) -> dict[str, list[Statement]]:
    """The statements of every claim group that reaches two reports."""
    groups: dict[str, list[Statement]] = {}
    for s in statements:
        if s.key in homes:
            groups.setdefault(homes[s.key], []).append(s)
    return {key: members for key, members in sorted(groups.items()) if len({s.article.id for s in members}) > 1}
