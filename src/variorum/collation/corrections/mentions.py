"""A mention taken away from its entity by hand: an entity of its own in the article, and what was told of it there follows."""

import dataclasses
from collections.abc import Sequence

from variorum.records.annotation import AnnotatedArticle, Claim, Entity, Mention, Quotation, Spans
from variorum.records.article import Span
from variorum.records.corrections import Split


def find_mention(article: AnnotatedArticle, split: Split) -> Mention | None:
    """The shortest mention in the text that holds the ``nth`` place of the words; ``None`` where there is none."""
    start = -1
    for _ in range(split.nth):
        start = article.text.find(split.words, start + 1)
        if start < 0:
            return None
    end = start + len(split.words)
    holding = [m for m in article.mentions if m.field == "text" and m.start <= start and end <= m.end]
    return min(holding, key=lambda m: (m.end - m.start, m.start), default=None)


def is_last(article: AnnotatedArticle, mention: Mention) -> bool:
    """Whether the article refers to the entity of ``mention`` nowhere else."""
    return sum(m.entity == mention.entity for m in article.mentions) == 1


def piece_id(mention: Mention) -> str:
    """The id of the entity that a mention becomes."""
    return f"{mention.entity}.{mention.start}"


def without_mention(article: AnnotatedArticle, mention: Mention, *, name: str) -> AnnotatedArticle:
    """``article`` with ``mention`` as an entity called ``name``, or by its own words: the quotations that it is the source
    of and the clauses that it is subject or object of are now those of the new entity."""
    old, new, place = mention.entity, piece_id(mention), (mention.start, mention.end)
    before = next((e for e in article.entities if e.id == old), None)
    named = bool(name) or mention.kind == "name"
    made = Entity(new, name or article.text[slice(*place)], mention.type, named, country=before.country if before else None)
    own = [(m.start, m.end) for m in article.mentions if m.entity == old and m != mention]
    return dataclasses.replace(
        article,
        mentions=tuple(dataclasses.replace(m, entity=new) if m == mention else m for m in article.mentions),
        entities=(*article.entities, made),
        quotations=tuple(_quotation(q, old, new, place) for q in article.quotations),
        claims=tuple(_claim(c, old, new, place, own) for c in article.claims),
    )


def _meets(spans: Spans, place: Span) -> bool:
    return any(start < place[1] and place[0] < end for start, end in spans)


def _quotation(quotation: Quotation, old: str, new: str, place: Span) -> Quotation:
    if quotation.field != "text" or not _meets((*quotation.source, *quotation.medium), place):
        return quotation
    swapped = {old: new}
    return dataclasses.replace(
        quotation,
        speaker=swapped.get(quotation.speaker or "", quotation.speaker),
        chain=tuple(swapped.get(link, link) for link in quotation.chain),
        candidates=tuple(swapped.get(link, link) for link in quotation.candidates),
    )


def _claim(claim: Claim, old: str, new: str, place: Span, others: Sequence[Span]) -> Claim:
    """``claim`` with the entity changed where the mention stands; among its terms only where no other mention is meant."""
    if claim.field != "text" or not _meets((claim.span,), place):
        return claim
    alone = not any(_meets((claim.span,), other) for other in others)
    subject = claim.subject == old and (alone or _meets((claim.subject_span or place,), place))
    object = claim.object == old and (alone or _meets((claim.object_span or place,), place))
    return dataclasses.replace(
        claim,
        subject=new if subject else claim.subject,
        object=new if object else claim.object,
        terms=tuple(f"@{new}" if alone and term == f"@{old}" else term for term in claim.terms),
    )
