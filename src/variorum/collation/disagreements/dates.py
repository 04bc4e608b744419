"""One event, dated apart."""

import re
from datetime import date

from variorum.collation.claims.alignment import (
    LIGHT,
    act,
    counts_differ,
    dated_apart,
    days,
    objects_fit,
    predicate_terms,
    report_days,
    reported_later,
    rest,
    rest_overlap,
    same_act,
    same_doer,
    same_subject,
    separate_voices,
    shared_words,
    whole_side,
)
from variorum.collation.claims.kin import befalls_once
from variorum.collation.claims.sentences import concepts_in, sentence_at
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Verdict
from variorum.collation.moments.find import NAMED_DAY
from variorum.language.lexicon import marked

ALIKE = 0.6
"""Least share of telling words besides verb, subject and dates: many events recur, so more must fit than elsewhere."""

FAR = 21
"""Days before a report up to which it tells of the news; what is dated further back is mostly another event of the kind."""

STATES = marked("en", "collation_words", "lasting")
"""Acts that hold on or come again: two dates for them exclude nothing."""


def judge_date(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """Conflict where both date one event and the dates exclude each other; ``None`` where they can both hold."""
    if not dated_apart(a, b) or not same_act(a, b) or act(a) in STATES or not separate_voices(a, b) or worded_alike(a, b):
        return None
    if a.article.id == b.article.id and tells_of_many(a) != tells_of_many(b):
        return None
    if a.polarity != b.polarity and not (_not_since(a, b) or _not_since(b, a)):
        return None
    if a.article.id != b.article.id and (has_date(a, b) or has_date(b, a)):
        return None
    if a.object_terms and b.object_terms and not objects_fit(a, b):
        return None
    if of_other_times(a, b) and not befalls_once(a, b):
        return None
    if not _one_event(a, b, setting) or happens_again(a) or happens_again(b) or counts_differ(a, b):
        return None
    return date_verdict(a, b, setting)


def date_verdict(a: Statement, b: Statement, setting: Setting) -> Verdict | None:
    """The verdict that the two date one event apart; ``None`` where one names no day or only the hour of a day."""
    if _is_present(a) or _is_present(b) or _only_hour(a) != _only_hour(b):
        return None
    about = shared_words(a, b, setting)
    one, other = _dates(a), _dates(b)
    sides = (whole_side(a, one), whole_side(b, other))
    where = "in one report" if a.article.id != b.article.id else "by one voice"
    beside = "in the other" if a.article.id != b.article.id else "by another"
    reason = f"“{one}” {where}, “{other}” {beside} for the same event: {about}."
    moved = a.modality == b.modality == "planned" and reported_later(a, b) != 0
    return Verdict("date", "update" if moved else "conflict", sides, about, rest_overlap(a, b, setting), reason)


def days_between(a: Statement, b: Statement) -> int:
    """Days from the end of the earlier date to the beginning of the later one; nought where a year is not known."""
    one, other = days(a), days(b)
    if one is None or other is None or "0000" in (one[0][:4], other[0][:4]):
        return 0
    first, second = sorted((one, other))
    return (date.fromisoformat(second[0]) - date.fromisoformat(first[1])).days


def of_other_times(a: Statement, b: Statement) -> bool:
    """Whether one dates the news of its report and the other something that was over long before."""
    return days_between(a, b) > FAR and _is_news(a, b) != _is_news(b, a)


def _is_news(statement: Statement, other: Statement) -> bool:
    """Whether it dates what was new when its report appeared, or the report of ``other`` where that of its own is undated."""
    dated, reported = days(statement), report_days(statement) or report_days(other)
    if dated is None or reported is None or dated[1] >= reported[0]:
        return True
    return (date.fromisoformat(reported[0]) - date.fromisoformat(dated[1])).days <= FAR


def _is_present(statement: Statement) -> bool:
    """Whether the only time of the clause is "now", which dates a state and not what led to it."""
    return all(t.value == "PRESENT_REF" for t in statement.times)


def _only_hour(statement: Statement) -> bool:
    """Whether its times are of the clock and name no day, which may be another than that of the report."""
    times = [t for t in statement.times if t.type in ("DATE", "TIME") and t.field == statement.claim.field == "text"]
    words = (statement.article.text[t.start : t.end] for t in times)
    return bool(times) and all(t.type == "TIME" and "T" in t.value for t in times) and not any(map(NAMED_DAY.search, words))


def tells_of_many(statement: Statement) -> bool:
    """Whether the clause tells of several by their number."""
    return any(q.value > 1 for q in statement.quantities)


def has_date(a: Statement, b: Statement) -> bool:
    """Whether the report of ``a`` tells elsewhere of the same act on the days of ``b``: then it came more than once."""
    wanted = days(b)
    dated = [t for t in a.article.times if t.field == "text" and (t.earliest, t.latest) == wanted]
    sentences = [sentence_at(a.article, t.start, t.end) for t in dated]
    return any(act(a) in concepts_in(a.article, span) for span in sentences)


def _not_since(a: Statement, b: Statement) -> bool:
    """``a`` says that it has not happened since a day, ``b`` that it happened on a later one."""
    one, other = days(a), days(b)
    if a.polarity != "negative" or b.polarity != "positive" or one is None or other is None or one[1] >= other[0]:
        return False
    source = a.article.text if a.claim.field == "text" else a.article.title or ""
    return any("since" in source[max(t.start - 7, 0) : t.end].casefold() for t in a.times)


def _one_event(a: Statement, b: Statement, setting: Setting) -> bool:
    if not same_subject(a, b, setting) or {a.modality, b.modality} - {"asserted", "planned"}:
        return False
    if a.modality != b.modality:
        return False
    telling = (rest(a) & rest(b)) - predicate_terms(a) - predicate_terms(b) - LIGHT
    subject = same_doer(a, b)
    if len(telling) + subject >= 2 and rest_overlap(a, b, setting) >= ALIKE:
        return True
    return _all_shared(a, b) and (bool(telling) or (subject and (a.article.id == b.article.id or _same_count(a, b))))


def _same_count(a: Statement, b: Statement) -> bool:
    """Whether both give one number above one of those that it befell."""
    return any(q.value > 1 and q.value == r.value for q in a.quantities for r in b.quantities)


def _all_shared(a: Statement, b: Statement) -> bool:
    """Whether one clause says nothing besides verb, subject and date that the other does not say."""
    one, other = rest(a) - predicate_terms(b) - LIGHT, rest(b) - predicate_terms(a) - LIGHT
    return one <= other or other <= one


def happens_again(statement: Statement) -> bool:
    """Whether the clause has several dates or says that the event came again."""
    return (len([t for t in statement.times if t.type in ("DATE", "TIME")]) > 1 and days(statement) is None) or bool(
        marked("en", "collation_words", "again") & set(statement.terms)
    )


def _dates(statement: Statement) -> str:
    found = [statement.article.text[t.start : t.end] for t in statement.times if t.type in ("DATE", "TIME")]
    return " ".join(" ".join(found).split())


def worded_alike(a: Statement, b: Statement) -> bool:
    """Whether the dates stand in the same words ("at 6 a.m."), or differ in a year that only one of them tells ("in December",
    "in December 2030"), so that only the days of the reports tell them apart."""
    one, other = (_wordings(s) for s in (a, b))
    bare, bare_other = ({YEAR.sub("", w) for w in words} for words in (one, other))
    return bool(one & other) or bool(one & bare_other - {""}) or bool(other & bare - {""})


YEAR = re.compile(r"(?<=[a-z])(?:19|20)\d\d$|(?<=[a-z]\d)(?:19|20)\d\d$|(?<=[a-z]\d\d)(?:19|20)\d\d$")
"""A year behind a month or a day."""


def _wordings(statement: Statement) -> set[str]:
    """The dates as they are worded, letters and digits only."""
    return {re.sub(r"\W", "", statement.article.text[t.start : t.end].casefold()) for t in statement.times}
