"""Origins of one statement: a report that copied it, or credits another report for it, is no second origin of it.

A report that has a sentence from a dispatch and the rest of its own stays an origin of the story, but not of that sentence.
"""

import dataclasses
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from variorum.language.partition import Partition
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Passage
from variorum.records.story import ClaimGroup, ClaimMember, Relay, Reuse

COVERED = 0.8
"""Share of a claim's characters that must stand in a copied passage for the claim to be copied."""
_TALLY = re.compile(r"\d+ witness(?:es)?, \d+ origins?")

Link = tuple[str, str]
Holders = Mapping[str, Sequence[tuple[int, Passage]]]
"""The copied passages of each report, each with the number of its finding."""


def with_handed_on(
    groups: Sequence[ClaimGroup],
    articles: Sequence[AnnotatedArticle],
    origins: Sequence[Sequence[str]],
    reuse: Sequence[Reuse],
    relays: Sequence[Relay],
) -> tuple[ClaimGroup, ...]:
    """The groups with their origins and witnesses folded where their statements were copied or are credited; what then has one
    origin only is repeated, not agreed. Most origins first, else in the order given."""
    copies: defaultdict[str, list[tuple[int, Passage]]] = defaultdict(list)
    for number, finding in enumerate(f for f in reuse if not f.spoken):
        for member in finding.members:
            copies[member.article].append((number, member))
    credits: defaultdict[str, list[Relay]] = defaultdict(list)
    for relay in (r for r in relays if "credit" in r.basis):
        credits[relay.to].append(relay)
    by_id = {a.id: a for a in articles}
    several = {g.id: [*_copied(g, copies), *_credited(g, credits, by_id)] for g in groups if len(g.origins) > 1}
    folded = [_folded(g, several[g.id], origins) if g.id in several else g for g in groups]
    return tuple(sorted(folded, key=lambda g: -len(g.origins)))


def _folded(group: ClaimGroup, links: Sequence[Link], origins: Sequence[Sequence[str]]) -> ClaimGroup:
    told = _joined(group.origins, links)
    if len(told) == len(group.origins):
        return group
    members = {m.article for m in group.members}
    here = [[a for a in ids if a in members] for ids in origins]
    heard = _joined([*here, *([a] for a in sorted(members - {a for ids in here for a in ids}))], links)
    status = "repeated" if group.status == "agreed" and len(told) < 2 else group.status
    counts = f"{len(heard)} witness{'es' * (len(heard) > 1)}, {len(told)} origin{'s' * (len(told) > 1)}"
    by = dataclasses.replace(group.by, reason=_TALLY.sub(counts, group.by.reason, count=1))
    return dataclasses.replace(group, status=status, origins=told, witnesses=len(heard), by=by)


def _joined(sets: Sequence[Sequence[str]], links: Sequence[Link]) -> tuple[tuple[str, ...], ...]:
    """The ``sets`` of reports, those put together that a link joins."""
    homes: Partition[str] = Partition(a for ids in sets for a in ids)
    for one, other in [(ids[0], a) for ids in sets for a in ids[1:]] + list(links):
        homes.join(one, other)
    return tuple(tuple(ids) for ids in homes.groups())


def _copied(group: ClaimGroup, copies: Holders) -> Iterator[Link]:
    """Pairs of reports of the group whose claims stand in one copied passage."""
    first: dict[int, str] = {}
    for member in group.members:
        for number, passage in copies.get(member.article, ()):
            if passage.field == member.field and _is_covered(member, passage):
                yield first.setdefault(number, member.article), member.article


def _is_covered(member: ClaimMember, passage: Passage) -> bool:
    inside = min(member.end, passage.end) - max(member.start, passage.start)
    return inside >= COVERED * (member.end - member.start)


def _credited(
    group: ClaimGroup, credits: Mapping[str, Sequence[Relay]], articles: Mapping[str, AnnotatedArticle]
) -> Iterator[Link]:
    """Pairs of a report of the group and another that it credits in the sentence of its claim; what two of them credit one
    source for they have from there."""
    members = {m.article for m in group.members}
    takers: dict[str, str] = {}
    for member in (m for m in group.members if m.field == "text"):
        for relay in credits.get(member.article, ()):
            if _is_beside(member, relay, articles[member.article]):
                if relay.source in members:
                    yield relay.source, member.article
                yield takers.setdefault(relay.source, member.article), member.article


def _is_beside(member: ClaimMember, relay: Relay, article: AnnotatedArticle) -> bool:
    """Whether a credit of the relay stands in the sentence of the claim."""
    place = bisect_right(article.sentences, (member.start, len(article.text))) - 1
    start, end = article.sentences[place] if place >= 0 else (0, 0)
    return any(p.article == article.id and p.field == "text" and start <= p.start < end for p in relay.passages)
