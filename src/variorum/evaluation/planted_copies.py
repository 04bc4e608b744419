"""A collection of any size with copied passages at known places, and how much of them a system finds."""

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.evaluation.figures import Figure
from variorum.evaluation.passages import Place
from variorum.evaluation.planted_texts import Loom, weave

Span = tuple[int, int]

SHARES = (0.0, 0.05, 0.1, 0.15)
"""Parts of the words of a copy that are changed."""
SHORTEST, LONGEST = 21, 80
"""Words of a copy."""
EVERY = 3
"""One article in so many copies from the one before it, which nobody else copies from."""
_SENTENCE = re.compile(r"\S.*?(?:[.!?][”\"]?(?=\s)|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Planted:
    """Characters ``a`` of article ``source`` were copied to ``b`` of article ``to``; ``changed`` is the part of the words that
    was replaced, dropped or added, ``kind`` what else was done (``plain``, ``marks``, ``spaces``)."""

    source: str
    a: Span
    to: str
    b: Span
    changed: float
    kind: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Texts by id and the copies among them."""

    texts: tuple[tuple[str, str], ...]
    copies: tuple[Planted, ...]


def plant_copies(loom: Loom, articles: int, *, seed: int = 1, words: int = 200) -> Collection:
    """``articles`` texts of about ``words`` words; one in three holds a copy of 21 to 80 words, with up to 15 % of its words
    changed, put between two sentences, or (one in four copies) as two sentences in the other order."""
    texts = [weave(loom, n, seed=seed, words=words) for n in range(articles)]
    copies: list[Planted] = []
    for number in range(EVERY - 1, articles, EVERY):
        draw = random.Random(f"{seed}/copy/{number}")
        ends = (f"p{number - 1:06d}", f"p{number:06d}")
        texts[number], made = _with_copy(texts[number], texts[number - 1], ends, loom, draw)
        copies += made
    return Collection(tuple((f"p{n:06d}", text) for n, text in enumerate(texts)), tuple(copies))


def _with_copy(text: str, source: str, ends: tuple[str, str], loom: Loom, draw: random.Random) -> tuple[str, list[Planted]]:
    """``text`` with a copy of a part of ``source``; no copy where the source has too few words."""
    pieces = _pieces(source, draw)
    changed, kind = draw.choice(SHARES), draw.choice(("plain", "plain", "marks", "spaces"))
    writings = [edited(source[slice(*piece)], changed, kind, loom, draw) for piece in pieces]
    gaps = [m.end() for m in _SENTENCE.finditer(text)][:-1] or [len(text)]
    at = draw.choice(gaps)
    made, start = "", at + 1
    copies = []
    for piece, writing in zip(pieces, writings, strict=True):
        begin = start + len(made)
        copies.append(Planted(ends[0], piece, ends[1], (begin, begin + len(writing)), changed, kind))
        made += writing + " "
    return f"{text[:at]} {made}{text[at:].lstrip(' ')}" if copies else text, copies


def _pieces(source: str, draw: random.Random) -> list[Span]:
    """One run of words, or two sentences in the other order."""
    places = [m.span() for m in re.finditer(r"\S+", source)]
    if len(places) <= SHORTEST:
        return []
    sentences = [m.span() for m in _SENTENCE.finditer(source)]
    long = [s for s in sentences if SHORTEST <= len(source[slice(*s)].split()) <= LONGEST]
    if len(long) > 1 and draw.random() < 0.25:
        first, second = sorted(draw.sample(long, 2))
        return [second, first]
    size = draw.randint(SHORTEST, min(LONGEST, len(places) - 1))
    first_word = draw.randrange(len(places) - size)
    return [(places[first_word][0], places[first_word + size - 1][1])]


def edited(passage: str, changed: float, kind: str, loom: Loom, draw: random.Random) -> str:
    """``passage`` with that part of its words replaced, dropped or added, and other marks or spaces where ``kind`` says so."""
    words = passage.split()
    wanted = sorted(loom.shapes)
    for place in sorted(draw.sample(range(1, max(1, len(words) - 1)), int(changed * max(0, len(words) - 2))), reverse=True):
        how = draw.choice(("replace", "replace", "drop", "add"))
        new = draw.choice(loom.shapes[draw.choice(wanted)]).lower()
        words[place : place + (how != "add")] = [] if how == "drop" else [new]
    text = (" ".join(words[:3]) + "\u00a0" + " ".join(words[3:])) if kind == "spaces" else " ".join(words)
    return text.replace("“", '"').replace("”", '"').replace(",", " –", 1) if kind == "marks" else text


def score_copies(copies: Iterable[Planted], groups: Iterable[Sequence[Place]]) -> tuple[Figure, Figure]:
    """Characters and copies found. ``groups`` are a system's passages, those of one group being copies of each other.

    Counted in pairs of articles: a character of one that is copied in the other is wanted, one that a group of the system has
    in both is given. A copy counts as found when half of it is, on both sides. White space and marks do not count apart.
    """
    wanted: defaultdict[tuple[str, str], list[Planted]] = defaultdict(list)
    for copy in copies:
        wanted[copy.source, copy.to].append(copy)
    given = _given(groups)
    hit = total = claimed = found = 0
    for pair in sorted({*wanted, *given}):
        sides = [_covered(span for copy in wanted.get(pair, ()) for span in [side(copy)]) for side in (_a, _b)]
        told = [_covered(spans) for spans in given.get(pair, ([], []))]
        total, claimed = total + sum(map(len, sides)), claimed + sum(map(len, told))
        hit += sum(len(one & other) for one, other in zip(sides, told, strict=True))
        found += sum(_is_found(copy, told) for copy in wanted.get(pair, ()))
    number = sum(len(c) for c in wanted.values())
    return Figure("copied characters", hit, claimed, hit, total), Figure("copies found", 0, 0, found, number)


def _a(copy: Planted) -> Span:
    return copy.a


def _b(copy: Planted) -> Span:
    return copy.b


def _covered(spans: Iterable[Span]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _is_found(copy: Planted, told: Sequence[set[int]]) -> bool:
    return all(2 * len(told[n] & set(range(*s))) >= s[1] - s[0] for n, s in enumerate((copy.a, copy.b)))


def _given(groups: Iterable[Sequence[Place]]) -> dict[tuple[str, str], tuple[list[Span], list[Span]]]:
    """The spans of each pair of articles that stand in one group, the smaller id first."""
    given: dict[tuple[str, str], tuple[list[Span], list[Span]]] = {}
    for one, other in _pairs(groups):
        spans = given.setdefault((one.article, other.article), ([], []))
        spans[0].append((one.start, one.end))
        spans[1].append((other.start, other.end))
    return given


def _pairs(groups: Iterable[Sequence[Place]]) -> Iterator[tuple[Place, Place]]:
    for group in groups:
        for one, other in combinations(sorted(group, key=lambda p: (p.article, p.start)), 2):
            if one.article != other.article:
                yield one, other
