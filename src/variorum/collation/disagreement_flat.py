"""What somebody flatly says not to have done ("took no money", "signed nothing"), against another voice by which it was done.

A flat denial holds for all of a kind, so that less has to be shared than between any two clauses: the one who acts, the act
or a kindred one, and what it was done to.
"""

from collections.abc import Iterator, Sequence

from variorum.collation.claim_alignment import (
    CUES,
    LIGHT,
    act,
    clause_words,
    dated_apart,
    days,
    is_nominal,
    phrase_head,
    quoted_words,
    reported_later,
    whole_side,
)
from variorum.collation.claim_kin import kin, kin_keys
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict
from variorum.collation.disagreement_polarity import FIRM, worded
from variorum.collation.disagreement_refusals import is_denied

FLAT = frozenset({"any", "no", "nothing", "anything", "never", "none", "single", "nobody", "anyone", "anybody"})
ANYTHING = frozenset({"nothing", "anything"})
LIMITING = frozenset(
    {"since", "again", "yet", "more", "longer", "further", "other", "else", "until", "before", "after", "if", "unless"}
)
"""Words that say of which time, or under which condition, the denial holds."""


def flat_verdicts(statements: Sequence[Statement], setting: Setting) -> Iterator[Verdict]:
    """One conflict for each flat denial of a named party with each clause of another voice that says what it denies."""
    index: dict[tuple[str, str], list[Statement]] = {}
    for s in statements:
        if s.subject and s.polarity == "positive" and s.modality in FIRM and s.claim.field == "text" and not is_nominal(s):
            for key in sorted(kin_keys(s)):
                index.setdefault((s.subject, key), []).append(s)
    for denial in statements:
        if not _is_flat(denial, setting):
            continue
        found = {s.key: s for key in kin_keys(denial) for s in index.get((denial.subject or "", key), ())}
        yield from (_verdict(found[key], denial) for key in sorted(found) if _says_it(found[key], denial))


def _is_flat(s: Statement, setting: Setting) -> bool:
    """Whether a named party is flatly said not to have acted, at any time and on any condition."""
    if s.polarity != "negative" or s.modality not in FIRM or s.subject is None or s.claim.field != "text" or is_nominal(s):
        return False
    entity, lemmas = setting.entities.get(s.subject), {lemma for _, lemma in clause_words(s)}
    named = entity is not None and entity.named and entity.type != "place"
    return named and act(s) not in CUES and bool(lemmas & FLAT or is_denied(s)) and not lemmas & LIMITING


def _says_it(s: Statement, denial: Statement) -> bool:
    """Whether a clause of another voice tells the deed, of things of one kind, at a time that fits."""
    own = s.article.id == denial.article.id
    if (own and s.speaker == denial.speaker) or (s.speaker is not None and s.speaker == denial.speaker):
        return False
    if not kin(s, denial) or s.modality != denial.modality or dated_apart(s, denial) or not _same_time(s, denial):
        return False
    wanted, told = (phrase_head(x, x.claim.object_span) for x in (denial, s))
    return told is not None and (wanted == told or (wanted in ANYTHING and act(denial) not in LIGHT))


def _same_time(s: Statement, denial: Statement) -> bool:
    """Whether a deed that is dated was not done after the report that knows of none, nor years before it."""
    done, reported = days(s), denial.article.published
    if done is None or reported.earliest is None or reported.latest is None:
        return reported_later(denial, s) != 1 or done is None
    return done[0] <= reported.latest


def _verdict(s: Statement, denial: Statement) -> Verdict:
    said = " ".join(quoted_words(s, s.claim.span).split()[:10])
    denied = quoted_words(denial, denial.claim.span)
    sides = (whole_side(s, worded(s)), whole_side(denial, worded(denial)))
    return Verdict("polarity", "conflict", sides, said, 1.0, f"“{denied}” denies what is said: “{said}”.")
