"""What was changed in a copied passage: words, their writing, quotation marks, spaces, markup, and the order of passages."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from variorum.language.alignment import Step, align
from variorum.language.tokens import INVISIBLE, Words, find_words
from variorum.records.article import Article, Furniture, Passage, Span
from variorum.records.story import CopyEdit, CopyVariant, Reuse

NO_BREAK = "\u00a0\u202f\u2007"
"""Spaces at which no line is broken."""

_BARE = {ord(c): None for c in INVISIBLE} | {ord(c): " " for c in NO_BREAK}


def with_variants(found: Sequence[Reuse], articles: Mapping[str, Article]) -> tuple[Reuse, ...]:
    """``found`` with the members that differ from the one their passage seems to come from (or else from the first)."""
    moved = _moved(found)
    return tuple(dataclasses.replace(r, variants=_variants(r, n, articles, moved)) for n, r in enumerate(found))


def _base(finding: Reuse) -> int:
    return next((n for n, member in enumerate(finding.members) if member.article == finding.origin), 0)


def _variants(
    finding: Reuse, number: int, articles: Mapping[str, Article], moved: frozenset[tuple[int, int]]
) -> tuple[CopyVariant, ...]:
    base = _base(finding)
    words = [passage_words(m, articles[m.article].furniture) for m in finding.members]
    rest = [n for n in range(len(finding.members)) if n != base]
    made = []
    for n in rest:
        pair = (finding.members[base], finding.members[n])
        junk = (articles[pair[0].article].furniture, articles[pair[1].article].furniture)
        edits = tuple(find_changes(pair, (words[base], words[n]), junk))
        made.append(CopyVariant(n, base, edits, moved=(number, n) in moved))
    return tuple(v for v in made if v.edits or v.moved)


def passage_words(passage: Passage, furniture: Sequence[Furniture]) -> Words:
    """The words of ``passage`` less the furniture in it; spans count in the article."""
    inside = [(f.start, f.end) for f in furniture if passage.start < f.end and f.start < passage.end]
    cut = [(max(0, s - passage.start), min(e, passage.end) - passage.start) for s, e in inside]
    found = find_words(passage.exact, without=cut)
    return Words(found.keys, tuple((s + passage.start, e + passage.start) for s, e in found.spans))


Side = tuple[Passage, Words, Sequence[Furniture]]


def find_changes(
    pair: tuple[Passage, Passage], words: tuple[Words, Words], furniture: tuple[Sequence[Furniture], Sequence[Furniture]]
) -> Iterator[CopyEdit]:
    """The changes from the first to the second passage in text order; spans count in the two articles."""
    one, other = (pair[0], words[0], furniture[0]), (pair[1], words[1], furniture[1])
    before = (pair[0].start, pair[1].start)
    for step in align(*words):
        if step.op == "equal":
            yield from _in_equal(one, other, step, before)
        else:
            yield _changed_words(one, other, step, before)
        before = (_after(words[0], step.a, before[0]), _after(words[1], step.b, before[1]))


def _after(words: Words, numbers: Span, before: int) -> int:
    return words.spans[numbers[1] - 1][1] if numbers[0] < numbers[1] else before


def _changed_words(one: Side, other: Side, step: Step, before: Span) -> CopyEdit:
    """The change of ``step`` with the marks that came or went beside its words."""
    a, gap_a, tail_a = _region(one, step.a, before[0])
    b, gap_b, tail_b = _region(other, step.b, before[1])
    lead = _common_head(_text(one, gap_a), _text(other, gap_b))
    a, b = (a[0] + lead, a[1]), (b[0] + lead, b[1])
    end = _common_head(_text(one, (max(a[0], tail_a[0]), a[1]))[::-1], _text(other, (max(b[0], tail_b[0]), b[1]))[::-1])
    a, b = _stripped(one, (a[0], a[1] - end)), _stripped(other, (b[0], b[1] - end))
    return CopyEdit(_op(a, b), a, b)


def _region(side: Side, numbers: Span, before: int) -> tuple[Span, Span, Span]:
    """The characters from the word before ``numbers`` to the word after; of these what lies before and behind their words."""
    _, words, _ = side
    end = words.spans[numbers[1]][0] if numbers[1] < len(words) else side[0].end
    first = words.spans[numbers[0]][0] if numbers[0] < numbers[1] else end
    last = words.spans[numbers[1] - 1][1] if numbers[0] < numbers[1] else before
    return (before, end), (before, first), (last, end)


def _common_head(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _stripped(side: Side, span: Span) -> Span:
    """``span`` without white space at its ends."""
    text = _text(side, span)
    start = span[0] + len(text) - len(text.lstrip())
    return start, max(start, span[0] + len(text.rstrip()))


def _in_equal(one: Side, other: Side, step: Step, before: Span) -> Iterator[CopyEdit]:
    """Changes around and inside words that are the same."""
    ends = before
    for count, (i, j) in enumerate(zip(range(*step.a), range(*step.b), strict=True)):
        a, b = one[1].spans[i], other[1].spans[j]
        if count and (edit := _between(one, other, (ends[0], a[0]), (ends[1], b[0]))):
            yield edit
        if _text(one, a) != _text(other, b):
            yield CopyEdit("replace", a, b, _kind_inside(one, other, a, b))
        ends = (a[1], b[1])


def _between(one: Side, other: Side, a: Span, b: Span) -> CopyEdit | None:
    """The change between two words that follow each other on both sides."""
    raw_a, raw_b = _text(one, a), _text(other, b)
    if raw_a == raw_b:
        return None
    bare_a, bare_b = _kept(one, a), _kept(other, b)
    if bare_a.translate(_BARE).split() != bare_b.translate(_BARE).split():
        a, b = _stripped(one, a), _stripped(other, b)
        return CopyEdit(_op(a, b), a, b, "marks")
    if (len(bare_a) == len(raw_a)) != (len(bare_b) == len(raw_b)):
        return CopyEdit(_op(a, b), a, b, "markup")
    odd = [{c for c in raw if ord(c) in _BARE} for raw in (raw_a, raw_b)]
    return CopyEdit(_op(a, b), a, b, "space") if odd[0] != odd[1] else None


def _op(a: Span, b: Span) -> Literal["insert", "delete", "replace"]:
    if a[0] < a[1] and b[0] < b[1]:
        return "replace"
    return "delete" if a[0] < a[1] else "insert"


def _kind_inside(one: Side, other: Side, a: Span, b: Span) -> Literal["markup", "space", "writing"]:
    bare_a, bare_b = _kept(one, a), _kept(other, b)
    if bare_a == bare_b:
        return "markup"
    return "space" if bare_a.translate(_BARE) == bare_b.translate(_BARE) else "writing"


def _text(side: Side, span: Span) -> str:
    start = side[0].start
    return side[0].exact[span[0] - start : span[1] - start]


def _kept(side: Side, span: Span) -> str:
    """The characters of ``span`` less furniture."""
    text, at = "", span[0]
    for junk in sorted((f.start, f.end) for f in side[2] if f.start < span[1] and span[0] < f.end):
        text, at = text + _text(side, (at, max(at, junk[0]))), max(at, junk[1])
    return text + _text(side, (min(at, span[1]), span[1]))


def _moved(found: Sequence[Reuse]) -> frozenset[tuple[int, int]]:
    """Numbers of findings and members that stand in another order than most of what their report shares with the base's."""
    places: defaultdict[tuple[str, str], dict[Span, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    for number, finding in enumerate(found):
        base = finding.members[_base(finding)]
        for n, member in enumerate(finding.members):
            if member.article != base.article:
                low, high = sorted((base, member), key=lambda p: p.article)
                places[low.article, high.article][low.start, high.start].append((number, n))
    away = set()
    for held in places.values():
        in_order = _heaviest(sorted((place, len(found[whose[0][0]].members[0].exact)) for place, whose in held.items()))
        away |= {who for place, whose in held.items() if place not in in_order for who in whose}
    return frozenset(away)


def _heaviest(places: Sequence[tuple[Span, int]]) -> frozenset[Span]:
    """Of ``places`` (sorted, with weights) those that rise on both sides and weigh most together."""
    if all(one[0][1] < other[0][1] for one, other in pairwise(places)):
        return frozenset(place for place, _ in places)
    best: list[tuple[int, tuple[Span, ...]]] = []
    for (a, b), weight in places:
        before = [chain for n, chain in enumerate(best) if places[n][0][1] < b and places[n][0][0] < a]
        heaviest = max(before, key=lambda chain: chain[0], default=(0, ()))
        best.append((heaviest[0] + weight, (*heaviest[1], (a, b))))
    return frozenset(max(best, key=lambda chain: chain[0])[1]) if best else frozenset()
