"""Claims as the whole story sees them: names folded to story entities, pronouns filled in, words to concepts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.claim_words import concept_of
from variorum.records.annotation import AnnotatedArticle, Claim, Mention, Quantity, Quotation, Time
from variorum.records.article import Span
from variorum.records.story import StoryEntity


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim with what it refers to looked up.

    ``text`` is its clause without furniture and with names for pronouns; ``terms`` are its distinct concepts, sorted, names as
    ``@`` and the story entity's id; ``subject``, ``object`` and ``speaker`` are story entity ids; ``origin`` counts in the
    story's origins; ``quotation`` is what voices the claim (``None``: the outlet).
    """

    article: AnnotatedArticle
    claim: Claim
    origin: int
    text: str
    terms: tuple[str, ...]
    subject: str | None
    object: str | None
    speaker: str | None
    quotation: Quotation | None
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]

    @property
    def key(self) -> tuple[str, str]:
        """Article id and claim id: what names this statement in a story."""
        return self.article.id, self.claim.id


def statements_of(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    origins: Sequence[Sequence[str]] = (),
) -> tuple[Statement, ...]:
    """All claims of the articles that are no duplicates, in order of article id and place.

    Articles that ``origins`` does not name count as an origin each.
    """
    names = {member: entity for entity in entities for member in entity.members}
    numbers = origin_numbers(articles, origins)
    found = [s for article in counted(articles) for s in _statements(article, names, numbers[article.id])]
    return tuple(sorted(found, key=lambda s: (s.article.id, s.claim.field != "title", s.claim.span, s.claim.id)))


def counted(articles: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """The articles that count: those that repeat no other, by id."""
    return sorted((a for a in articles if a.duplicate_of is None), key=lambda a: a.id)


def origin_numbers(articles: Sequence[AnnotatedArticle], origins: Sequence[Sequence[str]]) -> dict[str, int]:
    """Article id to the number of its origin; articles without one get numbers of their own."""
    numbers = {article: n for n, members in enumerate(sorted(map(sorted, origins))) for article in members}
    free = sorted(a.id for a in articles if a.id not in numbers)
    return numbers | {article: len(origins) + n for n, article in enumerate(free)}


def _statements(article: AnnotatedArticle, names: Mapping[str, StoryEntity], origin: int) -> Iterator[Statement]:
    quotations = {q.id: q for q in article.quotations}
    times = {t.id: t for t in article.times}
    quantities = {q.id: q for q in article.quantities}
    mentions = {field: [m for m in article.mentions if m.field == field] for field in ("text", "title")}
    for claim in article.claims:
        quotation = quotations.get(claim.voice or "")
        yield Statement(
            article,
            claim,
            origin,
            clause_text(article, claim.span, field_mentions=mentions[claim.field], names=names, field=claim.field),
            claim_terms(claim, names),
            _story_id(claim.subject, names),
            _story_id(claim.object, names),
            _story_id(quotation.speaker if quotation else None, names),
            quotation,
            tuple(times[t] for t in claim.times if t in times),
            tuple(quantities[q] for q in claim.quantities if q in quantities),
        )


def _story_id(entity: str | None, names: Mapping[str, StoryEntity]) -> str | None:
    if entity is None:
        return None
    return names[entity].id if entity in names else entity


def claim_terms(claim: Claim, names: Mapping[str, StoryEntity]) -> tuple[str, ...]:
    """The distinct concepts of a claim, sorted; who acts and who is acted upon count also where a pronoun stands for them."""
    terms = {_term(term, names) for term in claim.terms}
    for entity in (claim.subject, claim.object):
        if entity in names and names[entity].named:
            terms.add("@" + names[entity].id)
    return tuple(sorted(terms))


def _term(term: str, names: Mapping[str, StoryEntity]) -> str:
    if term.startswith("@"):
        return "@" + (_story_id(term[1:], names) or "")
    return concept_of(term)


def clause_text(
    article: AnnotatedArticle,
    span: Span,
    *,
    field_mentions: Sequence[Mention] = (),
    names: Mapping[str, StoryEntity] | None = None,
    field: str = "text",
) -> str:
    """What stands at ``span`` less its furniture, white space folded, with names put in for pronouns that refer to one."""
    source = article.text if field == "text" else article.title or ""
    start, end = span
    cuts = [(f.start, f.end, "") for f in article.furniture if field == "text" and f.start < end and start < f.end]
    for mention in field_mentions:
        name = _name_for(mention, names or {})
        if name and start <= mention.start and mention.end <= end:
            cuts.append((mention.start, mention.end, name))
    pieces, at = [], start
    for cut_start, cut_end, put in sorted(cuts):
        if cut_start >= at:
            pieces += [source[at:cut_start], put]
        at = max(at, cut_end)
    return " ".join("".join([*pieces, source[at:end]]).split())


def _name_for(mention: Mention, names: Mapping[str, StoryEntity]) -> str | None:
    entity = names.get(mention.entity) if mention.kind == "pronoun" else None
    return entity.name if entity is not None and entity.named else None
