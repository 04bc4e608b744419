"""The plain words of the page: counts, dates, names of kinds and judgements."""

import calendar
from collections.abc import Sequence
from datetime import date

from variorum.records import Published
from variorum.records.story import Disagreement

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
KINDS = {
    "figure": "Figure",
    "date": "Date",
    "place": "Place",
    "agency": "Who did it",
    "polarity": "Said and denied",
    "quotation": "Words of a quote",
    "speaker": "Who said it",
}
ASPECTS = {"step": "How far it has gone"}
JUDGEMENTS = {
    "conflict": "They contradict each other",
    "unsure": "They may differ",
    "update": "A later report changes it",
    "refine": "One is more exact",
    "agree": "They agree",
    "unrelated": "They may be about different things",
}
STATUSES = {"happened": "reported as fact", "planned": "planned", "claimed": "claimed", "denied": "denied"}
RELATIONS = {
    "same": "same words",
    "trimmed": "shortened",
    "extended": "longer",
    "edited": "words changed",
    "paraphrased": "in other words",
    "indirect": "",
}
CHANGES = {
    "negation": "a “not” comes or goes",
    "modality": "more or less certain",
    "number": "another number",
    "subject": "about somebody else",
    "scope": "another limit or condition",
}
ACTS = {"speech": "", "document": "in writing", "belief": "thinks", "intent": "wants or plans", "attitude": "takes a stand"}
BASES = {"credit": "names it as source", "dateline": "dateline", "reuse": "same passages"}
FURNITURE = {
    "navigation": "page menu",
    "credit": "credit",
    "byline": "byline",
    "dateline": "dateline",
    "caption": "caption",
    "markup": "page leftover",
    "related": "page leftover",
    "other": "page leftover",
}


def kind_label(disagreement: Disagreement) -> str:
    """In what a disagreement lies: its aspect where it has one, else its kind."""
    return ASPECTS.get(disagreement.aspect or "") or KINDS.get(disagreement.kind, disagreement.kind)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """``1 report``, ``3 reports``."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listing(words: Sequence[str], limit: int = 6) -> str:
    """``A``, ``A and B``, ``A, B and 3 more``."""
    if len(words) > limit:
        return f"{', '.join(words[:limit])} and {len(words) - limit} more"
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def capital(text: str) -> str:
    """``text`` with its first letter in upper case, the rest as it stands."""
    return text[:1].upper() + text[1:]


def parse_day(iso: str | None) -> date | None:
    """The day of an ISO date or date-time; ``None`` for anything else (a month alone, a year before 1, no value)."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def day_label(day: date) -> str:
    """``3 May 2031``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def range_label(earliest: str | None, latest: str | None) -> str:
    """The days between two ISO days in words: one day, a month, a year, or ``12–18 May 2031``."""
    first, last = parse_day(earliest), parse_day(latest)
    if first is None or last is None:
        return f"from {day_label(first)}" if first else f"until {day_label(last)}" if last else "no date"
    if first >= last:
        return day_label(first)
    whole = _whole_period(first, last)
    if whole:
        return whole
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {MONTHS[last.month - 1]} {last.year}"
    head = day_label(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{head} – {day_label(last)}"


def _whole_period(first: date, last: date) -> str | None:
    if first.day != 1 or last.day != calendar.monthrange(last.year, last.month)[1]:
        return None
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if (first.month, last.month) != (1, 12):
        return None
    if first.year == last.year:
        return str(first.year)
    if first.year % 10 == 0 and last.year == first.year + 9:
        return f"{first.year}s"
    return f"{first.year}–{last.year}"


def published_label(published: Published) -> str:
    """When a report was published, in words; says so when that was inferred or is not known."""
    if published.earliest is None and published.latest is None:
        day = parse_day(published.value)
        return day_label(day) if day else published.value or "undated"
    if published.basis != "inferred":
        return range_label(published.earliest, published.latest)
    first, last = parse_day(published.earliest), parse_day(published.latest)
    bounds = [f"not before {day_label(first)}" if first else "", f"not after {day_label(last)}" if last else ""]
    return ", ".join(["undated", *(b for b in bounds if b)])


def dated_on(published: Published) -> str | None:
    """The first day of publication that a report states or was given; ``None`` where it is only inferred or unknown."""
    return None if published.basis == "inferred" else published.earliest


def number_label(value: float) -> str:
    """A number with thousands separators and no needless decimals."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,.10g}"
