"""Invented texts with planted copies, for tests of known truth: drawn by a seeded generator, the same on each run."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import accumulate

import pytest

from variorum.records.article import Article, Span

SYLLABLES = ("ka", "ro", "min", "tel", "va", "sor", "li", "den", "pu", "gar", "he", "wan")


@dataclass(frozen=True, slots=True)
class Copy:
    """Characters ``a`` of article ``source`` were copied, with changes, to ``b`` of article ``to``."""

    source: str
    to: str
    a: Span
    b: Span


@pytest.fixture(scope="session")
def planted() -> Callable[..., tuple[list[Article], list[Copy]]]:
    return plant


def vocabulary(size: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    made = dict.fromkeys("".join(draw.choices(SYLLABLES, k=draw.randint(1, 4))) for _ in range(size * 3))
    return list(made)[:size]


def plant(reports: int, *, share: float, changed: float, seed: int = 7) -> tuple[list[Article], list[Copy]]:
    """``reports`` articles of about 150 words; ``share`` of them hold a copied passage of 20 to 60 words of an earlier
    one, with ``changed`` of its words replaced, dropped or added."""
    draw = random.Random(seed)
    words = vocabulary(3000, seed)
    weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    bodies = [draw.choices(words, cum_weights=weights, k=draw.randint(90, 220)) for _ in range(reports)]
    plans: dict[int, tuple[int, int, int, int, int]] = {}
    for number in range(1, reports):
        source = draw.randrange(number)
        if draw.random() < share and source not in plans:
            size = draw.randint(20, 60)
            first = draw.randrange(len(bodies[source]) - size)
            passage = _changed(bodies[source][first : first + size], int(changed * size), words, draw)
            at = draw.randrange(len(bodies[number]))
            bodies[number][at:at] = passage
            plans[number] = (source, first, first + size, at, at + len(passage))
    articles = [Article(f"r{n:05d}", " ".join(body)) for n, body in enumerate(bodies)]
    copies = [
        Copy(f"r{s:05d}", f"r{n:05d}", _characters(bodies[s], a, b), _characters(bodies[n], c, d))
        for n, (s, a, b, c, d) in plans.items()
        if s not in plans
    ]
    return articles, copies


def _changed(passage: list[str], changes: int, words: list[str], draw: random.Random) -> list[str]:
    changed = list(passage)
    for place in sorted(draw.sample(range(len(passage)), changes), reverse=True):
        kind = draw.choice(("replace", "replace", "drop", "add"))
        if kind == "replace":
            changed[place] = draw.choice(words)
        elif kind == "drop":
            del changed[place]
        else:
            changed.insert(place, draw.choice(words))
    return changed


def _characters(body: list[str], first: int, after: int) -> Span:
    start = sum(len(w) + 1 for w in body[:first])
    return start, start + len(" ".join(body[first:after]))
