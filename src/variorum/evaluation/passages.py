"""Passages of a gold story found in its articles, and overlaps between passages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from variorum.errors import GoldError

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Characters ``[start, end)`` of one article."""

    article: str
    start: int
    end: int


def locate(texts: Mapping[str, str], gold: Data) -> Place:
    """The place of a gold passage ``{"article", "exact", "nth"}``; raises ``GoldError`` when it does not stand there."""
    text, at = texts.get(gold["article"]), -1
    for _ in range(int(gold.get("nth", 1))):
        at = -1 if text is None else text.find(gold["exact"], at + 1)
        if at < 0:
            raise GoldError(f"article {gold['article']!r} of the story does not hold the gold passage {gold['exact']!r}")
    return Place(gold["article"], at, at + len(gold["exact"]))


def place_of(passage: Data) -> Place:
    """The place of a passage of ``story.json``."""
    return Place(passage["article"], passage["start"], passage["end"])


def overlap(a: Place, b: Place) -> int:
    """Shared characters."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) if a.article == b.article else 0


def jaccard(a: Place, b: Place) -> float:
    """Shared characters over all characters of both."""
    shared = overlap(a, b)
    return shared / ((a.end - a.start) + (b.end - b.start) - shared) if shared else 0.0


def meets(gold: Place, found: Iterable[Place]) -> bool:
    """Whether at least half of ``gold``, or half of one of ``found``, is shared between them."""
    return any(2 * overlap(gold, f) >= min(gold.end - gold.start, f.end - f.start) for f in found if overlap(gold, f))


def characters(places: Iterable[Place], text: str) -> set[int]:
    """Positions of letters and digits inside ``places`` of one article."""
    return {i for p in places for i in range(p.start, p.end) if text[i].isalnum()}
