"""Where reports tell one statement in words that take different sides: "liberated" here, "invaded" there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.records import Naming
from variorum.rendering.agreement import Statement
from variorum.rendering.differences import overlap
from variorum.rendering.edition import Cite, Edition, letters_of

STEM = 5
"""First letters that two forms of one word share ("withdrew", "withdrawal": these are no other words)."""

_WORD = re.compile(r"[^\W\d_]{4,}")
"""Words long enough to tell something: no articles and prepositions."""


@dataclass(frozen=True, slots=True)
class OtherWords:
    """One wording inside a statement, where it first stands, and the letters of the reports that have it."""

    cite: Cite
    letters: tuple[str, ...]

    @property
    def words(self) -> str:
        """The wording as the first report has it."""
        return self.cite.words


def other_words(edition: Edition, statements: Sequence[Statement]) -> Mapping[str, tuple[OtherWords, ...]]:
    """By id of a statement, the different words that its reports have in it for one thing, deed or actor, in report order.

    Only where one of them takes a side: that others say "people" for "persons" tells nothing.
    """
    named = [(record, edition.cites(record.terms)) for record in edition.story.naming]
    found = {}
    for statement in statements:
        told = [w for record, cites in named if (w := _told(edition, record, cites, statement))]
        if told:
            found[statement.id] = max(told, key=len)
    return found


def _told(edition: Edition, record: Naming, cites: Sequence[Cite], statement: Statement) -> tuple[OtherWords, ...]:
    inside = [c for c in cites if any(_holds(member, c) for member, _ in statement.members)]
    if not any(_is_loaded(c) for c in inside):
        return ()
    wordings = tuple(_wordings(inside))
    return wordings if len(wordings) > 1 and len({x for w in wordings for x in w.letters}) > 1 else ()


def _wordings(cites: Sequence[Cite]) -> Iterator[OtherWords]:
    """The cites in report order, each with all before it that it shares a word with."""
    groups: list[tuple[set[str], list[Cite]]] = []
    for cite in sorted(cites, key=lambda c: (c.report.order, c.span)):
        stems = {w[:STEM] for w in _WORD.findall(cite.words.casefold())} | {cite.words.casefold()}
        shared = [g for g in groups if g[0] & stems]
        groups = [g for g in groups if g not in shared]
        groups.append((stems.union(*(g[0] for g in shared)), [*(c for g in shared for c in g[1]), cite]))
    for _, same in sorted(groups, key=lambda g: (g[1][0].report.order, g[1][0].span)):
        yield OtherWords(same[0], letters_of(same))


def _holds(member: Cite, term: Cite) -> bool:
    return member.report is term.report and overlap(member, term)


def _is_loaded(term: Cite) -> bool:
    start, end = term.span
    return any(start <= w.start and w.end <= end for w in term.report.article.loaded_words)
