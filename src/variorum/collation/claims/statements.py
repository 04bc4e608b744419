"""Claims as the whole story sees them: names folded to story entities, pronouns filled in, words to concepts."""

import functools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from variorum.collation.claims.denials import claim_polarity, is_asked, linked_predicate
from variorum.collation.claims.nations import Nations, nations_of
from variorum.collation.claims.sentences import concepts_in
from variorum.collation.claims.words import act_concept, concept_of, number_words
from variorum.records.annotation import AnnotatedArticle, Claim, Mention, Modality, Polarity, Quantity, Quotation, Time
from variorum.records.article import Span
from variorum.records.story import StoryEntity


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim with what it refers to looked up.

    ``text`` is its clause without furniture and with names for pronouns; ``terms`` are its distinct concepts without numbers
    and dates, sorted, names as ``@`` and the story entity's id; ``predicate`` has the state for a linking verb ("be closed"
    for "remains closed"); ``polarity`` counts denials around the clause too and ``modality`` questions; ``subject``,
    ``object`` and ``speaker`` are story entity ids; ``origin`` counts in the story's origins; ``quotation`` is what voices
    the claim (``None``: the outlet); ``subject_terms`` and ``object_terms`` are the concepts of these phrases.
    ``facts`` remembers what was worked out from it alone (see ``once``).
    """

    article: AnnotatedArticle
    claim: Claim
    origin: int
    text: str
    terms: tuple[str, ...]
    predicate: str
    polarity: Polarity
    modality: Modality
    subject: str | None
    object: str | None
    speaker: str | None
    quotation: Quotation | None
    times: tuple[Time, ...]
    quantities: tuple[Quantity, ...]
    subject_terms: frozenset[str]
    object_terms: frozenset[str]
    facts: dict[Callable[..., Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def key(self) -> tuple[str, str]:
        """Article id and claim id: what names this statement in a story."""
        return self.article.id, self.claim.id


Fact = TypeVar("Fact")


def once(fact: Callable[[Statement], Fact]) -> Callable[[Statement], Fact]:
    """``fact`` of a statement, worked out once for each, however many others it is compared with; it must not change."""

    @functools.wraps(fact)
    def known(statement: Statement) -> Fact:
        if fact not in statement.facts:
            statement.facts[fact] = fact(statement)
        return cast(Fact, statement.facts[fact])

    return known


@dataclass(frozen=True, slots=True)
class Roll:
    """Who is who: ``names`` maps entities of articles to those of the story."""

    names: Mapping[str, StoryEntity]
    nations: Nations

    def id(self, entity: str | None) -> str | None:
        """The story entity of an entity of an article; unknown ones stay as they are."""
        return self.names[entity].id if entity is not None and entity in self.names else entity

    def party(self, entity: str | None) -> str | None:
        """The same with one entity for a land, its government and its people."""
        found = self.id(entity)
        return self.nations.canonical.get(found, found) if found is not None else None


def roll_of(entities: Sequence[StoryEntity]) -> Roll:
    """The roll of a story."""
    return Roll({member: entity for entity in entities for member in entity.members}, nations_of(entities))


def statements_of(
    articles: Sequence[AnnotatedArticle],
    entities: Sequence[StoryEntity],
    origins: Sequence[Sequence[str]] = (),
) -> tuple[Statement, ...]:
    """All claims of the articles that are no duplicates, in order of article id and place.

    Articles that ``origins`` does not name count as an origin each.
    """
    roll = roll_of(entities)
    numbers = origin_numbers(articles, origins)
    found = [s for article in counted(articles) for s in _statements(article, roll, numbers[article.id])]
    return tuple(sorted(found, key=lambda s: (s.article.id, s.claim.field != "title", s.claim.span, s.claim.id)))


def counted(articles: Sequence[AnnotatedArticle]) -> list[AnnotatedArticle]:
    """The articles that count: those that repeat no other, by id."""
    return sorted((a for a in articles if a.duplicate_of is None), key=lambda a: a.id)


def origin_numbers(articles: Sequence[AnnotatedArticle], origins: Sequence[Sequence[str]]) -> dict[str, int]:
    """Article id to the number of its origin; articles without one get numbers of their own."""
    numbers = {article: n for n, members in enumerate(sorted(map(sorted, origins))) for article in members}
    free = sorted(a.id for a in articles if a.id not in numbers)
    return numbers | {article: len(origins) + n for n, article in enumerate(free)}


def _statements(article: AnnotatedArticle, roll: Roll, origin: int) -> Iterator[Statement]:
    quotations = {q.id: q for q in article.quotations}
    times = {t.id: t for t in article.times}
    quantities = {q.id: q for q in article.quantities}
    mentions = {field: [m for m in article.mentions if m.field == field] for field in ("text", "title")}
    for claim in article.claims:
        quotation = quotations.get(claim.voice or "")
        dates = tuple(times[t] for t in claim.times if t in times and not _leads_in(article, claim, times[t]))
        figures = tuple(quantities[q] for q in claim.quantities if q in quantities)
        yield Statement(
            article,
            claim,
            origin,
            clause_text(article, claim.span, field_mentions=mentions[claim.field], names=roll.names, field=claim.field),
            claim_terms(claim, roll, without=_number_words(article, claim, (*dates, *figures))),
            linked_predicate(article, claim),
            claim_polarity(article, claim),
            "question" if is_asked(article, claim) else claim.modality,
            roll.party(claim.subject),
            roll.party(claim.object),
            roll.id(quotation.speaker if quotation else None),
            quotation,
            dates,
            figures,
            _phrase_terms(article, claim, claim.subject_span, roll.party(claim.subject)),
            _phrase_terms(article, claim, claim.object_span, roll.party(claim.object)),
        )


def _phrase_terms(article: AnnotatedArticle, claim: Claim, span: Span | None, entity: str | None) -> frozenset[str]:
    """Concepts of the words of a phrase, with the entity it refers to."""
    known = frozenset({f"@{entity}"} if entity else ())
    if span is None:
        return known
    if claim.field != "text":
        words = (article.title or "")[span[0] : span[1]].casefold().split()
        return known | frozenset(concept_of(w) for w in words)
    return known | concepts_in(article, span)


def _leads_in(article: AnnotatedArticle, claim: Claim, time: Time) -> bool:
    """Whether the time is measured from the clause and so dates another one: "two months after it declared victory"."""
    source = article.text if claim.field == "text" else article.title or ""
    follows = source[time.end : claim.span[1]].split(maxsplit=1)[:1] or source[time.start : time.end].split()[-1:]
    start = (claim.subject_span or claim.predicate_span or claim.span)[0]
    return time.start < start and follows[0].casefold() in ("after", "before", "since") if follows else False


def _number_words(article: AnnotatedArticle, claim: Claim, found: Sequence[Time | Quantity]) -> frozenset[str]:
    source = article.text if claim.field == "text" else article.title or ""
    return frozenset(w.casefold().strip(".,") for f in found for w in source[f.start : f.end].split())


def claim_terms(claim: Claim, roll: Roll, *, without: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The distinct concepts of a claim, sorted; who acts and who is acted upon count also where a pronoun stands for them."""
    verb = claim.predicate.split()[0] if claim.predicate else ""
    kept = (t for t in claim.terms if t not in without and not _is_number(t))
    terms = {act_concept(t) if t == verb else _term(t, roll) for t in kept}
    for entity in (claim.subject, claim.object):
        if entity is not None and entity in roll.names and roll.names[entity].named:
            terms.add(f"@{roll.party(entity)}")
    return tuple(sorted(terms))


