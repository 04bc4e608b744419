"""Actors lined up by what they do: the words that different reports put in one place of one statement."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claim_alignment import CUES, LIGHT, act, is_nominal, rest_overlap, same_act
from variorum.collation.claim_sentences import SMALL, words_in
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_words import concept_of, same_side
from variorum.records.article import Span

LONGEST = 7
"""Words of a phrase in a slot; longer ones hold clauses of their own."""


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
    cut = next((n for n, w in enumerate(words) if n and w in ("of", "in", "from", "for", "with", "on", "at", "to")), len(words))
    kept = [w for w in words[:cut] if w in lemmas]
    return kept[-1] if kept else lemmas[-1]


def acts_apart(statements: Sequence[Statement], setting: Setting) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of one group, from different reports, that name one deed of one doer with different verbs."""
    for i, a in enumerate(statements):
        for b in statements[i + 1 :]:
            if a.article.id != b.article.id and _one_deed(a, b, setting):
                yield a, b


ALIKE = 0.5
"""Least share of telling words besides verb and subject; as for disagreements."""


def told_of_it(statements: Sequence[Statement], told: Sequence[Statement], setting: Setting) -> list[Statement]:
    """Further statements of the group in which the same one does something to the same named thing, in whatever words."""
    known = {s.key for s in told}
    free = [s for s in statements if s.key not in known and s.claim.predicate_span and not {act(s)} & (CUES | LIGHT)]
    return [s for s in free if not is_nominal(s) and any(_of_one(s, t, setting) for t in told)]


def _of_one(a: Statement, b: Statement, setting: Setting) -> bool:
    same = a.polarity == b.polarity and a.modality == b.modality and a.article.id != b.article.id
    return same and setting.related(a.subject, b.subject) and _named_object(a, b, setting)


def _one_deed(a: Statement, b: Statement, setting: Setting) -> bool:
    if a.predicate == b.predicate or {act(a), act(b)} & (CUES | LIGHT) or a.polarity != b.polarity:
        return False
    if not setting.related(a.subject, b.subject) or a.modality != b.modality:
        return False
    if is_nominal(a) or is_nominal(b):
        return False
    if act(a) == act(b) == "die" or (act(a) != act(b) and not _named_object(a, b, setting)):
        return False
    return _same_object(a, b) and rest_overlap(a, b, setting) >= ALIKE


def _named_object(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether both tell of one named thing or place: without it, two acts that only lie near each other would be one."""
    entity = setting.entities.get(a.object or "")
    return a.object == b.object and entity is not None and entity.named


def _same_object(a: Statement, b: Statement) -> bool:
    if a.object is not None and a.object == b.object:
        return True
    return same_act(a, b) or same_side(a.predicate, b.predicate)


def members_by_group(statements: Sequence[Statement], homes: Mapping[tuple[str, str], str]) -> dict[str, list[Statement]]:
    """The statements of every claim group that reaches two reports."""
    groups: dict[str, list[Statement]] = {}
    for s in statements:
        if s.key in homes:
            groups.setdefault(homes[s.key], []).append(s)
    return {key: members for key, members in sorted(groups.items()) if len({s.article.id for s in members}) > 1}
