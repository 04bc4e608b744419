"""The timeline of a story: dated facts of all reports, the same ones merged, ordered by the days they can lie in."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.collation.claims.find import group_of_claim
from variorum.collation.claims.setting import Setting, setting_of
from variorum.collation.claims.statements import clause_text, counted, origin_numbers, statements_of
from variorum.collation.timeline.facts import Fact, dated_facts
from variorum.collation.timeline.merge import merge_facts
from variorum.collation.timeline.status import Disputes, Status, disputes_of, is_disputed
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import passage_of
from variorum.records.ids import finding_id
from variorum.records.provenance import Provenance
from variorum.records.story import ClaimGroup, Disagreement, StoryEntity, TimelineEntry

METHOD = "timeline@1"
STATUSES = ("happened", "planned", "claimed", "denied")
"""Which status names an entry whose reports differ: the firmest."""

BEST_LENGTH = 160
"""Characters of a line that is read at a glance; among equally good ones the nearest to it is shown."""


def draw_timeline(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    claim_groups: Sequence[ClaimGroup],
    origins: Sequence[Sequence[str]],
    disagreements: Sequence[Disagreement] = (),
) -> tuple[TimelineEntry, ...]:
    """Entries by earliest day, then latest day; days are ISO, ``None`` where a report leaves an end open.

    What speakers alone vouch for is only claimed where reports contest it or another side calls it untrue.
    """
    statements = statements_of(articles, entities, origins)
    setting = setting_of(statements, entities)
    numbers = origin_numbers(counted(articles), origins)
    facts = dated_facts(statements, numbers, group_of_claim(claim_groups), setting.entity_of)
    contested = frozenset(g.id for g in claim_groups if g.status == "contested")
    doubts = Doubts(contested, disputes_of(disagreements))
    entries = [_entry(facts, setting, doubts) for facts in merge_facts(facts, setting)]
    return tuple(sorted(entries, key=_order))


@dataclass(frozen=True, slots=True)
class Doubts:
    """What the story contests: groups of claims, and passages that another side calls untrue."""

    contested: frozenset[str]
    disputes: Disputes


def _status(facts: Sequence[Fact], doubts: Doubts) -> Status:
    """The firmest status that a report gives; what is only voiced loses its firmness where it is contested."""
    status = min((f.status for f in facts), key=STATUSES.index)
    voiced = [f.statement for f in facts if f.statement is not None and f.statement.quotation is not None]
    if status in ("planned", "denied") or len(voiced) < len(facts):
        return status
    contested = any(f.group in doubts.contested for f in facts) or any(is_disputed(s, doubts.disputes) for s in voiced)
    return "claimed" if contested else status


def _entry(facts: Sequence[Fact], setting: Setting, doubts: Doubts) -> TimelineEntry:
    earliest, latest = max(f.earliest for f in facts), min(f.latest or "9999" for f in facts)
    finest = max(facts, key=lambda f: (f.earliest, [-ord(c) for c in f.latest]))
    if earliest > latest:
        earliest, latest = finest.earliest, finest.latest
    status = _status(facts, doubts)
    best = _best([f for f in facts if f.status == status] or facts, setting)
    found = {passage_of(f.article, f.span, f.field) for f in facts}
    passages = sorted(found, key=lambda p: (p.article, p.field, p.start, p.end))
    first = passage_of(best.article, best.span, best.field)
    ordered = (first, *(p for p in passages if p != first))
    origins = len({f.origin for f in facts})
    reports = len({f.article.id for f in facts})
    reason = f"{reports} {'report' if reports == 1 else 'reports'} of {origins} {'origin' if origins == 1 else 'origins'}."
    return TimelineEntry(
        finding_id("timeline", ordered, earliest, latest),
        clause_text(best.article, best.span, field=best.field),
        status,
        earliest or None,
        None if latest in ("", "9999") else latest,
        finest.grain,
        origins,
        ordered,
        Provenance(METHOD, None, reason),
    )


def _best(facts: Sequence[Fact], setting: Setting) -> Fact:
    """The passage that says it best: shares most with the others, in the report's own words, of a readable length."""

    def worth(fact: Fact) -> tuple[float, bool, bool, int, str, int]:
        support = sum(round(setting.weights.overlap(fact.terms, f.terms), 3) for f in facts if f.article.id != fact.article.id)
        own = fact.statement is None or fact.statement.quotation is None
        length = abs(fact.span[1] - fact.span[0] - BEST_LENGTH)
        return -round(support, 3), fact.field == "title", not own, length, fact.article.id, fact.span[0]

    return min(facts, key=worth)


def _order(entry: TimelineEntry) -> tuple[str, str, int, str]:
    return entry.earliest or entry.latest or "9999", entry.latest or "9999", -entry.origins, entry.id
