"""What two clauses that are known to state one thing differ in: one says and the other denies it, or they date it apart.

Clauses of one group have been found alike by all their words and by their sentences, so that less is asked here than of any
two clauses: who acts must fit, and nothing must tell of two occasions.
"""

from variorum.collation.claims.alignment import (
    CUES,
    act,
    clause_words,
    counts_differ,
    dated_apart,
    in_other_time,
    is_nominal,
    objects_fit,
    rest,
    rest_overlap,
    same_act,
    same_subject,
    separate_voices,
    shared_words,
    told_apart,
    whole_side,
)
from variorum.collation.claims.kin import befalls_once
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.claims.words import opposite
from variorum.collation.comparing.judge import nested
from variorum.collation.disagreements.dates import (
    STATES,
    date_verdict,
    happens_again,
    has_date,
    of_other_times,
    tells_of_many,
    worded_alike,
)
from variorum.collation.disagreements.polarity import FIRM, denied_apart, follow_on, judgement_of, lacks, one_side_each, worded
from variorum.language.lexicon import marked


def judge_grouped(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """The verdict on two clauses of one group that no other judge could come to; ``None`` where they go together."""
    if nested(a, b) or not separate_voices(a, b) or {a.modality, b.modality} - set(FIRM):
        return None
    if is_nominal(a) or is_nominal(b) or in_other_time(a, b) or {act(a), act(b)} & CUES or counts_differ(a, b):
        return None
    if not same_subject(a, b, setting):
        return None
    return _said_and_denied(a, b, setting) or _dated_apart(a, b, setting)


def _said_and_denied(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    if not told_apart(a, b) or a.article.id == b.article.id or a.modality != b.modality:
        return None
    if a.polarity != b.polarity and not denied_apart(a, b):
        return None
    if a.polarity != b.polarity and lacks(a if a.polarity == "positive" else b):
        return None
    if not _one_deed(a, b, setting) or (a.polarity != b.polarity and not objects_fit(a, b) and same_act(a, b)):
        return None
    if (dated_apart(a, b) and not opposite(a.predicate, b.predicate)) or follow_on(a, b) or one_side_each(a, b):
        return None
    words = f"One says “{worded(a)}”, the other “{worded(b)}”"
    about = shared_words(a, b, setting)
    sides = (whole_side(a, worded(a)), whole_side(b, worded(b)))
    score = rest_overlap(a, b, setting)
    return Verdict("polarity", judgement_of(a, b), sides, about, score, f"{words}; both tell of {about}.") if about else None


def _one_deed(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether the acts are the same or opposites, or the clauses share most of what else they say and neither tells of none:
    "no duty will be paid" denies nothing of "will be free"."""
    if same_act(a, b) or opposite(a.predicate, b.predicate):
        return True
    if any(NONE & {lemma for _, lemma in clause_words(s)} for s in (a, b)):
        return False
    telling = {t for t in rest(a) & rest(b) if not t.startswith("@")}
    return len(telling) > 1 and rest_overlap(a, b, setting) >= ALIKE


NONE = marked("en", "annotation_words", "nobody")

ALIKE = 0.5
"""Least share of telling words besides verb and subject where the verbs differ."""


def _dated_apart(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    if not dated_apart(a, b) or a.article.id == b.article.id or a.polarity != b.polarity or a.modality != b.modality:
        return None
    if opposite(a.predicate, b.predicate) or {act(a), act(b)} & STATES or happens_again(a) or happens_again(b):
        return None
    if worded_alike(a, b) or tells_of_many(a) != tells_of_many(b) or has_date(a, b) or has_date(b, a):
        return None
    if of_other_times(a, b) and not befalls_once(a, b):
        return None
    if same_act(a, b) and not (a.object_terms and b.object_terms):
        return date_verdict(a, b, setting)
    return date_verdict(a, b, setting) if objects_fit(a, b) else None
