"""Everything a reader is shown of a story, computed once for page, terminal and text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from variorum.records import Story
from variorum.rendering.agreement import Agreement, Lone, make_agreement, make_lone
from variorum.rendering.chronology import Chronology, make_chronology
from variorum.rendering.differences import Difference, make_differences, overlap, sharpest
from variorum.rendering.display import clean
from variorum.rendering.edition import Cite, Edition, make_edition
from variorum.rendering.figures import Plot, make_plots
from variorum.rendering.names import NamingTable, make_tables
from variorum.rendering.origins import Origins, make_origins
from variorum.rendering.other_words import OtherWords, other_words
from variorum.rendering.sayings import Sayings, make_sayings
from variorum.rendering.shared_origin import Tie, ties
from variorum.rendering.wording import dated_on, range_label


@dataclass(frozen=True, slots=True)
class Contents:
    """The sections of a story.

    ``dates`` is the time over which the reports were published, in words; ``disputes`` leads from the id of a statement to the
    first conflict about its words, ``other_words`` to the different words that its reports have for one thing; ``ties`` say why
    reports count as one origin.
    """

    edition: Edition
    title: str
    dates: str
    sayings: Sayings
    agreement: Agreement
    disputes: Mapping[str, Difference]
    other_words: Mapping[str, tuple[OtherWords, ...]]
    differences: tuple[Difference, ...]
    sharpest: tuple[Difference, ...]
    chronology: Chronology
    origins: Origins
    ties: tuple[Tie, ...]
    plots: tuple[Plot, ...]
    tables: tuple[NamingTable, ...]
    lone: tuple[Lone, ...]


def make_contents(story: Story) -> Contents:
    """Compute every section of ``story``; passages that do not verify, and findings left without one, are not in it."""
    edition = make_edition(story)
    differences = make_differences(edition)
    agreement, origins = make_agreement(edition), make_origins(edition)
    return Contents(
        edition=edition,
        title=clean(story.title) or "Untitled story",
        dates=_dates(edition),
        sayings=make_sayings(edition),
        agreement=agreement,
        disputes=_disputes(agreement, differences),
        other_words=other_words(edition, (*agreement.agreed, *agreement.repeated, *agreement.contested)),
        differences=differences,
        sharpest=sharpest(differences),
        chronology=make_chronology(edition),
        origins=origins,
        ties=ties(origins),
        plots=make_plots(edition),
        tables=make_tables(edition),
        lone=make_lone(edition),
    )


def _disputes(agreement: Agreement, differences: Sequence[Difference]) -> dict[str, Difference]:
    """The first conflict that shares a passage with each agreed or repeated statement."""
    by_report: dict[str, list[tuple[Cite, Difference]]] = {}
    for difference in differences:
        for cite in difference.cites if difference.judgement == "conflict" else ():
            by_report.setdefault(cite.report.letter, []).append((cite, difference))
    found: dict[str, Difference] = {}
    for statement in (*agreement.agreed, *agreement.repeated):
        for cite, _ in statement.members:
            for other, difference in by_report.get(cite.report.letter, ()):
                if overlap(cite, other):
                    found.setdefault(statement.id, difference)
    return found


def _dates(edition: Edition) -> str:
    """The days that the dated reports cover."""
    dated = [r.article.published for r in edition.reports if dated_on(r.article.published)]
    earliest = [p.earliest for p in dated if p.earliest]
    latest = [p.latest for p in dated if p.latest]
    return range_label(min(earliest), max(latest)) if earliest and latest else "undated"
