"""The timeline of a story for other programs: JSON for TimelineJS and for vis-timeline.

TimelineJS takes ``{"title", "events"}`` (knightlab.com, JSON format of TimelineJS3), vis-timeline items and groups
(visjs.github.io/vis-timeline). Both put texts into a page as HTML, so report text is escaped. An entry whose passages do not
verify, or that has no day at all, is left out.
"""

import html
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from variorum.records import Story
from variorum.rendering.chronology import Entry, make_chronology
from variorum.rendering.display import clean
from variorum.rendering.edition import Edition, make_edition
from variorum.rendering.wording import STATUSES, listing, parse_day

Data = dict[str, Any]


def timelinejs(story: Story) -> Data:
    """The timeline as TimelineJS reads it: one slide per entry, with the passage of every report that gives it.

    ``start_date`` and ``end_date`` span the days in which the entry can lie; ``display_date`` says them in words, also where
    an end is open.
    """
    edition = make_edition(story)
    events = [_slide(entry, first, last) for entry, first, last in _dated(edition)]
    return {"title": {"text": {"headline": _safe(story.title)}}, "events": events}


def _slide(entry: Entry, first: date | None, last: date | None) -> Data:
    slide: Data = {
        "unique_id": entry.id,
        "start_date": _parts(first or last),
        "display_date": entry.when,
        "group": entry.status_label,
        "text": {"headline": _safe(entry.text), "text": _slide_text(entry)},
    }
    if first and last and first < last:
        slide["end_date"] = _parts(last)
    return slide


def _parts(day: date | None) -> Data:
    return {"year": day.year, "month": day.month, "day": day.day} if day else {}


def _slide_text(entry: Entry) -> str:
    quoted = "".join(f"<li>{_safe(c.report.name)}: “{_safe(c.words)}”</li>" for c in entry.cites)
    return f"<p>{_safe(entry.status_label)}, {entry.tally}</p><ul>{quoted}</ul>"


def vis_timeline(story: Story) -> Data:
    """The timeline as vis-timeline reads it: ``groups`` for the four statuses and ``items``.

    One day is a ``box``; several days, or an entry with an open end, a ``range`` from the first day to the end of the last
    (``end`` is the day after it). An open end is drawn at the known day and named in ``className``.
    """
    edition = make_edition(story)
    groups = [{"id": status, "content": label, "order": order} for order, (status, label) in enumerate(STATUSES.items())]
    return {"groups": groups, "items": [_item(entry, first, last) for entry, first, last in _dated(edition)]}


def _item(entry: Entry, first: date | None, last: date | None) -> Data:
    opened = [name for name, day in (("open-start", first), ("open-end", last)) if day is None]
    start, end = first or last, last or first
    item: Data = {
        "id": entry.id,
        "group": entry.status,
        "content": _safe(entry.text),
        "title": _safe(f"{entry.when}: {entry.status_label}, {entry.tally} ({listing(_names(entry))})"),
        "className": " ".join((entry.status, *opened)),
        "type": "box" if start == end and not opened else "range",
        "start": str(start),
    }
    if item["type"] == "range" and end is not None:
        item["end"] = str(end + timedelta(days=1) if end < date.max else end)
    return item


def _names(entry: Entry) -> list[str]:
    return list(dict.fromkeys(c.report.name for c in entry.cites))


def _dated(edition: Edition) -> Iterator[tuple[Entry, date | None, date | None]]:
    """Entries that can be shown, in order, with the first and last day they can lie in (``None``: open)."""
    days = {e.id: _days(e.earliest, e.latest) for e in edition.story.timeline}
    return ((entry, *days[entry.id]) for entry in make_chronology(edition).entries)


def _days(earliest: str | None, latest: str | None) -> tuple[date | None, date | None]:
    first, last = parse_day(earliest), parse_day(latest)
    return (last, first) if first and last and last < first else (first, last)


def _safe(text: str) -> str:
    return html.escape(clean(text))
