"""What other reports tell alike: the clauses of one claim group with a side of a difference."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from variorum.collation.claims.alignment import whole_side
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.denials.units import is_negated

Told = Mapping[str, Sequence[Statement]]
"""Clauses of texts by their claim group."""


def told_by_group(statements: Sequence[Statement], homes: Mapping[tuple[str, str], str]) -> Told:
    """The clauses of texts by claim group; ``homes`` are the groups of statements by their key."""
    told: dict[str, list[Statement]] = {}
    for s in statements:
        if s.key in homes and s.claim.field == "text":
            told.setdefault(homes[s.key], []).append(s)
    return told


def alike(
    side: Side, statements: Sequence[Statement], homes: Mapping[tuple[str, str], str], told: Told
) -> Iterator[tuple[Statement, Side]]:
    """What other reports tell in one group with the clause that makes up most of ``side``."""
    low, high = side.span
    texts = (s for s in statements if s.article.id == side.article.id and s.claim.field == "text")
    inside = [s for s in texts if low <= s.claim.span[0] and s.claim.span[1] <= high]
    main = [s for s in inside if s.key in homes and 2 * (s.claim.span[1] - s.claim.span[0]) >= high - low]
    for s in main[:1]:
        others = (other for other in told[homes[s.key]] if other.article.id != side.article.id)
        yield from ((other, whole_side(other, side.value)) for other in others)


def with_echoes(
    verdicts: Iterable[Verdict], statements: Sequence[Statement], homes: Mapping[tuple[str, str], str]
) -> Iterator[tuple[Verdict, tuple[Side, ...]]]:
    """Each verdict on what is said (its first side) and denied, with what other reports tell alike in another voice than that
    of who denies it."""
    told = told_by_group(statements, homes)
    for verdict in verdicts:
        said, denied = verdict.sides
        found = [
            (s, side) for s, side in alike(said, statements, homes, told) if s.polarity == "positive" and not is_negated(s)
        ]
        others = [side for s, side in found if denied.voice is None or s.speaker != denied.voice]
        yield verdict, (*verdict.sides, *others)
