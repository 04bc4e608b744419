"""What each report calls the same actor or event: a table of reports by actors."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.records import Naming
from variorum.rendering.display import clean
from variorum.rendering.edition import Cite, Edition, Report

COLUMNS = 5


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording in one report, how often, and where it first stands."""

    words: str
    times: int
    cite: Cite


@dataclass(frozen=True, slots=True)
class Named:
    """One actor or event with the wordings of each report."""

    id: str
    anchor: str
    label: str
    event: bool
    wordings: dict[str, tuple[Wording, ...]]
    reason: str
    corrected: str = ""

    @property
    def variety(self) -> int:
        """How many different wordings there are."""
        return len({w.words.casefold() for found in self.wordings.values() for w in found})


@dataclass(frozen=True, slots=True)
class NamingTable:
    """Some actors (or ``events``) as columns, the reports that name any of them as rows."""

    events: bool
    columns: tuple[Named, ...]
    rows: tuple[Report, ...]


def make_tables(edition: Edition) -> tuple[NamingTable, ...]:
    """What several reports name in more than one way, in tables of a few columns: actors, then events."""
    named = [n for record in edition.story.naming if len((n := _named(edition, record)).wordings) > 1 and n.variety > 1]
    named.sort(key=lambda n: (-len(n.wordings), -n.variety, n.label, n.id))
    tables = []
    for events in (False, True):
        kind = [n for n in named if n.event == events]
        tables += [_table(edition, kind[i : i + COLUMNS], events=events) for i in range(0, len(kind), COLUMNS)]
    return tuple(tables)


def _table(edition: Edition, columns: Sequence[Named], *, events: bool) -> NamingTable:
    rows = tuple(r for r in edition.reports if any(r.letter in n.wordings for n in columns))
    return NamingTable(events, tuple(columns), rows)


def _named(edition: Edition, record: Naming) -> Named:
    found: dict[str, dict[str, list[Cite]]] = {}
    for cite in edition.cites(record.terms):
        found.setdefault(cite.report.letter, {}).setdefault(cite.words.casefold(), []).append(cite)
    wordings = {
        letter: tuple(
            sorted((Wording(c[0].words, len(c), c[0]) for c in words.values()), key=lambda w: (-w.times, w.cite.span))
        )
        for letter, words in found.items()
    }
    label = clean(record.label) or edition.name(record.about) or clean(record.about)
    event = not edition.name(record.about)
    return Named(
        record.id, edition.anchor(record.id), label, event, wordings, record.by.reason, edition.corrected(record.about)
    )
