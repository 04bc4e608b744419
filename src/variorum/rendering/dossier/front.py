"""The first screen: how many reports and origins, what is most widely reported, and the events that the reports tell of."""

from dataclasses import dataclass

from variorum.rendering.agreement import Statement
from variorum.rendering.contents import Contents
from variorum.rendering.display import clean
from variorum.rendering.origins import Origins
from variorum.rendering.wording import count, listing, range_label

WIDEST = 4
DISPUTED_FROM, REPEATED_FROM = 3, 3
"""What is disputed in part stands on the first screen only where as many origins have it, and what has one origin only where
as many reports do."""
NTH = ("share one", "a second", "a third")
"""Groups of reports with a shared origin that the lead names; of more it gives the number."""


@dataclass(frozen=True, slots=True)
class Episode:
    """One event of the story and the reports that tell of it."""

    title: str
    when: str
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """The lead in words (``counts``, ``shared``, ``spoken``, ``dates``), the widest statements, and the events if several."""

    counts: str
    shared: str
    spoken: str
    dates: str
    widest: tuple[Statement, ...]
    episodes: tuple[Episode, ...]


def make_front(contents: Contents) -> Front:
    """What stands above the sections of the page."""
    reports, origins = contents.edition.reports, contents.origins.groups
    speakers = sum(bool(s.sayings) for s in contents.sayings.speakers)
    spoken = f"{count(speakers, 'speaker')}, {count(contents.sayings.number, 'saying')}" if speakers else ""
    return Front(
        counts=f"{count(len(reports), 'report')} from {count(len(origins), 'origin')}",
        shared=_shared(contents.origins),
        spoken=spoken,
        dates=contents.dates,
        widest=_widest(contents),
        episodes=_episodes(contents),
    )


def _shared(origins: Origins) -> str:
    """Which reports count as one, in words (``A and B share one origin, the other 4 stand alone``), and which of the others
    have a part from somewhere else."""
    groups = [listing([r.letter for r in group]) for group in origins.groups if len(group) > 1]
    alone = sum(len(group) == 1 for group in origins.groups)
    parts = _in_part(origins)
    if not groups:
        apart = "no two share an origin" if parts else "none was found to draw on another"
        return apart + parts if alone > 1 else ""
    if len(groups) > len(NTH):
        told = f"{len(groups)} groups of reports share an origin each"
    else:
        told = ", ".join(f"{group} {nth}" for group, nth in zip(groups, NTH, strict=False))
    rest = {0: "", 1: ", the other report stands alone"}.get(alone, f", the other {alone} stand alone")
    return told + rest + parts


def _in_part(origins: Origins) -> str:
    """``, though E draws on another in part``: what goes from origin to origin without making them one; empty for nothing."""
    homes = {r.letter: number for number, group in enumerate(origins.groups) for r in group}
    links = [(h.source_report, h.to) for h in origins.handovers if h.source_report]
    taking = {to.order: to.letter for source, to in links if homes[source.letter] != homes[to.letter]}
    shared = {
        cite.report.order: cite.report.letter
        for copy in origins.copies
        if not copy.spoken and len({homes[x] for x in copy.letters}) > 1
        for cite in copy.cites
    }
    letters = [taking[order] for order in sorted(taking)]
    if letters:
        return f", though {listing(letters)} {'draws on another' if len(letters) == 1 else 'draw on others'} in part"
    return f", though {listing([shared[order] for order in sorted(shared)])} share passages" if shared else ""


def _widest(contents: Contents) -> tuple[Statement, ...]:
    """What most origins have and none disputes; where that is little, also what differs in part and what many reports repeat
    from one origin. Clauses that do not stand alone come last."""
    agreement, disputes = contents.agreement, contents.disputes
    sure = [s for s in agreement.agreed if s.id not in disputes]
    disputed = [s for s in agreement.contested if s.origins >= DISPUTED_FROM]
    repeated = [s for s in agreement.repeated if len(s.letters) >= REPEATED_FROM]
    wide = (*sure, *disputed, *repeated, *(s for s in agreement.agreed if s.id in disputes))
    found = sorted(wide, key=lambda s: not s.complete)
    kept = {s.words.casefold(): s for s in reversed(found)}
    return tuple(s for s in found if kept[s.words.casefold()] is s)[:WIDEST]


def _episodes(contents: Contents) -> tuple[Episode, ...]:
    edition = contents.edition
    events = sorted(edition.story.events, key=lambda e: (e.earliest or "9999", e.id))
    made = [
        Episode(
            clean(e.title),
            range_label(e.earliest, e.latest) if e.earliest or e.latest else "",
            tuple(r.letter for r in edition.reports if r.article.id in e.articles),
        )
        for e in events
    ]
    return tuple(made) if len(made) > 1 else ()
