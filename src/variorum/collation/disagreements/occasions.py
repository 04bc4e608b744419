"""One event at two times in other words: "plucked off the beach on Sunday night", "the last guest left by coach at 5.20 p.m."

Two times that by their clauses and neighbours likely date one event, and are each other's likeliest, differ where they exclude
each other and nothing tells of two occasions.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum.collation.claims.alignment import (
    CUES,
    act,
    dated_apart,
    objects_fit,
    reported_later,
    same_act,
    shared_words,
    whole_side,
)
from variorum.collation.claims.kin import kin
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.twin_ties import Tie, partners, ties_of
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.claims.words import opposite
from variorum.collation.disagreements.dates import STATES, has_date, of_other_times, worded_alike
from variorum.collation.encoder import Encoder
from variorum.collation.moments.find import Moment, Relation, find_moments, relate_moments
from variorum.collation.moments.likelihood import features, likelihood, standing_of
from variorum.collation.word_stems import stem
from variorum.language.lexicon import alternatives, marked
from variorum.records.annotation import Time

LIKELY = 0.2
"""Least likelihood of two times that are shown to differ; of the pairs that reach it and fit two thirds are in our gold, each
story judged by weights of the others."""

ANSWERED = 0.25
"""Likelihood from which acts and parties need not fit where one time is set against another."""

SURE = 0.42
"""Likelihood from which acts and parties need not fit: reports that differ in the hour of a deed differ in its doer, too."""

STRANGE = 0.6
"""The same where both clauses name somebody and nobody is named in both, of two hours only: of 75 invented stories 6 of 8 such
pairs stand in gold, 3 of 9 with less."""

LEAST_SHARED = 2
"""Stems that two sentences must share where their clauses tell of acts that are not kindred: one thing does many things."""

FARTHEST = 12 * 366.0
"""Days beyond which two times are not compared."""

MOST = 400
"""Times of a story that are compared with each other."""

Pair = tuple[Moment, Moment]
TOLD = ("asserted", "planned")


def moment_pairs(statements: Sequence[Statement]) -> list[tuple[Pair, Relation, float]]:
    """Pairs of times of two reports, or of two voices in one, with how they stand to each other and how many days apart."""
    found: list[tuple[Pair, Relation, float]] = []
    for a, b in combinations(find_moments(statements)[:MOST], 2):
        if a.article.id != b.article.id or _voice(a) != _voice(b):
            relation, days = relate_moments(a, b)
            if relation != "unknown" and days <= FARTHEST:
                found.append(((a, b), relation, days))
    return found


def moment_ties(pairs: Sequence[tuple[Pair, Relation, float]], encoder: Encoder) -> list[Tie]:
    """How each pair is tied in meaning."""
    return ties_of([(a.twin, b.twin) for (a, b), _, _ in pairs], [relation == "same" for _, relation, _ in pairs], encoder)


def _voice(moment: Moment) -> str | None:
    return moment.statement.speaker if moment.statement is not None else None


def occasion_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """A verdict for every two times that likely date one event and exclude each other; none without encoder."""
    if encoder is None:
        return
    pairs = moment_pairs(statements)
    told = zip(pairs, moment_ties(pairs, encoder), strict=True)
    standing = standing_of((pair, relation) for pair, relation, _ in pairs)
    likely = [likelihood(features(a, b, tie, days, standing)) for ((a, b), _, days), tie in told]
    best = partners([(a.twin, b.twin) for (a, b), _, _ in pairs], likely)
    for ((a, b), relation, _), value, chosen in zip(pairs, likely, best, strict=True):
        one, other = a.statement, b.statement
        if relation != "apart" or not chosen or value < LIKELY or one is None or other is None:
            continue
        if (
            _one_occasion(a, b, one, other)
            and _fit(a, b, value, setting)
            and (a.time.relation == "since") == (b.time.relation == "since")
        ):
            yield _verdict(a, b, one, other, setting)


def _fit(a: Moment, b: Moment, value: float, setting: Setting) -> bool:
    """Whether acts and parties of the two clauses fit, as far as their likelihood ``value`` leaves that open.

    Two voices of one report are mostly asked about two things, unless the one sets its time against that of the other.
    """
    one, other, answers = a.statement, b.statement, a.corrects or b.corrects
    if one is None or other is None or not _one_act(a, b) or (a.article.id == b.article.id and not answers):
        return False
    strange = not _share_a_name(one, other)
    if strange and value >= SURE and not answers:
        return value >= STRANGE and a.grain == b.grain == "clock"
    if value >= SURE or (answers and value >= ANSWERED):
        return True
    return _one_step(a, b) and _one_matter(a, b, setting) and _parties_fit(one, other, setting)


def _one_step(a: Moment, b: Moment) -> bool:
    """Whether the acts are kindred, or the one day is that to which the other was moved.

    Of unkindred acts on two days the one is mostly a step after the other: a levy announced and levied.
    """
    if "day" not in (a.grain, b.grain) or _is_moved(a) or _is_moved(b) or a.statement is None or b.statement is None:
        return True
    return kin(a.statement, b.statement)


def _one_act(a: Moment, b: Moment) -> bool:
    """Whether nothing tells of two acts on two days: two objects of one verb, or two things that "took place"; what is told by
    the hour, and likely one, is often told of different things."""
    one, other = a.statement, b.statement
    if one is None or other is None or a.grain == b.grain == "clock":
        return True
    if act(one) in BEFALLING and act(other) in BEFALLING and not one.subject_terms & other.subject_terms:
        return False
    return not (one.object_terms and other.object_terms and same_act(one, other)) or objects_fit(one, other)


def _one_matter(a: Moment, b: Moment, setting: Setting) -> bool:
    """Whether the acts are kindred, or the sentences share stems and not only those of a name, of which much is told."""
    if a.statement is not None and b.statement is not None and kin(a.statement, b.statement):
        return True
    named = (setting.entities[name[1:]].name for name in sorted(a.names & b.names) if name[1:] in setting.entities)
    shared = a.stems & b.stems
    return len(shared) >= LEAST_SHARED and bool(shared - {stem(word) for name in named for word in name.casefold().split()})


def _one_occasion(one: Moment, other: Moment, a: Statement, b: Statement) -> bool:
    """Whether nothing in two clauses tells of two occasions, or of what holds on."""
    lasting = one.time.relation == other.time.relation == "since"
    if not _told_alike(one, other, a, b) or {act(a), act(b)} & (STATES | CUES) or opposite(a.predicate, b.predicate):
        return False
    if worded_alike(a, b) or (not lasting and (a.polarity != b.polarity or of_other_times(a, b))):
        return False
    return a.article.id == b.article.id or not dated_apart(a, b) or not (has_date(a, b) or has_date(b, a))


def _told_alike(one: Moment, other: Moment, a: Statement, b: Statement) -> bool:
    """Whether both tell of what has happened, or of what is planned; of a date that was moved the one may tell as done."""
    if (_is_moved(one) or _is_moved(other)) and {a.modality, b.modality} <= set(TOLD):
        return True
    if _comes_again(one, a) or _comes_again(other, b):
        return False
    return a.modality == b.modality and a.modality in TOLD


def _comes_again(moment: Moment, s: Statement) -> bool:
    """Whether the clause says that it came again, or lists another date beside this one ("on Monday and Friday").

    Another date elsewhere in the clause only tells of something else ("built in 1960, was inspected in May").
    """
    if AGAIN & set(s.terms) or " again" in f" {s.text.casefold()}":
        return True
    dates = (t for t in s.times if t.id != moment.time.id and t.field == "text" and t.type in ("DATE", "TIME"))
    return any(_side_by_side(moment, t) for t in dates)


def _side_by_side(moment: Moment, time: Time) -> bool:
    """Whether only a comma or "and" parts the time from another one of other days."""
    first, last = sorted(((moment.time.start, moment.time.end), (time.start, time.end)))
    apart = time.earliest is None or moment.time.earliest is None or time.earliest[:10] != moment.time.earliest[:10]
    return apart and LISTED.fullmatch(moment.article.text, first[1], max(last[0], first[1])) is not None


BEFALLING = marked("en", "collation_words", "befalls")
"""Acts that say only that something happened, which their subject tells."""
AGAIN = marked("en", "collation_words", "again")
LISTED = re.compile(r"\s*(?:,|and|or|to|until|[-–—/&]|\s)*\s*(?:on|in|at|from)?\s*", re.IGNORECASE)
"""What stands between two dates of a list or a stretch."""


def _is_moved(moment: Moment) -> bool:
    """Whether its clause says that something was put off to it."""
    return bool(MOVED.search(moment.article.text[max(moment.time.start - BEFORE, 0) : moment.time.start]))


MOVED_WORDS = alternatives(marked("en", "collation_words", "moved"))
MOVED = re.compile(
    rf"\b(?:{MOVED_WORDS})\w*"
    r"\W+(?:\w+\W+){0,2}(?:to|until|till|for)\W+(?:\w+\W+)?$",
    re.IGNORECASE,
)
"""Words before a time to which something was put off or moved."""

BEFORE = 45
"""Characters before a time in which they stand."""


def _parties_fit(a: Statement, b: Statement, setting: Setting) -> bool:
    """Whether somebody is named in both or nobody in one, and the same one can act in both, or the one acts upon the other."""
    if not _share_a_name(a, b):
        return False
    if a.subject is None or b.subject is None or {a.subject, a.object} & {b.subject, b.object}:
        return True
    return setting.related(a.subject, b.subject)


def _verdict(a: Moment, b: Moment, one: Statement, other: Statement, setting: Setting) -> Verdict:
    words = [" ".join(m.article.text[m.time.start : m.time.end].split()) for m in (a, b)]
    about = shared_words(one, other, setting) or act(one)
    where = ("in one report", "in the other") if a.article.id != b.article.id else ("by one voice", "by another")
    reason = f"“{words[0]}” {where[0]}, “{words[1]}” {where[1]}, likely for the same event: {about}."
    planned = "planned" in (one.modality, other.modality) or _is_moved(a) or _is_moved(b)
    moved = planned and reported_later(one, other) != 0
    sides: tuple[Side, Side] = (whole_side(one, words[0]), whole_side(other, words[1]))
    return Verdict("date", "update" if moved else "conflict", sides, about, 0.7, reason)


def _share_a_name(a: Statement, b: Statement) -> bool:
    """Whether somebody or something is named in both clauses, or nothing in one of them."""
    one, other = ({t for t in s.terms if t.startswith("@")} for s in (a, b))
    return not one or not other or bool(one & other)
