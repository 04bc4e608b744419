"""What each report calls the same actor or event: a table of reports by actors."""

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
    wordings: dict[str, tuple[Wording, ...]]
    reason: str

    @property
    def variety(self) -> int:
        """How many different wordings there are."""
        return len({w.words.casefold() for found in self.wordings.values() for w in found})


@dataclass(frozen=True, slots=True)
class NamingTable:
    """Some actors as columns, the reports that name any of them as rows."""

    columns: tuple[Named, ...]
    rows: tuple[Report, ...]


def make_tables(edition: Edition) -> tuple[NamingTable, ...]:
    """The naming findings of several reports in tables of a few columns, most reports and wordings first."""
    named = [n for record in edition.story.naming if len((n := _named(edition, record)).wordings) > 1]
    named.sort(key=lambda n: (-len(n.wordings), -n.variety, n.label, n.id))
    return tuple(_table(edition, tuple(named[i : i + COLUMNS])) for i in range(0, len(named), COLUMNS))


def _table(edition: Edition, columns: tuple[Named, ...]) -> NamingTable:
    return NamingTable(columns, tuple(r for r in edition.reports if any(r.letter in n.wordings for n in columns)))


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
    return Named(record.id, edition.anchor(record.id), label, wordings, record.by.reason)
