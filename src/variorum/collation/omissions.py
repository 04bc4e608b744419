"""What most other origins carry and a report does not: told without blame, with its length and date in mind."""

from collections.abc import Mapping, Sequence

from variorum.collation.claim_sentences import concepts_in
from variorum.collation.claim_statements import counted, origin_numbers
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
    return tuple(o for article in kept for o in _of(article, ranked, by_id))


def _of(article: AnnotatedArticle, groups: Sequence[ClaimGroup], by_id: Mapping[str, AnnotatedArticle]) -> list[Omission]:
    sentences = [concepts_in(article, span) for span in article.sentences]
    room = min(MOST, len(sentences) // SENTENCES_EACH)
    lacking = [g for g in groups if not _carries(article, sentences, g, by_id) and not _too_early(article, g, by_id)]
    return [Omission(article.id, g.id) for g in lacking[:room]]


def _carries(
    article: AnnotatedArticle, sentences: Sequence[frozenset[str]], group: ClaimGroup, by_id: Mapping[str, AnnotatedArticle]
) -> bool:
    if any(m.article == article.id for m in group.members):
        return True
    bags = [concepts_in(by_id[m.article], (m.start, m.end)) for m in group.members if m.article in by_id and m.field == "text"]
    common = {w for bag in bags for w in bag if 2 * sum(w in other for other in bags) > len(bags)}
    return bool(common) and any(round(len(common & s) / len(common), 3) >= COVERED for s in sentences)


def _too_early(article: AnnotatedArticle, group: ClaimGroup, by_id: Mapping[str, AnnotatedArticle]) -> bool:
    """Whether the report appeared before any of the reports that carry the claim."""
    days = [by_id[m.article].published.earliest for m in group.members if m.article in by_id]
    latest = article.published.latest
    return latest is not None and all(day is not None and latest < day for day in days)
