"""What most other origins carry and a report does not: told without blame, with its length and date in mind."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from variorum.collation.claims.sentences import concepts_in
from variorum.collation.claims.statements import counted, origin_numbers
from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import ClaimGroup, Omission

MOST = 20
"""Omissions shown for one report (the contract's limit on the size of a story)."""

LEAST_ORIGINS = 3
SHARE = 0.5
"""A group counts when at least half of the origins, and three, carry it (the contract)."""

SENTENCES_EACH = 3
"""A report of n sentences is shown at most n / 3 omissions: a brief one cannot carry everything."""

COVERED = 0.6
"""Share of a group's common words that one sentence of a report must hold for the report to count as carrying it."""


def find_omissions(
    articles: Sequence[AnnotatedArticle], claim_groups: Sequence[ClaimGroup], origins: Sequence[Sequence[str]]
) -> tuple[Omission, ...]:
    """Omissions by report, the most widely carried first. A report older than the news it lacks omits nothing."""
    kept = counted(articles)
    by_id = {a.id: a for a in kept}
    numbers = origin_numbers(kept, [[i for i in members if i in by_id] for members in origins])
    total = len(set(numbers.values()))
    carried = [(g, {numbers[m.article] for m in g.members if m.article in numbers}) for g in claim_groups]
    wide = [(g, homes) for g, homes in carried if len(homes) >= LEAST_ORIGINS and len(homes) >= SHARE * total]
    ranked = [g for g, homes in sorted(wide, key=lambda item: (-len(item[1]), -len(item[0].members), item[0].id))]
    told = [_told(group, by_id) for group in ranked]
    return tuple(o for article in kept for o in _of(article, told))


@dataclass(frozen=True, slots=True)
class Told:
    """A group that most origins carry: its reports, the words that most of its passages have, and the earliest day of its
    reports (``None`` where one of them may be of any day)."""

    group: str
    articles: frozenset[str]
    common: frozenset[str]
    since: str | None


def _told(group: ClaimGroup, by_id: Mapping[str, AnnotatedArticle]) -> Told:
    members = [m for m in group.members if m.article in by_id]
    bags = [concepts_in(by_id[m.article], (m.start, m.end)) for m in members if m.field == "text"]
    times = Counter(word for bag in bags for word in bag)
    days = [by_id[m.article].published.earliest or "" for m in members]
    common = frozenset(word for word, number in times.items() if 2 * number > len(bags))
    return Told(group.id, frozenset(m.article for m in group.members), common, min(days, default=None) or None)


def _of(article: AnnotatedArticle, told: Sequence[Told]) -> list[Omission]:
    sentences = [concepts_in(article, span) for span in article.sentences]
    room = min(MOST, len(sentences) // SENTENCES_EACH)
    lacking = (t.group for t in told if not _carries(article, sentences, t) and not _too_early(article, t))
    return [Omission(article.id, group) for group in islice(lacking, room)]


def _carries(article: AnnotatedArticle, sentences: Sequence[frozenset[str]], told: Told) -> bool:
    if article.id in told.articles:
        return True
    common = told.common
    return bool(common) and any(round(len(common & s) / len(common), 3) >= COVERED for s in sentences)


def _too_early(article: AnnotatedArticle, told: Told) -> bool:
    """Whether the report appeared before any of the reports that carry the claim."""
    latest = article.published.latest
    return latest is not None and told.since is not None and latest < told.since
