"""When an undated report can have appeared: the days that its own and its story's dates allow, with the words that say so."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from variorum.collation.claims.statements import Statement, statements_of
from variorum.records.annotation import AnnotatedArticle, Time
from variorum.records.article import Passage, Published, passage_of
from variorum.records.story import ClaimGroup, Relay, StoryEntity

WEEK = 7
"""A bare weekday names the last such day up to publication, or the next one after it (Ferro et al. 2005, TIMEX3): the
report lies within a week of it."""

BEFORE = 31
"""Days before the first dated report of its story from which on a day that a report tells of bounds it: what lies further back
("the bridge was opened in 1974") is history and tells a reader nothing about when the report appeared."""


@dataclass(frozen=True, slots=True)
class Bound:
    """Days between which a report must have appeared, ``""`` and ``"9999"`` where open, and the words that say so."""

    earliest: str
    latest: str
    passages: tuple[Passage, ...]


def date_undated(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    claim_groups: Sequence[ClaimGroup],
    relays: Sequence[Relay] = (),
) -> tuple[tuple[str, Published], ...]:
    """For each article without a date, by id, what can be told: basis ``inferred``, an interval and the words that bound it.

    It appeared after what it tells of, and after a dated report that it credits and copies. Nothing is given as a value; an
    article that nothing bounds, or whose bounds exclude each other, gets ``unknown``.
    """
    statements = {s.key: s for s in statements_of(articles, entities)}
    undated = sorted((a for a in articles if a.published.earliest is None and a.published.latest is None), key=lambda a: a.id)
    days = {a.id: a.published.earliest for a in articles if a.published.earliest}
    found = []
    for article in undated:
        told = (b for b in _bounds(article, statements, claim_groups) if _is_telling(b, days.values()))
        found.append((article.id, _published([*told, *_from_relays(article, relays, days)])))
    return tuple(found)


def _is_telling(bound: Bound, days: Collection[str]) -> bool:
    """Whether a bound lies about the ``days`` of the dated reports: a day after the last of them is still to come in these,
    whatever the report's grammar, and days long before the first are history."""
    if not days:
        return True
    begun = _later(min(days), -BEFORE)
    return bound.latest >= begun and (not bound.earliest or begun <= bound.earliest <= max(days))


def _from_relays(article: AnnotatedArticle, relays: Sequence[Relay], days: Mapping[str, str]) -> Iterator[Bound]:
    """The days of the dated reports that the article credits and copies."""
    for relay in relays:
        if relay.to == article.id and relay.source in days and {"credit", "reuse"} <= set(relay.basis):
            yield Bound(days[relay.source], "9999", relay.passages)


def _published(bounds: Sequence[Bound]) -> Published:
    """The days common to all bounds; only the words that set either end are named."""
    earliest, latest = max((b.earliest for b in bounds), default=""), min((b.latest for b in bounds), default="9999")
    if earliest > latest or (not earliest and latest == "9999"):
        return Published()
    telling = [b for b in bounds if (earliest and b.earliest == earliest) or (latest != "9999" and b.latest == latest)]
    passages = sorted({p for b in telling for p in b.passages}, key=lambda p: (p.article, p.start, p.end))
    last = None if latest == "9999" else latest
    return Published(None, "unknown", "inferred", earliest or None, last, tuple(passages))


def _bounds(
    article: AnnotatedArticle, statements: Mapping[tuple[str, str], Statement], groups: Sequence[ClaimGroup]
) -> Iterator[Bound]:
    own = [s for s in statements.values() if s.article.id == article.id]
    for s in own:
        yield from _from_dates(s)
    for group in groups:
        told = [statements[m.article, m.claim] for m in group.members if (m.article, m.claim) in statements]
        others = [s for s in told if s.article.id != article.id]
        for s in (s for s in told if s.article.id == article.id):
            yield from _from_story(s, others)


def _from_dates(s: Statement) -> Iterator[Bound]:
    """What happened on a full date lies before publication, what is planned for a day or month after it.

    A bare year bounds nothing: it is told of what began long ago, and an infinitive with a year ("for the group to emerge in
    2014") looks planned.
    """
    for time in s.times:
        if time.anchor is not None or time.type != "DATE" or not time.earliest or not time.latest or s.polarity == "negative":
            continue
        if len(time.value) < len("2026-05"):
            continue
        passage = passage_of(s.article, (time.start, time.end), time.field)
        if s.modality == "asserted":
            yield Bound(time.earliest, "9999", (passage,))
        elif s.modality == "planned":
            yield Bound("", time.latest, (passage,))


def _from_story(s: Statement, others: Sequence[Statement]) -> Iterator[Bound]:
    """The same event dated by a report that has a date: publication is no earlier; with a bare weekday no week later."""
    if s.modality != "asserted" or s.polarity == "negative":
        return
    for other in others:
        day = _single_day(other)
        if day is None or other.modality != "asserted" or other.article.published.basis == "unknown":
            continue
        there = passage_of(other.article, (day.start, day.end), day.field)
        here = next((t for t in s.times if _is_weekday(t) and _weekday(t) == _weekday_of(day)), None)
        if here is not None:
            words = (passage_of(s.article, (here.start, here.end), here.field), there)
            yield Bound(str(day.earliest), _later(str(day.earliest), WEEK - 1), words)
        elif not s.times:
            yield Bound(str(day.earliest), "9999", (passage_of(s.article, s.claim.span, s.claim.field), there))


def _single_day(s: Statement) -> Time | None:
    """The one date of a clause, when it names one day."""
    dated = [t for t in s.times if t.type == "DATE" and t.earliest]
    return dated[0] if len(dated) == 1 and dated[0].earliest == dated[0].latest else None


def _is_weekday(time: Time) -> bool:
    return _weekday(time) is not None and not time.earliest


def _weekday(time: Time) -> int | None:
    """The weekday that an open TIMEX3 value such as ``XXXX-WXX-5`` names, Monday 0."""
    last = time.value.split("T")[0].rsplit("-", 1)[-1]
    return int(last) - 1 if time.value.startswith("XXXX-WXX-") and last.isdigit() and 1 <= int(last) <= 7 else None


def _weekday_of(time: Time) -> int:
    return date.fromisoformat(str(time.earliest)).weekday()


def _later(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
