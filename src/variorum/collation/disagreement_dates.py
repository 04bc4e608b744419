"""One event, dated apart."""

from variorum.collation.claim_alignment import (
    LIGHT,
    act,
    dated_apart,
    days,
    predicate_terms,
    rest,
    rest_overlap,
    same_act,
    same_subject,
    shared_words,
    whole_side,
)
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict

ALIKE = 0.6
"""Least share of telling words besides verb, subject and dates: many events recur, so more must fit than elsewhere."""

STATES = frozenset({"have", "know", "think", "hope", "want", "continue", "say", "warn"})
"""Acts that hold on or come again: two dates for them exclude nothing."""


def judge_date(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """Conflict where both date one event and the dates exclude each other; ``None`` where they can both hold."""
    if not dated_apart(a, b) or not same_act(a, b) or act(a) in STATES or a.claim.polarity != b.claim.polarity:
        return None
    if not _one_event(a, b, setting) or _again(a) or _again(b):
        return None
    about = shared_words(a, b, setting)
    one, other = _dates(a), _dates(b)
    sides = (whole_side(a, one), whole_side(b, other))
    reason = f"“{one}” in one report, “{other}” in the other for the same event: {about}."
    return Verdict("date", "conflict", sides, about, rest_overlap(a, b, setting), reason)


def _one_event(a: Statement, b: Statement, setting: Setting) -> bool:
    if not same_subject(a, b, setting) or {a.claim.modality, b.claim.modality} - {"asserted", "planned"}:
        return False
    if a.claim.modality != b.claim.modality:
        return False
    telling = (rest(a) & rest(b)) - predicate_terms(a) - predicate_terms(b) - LIGHT
    subject = a.subject is not None and a.subject == b.subject
    return len(telling) + subject >= 2 and rest_overlap(a, b, setting, leave=_date_words(a, b)) >= ALIKE


def _date_words(a: Statement, b: Statement) -> frozenset[str]:
    """Lower-case words of the dates, which are what is compared and no part of the matter."""
    return frozenset(w.casefold() for s in (a, b) for t in s.times for w in s.article.text[t.start : t.end].split())


def _again(statement: Statement) -> bool:
    """Whether the clause has several dates or says that the event came again."""
    return len([t for t in statement.times if t.type in ("DATE", "TIME")]) > 1 and days(statement) is None or bool(
        {"again", "another", "second", "third", "every", "each"} & set(statement.terms)
    )


def _dates(statement: Statement) -> str:
    found = [statement.article.text[t.start : t.end] for t in statement.times if t.type in ("DATE", "TIME")]
    return " ".join(" ".join(found).split())
