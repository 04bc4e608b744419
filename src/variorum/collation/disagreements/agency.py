"""Who did it: one act and one object, but different doers; or done freely in one report and under pressure in the other."""

import functools

from variorum.collation.claims.alignment import (
    act,
    dated_apart,
    days,
    objects_fit,
    predicate_terms,
    quoted_words,
    rest,
    rest_overlap,
    same_act,
    sentence_days,
    shared_words,
    whole_side,
)
from variorum.collation.claims.doers import (
    doer_of,
    doer_words,
    pressed_before,
    same_one,
    strangers,
    under_pressure,
)
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.claims.words import LANGUAGE, act_concept, forces, kind_words, told_as_forced
from variorum.language.lexicon import word_list

ALIKE = 0.5
"""Least share of telling words besides verb and subject; measured on our invented pairs."""

ALIKE_FORCED = 0.4
"""The same where one side words the act inside "X forced Y to ...", whose clause holds more words."""


ALIKE_DATED = 0.25
"""The same where both clauses are dated and the dates fit."""


@functools.cache
def single_doers() -> frozenset[str]:
    """Concepts of acts that only one can have done."""
    return frozenset(act_concept(row["word"]) for row in word_list(LANGUAGE, "single_doers"))


def judge_agency(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """Conflict where one act on one object is put down to different doers; ``None`` where both can hold."""
    if "negative" in (a.polarity, b.polarity) or dated_apart(a, b):
        return None
    words = _other_doer(a, b, setting) or _forced(a, b, setting) or _forced(b, a, setting)
    if words is None:
        return None
    about = shared_words(a, b, setting)
    sides = (whole_side(a, doer_words(a)), whole_side(b, doer_words(b)))
    return Verdict("agency", "conflict", sides, about, rest_overlap(a, b, setting), f"{words}; both tell of {about}.")


def _other_doer(a: Statement, b: Statement, setting: Setting) -> str | None:
    """Different doers of an act that has only one, or different ones accused of one deed."""
    if not same_act(a, b) or _open(a) or _open(b) or rest_overlap(a, b, setting, leave=_names(a, b)) < ALIKE:
        return None
    blamed = act(a) in ACCUSING
    one, other = (doer_of(s, setting, blamed=blamed) for s in (a, b))
    if one is None or other is None or not strangers(one, other, setting):
        return None
    if f"@{one.entity}" in b.terms or f"@{other.entity}" in a.terms:
        return None
    bare = not (a.object_terms or b.object_terms) and " " not in a.predicate
    if not blamed and (bare or not objects_fit(a, b)):
        return None
    if not blamed and (act(a) not in single_doers() or not (_shares_object(a, b) or _same_scene(a, b))):
        return None
    verb = quoted_words(a, a.claim.predicate_span)
    return f"One report names {one.name}, the other {other.name} for “{verb}”"


ACCUSING = frozenset({"accuse"})


def _names(a: Statement, b: Statement) -> frozenset[str]:
    """The parties themselves, which are not what the deed was done to."""
    return frozenset(f"@{e}" for s in (a, b) for e in (s.subject, s.object if act(s) in ACCUSING else None) if e)


def _shares_object(a: Statement, b: Statement) -> bool:
    if a.object is not None and a.object == b.object:
        return True
    skip = predicate_terms(a) | predicate_terms(b)
    return len((rest(a) & rest(b)) - skip) >= 2


def _same_scene(a: Statement, b: Statement) -> bool:
    """Whether both are dated to the same days and share something named besides who acts."""
    one, other = sentence_days(a), sentence_days(b)
    if one is None or other is None or one[1] < other[0] or other[1] < one[0]:
        return False
    if days(a) is not None and days(a) == days(b):
        return bool(rest(a) & rest(b))
    return any(term.startswith("@") for term in rest(a) & rest(b))


def _open(statement: Statement) -> bool:
    return statement.modality not in ("asserted", "planned")


def _forced(a: Statement, b: Statement, setting: Setting) -> str | None:
    """``a`` says that somebody was made to act, ``b`` that the same one acted, with nobody pressing."""
    doer = _pressed(a, b)
    if doer is None or b.subject is None or not same_one(doer, b.subject, setting):
        return None
    leave = (*_names(a, b), act(a), act(b))
    least = ALIKE_DATED if days(a) and days(b) else ALIKE_FORCED
    if doer == b.subject and not rest(b, leave=leave) and days(a) is not None and days(a) == days(b):
        return _forced_words(a, b)
    shared = rest(a, leave=leave) & rest(b, leave=leave)
    if rest_overlap(a, b, setting, leave=leave) < least or not shared or a.claim.field != b.claim.field:
        return None
    if (
        len(shared) < 2
        and not (doer in setting.entities and setting.entities[doer].named)
        and (days(a) is None or days(b) is None)
    ):
        return None
    return _forced_words(a, b)


def _forced_words(a: Statement, b: Statement) -> str:
    verb = quoted_words(b, b.claim.predicate_span)
    return f"“{quoted_words(a, a.claim.predicate_span)}” in one report leaves the decision to another than “{verb}” does"


LEAVING = kind_words("leaving")
"""Acts of going that tell nothing of whose will it was: who was thrown out has left too."""


def _pressed(a: Statement, b: Statement) -> str | None:
    """Who acts in ``b`` and is forced in ``a``: by a verb of forcing, or by a verb that tells the act from outside."""
    outside = told_as_forced(b.predicate, a.predicate) and b.predicate not in LEAVING
    inside = not outside and act(b) in a.terms and " " not in a.predicate and under_pressure(a) and _shares_object(a, b)
    if not (outside or inside) or _open(b) or under_pressure(b) or pressed_before(b):
        return None
    return a.object if outside or forces(a.predicate) else a.subject
