"""Relays: who handed what on to whom. Agencies and outlets that a report credits, and reports that it copies.

A relay is an edge of a directed graph. Its source is a report of the collection where that outlet's report is there, is
no later, and the texts show it (shared passages, or the relayed statement stands in it too); else the outlet's entity;
else the outlet's name. A speaker is no relay: who speaks to two reporters has two witnesses.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from variorum.collation.entities.find import story_ids
from variorum.collation.relays.by_role import role_edges
from variorum.collation.relays.credits import find_credits, press_of
from variorum.collation.relays.described import retold_edges, told_edges
from variorum.collation.relays.evidence import Held, copied_words, held_passages, shared_passages, tells_the_same
from variorum.collation.relays.interviews import interview_edges
from variorum.collation.relays.lines import Credit
from variorum.collation.relays.names import is_outlet, names_own_outlet, outlet_key, same_outlet
from variorum.collation.relays.release_figures import stated_figure_edges
from variorum.collation.relays.release_speech import spoken_release_edges
from variorum.collation.relays.releases import copied_release_edges, release_edges
from variorum.collation.reuse.direction import arrival_of, came_first, is_earlier
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Passage, passage_of
from variorum.records.ids import finding_id
from variorum.records.provenance import Provenance
from variorum.records.story import Relay, Reuse, StoryEntity

METHOD = "relays@1"
Basis = Literal["credit", "dateline", "reuse"]
BASES: tuple[Basis, ...] = ("credit", "dateline", "reuse")
LEAST_COPIED = 15
"""Own words that a report must have copied from an earlier one for a relay without a credit."""
SCORES: Mapping[tuple[Basis, ...], float] = {
    ("credit",): 0.8, ("dateline",): 0.9, ("reuse",): 0.7, ("credit", "dateline"): 0.95,
    ("credit", "reuse"): 1.0, ("dateline", "reuse"): 1.0, ("credit", "dateline", "reuse"): 1.0,
}  # fmt: skip
"""How far each basis bears, set by judgement: a credit is the report's own word, reuse alone may have a third source."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for an edge from ``source`` to article ``to``: its basis, its passages, and the name that is credited."""

    source: str
    to: str
    basis: Basis
    passages: tuple[Passage, ...]
    name: str


def find_relays(
    articles: Sequence[AnnotatedArticle], entities: Sequence[StoryEntity], reuse: Sequence[Reuse]
) -> tuple[Relay, ...]:
    """The edges from sources to reports, ordered by receiving article and source; duplicates are left out.

    ``basis`` names what each rests on: a credit (credit line, byline, chain of a quotation), a dateline, shared passages.
    """
    reports = sorted((a for a in articles if a.duplicate_of is None), key=lambda a: a.id)
    beside = press_of(reports)
    credits = {r.id: find_credits(r, press=beside) for r in reports}
    found = list(candidates(reports, entities, reuse, credits))
    found += _copies(reports, reuse, {(e.source, e.to) for e in found})
    outlets = {r.id: r.outlet or r.id for r in reports}
    written_over = (*interview_edges(reports), *spoken_release_edges(reports), *copied_release_edges(reports, reuse))
    found += [Evidence(s, to, "reuse", passages, outlets[s]) for s, to, passages in written_over]
    described = (
        *told_edges(reports, story_ids(entities), credits),
        *retold_edges(reports, credits),
        *role_edges(reports, credits),
    )
    written = (*release_edges(reports), *stated_figure_edges(reports), *described)
    found += [Evidence(s, to, "credit", passages, outlets.get(s, s)) for s, to, passages in written]
    edges: defaultdict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for evidence in found:
        edges[evidence.to, evidence.source].append(evidence)
    scored = ((key, edges[key], score(edges[key])) for key in sorted(edges))
    return tuple(_relay(key, evidence, value) for key, evidence, value in scored if judge(value))


def candidates(
    reports: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    reuse: Sequence[Reuse],
    credits: Mapping[str, Sequence[Credit]],
) -> Iterator[Evidence]:
    """What each report's ``credits`` say, with the source each credit means."""
    ids = story_ids(entities)
    outlets = _outlet_entities(entities)
    names = {e.id: (e.name, *e.aliases) for e in entities}
    held = held_passages(reuse)
    for report in reports:
        for credit in credits[report.id]:
            proof = (passage_of(report, credit.span, credit.field),)
            basis: Basis = "dateline" if credit.place == "dateline" else "credit"
            source = _source_report(credit, report, reports, held)
            if source:
                yield Evidence(source, report.id, basis, proof, credit.name)
                shared = shared_passages(held, source, report.id)
                if shared:
                    yield Evidence(source, report.id, "reuse", shared, credit.name)
            else:
                name = ids.get(credit.entity or "") or outlets.get(outlet_key(credit.name)) or credit.name
                home = _home(credit, report, reports)
                known = home is None or any(same_outlet(n, home) for n in names.get(name, (name,)))
                yield Evidence(name if known or not home else str(home.outlet), report.id, basis, proof, credit.name)


