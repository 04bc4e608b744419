"""Why reports count as one origin: in a sentence for each, how much of it stands in another of them and whether it says so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.records.article import Span
from variorum.rendering.edition import Report
from variorum.rendering.origins import Copy, Handover, Origins

WIDESPREAD = 30
"""Reports with one passage beyond which it says nothing of two of them."""

Pair = tuple[str, str]
Shared = Mapping[Pair, Sequence[Span]]
"""Letters of two reports and where in the first the passages stand that the second has too, quotations left out."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What puts ``report`` with another report of its origin, in words, and the copied passages that both have."""

    report: Report
    other: Report
    reason: str
    copies: tuple[Copy, ...]


def ties(origins: Origins) -> tuple[Tie, ...]:
    """One tie for each report of an origin of several but the one that most others draw on, in report order."""
    shared, named = (
        _shared(origins.copies),
        {(h.to.letter, h.source_report.letter): h for h in origins.handovers if h.source_report},
    )
    return tuple(t for group in origins.groups if len(group) > 1 for t in _ties(group, shared, named, origins.copies))


def _ties(group: Sequence[Report], shared: Shared, named: Mapping[Pair, Handover], copies: Sequence[Copy]) -> Iterator[Tie]:
    drawn = {r.letter: sum((other.letter, r.letter) in named for other in group) for r in group}
    head = max(group, key=lambda r: (drawn[r.letter], -r.order))
    for report in (r for r in group if r is not head):
        others = [r for r in group if r is not report]
        other = max(others, key=lambda r: (_length(shared, report, r), (report.letter, r.letter) in named, r is head, -r.order))
        common = tuple(c for c in copies if not c.spoken and {report.letter, other.letter} <= set(c.letters))
        yield Tie(report, other, _reason(report, other, shared, named), common)


def _reason(report: Report, other: Report, shared: Shared, named: Mapping[Pair, Handover]) -> str:
    """``24% of the text of B stands in A as well, and B names A as its source.``"""
    one, two = report.letter, other.letter
    if report.copy_of == two or other.copy_of == one:
        return f"{one} is a copy of {two}." if report.copy_of == two else f"{two} is a copy of {one}."
    share = round(100 * _length(shared, report, other) / max(1, _own(report, [(0, len(report.article.text))])))
    parts = [f"{share}% of the text of {one} stands in {two} as well (quotations not counted)"] if share else []
    credit = named.get((one, two))
    if credit and credit.kind != "reuse":
        parts.append(f"{one} names {two} as its source")
    elif report.article.published.earliest is None and other.article.published.earliest is not None:
        parts.append(f"{one} has no date")
    if not share:
        parts.append(f"{one} tells what {two} tells in other words")
    return ", and ".join(parts) + "."


def _length(shared: Shared, report: Report, other: Report) -> int:
    """Characters of ``report`` in passages that ``other`` has too, each counted once, quotations left out."""
    return _own(report, shared.get((report.letter, other.letter), ()))


def _own(report: Report, spans: Sequence[Span]) -> int:
    """Characters of the spans, each counted once, that stand in no quotation marks."""
    inside = bytearray(len(report.article.text))
    for start, end in spans:
        inside[start:end] = b"\x01" * (end - start)
    for quotation in (q for q in report.article.quotations if q.field == "text" and q.kind == "direct"):
        for start, end in quotation.content:
            inside[start:end] = bytes(end - start)
    return sum(inside)


def _shared(copies: Sequence[Copy]) -> Shared:
    found: defaultdict[Pair, list[Span]] = defaultdict(list)
    for copy in copies:
        if not copy.spoken and len(copy.letters) <= WIDESPREAD:
            for cite in (c for c in copy.cites if c.field == "text"):
                for letter in set(copy.letters) - {cite.report.letter}:
                    found[cite.report.letter, letter].append(cite.span)
    return found
