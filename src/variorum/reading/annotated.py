"""Rows that an earlier run annotated, taken as they are when they still fit their text."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from variorum.reading.problems import Report
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Article, Field
from variorum.records.codec import from_data

MARKS = ("sentences", "tokens", "lemmas", "mentions", "entities", "quotations")
"""A row with all of these keys is one that we annotated whole; those in a story have no tokens and are annotated again."""
SPANS = ("span", "of", "subject_span", "predicate_span", "object_span")
SPAN_LISTS = ("content", "cue", "source", "addressee", "medium")


def decode_annotated(data: Mapping[str, Any], id: str, report: Report, *, place: str) -> AnnotatedArticle | None:
    """The annotated article in ``data``; ``None`` where it is not annotated, or (with a notice) where a span lies outside
    its text or a record is not ours: it is then annotated again."""
    if not all(isinstance(data.get(key), list) for key in MARKS):
        return None
    try:
        article = from_data(AnnotatedArticle, {**data, "id": id})
        fits = all(_inside(article, field, span) for field, span in _spans(article))
    except (ValueError, TypeError, KeyError, AttributeError):
        fits = False
    if fits:
        return article
    report.notice("its annotations do not fit its text", "it is annotated again", place=place)
    return None


def _inside(article: Article, field: Field, span: Any) -> bool:
    source = article.text if field == "text" else (article.title or "")
    start, end = span
    return type(start) is int and type(end) is int and 0 <= start < end <= len(source)


def _spans(article: AnnotatedArticle) -> Iterator[tuple[Field, Any]]:
    """Every span of the article with the field it counts in."""
    yield from (("text", span) for span in (*article.sentences, *article.tokens))
    if article.title_span is not None:
        yield "text", article.title_span
    yield from (("text", (piece.start, piece.end)) for piece in article.furniture)
    for entity in article.entities:
        yield from ((role.field, role.span) for role in entity.roles)
    for name in ("mentions", "quotations", "times", "quantities", "event_mentions", "claims", "loaded_words"):
        for record in getattr(article, name):
            yield from ((record.field, span) for span in _record_spans(record))


def _record_spans(record: Any) -> Iterator[Any]:
    names = {field.name for field in dataclasses.fields(record)}
    if "start" in names:
        yield record.start, record.end
    yield from (span for name in SPANS if name in names and (span := getattr(record, name)) is not None)
    for name in SPAN_LISTS:
        yield from getattr(record, name, ())
