"""How long it lasts: "seven years in prison" against "a six-year sentence"."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from variorum.collation.claims.setting import Setting
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.moments.durations import Duration, find_durations, is_personal, runs_on
from variorum.records.annotation import AnnotatedArticle

SAME = 1.04
"""Lengths within this ratio are one: a year is 52 weeks or 365 days, a month 30 days or 31."""

APART = 10
"""Lengths further apart than this ratio are of different things ("a two-hour strike", "the six-week strike")."""

MOST = 60
"""Lengths of one matter that are compared with each other."""

DAY = 24.0


def duration_verdicts(articles: Sequence[AnnotatedArticle], setting: Setting) -> Iterator[Verdict]:
    """A verdict for every two reports that give one matter different lengths; unsure where a day may be a way of counting."""
    by_matter: dict[str, list[Duration]] = {}
    for duration in find_durations(articles, setting):
        by_matter.setdefault(duration.matter, []).append(duration)
    for matter in sorted(by_matter):
        told = _by_report(by_matter[matter])
        for a, b in combinations(by_matter[matter][:MOST], 2):
            if a.article.id != b.article.id and _differ(a, b) and _one_matter(a, b, told):
                yield _verdict(a, b)


def _by_report(durations: Sequence[Duration]) -> dict[str, frozenset[float]]:
    """Every length that a report gives for the matter."""
    reports = sorted({d.article.id for d in durations})
    return {r: frozenset(d.hours for d in durations if d.article.id == r) for r in reports}


def _differ(a: Duration, b: Duration) -> bool:
    low, high = sorted((a.hours, b.hours))
    return round(high, 3) > round(low * SAME, 3) and high <= low * APART


def _one_matter(a: Duration, b: Duration, told: dict[str, frozenset[float]]) -> bool:
    """Whether one length is meant: neither report gives the other's too, nobody else gets it, and it has not grown since."""
    if a.hours in told[b.article.id] or b.hours in told[a.article.id]:
        return False
    if is_personal(a.matter) and not a.people & b.people:
        return False
    return not (runs_on(a.matter) and _has_grown(a, b))


def _has_grown(a: Duration, b: Duration) -> bool:
    """Whether the days between the two reports account for the difference."""
    days = [d.article.published.earliest for d in (a, b)]
    if days[0] is None or days[1] is None:
        return False
    between = (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days * DAY
    grown = b.hours - a.hours
    return between != 0 and abs(grown - between) <= DAY


def _verdict(a: Duration, b: Duration) -> Verdict:
    sides = (_side(a), _side(b))
    close = runs_on(a.matter) and abs(a.hours - b.hours) <= DAY
    why = "a day may be a way of counting" if close else "both cannot hold"
    reason = f"“{sides[0].value}” against “{sides[1].value}” for the length of the {a.matter}: {why}."
    low, high = sorted((a.hours, b.hours))
    about = f"the length of the {a.matter}"
    return Verdict("figure", "unsure" if close else "conflict", sides, about, round(1 - low / high, 3), reason)


def _side(duration: Duration) -> Side:
    words = " ".join(duration.article.text[slice(*duration.span)].split())
    return Side(duration.article, duration.span, words, duration.voice)
