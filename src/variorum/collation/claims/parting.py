"""Groups of claims said to agree, taken apart where two of their members exclude each other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
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

Key = tuple[str, str]

Wording = Sequence[Statement]
"""The statements of a group that stand there in the same words."""

Apart = Callable[[Wording, Wording], bool]


def part_groups(groups: Sequence[ClaimGroup], told: Compared, disagreements: Sequence[Disagreement]) -> tuple[ClaimGroup, ...]:
    """The groups, those that agree or repeat as several where two members of two reports exclude each other: they stand on
    two sides of one of the ``disagreements``, or their days, counts, lengths, fates, steps or denials do not
    go together."""
    places = {s.key: n for n, same in enumerate(told.wordings) for s in same}
    apart = _apart_in(told, [d for d in disagreements if d.kind not in QUOTED])
    found: list[ClaimGroup] = []
    for group in groups:
        parts = _parts(_wordings(group, told, places), told, apart) if group.status in ("agreed", "repeated") else []
        found += [group_of(part, told.setting, told.figures) for part in parts] if len(parts) > 1 else [group]
    return tuple(sorted(found, key=order_of))


def _wordings(group: ClaimGroup, told: Compared, places: Mapping[Key, int]) -> dict[int, list[Statement]]:
    """The statements of a group by the place of their wording among those of the story."""
    keys = {(m.article, m.claim) for m in group.members}
    return {n: [s for s in told.wordings[n] if s.key in keys] for n in sorted({places[k] for k in keys})}


def _parts(wordings: Mapping[int, Wording], told: Compared, apart: Apart) -> list[list[Statement]]:
    """The statements in parts of which none holds two that are apart, the likest wordings joined first."""
    pairs = list(combinations(wordings, 2))
    barred = {(i, j) for i, j in pairs if apart(wordings[i], wordings[j])}
    parts = {i: [i] for i in wordings}
    for i, j in sorted(pairs, key=lambda pair: -told.scorer.score(*pair)) if barred else ():
        one, other = parts[i], parts[j]
        if one is other or any((min(x, y), max(x, y)) in barred for x in one for y in other):
            continue
        one += other
        parts |= dict.fromkeys(other, one)
    kept = list({id(part): part for part in parts.values()}.values()) if barred else [list(wordings)]
    return [[s for n in part for s in wordings[n]] for part in kept]


def _words_shared(a: Statement, b: Statement, told: Compared) -> float:
    return cosine(told.setting.weights.vector(a.terms), told.setting.weights.vector(b.terms))


def _apart_in(told: Compared, disagreements: Sequence[Disagreement]) -> Apart:
    """Whether two wordings, each of one report at least, exclude each other."""
    sides = _sides_by_report(disagreements)
    held = {s.key: tuple(_held(s, sides)) for same in told.wordings for s in same}

    def apart(one: Wording, other: Wording) -> bool:
        if len({s.article.id for s in (*one, *other)}) < 2:
            return False
        if any(_differ(x, y) for s in one for t in other for x in held[s.key] for y in held[t.key] if x.of == y.of):
            return True
        a, b = one[0], other[0]
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
