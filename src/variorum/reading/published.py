"""When a report was published, from what its input says: an ISO string of any grain, a written date, or our own object."""

import calendar
import datetime
import functools
import re
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, get_args

from variorum.language.lexicon import word_list
from variorum.reading.furniture import Dateline, Line, cut_lines
from variorum.reading.furniture.blocks import line_kind
from variorum.reading.furniture.patterns import furniture_patterns, when
from variorum.records.article import Article, Basis, Grain, Published, Span, passage_of
from variorum.records.codec import from_data

FIRST_LINES = 8
"""Lines in which a date alone is taken as the day of publication."""


class BadDate(ValueError):
    """What was given as a date is none; the message says why."""


_DAY = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})|(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_MOMENT = re.compile(
    r"(?P<day>\d{4}-?\d{2}-?\d{2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[T ]"
    r"(?P<hour>\d{2})(?::?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_WEEK = re.compile(r"(\d{4})-?W(\d{2})", re.IGNORECASE)
_ISO = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d/])")


def read_published(given: Any, *, basis: Basis = "metadata") -> Published:
    """The publication date that ``given`` stands for; an empty one is unknown.

    Accepts ISO 8601 at any grain (``2018``, ``2018-03``, ``2018-W10``, ``2018-03-03``, with a time and zone), a date
    written in English or as in mail headers, and the object of our own output. ``earliest`` and ``latest`` are the local
    days as written. Raises ``BadDate`` for anything else, impossible days included.
    """
    if given is None or (isinstance(given, str) and not given.strip()):
        return Published()
    if isinstance(given, Mapping):
        return _from_object(given)
    if not isinstance(given, str):
        raise BadDate(f'a date must be a string such as "2018-03-03", not {type(given).__name__}')
    return _from_string(given.strip(), basis)


def _from_string(given: str, basis: Basis) -> Published:
    for reader in (_day, _moment, _numbers, _month_or_year, _week, _mail, _written):
        try:
            found = reader(given)
        except BadDate:
            raise
        except (ValueError, IndexError, OverflowError):
            raise BadDate(f"{given!r} is not a possible date") from None
        if found:
            return Published(found[0], found[1], basis, found[2], found[3])
    raise BadDate(f"{given!r} is not a date we can read")


Found = tuple[str, Grain, str, str]
Reader = Callable[[str], Found | None]


def _one_day(day: datetime.date) -> Found:
    return day.isoformat(), "day", day.isoformat(), day.isoformat()


def _to_day(given: str) -> datetime.date | None:
    match = _DAY.fullmatch(given)
    numbers = [int(part) for part in match.groups() if part] if match else []
    return datetime.date(numbers[0], numbers[1], numbers[2]) if numbers else None


def _day(given: str) -> Found | None:
    day = _to_day(given)
    return _one_day(day) if day else None


def _moment(given: str) -> Found | None:
    match = _MOMENT.fullmatch(given)
    day = _to_day(match["day"]) if match else None
    if not match or not day:
        return None
    zone = (match["zone"] or "").upper().replace("UTC", "Z").replace("GMT", "Z")
    if len(zone) > 1 and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:] or '00'}"
    parts = [part for part in (match["hour"], match["minute"], match["second"]) if part]
    datetime.time.fromisoformat(":".join(parts))
    grains: tuple[Grain, ...] = ("hour", "minute", "second")
    grain = grains[len(parts) - 1]
    return f"{day.isoformat()}T{':'.join(parts)}{zone}", grain, day.isoformat(), day.isoformat()


def _numbers(given: str) -> Found | None:
    """``13/03/2018``, ``3/13/2018``, ``4.3.2018``: where the numbers, or full stops between them, say which is the day."""
    match = _NUMBERS.fullmatch(given)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2 or (match[2] != "." and first != second and max(first, second) <= 12):
        raise BadDate(f"{given!r} does not say which number is the day")
    day_first = match[2] == "." or first > 12
    return _one_day(datetime.date(year, second, first) if day_first else datetime.date(year, first, second))


def _month_or_year(given: str) -> Found | None:
    match = re.fullmatch(r"(\d{4})(?:[-/](\d{1,2}))?", given)
    return _period(int(match[1]), int(match[2]) if match[2] else None) if match else None


def _period(year: int, month: int | None) -> Found:
    """A month, or the whole year without one."""
    first = datetime.date(year, month or 1, 1)
    last = datetime.date(year, month or 12, calendar.monthrange(year, month or 12)[1])
    return (f"{year:04}-{month:02}" if month else f"{year:04}"), ("month" if month else "year"), str(first), str(last)


def _week(given: str) -> Found | None:
    match = _WEEK.fullmatch(given)
    if not match:
        return None
    year, week = int(match[1]), int(match[2])
    first, last = (datetime.date.fromisocalendar(year, week, day) for day in (1, 7))
    return f"{year:04}-W{week:02}", "week", str(first), str(last)


def _written(given: str) -> Found | None:
    """``March 3, 2018``, ``3 Mar 2018``, ``March 2018``, with or without a weekday; a time beside it and what a page writes
    before it (``Published on``) are left out."""
    found = find_written_date(given)
    return _period_or_day(found) if found and (found[0].start() == 0 or _dates_a_page(given)) else None


