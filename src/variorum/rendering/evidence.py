"""Which findings stand on which characters: the way back from a passage to everything that was found in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from variorum.records.article import Field, Span
from variorum.rendering.contents import Contents
from variorum.rendering.edition import Cite, letters_of
from variorum.rendering.sayings import UNRESOLVED
from variorum.rendering.wording import listing

KINDS = ("differs", "said", "agreed", "only", "copied", "dated", "via", "named")
"""Kinds of marks, the one that decides how a passage looks first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One passage of one report with one finding: its kind, the note beside the text, and the finding's anchor."""

    letter: str
    field: Field
    span: Span
    kind: str
    note: str
    href: str


def find_marks(contents: Contents) -> tuple[Mark, ...]:
    """All marks of all findings, by report, place and kind."""
    found = {
        *_said(contents),
        *_differing(contents),
        *_drawn(contents),
        *_agreed(contents),
        *_others(contents),
        *_named(contents),
    }
    order = {r.letter: r.order for r in contents.edition.reports}
    return tuple(sorted(found, key=lambda m: (order[m.letter], m.field, m.span, KINDS.index(m.kind), m.note, m.href)))


def _mark(cite: Cite, kind: str, note: str, href: str) -> Mark:
    return Mark(cite.report.letter, cite.field, cite.span, kind, note, href)


def _others_than(cite: Cite, letters: tuple[str, ...]) -> str:
    rest = [x for x in letters if x != cite.report.letter]
    return f"also in {listing(rest)}" if rest else ""


def _said(contents: Contents) -> Iterator[Mark]:
    owners = [(s, speaker.name) for speaker in contents.sayings.speakers for s in (*speaker.sayings, *speaker.stances)]
    owners += [(s, UNRESOLVED) for s in contents.sayings.unresolved]
    for saying, name in owners:
        title = f"{name} ({saying.act_label})" if saying.act_label else name
        letters = saying.letters
        for cite in (c for version in saying.versions for c in version.places):
            others = _others_than(cite, letters)
            yield _mark(cite, "said", f"{title}, {others}" if others else title, saying.anchor)


def _differing(contents: Contents) -> Iterator[Mark]:
    for difference in contents.differences:
        for side in difference.sides:
            others = letters_of(w.cite for s in difference.sides if s is not side for w in s.witnesses)
            for witness in side.witnesses:
                rest = [x for x in others if x != witness.cite.report.letter]
                against = f", differs from {listing(rest)}" if rest else ", both stand in this report"
                yield _mark(witness.cite, "differs", f"{difference.about}{against}", difference.anchor)


def _drawn(contents: Contents) -> Iterator[Mark]:
    """The figures of the plots that are no side of their own: one that lies in the words of another."""
    sides = {(d.anchor, c.anchor) for d in contents.differences for c in d.cites}
    for plot in contents.plots:
        for row in plot.rows:
            if (plot.anchor, row.cite.anchor) not in sides:
                yield _mark(row.cite, "differs", plot.about, plot.anchor)


def _agreed(contents: Contents) -> Iterator[Mark]:
    agreement = contents.agreement
    for statement in (*agreement.agreed, *agreement.repeated, *agreement.contested):
        kind = "differs" if statement.status == "contested" else "agreed"
        start = {"agreed": "agreed", "repeated": "repeated", "contested": "disputed"}[statement.status]
        letters = statement.letters
        for cite, _ in statement.members:
            others = _others_than(cite, letters)
            yield _mark(cite, kind, f"{start}, {others}" if others else start, statement.anchor)


def _others(contents: Contents) -> Iterator[Mark]:
    for lone in contents.lone:
        for own in lone.exclusives:
            for cite in own.cites:
                yield _mark(cite, "only", "only in this report", own.anchor)
    for copied in contents.origins.copies:
        letters = copied.letters
        for cite in copied.cites:
            yield _mark(cite, "copied", f"same words {_others_than(cite, letters)}", copied.anchor)
    for handover in contents.origins.handovers:
        for cite in handover.cites:
            yield _mark(cite, "via", f"from {handover.source}", handover.anchor)
    for entry in (*contents.chronology.entries, *contents.chronology.undated):
        for cite in entry.cites:
            yield _mark(cite, "dated", f"{entry.when}: {entry.status_label}", entry.anchor)


def _named(contents: Contents) -> Iterator[Mark]:
    for table in contents.tables:
        for named in table.columns:
            for wordings in named.wordings.values():
                for wording in wordings:
                    yield _mark(wording.cite, "named", f"name for {named.label}", named.anchor)
