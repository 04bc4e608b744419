"""Times in the lines that are left out of the analysis: datelines, "October 15, 2031" under a title, "Last updated 17:30".

Furniture is not report text and is not parsed, but what it says of days is evidence. The time grammar runs over each such
line alone, without a parse.
"""

import dataclasses
from collections.abc import Iterator

from spacy.language import Language

from variorum.annotation.assemble import content_id
from variorum.annotation.times.find import find_times
from variorum.records.annotation import AnnotatedArticle, Time

KINDS = ("dateline", "credit", "byline", "navigation", "other")
"""Furniture that may say when; pictures and links to other reports tell of other days."""

LONGEST = 120
"""Characters of a line that dates a report; what is longer is prose."""


def with_dateline_times(article: AnnotatedArticle, nlp: Language) -> AnnotatedArticle:
    """``article`` with the absolute dates, and times of the day of publication, that its datelines name."""
    found = tuple(_dateline_times(article, nlp))
    if not found:
        return article
    times = sorted((*article.times, *found), key=lambda t: (t.field, t.start, t.end))
    return dataclasses.replace(article, times=tuple(times))


def _dateline_times(article: AnnotatedArticle, nlp: Language) -> Iterator[Time]:
    for piece in article.furniture:
        if piece.kind not in KINDS or piece.end - piece.start > LONGEST:
            continue
        line = article.text[piece.start : piece.end]
        if not any(character.isdecimal() for character in line):
            continue
        for time in find_times(nlp.make_doc(line), article.published):
            if time.type in ("DATE", "TIME") and time.earliest and _is_day(time):
                placed = dataclasses.replace(time, start=piece.start + time.start, end=piece.start + time.end, anchor=None)
                yield dataclasses.replace(placed, id=content_id(article, placed), anchor=_anchor(time))


def _is_day(time: Time) -> bool:
    """Whether the time is a full day: in a line of names and places "May" and "2000" are none."""
    return time.value[:10].count("-") == 2 and time.earliest == time.latest


def _anchor(time: Time) -> str | None:
    """What the time counts from; other times of its line are not pointed to."""
    return time.anchor if time.anchor == "publication" else None
