"""Where the reports come from: a picture of who handed what to whom, and the passages that were copied."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.records import CopyVariant, Relay, Reuse
from variorum.rendering.display import clean, shorten
from variorum.rendering.edition import Cite, Edition, Report, letters_of
from variorum.rendering.edits import Piece, compare_passages
from variorum.rendering.wording import BASES, listing

ROW = 46
FIRST_REPORT, STEP, SOURCES_END, LANE = 47.0, 7.0, 33.0, 40.5
DEEPEST = 4
PICTURE_LIMIT = 60
"""Stories with more reports show the table alone: a picture that long cannot be taken in."""
PASSAGE = 420
CHANGED = {
    "moved": "in another place of the text",
    "marks": "other punctuation or quotation marks",
    "writing": "other capitals or spelling",
    "space": "other kinds of spaces",
    "markup": "with page leftovers inside",
}
"""What is said of a copy whose words may be the same."""


@dataclass(frozen=True, slots=True)
class Handover:
    """One relay: ``source`` in words, and where it goes on the page when it is a report."""

    id: str
    anchor: str
    source: str
    source_report: Report | None
    to: Report
    basis: str
    kind: str
    cites: tuple[Cite, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Node:
    """A box of the picture: ``x`` in per cent, ``y`` in pixels (the middle).

    ``report`` of an outside source is the one report of that outlet here, which need not be what was drawn on.
    """

    label: str
    x: float
    y: float
    report: Report | None


@dataclass(frozen=True, slots=True)
class Edge:
    """A line of the picture; where ``lane`` is given it runs across to that place, down (or up), and across again."""

    x1: float
    y1: float
    x2: float
    y2: float
    lane: float | None
    kind: str
    title: str


@dataclass(frozen=True, slots=True)
class Band:
    """The rows of the reports that share one origin."""

    y: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The drawn graph."""

    sources: tuple[Node, ...]
    reports: tuple[Node, ...]
    edges: tuple[Edge, ...]
    bands: tuple[Band, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Copy:
    """One passage that stands in several reports. ``others`` are its other writings, with their edits and what else changed."""

    id: str
    anchor: str
    kind: str
    spoken: bool
    words: str
    cites: tuple[Cite, ...]
    origin: Report | None
    others: tuple[tuple[Cite, tuple[Piece, ...], tuple[str, ...]], ...]
    reason: str

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports that have it."""
        return letters_of(self.cites)

    @property
    def same(self) -> tuple[Cite, ...]:
        """The passages that are like the first one to the letter."""
        changed = {cite.anchor for cite, _, _ in self.others}
        return tuple(c for c in self.cites[1:] if c.anchor not in changed)


@dataclass(frozen=True, slots=True)
class Origins:
    """Everything about where the reports come from; ``groups`` are the reports by shared origin."""

    handovers: tuple[Handover, ...]
    picture: Picture | None
    copies: tuple[Copy, ...]
    groups: tuple[tuple[Report, ...], ...]


def make_origins(edition: Edition) -> Origins:
    """Collect relays, copies and shared origins of the story."""
    handovers = tuple(h for r in edition.story.relays if (h := _handover(edition, r)))
    handovers = tuple(sorted(handovers, key=lambda h: (h.to.order, h.source, h.id)))
    groups = origin_groups(edition)
    drawn = bool(handovers) and len(edition.reports) <= PICTURE_LIMIT
    copies = [c for r in edition.story.reuse if (c := _copy(edition, r))]
    copies.sort(key=lambda c: (-len(c.letters), c.cites[0].report.order, c.cites[0].span, c.id))
    return Origins(handovers, draw(groups, handovers) if drawn else None, tuple(copies), groups)


def origin_groups(edition: Edition) -> tuple[tuple[Report, ...], ...]:
    """Reports by shared origin, each group and all groups in report order; reports in no group are alone."""
    groups = [
        tuple(sorted((edition.by_article[a] for a in ids if a in edition.by_article), key=lambda r: r.order))
        for ids in edition.story.origins
    ]
    known = {r.letter for group in groups for r in group}
    groups += [(r,) for r in edition.reports if r.letter not in known]
    return tuple(sorted((g for g in groups if g), key=lambda g: g[0].order))


def _handover(edition: Edition, relay: Relay) -> Handover | None:
    to, cites = edition.by_article.get(relay.to), edition.cites(relay.passages)
    if to is None or not cites:
        return None
    source_report = edition.by_article.get(relay.source)
    name = source_report.name if source_report else edition.name(relay.source) or clean(relay.source)
    kind = "credit" if "credit" in relay.basis else "dateline" if "dateline" in relay.basis else "reuse"
    basis = listing([BASES[b] for b in relay.basis])
    return Handover(relay.id, edition.anchor(relay.id), name, source_report, to, basis, kind, cites, relay.by.reason)


def draw(groups: Sequence[Sequence[Report]], handovers: Sequence[Handover]) -> Picture:
    """Place reports in rows by origin, indented below the report they draw on, and outside sources on the left."""
    parents = {h.to.letter: h.source_report.letter for h in reversed(handovers) if h.source_report}
    rows = [r for group in groups for r in _by_descent(group, parents)]
    y = {r.letter: ROW * i + ROW / 2 for i, r in enumerate(rows)}
    x = {r.letter: FIRST_REPORT + STEP * (min(_depth(r.letter, parents), DEEPEST) - 1) for r in rows}
    sources = _place_sources(handovers, y)
    bands = {r.letter: n for n, group in enumerate(groups) for r in group}
    edges = tuple(_edge(h, (x, y, bands), sources) for h in handovers) + _unordered(rows, x, y, bands)
    height = max([*y.values(), *sources.values()]) + ROW / 2
    return Picture(
        sources=tuple(Node(shorten(s, 60), 0.0, at, _report_of(s, rows)) for s, at in sources.items()),
        reports=tuple(Node(r.name, x[r.letter], y[r.letter], r) for r in rows),
        edges=edges,
        bands=_bands(groups),
        height=int(height),
    )


def _report_of(outlet: str, reports: Sequence[Report]) -> Report | None:
    """The report of an outlet where the story has just one."""
    found = [r for r in reports if r.outlet.casefold() == outlet.casefold()]
    return found[0] if len(found) == 1 else None


def _by_descent(group: Sequence[Report], parents: Mapping[str, str]) -> list[Report]:
    """The reports of one origin with each below the one it draws on."""
    letters = {r.letter for r in group}

    def below(parent: str | None, seen: frozenset[str]) -> list[Report]:
        found = []
        for report in group:
            above = parents.get(report.letter)
            if (above if above in letters else None) == parent and report.letter not in seen:
                found += [report, *below(report.letter, seen | {report.letter})]
        return found

    ordered = below(None, frozenset())
    return [*ordered, *(r for r in group if r not in ordered)]


def _depth(letter: str, parents: Mapping[str, str]) -> int:
    """How many reports deep a report is, itself included; circles are cut where they close."""
    seen = [letter]
    while (parent := parents.get(seen[-1])) and parent not in seen:
        seen.append(parent)
    return len(seen)


def _place_sources(handovers: Sequence[Handover], y: Mapping[str, float]) -> dict[str, float]:
    """Each outside source at the middle of the reports that draw on it, pushed down until none overlap."""
    wanted: dict[str, list[float]] = {}
    for handover in handovers:
        if handover.source_report is None:
            wanted.setdefault(handover.source, []).append(y[handover.to.letter])
    placed, last = {}, -ROW / 2
    for source, places in sorted(wanted.items(), key=lambda w: (sum(w[1]) / len(w[1]), w[0])):
        last = max(sum(places) / len(places), last + ROW)
        placed[source] = round(last, 1)
    return placed


Layout = tuple[Mapping[str, float], Mapping[str, float], Mapping[str, int]]
"""Where each report stands across and down, and the number of its band."""


def _edge(handover: Handover, layout: Layout, sources: Mapping[str, float]) -> Edge:
    """A line from a source, or from a report: down from it inside one band, in a lane of its own from band to band."""
    x, y, bands = layout
    to, above = handover.to.letter, handover.source_report
    title = f"{handover.source} → {handover.to.letter} {handover.to.name}: {handover.basis}"
    if above is None:
        return Edge(SOURCES_END, sources[handover.source], x[to], y[to], None, handover.kind, title)
    within = bands[above.letter] == bands[to] and x[above.letter] < x[to]
    lane, lower = (x[above.letter], 0) if within else (LANE, 8)
    return Edge(x[above.letter], y[above.letter] + lower, x[to], y[to], lane, handover.kind, title)


def _unordered(
    rows: Sequence[Report], x: Mapping[str, float], y: Mapping[str, float], bands: Mapping[str, int]
) -> tuple[Edge, ...]:
    """Dotted lines between neighbours in one band that stand side by side: which came first is not known."""
    pairs = [(a.letter, b.letter) for a, b in itertools.pairwise(rows)]
    title = "share passages; which came first is not known"
    return tuple(
        Edge(x[a], y[a], x[b], y[b], None, "reuse", f"{a} and {b} {title}")
        for a, b in pairs
        if bands[a] == bands[b] and x[a] == x[b] == FIRST_REPORT
    )


def _bands(groups: Sequence[Sequence[Report]]) -> tuple[Band, ...]:
    bands, at = [], 0
    for number, group in enumerate(groups, 1):
        bands.append(Band(at * ROW, len(group) * ROW, f"origin {number}"))
        at += len(group)
    return tuple(bands)


def _copy(edition: Edition, record: Reuse) -> Copy | None:
    cites = edition.cites(record.members)
    if len({c.report.letter for c in cites}) < 2:
        return None
    first = next((c for c in cites if c.report.article.id == record.origin), cites[0])
    rest = [c for c in cites if c != first]
    notes = {c.anchor: change_notes(v) for v in record.variants if (c := edition.cite(record.members[v.member]))}
    others = [(c, _changes(first, c) if record.kind == "edited" else (), notes.get(c.anchor, ())) for c in rest]
    return Copy(
        id=record.id,
        anchor=edition.anchor(record.id),
        kind=record.kind,
        spoken=record.spoken,
        words=shorten(first.words, PASSAGE),
        cites=(first, *rest),
        origin=edition.by_article.get(record.origin or ""),
        others=tuple((c, p, n) for c, p, n in others if p or n),
        reason=record.by.reason,
    )


def _changes(first: Cite, other: Cite) -> tuple[Piece, ...]:
    """The words of a copy with their edits; nothing where they are the same."""
    pieces = compare_passages(first, other)
    return pieces if any(piece.op != "equal" for piece in pieces) else ()


def change_notes(variant: CopyVariant) -> tuple[str, ...]:
    """What a copy changed besides its words, each once."""
    kinds = {edit.kind for edit in variant.edits}
    return tuple(words for kind, words in CHANGED.items() if kind in kinds or (kind == "moved" and variant.moved))
