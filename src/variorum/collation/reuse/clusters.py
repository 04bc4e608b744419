"""One passage in many reports: pairs of shared passages joined where they cover the same words of a report."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.language.partition import Partition
from variorum.records.article import Span

LEAST_OVERLAP = 0.6
"""Two passages of one report are the same passage when so much of both together is common to them."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Word range of one text, by the text's number; speech and own text never meet."""

    text: int
    span: Span
    spoken: bool


@dataclass(frozen=True, slots=True)
class Link:
    """Two places that share words, and how much of the longer is equal."""

    a: Place
    b: Place
    density: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Places of one passage, one or more a text, sorted, and the lowest density among the links that made it."""

    places: tuple[Place, ...]
    density: float


def cluster(links: Sequence[Link]) -> tuple[Cluster, ...]:
    """Join links whose places overlap enough, directly or through others; ordered by their first place."""
    sets = Partition(place for link in links for place in (link.a, link.b))
    for link in links:
        sets.join(link.a, link.b)
    places = sorted({place for link in links for place in (link.a, link.b)})
    for one, other in _same_passages(places):
        sets.join(one, other)
    density: dict[Place, float] = {}
    for link in links:
        root = sets.root(link.a)
        density[root] = min(link.density, density.get(root, 1.0))
    found = (Cluster(_united(group), density[sets.root(group[0])]) for group in sets.groups())
    return tuple(sorted(found, key=lambda c: c.places))


def _same_passages(places: Sequence[Place]) -> list[tuple[Place, Place]]:
    """Pairs of sorted places of one text that overlap enough; each place meets only those that start before its end."""
    pairs, open_places = [], list[Place]()
    for place in places:
        open_places = [p for p in open_places if p.text == place.text and p.span[1] > place.span[0]]
        pairs += [(p, place) for p in open_places if p.spoken == place.spoken and _overlap(p.span, place.span)]
        open_places.append(place)
    return pairs


def _overlap(a: Span, b: Span) -> bool:
    common = min(a[1], b[1]) - max(a[0], b[0])
    return round(common / (max(a[1], b[1]) - min(a[0], b[0])), 3) >= LEAST_OVERLAP


def _united(places: Sequence[Place]) -> tuple[Place, ...]:
    """Overlapping places of one text as one."""
    united: list[Place] = []
    for place in places:
        if united and united[-1].text == place.text and place.span[0] < united[-1].span[1]:
            span = (united[-1].span[0], max(united[-1].span[1], place.span[1]))
            united[-1] = Place(place.text, span, place.spoken)
        else:
            united.append(place)
    return tuple(united)
