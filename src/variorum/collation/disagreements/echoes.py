"""What other reports tell alike: the clauses of one claim group with a side of a difference."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.collation.claims.alignment import told_apart, whole_side
from variorum.collation.claims.sentences import sentence_at
from variorum.collation.claims.setting import Setting
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.claims.weights import cosine

Told = Mapping[str, Sequence[Statement]]
"""Clauses of texts by their claim group, or by their report."""
Homes = Mapping[tuple[str, str], str]
"""Claim groups of statements by their key."""


def told_by_group(statements: Sequence[Statement], homes: Homes) -> Told:
    """The clauses of texts by claim group."""
    return _sorted_out((homes[s.key], s) for s in statements if s.key in homes and s.claim.field == "text")


def _sorted_out(found: Iterable[tuple[str, Statement]]) -> Told:
    told: dict[str, list[Statement]] = {}
    for key, s in found:
        told.setdefault(key, []).append(s)
    return told


def alike(side: Side, own: Sequence[Statement], homes: Homes, told: Told, setting: Setting) -> Iterator[tuple[Statement, Side]]:
    """What other reports tell in one group and in nearly the same words with a clause that makes up most of ``side``, or of
    what it has of a sentence, and do not deny; ``own`` are the clauses of its report."""
    low, high = side.span
    inside = [s for s in own if low <= s.claim.span[0] and s.claim.span[1] <= high]
    for s in inside:
        if s.key in homes and 2 * (s.claim.span[1] - s.claim.span[0]) >= _length_beside(s, side):
            others = (other for other in told[homes[s.key]] if other.article.id != side.article.id)
            retold = (other for other in others if not told_apart(s, other) and _worded_alike(s, other, setting))
            yield from ((other, whole_side(other, side.value)) for other in retold)


ALIKE = 0.25
"""Least cosine of the words, by rarity, of a clause and its echo: a group may hold more than that."""


def _worded_alike(a: Statement, b: Statement, setting: Setting) -> bool:
    return cosine(setting.weights.vector(a.terms), setting.weights.vector(b.terms)) >= ALIKE


def _length_beside(s: Statement, side: Side) -> int:
    """Characters that ``side`` has of the sentence of a clause."""
    start, end = sentence_at(s.article, *s.claim.span)
    return min(end, side.span[1]) - max(start, side.span[0])


def with_echoes(
    bundles: Iterable[tuple[Verdict, tuple[Side, ...]]], statements: Sequence[Statement], homes: Homes, setting: Setting
) -> Iterator[tuple[Verdict, tuple[Side, ...]]]:
    """Each verdict on what is said and denied, or on who did it, with what other reports tell alike on either side, in no voice
    that speaks on another side."""
    told = told_by_group(statements, homes)
    own = _sorted_out((s.article.id, s) for s in statements if s.claim.field == "text")
    for verdict, sides in bundles:
        if verdict.kind not in ECHOED:
            yield verdict, sides
            continue
        beside = [(side, own.get(side.article.id, ())) for side in sides]
        found = [(side, s, echo) for side, clauses in beside for s, echo in alike(side, clauses, homes, told, setting)]
        yield verdict, (*sides, *(echo for side, s, echo in found if not _speaks_against(s, side, sides)))


ECHOED = ("polarity", "agency")
"""Kinds of differences of which other reports tell either side alike: what is said and denied, and whose deed it was."""


def _speaks_against(s: Statement, side: Side, sides: Sequence[Side]) -> bool:
    """Whether the clause is, or is said by a voice, on another side than ``side``."""
    others = [other for other in sides if other.value != side.value]
    return any(
        (s.speaker is not None and s.speaker == other.voice) or (s.article.id == other.article.id and _overlap(s, other))
        for other in others
    )


def _overlap(s: Statement, side: Side) -> bool:
    return s.claim.span[0] < side.span[1] and side.span[0] < s.claim.span[1]
