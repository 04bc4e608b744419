"""What reports agree on, counted in origins, and what only one of them has or others leave out."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.records import AnnotatedArticle, Claim, ClaimGroup
from variorum.rendering.differences import voice_name
from variorum.rendering.edition import Cite, Edition, Report, letters_of
from variorum.rendering.wording import capital, count

_TALLY = re.compile(r"^\d+ reports?,[^.]*origins?\.\s*")
"""The count at the head of a reason, which is shown apart."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said in several reports. ``tally`` reads ``3 reports, 1 speaker, 2 witnesses, 1 origin``."""

    id: str
    anchor: str
    status: str
    words: str
    members: tuple[tuple[Cite, str], ...]
    origins: int
    tally: str
    speakers: tuple[str, ...]
    reason: str

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports that have it."""
        return letters_of(c for c, _ in self.members)


@dataclass(frozen=True, slots=True)
class Agreement:
    """Statements by standing: of independent origins, of one origin only, and disputed."""

    agreed: tuple[Statement, ...]
    repeated: tuple[Statement, ...]
    contested: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Own:
    """Something only one report has."""

    id: str
    anchor: str
    cites: tuple[Cite, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Lone:
    """What only one report has, and what most others carry and it does not."""

    report: Report
    exclusives: tuple[Own, ...]
    missing: tuple[Statement, ...]


def make_agreement(edition: Edition) -> Agreement:
    """The claim groups of several reports by status, most origins first."""
    made = [s for g in edition.story.claim_groups if (s := make_statement(edition, g))]
    made.sort(key=lambda s: (-s.origins, -len(s.letters), s.members[0][0].report.order, s.members[0][0].span, s.id))

    def of(status: str) -> tuple[Statement, ...]:
        return tuple(s for s in made if s.status == status and len(s.members) > 1)

    return Agreement(of("agreed"), of("repeated"), of("contested"))


def make_statement(edition: Edition, group: ClaimGroup) -> Statement | None:
    """One claim group; ``None`` when none of its passages verifies."""
    members = {c.anchor: (c, voice_name(edition, m.article, m.voice)) for m in group.members if (c := edition.cite(m))}
    if not members:
        return None
    ordered = tuple(sorted(members.values(), key=lambda m: (m[0].report.order, m[0].span)))
    speakers = tuple(n for s in group.speakers if (n := edition.name(s)))
    return Statement(
        id=group.id,
        anchor=edition.anchor(group.id),
        status=group.status,
        words=capital(_representative(ordered, _absent_subjects(edition, group))),
        members=ordered,
        origins=len(group.origins),
        tally=_tally(ordered, group),
        speakers=speakers,
        reason=_TALLY.sub("", group.by.reason),
    )


def _representative(members: Sequence[tuple[Cite, str]], absent: Mapping[str, str]) -> str:
    """The words of the earliest report that are neither the shortest nor the longest way to say it; a clause that names who
    acts goes first, and one that does not gets the name in brackets."""
    lengths = sorted(len(c.words) for c, _ in members)
    middle = lengths[len(lengths) // 2]
    best = min(members, key=lambda m: (m[0].anchor in absent, abs(len(m[0].words) - middle), m[0].report.order))[0]
    return f"[{absent[best.anchor]}] {best.words}" if best.anchor in absent else best.words


def _absent_subjects(edition: Edition, group: ClaimGroup) -> dict[str, str]:
    """The names of those who act in clauses that leave them out ("and will travel"), by the anchor of the clause."""
    reports = {r.article.id: r.article for r in edition.reports}
    names = {}
    for member in group.members:
        article, cite = reports.get(member.article), edition.cite(member)
        if article is None or cite is None:
            continue
        claim = next((c for c in article.claims if c.id == member.claim), None)
        name = edition.name(claim.subject) if claim and claim.subject else ""
        if claim and name and not _speaks_of(article, claim):
            names[cite.anchor] = name
    return names


def _speaks_of(article: AnnotatedArticle, claim: Claim) -> bool:
    """Whether the clause itself has words for its subject."""
    start, end = claim.span
    held = (m for m in article.mentions if m.entity == claim.subject and m.field == claim.field)
    return any(start <= m.start and m.end <= end for m in held)


def _tally(members: Sequence[tuple[Cite, str]], group: ClaimGroup) -> str:
    reports = len({c.report.letter for c, _ in members})
    parts = [count(reports, "report")]
    if group.speakers:
        parts.append(count(len(group.speakers), "speaker"))
    if group.witnesses:
        parts.append(count(group.witnesses, "witness", "witnesses"))
    return ", ".join((*parts, count(len(group.origins), "origin")))


def make_lone(edition: Edition) -> tuple[Lone, ...]:
    """Exclusives and omissions by report, in report order; reports with neither are left out."""
    groups = {g.id: g for g in edition.story.claim_groups}
    lone = []
    for report in edition.reports:
        article = report.article.id
        own = tuple(
            Own(e.id, edition.anchor(e.id), cites, e.by.reason)
            for e in edition.story.exclusives
            if e.article == article and (cites := edition.cites(e.passages))
        )
        missing = tuple(
            s
            for o in edition.story.omissions
            if o.article == article and o.claim_group in groups and (s := make_statement(edition, groups[o.claim_group]))
        )
        if own or missing:
            ordered = tuple(sorted(own, key=lambda e: (e.cites[0].span, e.id)))
            lone.append(Lone(report, ordered, missing))
    return tuple(lone)
