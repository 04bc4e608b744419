"""Where in a report the words begin that it has from another: a report that opens with them is built on them.

What a report opens with is its news. Who takes that over from a dispatch tells its story again; who takes a sentence further
down looks something up in it and tells a story of his own.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from variorum.collation.origins.overlap import WIDESPREAD
from variorum.collation.reuse.texts import CodedText
from variorum.records.story import Reuse

Places = Mapping[str, Mapping[int, float]]
"""For each report the places, 0 to 1, of the copied passages in it, by the number of the passage."""

TOP, SLOPE, MIDDLE = 0.05, 0.35, 0.5
"""The share of its own words that a report must have from another is ``TOP`` and ``SLOPE`` times the place where they begin
(0 its first own word, 1 its last), up to the ``MIDDLE`` of it."""
LEAST = 0.09
"""The share that is the least of a report that neither names its source nor lacks a date: one sentence out of ten."""
NAMED, UNDATED = 0.085, 0.045
"""No more is asked, wherever the words begin, of a report that names the other as its source, and of one without a date beside
one with a date: a page of notes that has a sentence of a dispatch had the dispatch. Found, like ``SLOPE`` and ``PARTY``, by
``scripts/fit_origins.py`` on 81 invented stories: 163 of 181 pairs joined are right, of 165; of what was wrongly joined all
is in the 48 older stories, which count a credited sentence as looked up now and then."""
PARTY = 0.05
"""So much more where the other is a party's text: it is written to be taken from, and reports beside it add their own."""
LEAST_PASSAGE = 12
"""Own words of a passage that has a place: a headline or half a sentence opens nothing."""


@dataclass(frozen=True, slots=True, eq=False)
class OwnWords:
    """The words of one report and which of them are its own (a mask of shape (n,)): no speech, and no words that frame it."""

    text: CodedText
    own: npt.NDArray[np.bool_]


def places_of(reports: Sequence[OwnWords], reuse: Sequence[Reuse]) -> Places:
    """Where each copied passage, quoted speech left out, first stands in each report that has it; one that many have tells
    nothing of who opens with whose words."""
    by_id = {words.text.article.id: words for words in reports}
    before = {name: np.cumsum(words.own) for name, words in by_id.items()}
    found: defaultdict[str, dict[int, float]] = defaultdict(dict)
    telling = ((n, f) for n, f in enumerate(reuse) if not f.spoken and len({m.article for m in f.members}) <= WIDESPREAD)
    for number, member in ((n, m) for n, finding in telling for m in finding.members):
        words = by_id.get(member.article)
        first = _first_own(words, member.start, member.end) if words else None
        if first is not None:
            count = before[member.article]
            place = round(float(count[first] - 1) / float(count[-1]), 3)
            found[member.article][number] = min(place, found[member.article].get(number, 1.0))
    return dict(found)


def opening(places: Places, report: str, source: str) -> float:
    """The place in ``report`` where the first passage begins that ``source`` has as well; 1 without one."""
    here, there = places.get(report, {}), places.get(source, {})
    return min((here[number] for number in here.keys() & there.keys()), default=1.0)


def needed_share(place: float, *, named: bool = False, undated: bool = False, party: bool = False) -> float:
    """The share of its own words, 0 to 1, that a report must have from another whose words begin at ``place`` in it; less where
    it is ``named`` there or the report is ``undated``, more where the other is a ``party``'s text."""
    needed = max(LEAST, TOP + SLOPE * min(place, MIDDLE))
    needed = min(needed, UNDATED if undated else NAMED if named else needed)
    return round(needed + (PARTY if party else 0.0), 3)


def _first_own(words: OwnWords, start: int, end: int) -> int | None:
    """The number of the first own word in ``[start, end)``, where there are enough."""
    inside = words.text.number(start, end)
    numbers = np.flatnonzero(words.own[inside.start : inside.stop])
    return inside.start + int(numbers[0]) if len(numbers) >= LEAST_PASSAGE else None
