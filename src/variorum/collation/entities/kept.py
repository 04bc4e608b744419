"""What a story keeps of what it was made from, so that ``story.json`` stays small: tables that only collation needs are left
out, and so are entities that are named once and that nothing else speaks of."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from variorum.collation.corrections.apply import METHOD as CORRECTED
from variorum.collation.entities.lands import with_lands
from variorum.records.annotation import AnnotatedArticle, Claim
from variorum.records.story import ClaimGroup, Disagreement, Naming, Relay, StoryEntity, Utterance


def kept_article(article: AnnotatedArticle) -> AnnotatedArticle:
    """``article`` without its tokens and without the parts of claims beyond the contract."""
    return dataclasses.replace(article, tokens=(), lemmas=(), claims=tuple(_kept_claim(c) for c in article.claims))


def _kept_claim(claim: Claim) -> Claim:
    return dataclasses.replace(
        claim, subject_span=None, predicate_span=None, object_span=None, terms=(), times=(), quantities=()
    )


def kept_entities(
    entities: Sequence[StoryEntity], articles: Iterable[AnnotatedArticle], findings: Iterable[object]
) -> tuple[StoryEntity, ...]:
    """The entities with two mentions or more, those corrected by hand, and those that a finding of the story or of an
    article names; a land and its government are one where no two findings part them."""
    cited = {id for f in findings for id in _in_finding(f) if id is not None}
    named = {id for article in articles for id in _in_article(article)} | cited
    return tuple(
        e
        for e in with_lands(entities, cited)
        if len(e.mentions) > 1 or e.by.method == CORRECTED or not named.isdisjoint((e.id, *e.members))
    )


def _in_article(article: AnnotatedArticle) -> Iterator[str | None]:
    for quotation in article.quotations:
        yield from (quotation.speaker, *quotation.chain, *quotation.candidates)
    for event in article.event_mentions:
        yield from (*event.actors, *event.recipients)
    for claim in article.claims:
        yield from (claim.subject, claim.object)


def _in_finding(finding: object) -> Iterator[str | None]:
    match finding:
        case Utterance():
            yield finding.speaker
        case ClaimGroup():
            yield from finding.speakers
        case Disagreement():
            yield from (member.voice for member in finding.members)
        case Relay():
            yield finding.source
        case Naming():
            yield finding.about
