"""How likely two reports of one story tell of one of its turns: the same happening is the main news of both.

Points are added up and made a probability, as in logistic regression. They were set on invented stories of a handful of
reports, whose partition by main news is known.
"""

import datetime
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.collation.word_stems import stems_in
from variorum.language.regression import logistic
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span

BASE = -1.85
"""Points of two reports of which nothing is known."""

FIRST_DAY, SAME_DAY = 3.1, 0.7
"""Both of the day on which the story begins, when there is one thing to tell; both of one later day."""

AFTER_FIRST, NEXT_DAY, TWO_DAYS = 0.7, 0.25, -0.65
"""One of the first day and one of the next; of two other days in a row; two days apart."""

FAR = 2
"""Days apart that two reports of one turn are at most: of 157 pairs three or more apart, two were of one."""

STRANGE = 0.02
"""Likeness below which two reports have nothing in common but their day, which then speaks for nothing."""

DAYS_SHARED, DAYS_OTHER = 0.3, -1.1
"""The openings name a day in common; both name days and none in common."""

SHARED_WORDS = 12.0
"""Points for full likeness of words; reports of one story are mostly 0.05 to 0.3 alike."""

OPENING, HEAD = 5, 15
"""Sentences of the opening, which tells what a report is about, and of the head, which tells the rest of its news."""

LEAST = 4
"""Words of a sentence that counts; what is shorter is a place, a day or a label."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a report is compared by: its days of publication as ordinals (``None`` when not known), the days that its opening
    names, and unit vectors of the words of its opening and of its head."""

    first: int | None
    last: int | None
    days: frozenset[str]
    opening: Mapping[str, float]
    head: Mapping[str, float]


def likely_same(articles: Sequence[AnnotatedArticle]) -> dict[tuple[int, int], float]:
    """The probability for each pair of positions in ``articles``, three decimals; those further apart than FAR are left out."""
    turns = _turns(articles)
    beginning = min((t.first for t in turns if t.first is not None), default=None)
    found = {}
    for a, b in combinations(range(len(turns)), 2):
        gap = _gap(turns[a], turns[b])
        if gap is None or gap <= FAR:
            found[a, b] = probability(turns[a], turns[b], gap, beginning)
    return found


def probability(a: Turn, b: Turn, gap: int | None, beginning: int | None) -> float:
    """How likely two reports ``gap`` days apart tell of one turn of a story that begins on the day ``beginning``."""
    alike = _likeness(a, b)
    points = BASE + SHARED_WORDS * alike
    if gap is not None:
        starts = (a.first == beginning) + (b.first == beginning)
        days = (FIRST_DAY if starts == 2 else SAME_DAY, AFTER_FIRST if starts else NEXT_DAY, TWO_DAYS)[gap]
        points += days if alike >= STRANGE else min(days, 0.0)
    if a.days and b.days:
        points += DAYS_SHARED if a.days & b.days else DAYS_OTHER
    return logistic(points)


def _gap(a: Turn, b: Turn) -> int | None:
    """The least number of days between the publication of the two."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return None
    return max(a.first - b.last, b.first - a.last, 0)


def _turns(articles: Sequence[AnnotatedArticle]) -> list[Turn]:
    """Words that all reports of the story have tell nothing about its turns; those of few tell most."""
    told = [[stems_in(a, s) for s in _sentences(a)] for a in articles]
    holders = Counter(w for sentences in told for w in frozenset[str]().union(*sentences))
    telling = {w: math.log((len(articles) + 1) / n) for w, n in holders.items()}
    return [
        Turn(
            *_days(a),
            opening_days(a),
            _vector(sentences[:OPENING], telling),
            _vector(sentences[:HEAD], telling),
        )
        for a, sentences in zip(articles, told, strict=True)
    ]


def _sentences(article: AnnotatedArticle) -> list[Span]:
    """The sentences of the report that tell something, furniture left out."""
    return [s for s in article.sentences if len(article.text[slice(*s)].split()) >= LEAST and not _is_furniture(article, s)]


def _is_furniture(article: AnnotatedArticle, span: Span) -> bool:
    """Whether more than half of ``span`` is furniture."""
    marked = sum(max(min(f.end, span[1]) - max(f.start, span[0]), 0) for f in article.furniture)
    return marked * 2 > span[1] - span[0]


def _vector(sentences: Sequence[frozenset[str]], telling: Mapping[str, float]) -> dict[str, float]:
    counts = Counter(word for sentence in sentences for word in sentence)
    weights = {word: (1 + math.log(n)) * telling[word] for word, n in sorted(counts.items())}
    norm = math.sqrt(math.fsum(v * v for v in weights.values())) or 1.0
    return {word: value / norm for word, value in weights.items()}


def _likeness(a: Turn, b: Turn) -> float:
    return round((_cosine(a.opening, b.opening) + _cosine(a.head, b.head)) / 2, 3)


def _cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return math.fsum(v * large.get(w, 0.0) for w, v in small.items())


def opening_days(article: AnnotatedArticle) -> frozenset[str]:
    """The single days that the opening of a report names, outside its dateline and other furniture."""
    end = opening_end(article)
    return frozenset(
        t.earliest[:10]
        for t in article.times
        if t.field == "text"
        and t.start < end
        and t.type in ("DATE", "TIME")
        and t.earliest
        and t.latest
        and t.earliest[:10] == t.latest[:10]
        and not any(f.start <= t.start < f.end for f in article.furniture)
    )


def opening_end(article: AnnotatedArticle) -> int:
    """Where the first sentences of a report end."""
    return article.sentences[min(OPENING, len(article.sentences)) - 1][1] if article.sentences else 0


def _days(article: AnnotatedArticle) -> tuple[int | None, int | None]:
    """First and last day of publication as given; what is only inferred is as good as unknown here."""
    if article.published.basis == "inferred":
        return None, None
    return _day(article.published.earliest), _day(article.published.latest)


def _day(date: str | None) -> int | None:
    try:
        return datetime.date.fromisoformat((date or "")[:10]).toordinal()
    except ValueError:
        return None
