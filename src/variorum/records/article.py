"""A report as it was given, and a passage of it."""

from dataclasses import dataclass, field
from typing import Any, Literal

Span = tuple[int, int]
"""Half-open Unicode code-point offsets ``[start, end)`` into one text."""

Field = Literal["text", "title"]
"""Which text of an article a span counts in: the body, or a title that stands outside the body."""

SPARSE = {"sparse": True}
"""Metadata of a key beyond the contract: it is written only where it holds something else than its default."""

FurnitureKind = Literal["navigation", "credit", "byline", "dateline", "caption", "markup", "related", "other"]
Grain = Literal["second", "minute", "hour", "day", "week", "month", "season", "quarter", "year", "decade", "unknown"]
Basis = Literal["metadata", "dateline", "page", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters of one article; ``exact`` is the raw slice and must equal what stands there."""

    article: str
    start: int
    end: int
    exact: str
    field: Field = field(default="text", metadata=SPARSE)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Characters that are not report text: kept in the source, left out of display and comparison."""

    start: int
    end: int
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published.

    ``value`` is ISO 8601 at its ``grain`` (or null); ``earliest`` and ``latest`` are ISO days that bound it; ``passages``
    are the words of the report that say so, when its text was the basis.
    """

    value: str | None = None
    grain: Grain = "unknown"
    basis: Basis = "unknown"
    earliest: str | None = None
    latest: str | None = None
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One report. ``text`` is exactly what was given; ``title_span`` locates the title where it stands inside ``text``.

    ``duplicate_of``, ``event`` and ``story`` are filled by ``group``; ``extra`` keeps unknown keys of the input.
    """

    id: str
    text: str
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    byline: str | None = None
    published: Published = Published()
    url: str | None = None
    language: str | None = None
    furniture: tuple[Furniture, ...] = ()
    duplicate_of: str | None = None
    event: str | None = None
    story: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def passage_of(article: Article, span: Span, field: Field = "text") -> Passage:
    """Cut the passage at ``span`` out of ``article``; raise ``ValueError`` when it is empty or outside the text."""
    source = article.text if field == "text" else (article.title or "")
    start, end = span
    if not 0 <= start < end <= len(source):
        raise ValueError(f"span {span} lies outside the {field} of article {article.id!r} ({len(source)} characters)")
    return Passage(article.id, start, end, source[start:end], field)
