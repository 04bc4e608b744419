"""Groups of claims said to agree, taken apart where two of their members exclude each other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.collation.claims.alignment import clause_words, is_state
from variorum.collation.claims.find import Compared, group_of, order_of
from variorum.collation.claims.likelihood import exclude, one_saying
from variorum.collation.claims.marks import lengths_apart
from variorum.collation.claims.statements import Statement, once
from variorum.collation.claims.weights import cosine
from variorum.collation.claims.words import kind_words
from variorum.records.story import ClaimGroup, Disagreement, DisagreementMember

FATES = kind_words("fate")
"""Counted things of which nobody counts for two at once: the dead, the injured, the missing."""

PONDERING = kind_words("pondering")
"""Verbs for an act that is only thought about."""

ONE_WORDING = 0.8
"""Least cosine of the words of two clauses that are one sentence reworded: their dates were read differently, they are one."""

QUOTED = ("quotation", "speaker")
"""Kinds of disagreements about the words or the voice of one saying, which both sides have."""

Apart = Callable[[Statement, Statement], bool]


def part_groups(groups: Sequence[ClaimGroup], told: Compared, disagreements: Sequence[Disagreement]) -> tuple[ClaimGroup, ...]:
    """The groups, those that agree or repeat as several where two members of two reports exclude each other: they stand on
    two sides of one of the ``disagreements``, or their days, counts, lengths, fates, steps or denials do not
    go together."""
    known = {s.key: s for same in told.wordings for s in same}
    apart = _apart_in(told, [d for d in disagreements if d.kind not in QUOTED])
    found: list[ClaimGroup] = []
    for group in groups:
        members = [known[m.article, m.claim] for m in group.members]
        parts = _parts(members, told, apart) if group.status in ("agreed", "repeated") else [members]
        found += [group] if len(parts) == 1 else [group_of(part, told.setting, told.figures) for part in parts]
    return tuple(sorted(found, key=order_of))


def _parts(members: Sequence[Statement], told: Compared, apart: Apart) -> list[list[Statement]]:
    """The members in parts of which none holds two that are apart, the likest joined first."""
    barred = {(a.key, b.key) for a, b in combinations(members, 2) if a.article.id != b.article.id and apart(a, b)}
    if not barred:
        return [list(members)]
    parts = {s.key: [s] for s in members}
    for a, b in sorted(combinations(members, 2), key=lambda pair: -told.likeness(*pair)):
        one, other = parts[a.key], parts[b.key]
        if one is other or any((x.key, y.key) in barred or (y.key, x.key) in barred for x in one for y in other):
            continue
        one += other
        parts |= {s.key: one for s in other}
    return list({id(part): part for part in parts.values()}.values())


def _words_shared(a: Statement, b: Statement, told: Compared) -> float:
    return cosine(told.setting.weights.vector(a.terms), told.setting.weights.vector(b.terms))


def _apart_in(told: Compared, disagreements: Sequence[Disagreement]) -> Apart:
    """Whether two statements of the story exclude each other."""
    sides = _sides_by_report(disagreements)

    def apart(a: Statement, b: Statement) -> bool:
        if any(_differ(one, other) for one in _held(a, sides) for other in _held(b, sides) if one.of == other.of):
            return True
        if one_saying(told.scorer.sayings, a, b) or _words_shared(a, b, told) >= ONE_WORDING:
            return False
        impossible = exclude(a, b, figure=told.scorer.one_figure(a, b)) or lengths_apart(a, b)
        return impossible or _fates_apart(a, b, told) or _steps_apart(a, b)

    return apart


def _fates_apart(a: Statement, b: Statement, told: Compared) -> bool:
    one, other = ({f.thing for f in told.figures.get(s.key, ())} & FATES for s in (a, b))
    return bool(one and other) and not one & other


def _steps_apart(a: Statement, b: Statement) -> bool:
    """Whether one tells an act, and the other only that somebody thinks about one."""
    one, other = _ponders(a), _ponders(b)
    return one != other and not is_state(b if one else a)


@once
def _ponders(s: Statement) -> bool:
    return any(lemma in PONDERING for _, lemma in clause_words(s))


@dataclass(frozen=True, slots=True)
class _Held:
    """A side of the disagreement ``of``."""

    of: str
    side: DisagreementMember


def _sides_by_report(disagreements: Sequence[Disagreement]) -> dict[str, list[_Held]]:
    found: dict[str, list[_Held]] = {}
    for d in disagreements:
        for side in d.members:
            found.setdefault(side.article, []).append(_Held(d.id, side))
    return found


def _held(s: Statement, sides: dict[str, list[_Held]]) -> Iterator[_Held]:
    """The sides of disagreements that a statement meets."""
    start, end = s.claim.span
    for held in sides.get(s.article.id, ()):
        if held.side.field == s.claim.field and start < held.side.end and held.side.start < end:
            yield held


def _differ(one: _Held, other: _Held) -> bool:
    """Whether two sides of one disagreement give different values; of numbers, none that both allow."""
    a, b = one.side, other.side
    if a.low is None and a.high is None and b.low is None and b.high is None:
        return a.value != b.value
    ends = [(s.low if s.low is not None else float("-inf"), s.high if s.high is not None else float("inf")) for s in (a, b)]
    return ends[0][1] < ends[1][0] or ends[1][1] < ends[0][0]
