"""Which reports stand together under one source: each below the one that it has most from, and where that stands.

Joining everything that any link connects would make two agencies one origin because a paper takes from both. A report is
therefore put below one source only; what takes from it goes with it.
"""

from collections.abc import Mapping, Sequence

Link = tuple[str, str]
"""A report and the one that it takes from."""


def cluster(reports: Sequence[str], links: Mapping[Link, float]) -> dict[str, str]:
    """The source that each of ``reports`` stands under in the end (itself, where it stands under none).

    Links are taken by their value, the highest first, then by name: a report goes below the first source that does not stand
    below it.
    """
    above = {name: name for name in reports}
    for (taker, source), _ in sorted(links.items(), key=lambda item: (-item[1], item[0])):
        if above[taker] == taker and _top(above, source) != taker:
            above[taker] = source
    return {name: _top(above, name) for name in reports}


def _top(above: Mapping[str, str], name: str) -> str:
    while above[name] != name:
        name = above[name]
    return name
