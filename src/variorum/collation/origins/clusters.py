"""Which reports stand together under one source: each beside the report it takes from, chains only where they hold.

Joining everything that any link connects makes one origin of a large story: a weak link here and there is enough. A report
is therefore put with a source, not with whatever its source is connected to.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

Link = tuple[str, str]
"""A report and the one that it takes from."""

STRONG = 2.0
"""From twice the score that folds on, a report goes where its source went: it has the larger part from there."""


def cluster(reports: Sequence[str], links: Mapping[Link, float]) -> dict[str, str]:
    """The source that each of ``reports`` stands under (itself, where it stands under none); their order settles ties.

    Sources are taken in order of how many reports take from them. One that has been put under another brings along only
    those that have the larger part of their text from it.
    """
    takers: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
    sources: defaultdict[str, int] = defaultdict(int)
    for (taker, source), value in sorted(links.items()):
        takers[source].append((taker, value))
        sources[taker] += 1
    places = {name: place for place, name in enumerate(reports)}
    total = {name: round(sum(value for _, value in takers[name]), 3) for name in reports}
    home: dict[str, str] = {}
    for source in sorted(reports, key=lambda n: (-len(takers[n]), sources[n], -total[n], places[n])):
        head = home.setdefault(source, source)
        for taker, value in takers[source]:
            if head == source or value >= STRONG:
                home.setdefault(taker, head)
    return home