def _dates_a_page(given: str, language: str = "en") -> bool:
    line = Line(0, len(given), given)
    dated = tuple(pattern for pattern in furniture_patterns(language) if pattern.kind == "other")
    return is_date(given, language) or line_kind(line, dated, near_start=True, near_end=False) is not None


def _period_or_day(found: tuple[re.Match[str], int, int, int | None]) -> Found:
    _, year, month, day = found
    return _one_day(datetime.date(year, month, day)) if day else _period(year, month)


def month_number(word: str, language: str = "en") -> int | None:
    """The number of the month that ``word`` names (full or abbreviated, a full stop allowed)."""
    rows = {row["word"]: int(row["value"]) for row in word_list(language, "months") if row["class"] == "MONTH"}
    return rows.get(word.casefold().rstrip("."))


_WRITTEN = re.compile(
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+|-))?(?P<month>[A-Za-z]{3,9})\.?(?:\s*|-)"
    r"(?:(?P<later>\d{1,2})(?:st|nd|rd|th)?,?\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s+(?:[A-Z]{1,5}\s+)?)?)?,?\s*"
    r"(?P<year>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)


def find_written_date(text: str) -> tuple[re.Match[str], int, int, int | None] | None:
    """The first date with a month by name and a year in ``text``: the match, year, month and day (or ``None``)."""
    for match in _WRITTEN.finditer(text):
        month = month_number(match["month"])
        day = match["day"] or match["later"]
        if month and not (match["day"] and match["later"]):
            return match, int(match["year"]), month, int(day) if day else None
    return None


_MAIL = re.compile(r"(?:[A-Za-z]{3}, *)?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}.*")


def _mail(given: str) -> Found | None:
    if not _MAIL.fullmatch(given):
        return None
    try:
        moment = parsedate_to_datetime(given)
    except (ValueError, TypeError, IndexError):
        return None
    day = moment.date().isoformat()
    return moment.isoformat(timespec="seconds"), "second", day, day


def _from_object(given: Mapping[str, Any]) -> Published:
    """Our own object: the value decides grain and bounds; without one, given bounds are kept."""
    try:
        kept = from_data(Published, dict(given))
    except (ValueError, TypeError, KeyError):
        raise BadDate("the published object does not have the keys value, grain, basis, earliest, latest") from None
    basis: Basis = kept.basis if kept.basis in get_args(Basis) else "metadata"
    if kept.value:
        read = read_published(kept.value, basis="metadata" if basis == "unknown" else basis)
        return Published(read.value, read.grain, read.basis, read.earliest, read.latest, kept.passages)
    bounds = [_bound(kept.earliest), _bound(kept.latest)]
    if not any(bounds):
        return Published()
    if all(bounds) and str(bounds[0]) > str(bounds[1]):
        raise BadDate(f"earliest {bounds[0]} lies after latest {bounds[1]}")
    grain: Grain = kept.grain if kept.grain in get_args(Grain) else "unknown"
    return Published(None, grain, basis, bounds[0], bounds[1], kept.passages)


def _bound(given: Any) -> str | None:
    if given is None:
        return None
    try:
        return datetime.date.fromisoformat(given).isoformat()
    except (ValueError, TypeError):
        raise BadDate(f"{given!r} is not an ISO day") from None


def is_date(line: str, language: str = "en") -> bool:
    """Whether ``line`` is a date (and time) and nothing else."""
    return len(line) < 80 and any(c.isdigit() for c in line) and bool(_date_line(language).fullmatch(line.strip()))


@functools.cache
def _date_line(language: str) -> re.Pattern[str]:
    return re.compile(when(language), re.IGNORECASE)


def find_published(article: Article, datelines: tuple[Dateline, ...], language: str = "en") -> Published:
    """The publication date that the text of ``article`` states: a dateline with a year, else a date line or a ``Published:``
    line near its start (of several the earliest: pages name their last update too). Unknown where it states none, or one
    that is no possible date."""
    for dateline in datelines[:1]:
        if dateline.date and (found := _stated(article, dateline.date, "dateline")):
            return found
    lines = (_stated_in(article, line, language) for line in cut_lines(article.text)[:FIRST_LINES])
    return min((day for day in lines if day), key=lambda day: day.earliest or "", default=Published())


def _stated_in(article: Article, line: Line, language: str) -> Published | None:
    """The date of a line that is one, or that says when the page was made."""
    dated = is_date(line.text, language) or any(f.kind == "other" and f.start == line.start for f in article.furniture)
    return _stated(article, (line.start, line.end), "page") if dated else None


def _stated(article: Article, span: Span, basis: Basis) -> Published | None:
    """The written, ISO or plain numeric date inside ``span`` to the day, with its words as passage."""
    words = article.text[slice(*span)]
    try:
        written = find_written_date(words)
        match = written[0] if written and written[3] else _ISO.search(words) or _NUMBERS.search(words)
        found = _period_or_day(written) if written and written[3] else _day(match[0]) or _numbers(match[0]) if match else None
    except ValueError:
        return None
    if not found or not match:
        return None
    passage = passage_of(article, (span[0] + match.start(), span[0] + match.end()))
    return Published(found[0], found[1], basis, found[2], found[3], (passage,))
