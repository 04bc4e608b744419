"""Which report a shared passage seems to come from: by credit first, then by date; unsure when they do not tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.collation.relay_credits import credited_names, outlets_of, same_outlet
from variorum.records.article import Article, Published


@dataclass(frozen=True, slots=True)
class Direction:
    """The article that a passage seems to come from (``None``: unsure) and the end of a sentence that says why."""

    origin: str | None
    reason: str


def find_direction(articles: Sequence[Article]) -> Direction:
    """The source among ``articles``, which hold one passage.

    A report that others credit is the source, unless it is later than one of them. Without such a credit the one that was
    published first by a day or more is, provided that no member credits an agency or outlet outside: then all may have it
    from there.
    """
    reports = sorted(articles, key=lambda a: a.id)
    credited = {r.id: credited_names(r, outlets=outlets_of(reports)) for r in reports}
    sources = [r for r in reports if any(same_outlet(n, r) for o in reports if o.id != r.id for n in credited[o.id])]
    if len(sources) == 1 and not any(is_earlier(o.published, sources[0].published) for o in reports):
        return Direction(sources[0].id, f"; another of them credits {sources[0].outlet}")
    if any(not any(same_outlet(n, r) for r in reports) for names in credited.values() for n in names):
        return Direction(None, "; one of them credits a source outside these reports")
    first = [r for r in reports if all(is_earlier(r.published, o.published) for o in reports if o.id != r.id)]
    if len(first) == 1 and not sources:
        return Direction(first[0].id, f"; {first[0].outlet or 'one of them'} had them first ({first[0].published.value})")
    return Direction(None, "")


def is_earlier(one: Published, other: Published) -> bool:
    """Whether ``one`` was published surely before ``other``: their days do not touch, or their times of day tell."""
    if one.latest and other.earliest and one.latest < other.earliest:
        return True
    exact = {"second", "minute", "hour"}
    if one.grain in exact and other.grain in exact and one.value and other.value:
        return _moment(one.value) < _moment(other.value)
    return False


def _moment(value: str) -> str:
    from datetime import UTC, datetime

    moment = datetime.fromisoformat(value)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
