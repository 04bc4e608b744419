"""Which report a shared passage seems to come from: by credit first, then by date, then
by who releases texts or sends out dispatches; unsure when these do not tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.collation.relays.credits import find_credits, press_of
from variorum.collation.relays.lines import Credit, is_dispatch, is_release
from variorum.collation.relays.names import same_outlet
from variorum.records.article import Article, Published

RELEASE, DISPATCH = 2, 1


@dataclass(frozen=True, slots=True)
class Direction:
    """The article that a passage seems to come from (``None``: unsure) and the end of a sentence that says why."""

    origin: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a report appeared, and how far up the way of a text it stands: ``RELEASE`` where a party wrote it, ``DISPATCH``
    where an agency sent it out for others to run, else 0."""

    published: Published
    rank: int


def arrival_of(article: Article) -> Arrival:
    """The arrival of ``article``."""
    return Arrival(article.published, RELEASE if is_release(article) else DISPATCH if is_dispatch(article) else 0)


def came_first(one: Arrival, other: Arrival) -> bool:
    """Whether ``one`` surely was there before ``other``: by their dates, or where these do not speak against it as a release,
    or as a dispatch beside a report without a date: on one day an agency may as well have had it from a paper."""
    if is_earlier(one.published, other.published):
        return True
    dated = one.published.earliest and other.published.earliest
    higher = one.rank > other.rank and (one.rank == RELEASE or not dated)
    return higher and not is_earlier(other.published, one.published)


class Sources:
    """Which report a passage seems to come from, for any passage of ``articles``; what they credit is looked up once."""

    __slots__ = ("_arrivals", "_articles", "_credits", "_homes", "_press")

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = tuple(articles)
        self._press = press_of(articles)
        self._homes: dict[str, frozenset[str]] = {}
        self._credits: dict[str, tuple[Credit, ...]] = {}
        self._arrivals: dict[str, Arrival] = {}

    def direction(self, articles: Sequence[Article]) -> Direction:
        """The source among ``articles``, which hold one passage.

        A report that others credit is the source, unless it is later than one of them. Without such a credit it is the one
        that surely was there first, provided that no dateline or credit line names an agency or outlet outside: then all may
        have it from there.
        """
        reports = sorted(articles, key=lambda a: a.id)
        source = self._credited(reports)
        if source:
            return Direction(source.id, f"; another of them credits {source.outlet}")
        held = {r.id for r in reports}
        if any(not self._homes_of(c.name) & held for r in reports for c in self._credits_of(r) if c.whole):
            return Direction(None, "; one of them credits a source outside these reports")
        first = [r for r in reports if all(self._precedes(r, o) for o in reports if o.id != r.id)]
        return Direction(first[0].id, _because(first[0], reports)) if first else Direction(None, "")

    def _credited(self, reports: Sequence[Article]) -> Article | None:
        """The one report that others credit and that is later than none; of two, the one that the other credits."""
        held = {r.id for r in reports}
        named = {(r.id, c.name) for r in reports for c in self._credits_of(r)}
        credited = {(by, source) for by, name in named for source in self._homes_of(name) & held if by != source}
        found = {source for _, source in credited}
        sources = [r for r in reports if r.id in found and not any(is_earlier(o.published, r.published) for o in reports)]
        last = [r for r in sources if not any((r.id, o.id) in credited for o in sources)]
        return last[0] if len(last) == 1 else None

    def _homes_of(self, name: str) -> frozenset[str]:
        """The reports of the outlet with this name."""
        if name not in self._homes:
            self._homes[name] = frozenset(a.id for a in self._articles if same_outlet(name, a))
        return self._homes[name]

    def _credits_of(self, report: Article) -> tuple[Credit, ...]:
        if report.id not in self._credits:
            self._credits[report.id] = find_credits(report, press=self._press)
        return self._credits[report.id]

    def _precedes(self, one: Article, other: Article) -> bool:
        for report in (one, other):
            if report.id not in self._arrivals:
                self._arrivals[report.id] = arrival_of(report)
        return came_first(self._arrivals[one.id], self._arrivals[other.id])


def _because(first: Article, reports: Sequence[Article]) -> str:
    name = first.outlet or "one of them"
    if all(is_earlier(first.published, o.published) for o in reports if o.id != first.id):
        return f"; {name} had them first ({first.published.value})"
    return f"; {name} released it itself" if is_release(first) else f"; {name} is an agency that others have reports from"


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