def score(evidence: Iterable[Evidence]) -> float:
    """How far the bases of one edge bear together, 0 to 1."""
    return SCORES[_bases(evidence)]


def judge(value: float) -> bool:
    """Whether an edge is shown."""
    return value >= 0.5


def cluster(relays: Iterable[Relay]) -> dict[str, tuple[str, ...]]:
    """The receiving articles of each source, sorted."""
    receivers: defaultdict[str, set[str]] = defaultdict(set)
    for relay in relays:
        receivers[relay.source].add(relay.to)
    return {source: tuple(sorted(receivers[source])) for source in sorted(receivers)}


def _bases(evidence: Iterable[Evidence]) -> tuple[Basis, ...]:
    given = {e.basis for e in evidence}
    return tuple(basis for basis in BASES if basis in given)


def _source_report(
    credit: Credit,
    report: AnnotatedArticle,
    reports: Sequence[AnnotatedArticle],
    held: Held,
) -> str | None:
    """The report of the credited outlet that the texts show to be behind the credit; the one that shares most, if any.

    A name that several outlets go by for short (``the Echo``) means none of them.
    """
    others = [r for r in reports if r.id != report.id and names_own_outlet(credit.name, r)]
    if len({r.outlet for r in others}) > 1:
        others = [r for r in others if same_outlet(credit.name, r)]
    others = [r for r in others if not is_earlier(report.published, r.published)]
    found = []
    for other in others:
        words = sum(len(p.exact.split()) for p in shared_passages(held, other.id, report.id) if p.article == report.id)
        if words or (not credit.whole and tells_the_same(report, credit, other)):
            found.append((-words, other.published.earliest or "9999", other.id))
    return min(found)[2] if found else None


def _home(credit: Credit, report: AnnotatedArticle, reports: Sequence[AnnotatedArticle]) -> AnnotatedArticle | None:
    """A report of the outlet that is credited, where the collection has one and no other outlet bears the name."""
    found = [r for r in reports if r.id != report.id and r.outlet and names_own_outlet(credit.name, r)]
    return found[0] if len({r.outlet for r in found}) == 1 else None


def _outlet_entities(entities: Iterable[StoryEntity]) -> dict[str, str]:
    """Story entities that are outlets, by the key of each of their names."""
    table: dict[str, str] = {}
    for entity in sorted(entities, key=lambda e: e.id):
        for name in (entity.name, *entity.aliases):
            if entity.named and is_outlet(name):
                table.setdefault(outlet_key(name), entity.id)
    return table


def _copies(
    reports: Sequence[AnnotatedArticle], reuse: Sequence[Reuse], credited: Collection[tuple[str, str]]
) -> Iterator[Evidence]:
    """Reports that copied enough own words of one that they credit, or whose report surely came first."""
    by_id = {r.id: r for r in reports}
    arrivals = {r.id: arrival_of(r) for r in reports}

    def before(source: str, to: str) -> bool:
        return came_first(arrivals[source], arrivals[to]) or (source, to) in credited

    for (source, to), (words, passages) in sorted(copied_words(reuse, before).items()):
        one, other = by_id[source], by_id[to]
        house = one.outlet is not None and one.outlet == other.outlet
        if words >= LEAST_COPIED and not house and before(source, to):
            yield Evidence(source, to, "reuse", passages, one.outlet or source)


def _relay(key: tuple[str, str], evidence: Sequence[Evidence], value: float) -> Relay:
    to, source = key
    bases = _bases(evidence)
    named = {p for e in evidence for p in e.passages}
    passages = sorted(named, key=lambda p: (p.article != to, p.article, p.field, p.start, p.end))
    reason = _reason(evidence, bases)
    return Relay(
        finding_id("relay", passages, source, to), source, to, bases, tuple(passages), Provenance(METHOD, value, reason)
    )


def _reason(evidence: Sequence[Evidence], bases: Sequence[Basis]) -> str:
    name = evidence[0].name
    told = {p.exact for e in evidence if e.basis != "reuse" for p in e.passages}
    parts = []
    if "dateline" in bases:
        parts.append(f"its dateline names {name}")
    if "credit" in bases:
        parts.append(f"it credits {name}" + (f" (“{min(told)}”)" if told and name not in told else ""))
    if "reuse" in bases:
        parts.append(f"it has passages of {name}'s report" if len(bases) > 1 else f"it has passages that {name} had first")
    sentence = " and ".join(parts)
    return sentence[0].upper() + sentence[1:] + "."
