"""The judge of statements: what, if anything, keeps two of them from holding together."""

from variorum.collation.claims.alignment import separate_voices
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.disagreements.agency import judge_agency
from variorum.collation.disagreements.dates import judge_date
from variorum.collation.disagreements.places import judge_place
from variorum.collation.disagreements.polarity import judge_polarity

JUDGES = (judge_polarity, judge_agency, judge_date, judge_place)


def judge(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """The first verdict that the judges of polarity, agency, date and place come to on two statements; ``None`` without one.

    Two clauses of one voice in one report are never judged.
    """
    if not separate_voices(a, b) or nested(a, b):
        return None
    return next((v for one in JUDGES if (v := one(a, b, setting)) is not None), None)


def nested(a: Statement, b: Statement) -> bool:
    """Whether the two clauses overlap in one text."""
    same = a.article.id == b.article.id and a.claim.field == b.claim.field
    return same and a.claim.span[0] < b.claim.span[1] and b.claim.span[0] < a.claim.span[1]
