"""Who did it: one act and one object, but different doers; or done freely in one report and under pressure in the other."""

import functools

from variorum.collation.claim_alignment import (
    act,
    clause_words,
    dated_apart,
    predicate_terms,
    quoted_words,
    rest,
    rest_overlap,
    same_act,
    shared_words,
    whole_side,
)
from variorum.collation.claim_sentences import sentence_at, words_in
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict
from variorum.collation.claim_words import LANGUAGE, concept_of, forces
from variorum.language.lexicon import word_list

ALIKE = 0.5
"""Least share of telling words besides verb and subject; measured on our invented pairs."""

ALIKE_FORCED = 0.4
"""The same where one side words the act inside "X forced Y to ...", whose clause holds more words."""


@functools.cache
def _single_doers() -> frozenset[str]:
    return frozenset(concept_of(row["word"]) for row in word_list(LANGUAGE, "single_doers"))


def judge_agency(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """Conflict where one act on one object is put down to different doers; ``None`` where both can hold."""
    if "negative" in (a.claim.polarity, b.claim.polarity) or dated_apart(a, b):
        return None
    words = _other_doer(a, b, setting) or _forced(a, b, setting) or _forced(b, a, setting)
    if words is None:
        return None
    about = shared_words(a, b, setting)
    sides = (whole_side(a, _doer(a)), whole_side(b, _doer(b)))
    return Verdict("agency", "conflict", sides, about, rest_overlap(a, b, setting), f"{words}; both tell of {about}.")


def _other_doer(a: Statement, b: Statement, setting: Setting) -> str | None:
    """Different named doers of an act that has only one, or different ones accused of one deed."""
    if not same_act(a, b) or _open(a) or _open(b) or rest_overlap(a, b, setting, leave=_names(a, b)) < ALIKE:
        return None
    blamed = act(a) in ACCUSING
    one, other = (a.object, b.object) if blamed else (a.subject, b.subject)
    if not _strangers(one, other, setting) or f"@{one}" in b.terms or f"@{other}" in a.terms:
        return None
    if not blamed and (act(a) not in _single_doers() or not _shares_object(a, b)):
        return None
    verb, names = quoted_words(a, a.claim.predicate_span), [setting.entities[e or ""].name for e in (one, other)]
    return f"One report names {names[0]}, the other {names[1]} for “{verb}”"


ACCUSING = frozenset({"accuse"})


def _names(a: Statement, b: Statement) -> frozenset[str]:
    """The parties themselves, which are not what the deed was done to."""
    return frozenset(f"@{e}" for s in (a, b) for e in (s.subject, s.object if act(s) in ACCUSING else None) if e)


def _strangers(one: str | None, other: str | None, setting: Setting) -> bool:
    """Whether both are known by name and cannot stand for each other."""
    known = one in setting.entities and other in setting.entities
    return known and not setting.related(one, other) and all(setting.entities[e or ""].named for e in (one, other))


def _shares_object(a: Statement, b: Statement) -> bool:
    if a.object is not None and a.object == b.object:
        return True
    skip = predicate_terms(a) | predicate_terms(b)
    return len((rest(a) & rest(b)) - skip) >= 2


def _open(statement: Statement) -> bool:
    return statement.claim.modality not in ("asserted", "planned")


def _forced(a: Statement, b: Statement, setting: Setting) -> str | None:
    """``a`` says that somebody was made to act, ``b`` that the same one acted, with nobody pressing."""
    if not _under_pressure(a) or _under_pressure(b) or _pressed_before(b):
        return None
    doer = a.object if forces(a.claim.predicate) else a.subject
    if b.subject is None or doer is None or not setting.related(doer, b.subject) or act(b) not in a.terms:
        return None
    leave = (*_names(a, b), act(b))
    if rest_overlap(a, b, setting, leave=leave) < ALIKE_FORCED or not _shares_object(a, b):
        return None
    verb = quoted_words(b, b.claim.predicate_span)
    return f"“{quoted_words(a, a.claim.predicate_span)}” in one report leaves the decision to another than “{verb}” does"


def _under_pressure(statement: Statement) -> bool:
    """Whether the clause says that its act was forced: its verb, or a word that governs it."""
    end = statement.claim.predicate_span[1] if statement.claim.predicate_span else statement.claim.span[0]
    chain = [lemma for (_, stop), lemma in clause_words(statement) if stop <= end]
    return any(forces(word) for word in (statement.claim.predicate, *chain))


def _pressed_before(statement: Statement) -> bool:
    """Whether a forcing verb stands before the clause in its sentence, so that the clause is what somebody was forced to."""
    if statement.claim.field != "text":
        return False
    start = (statement.claim.predicate_span or statement.claim.span)[0]
    sentence = sentence_at(statement.article, *statement.claim.span)
    return any(forces(lemma) for _, lemma in words_in(statement.article, (sentence[0], start)))


def _doer(statement: Statement) -> str:
    """The words for who acts, with the verb."""
    subject = f"{quoted_words(statement, statement.claim.subject_span)} " if statement.claim.subject_span else ""
    return subject + quoted_words(statement, statement.claim.predicate_span)