def _is_number(term: str) -> bool:
    return term[:1].isdigit() or term in number_words()


def _term(term: str, roll: Roll) -> str:
    if term.startswith("@"):
        return f"@{roll.party(term[1:])}"
    nation = roll.nations.of(term)
    return f"@{nation}" if nation else concept_of(term)


def clause_text(
    article: AnnotatedArticle,
    span: Span,
    *,
    field_mentions: Sequence[Mention] = (),
    names: Mapping[str, StoryEntity] | None = None,
    field: str = "text",
    described: bool = False,
) -> str:
    """What stands at ``span`` less its furniture, white space folded, with names put in for pronouns that refer to one whom
    nothing else there names, and for descriptions too where ``described``."""
    source = article.text if field == "text" else article.title or ""
    start, end = span
    cuts = [(f.start, f.end, "") for f in article.furniture if field == "text" and f.start < end and start < f.end]
    inside = sorted((m for m in field_mentions if start <= m.start and m.end <= end), key=lambda m: (m.start, m.end))
    cuts += _names_put(inside, names or {}, described=described)
    pieces, at = [], start
    for cut_start, cut_end, put in sorted(cuts):
        if cut_start >= at:
            pieces += [source[at:cut_start], put]
        at = max(at, cut_end)
    return " ".join("".join([*pieces, source[at:end]]).split())


def _names_put(
    mentions: Sequence[Mention], names: Mapping[str, StoryEntity], *, described: bool
) -> Iterator[tuple[int, int, str]]:
    """Where a name goes, and which: "Ilse Corman kept her promise" stays as it is, since her name stands there already."""
    told = {names[m.entity].id for m in mentions if m.kind == "name" and m.entity in names}
    for mention in mentions:
        entity = names.get(mention.entity)
        if entity is None or not entity.named or mention.kind == "name":
            continue
        if entity.id not in told if mention.kind == "pronoun" else described:
            told.add(entity.id)
            yield mention.start, mention.end, entity.name
