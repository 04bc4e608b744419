"""Findings of the annotators, placed back into the source: offsets, ids from content, references between them renamed."""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from variorum.annotation.placement import Placement
from variorum.annotation.references import References
from variorum.records.annotation import AnnotatedArticle, Entity, Spans
from variorum.records.article import Article, Field, Span, passage_of
from variorum.records.ids import finding_id

R = TypeVar("R")

ONE_SPAN = ("span", "of", "subject_span", "predicate_span", "object_span")
MANY_SPANS = ("content", "cue", "source", "addressee", "medium")
ENTITY_IDS = ("entity", "speaker", "subject", "object", "place")
ENTITY_LISTS = ("candidates", "chain", "actors", "recipients")
FINDING_IDS = ("voice", "time", "anchor")
FINDING_LISTS = ("times", "quantities")
KINDS = {"Quotation": "quotation", "Time": "time", "Quantity": "number", "EventMention": "event", "Claim": "claim"}


def place_record(record: R, placement: Placement) -> R:
    """``record`` with all its analysis spans turned into source spans of one field (pieces in another field dropped)."""
    values: dict[str, Any] = {}
    field: Field = "text"
    if hasattr(record, "start") and hasattr(record, "end"):
        field, (values["start"], values["end"]) = placement.place(record.start, record.end)
    elif first := _first_span(record):
        field, _ = placement.place(*first)
    for name in ONE_SPAN:
        span: Span | None = getattr(record, name, None)
        if span is not None:
            values[name] = _placed(placement, span, field)
    for name in MANY_SPANS:
        if hasattr(record, name):
            values[name] = _placed_all(placement, getattr(record, name), field)
    if hasattr(record, "field"):
        values["field"] = field
    return dataclasses.replace(record, **values)  # type: ignore[type-var]


def _first_span(record: object) -> Span | None:
    content: Spans = getattr(record, "content", ())
    return content[0] if content else getattr(record, "span", None)


def _placed(placement: Placement, span: Span, field: Field) -> Span | None:
    where, placed = placement.place(*span)
    return placed if where == field else None


def _placed_all(placement: Placement, spans: Spans, field: Field) -> Spans:
    placed = (placement.place(*span) for span in spans)
    return tuple(span for where, span in placed if where == field)


def content_id(article: Article, record: Any) -> str:
    """The id of a placed finding: its kind and every passage it names."""
    kind = KINDS[type(record).__name__]
    spans = [(record.start, record.end)] if hasattr(record, "start") else []
    spans += [s for name in ONE_SPAN if (s := getattr(record, name, None)) is not None]
    spans += [s for name in MANY_SPANS for s in getattr(record, name, ())]
    passages = [passage_of(article, span, record.field) for span in spans]
    return finding_id(kind, passages, *(str(getattr(record, "type", "")), str(getattr(record, "predicate", ""))))


def rename(record: R, entities: Mapping[str, str], findings: Mapping[str, str]) -> R:
    """``record`` with provisional entity and finding ids replaced by final ones."""
    values: dict[str, Any] = {}
    for names, many, table in (
        (ENTITY_IDS, False, entities),
        (ENTITY_LISTS, True, entities),
        (FINDING_IDS, False, findings),
        (FINDING_LISTS, True, findings),
    ):
        for name in names:
            old = getattr(record, name, None)
            if old:
                values[name] = tuple(table.get(o, o) for o in old) if many else table.get(old, old)
    if isinstance(values.get("terms", getattr(record, "terms", None)), tuple):
        values["terms"] = tuple(_term(t, entities) for t in record.terms)  # type: ignore[attr-defined]
    return dataclasses.replace(record, **values)  # type: ignore[type-var]


def _term(term: str, entities: Mapping[str, str]) -> str:
    return "@" + entities.get(term[1:], term[1:]) if term.startswith("@") else term


@dataclasses.dataclass(frozen=True, slots=True)
class Words:
    """Sentences, and content-bearing tokens with their lemmas, of an analysed document."""

    sentences: Spans
    tokens: Spans
    lemmas: tuple[str, ...]


def assemble(
    article: Article, placement: Placement, references: References, words: Words, findings: Mapping[str, Iterable[Any]]
) -> AnnotatedArticle:
    """Put everything found in ``article`` into one record. ``findings`` maps the record's field names to findings."""
    entity_ids = {e.id: f"{article.id}/{e.id}" for e in references.entities}
    placed = {name: [place_record(r, placement) for r in records] for name, records in findings.items()}
    ids = {r.id: content_id(article, r) for records in placed.values() for r in records if hasattr(r, "id")}
    final: dict[str, Any] = {name: tuple(_final(r, entity_ids, ids) for r in records) for name, records in placed.items()}
    base: dict[str, Any] = {f.name: getattr(article, f.name) for f in dataclasses.fields(Article)}
    tokens, lemmas = _kept_tokens(placement, words)
    return AnnotatedArticle(
        **base,
        sentences=_placed_all(placement, words.sentences, "text"),
        tokens=tokens,
        lemmas=lemmas,
        mentions=tuple(rename(place_record(m, placement), entity_ids, {}) for m in references.mentions),
        entities=tuple(_placed_entity(e, placement, entity_ids) for e in references.entities),
        **final,
    )


def _final(record: Any, entity_ids: Mapping[str, str], ids: Mapping[str, str]) -> Any:
    renamed = rename(record, entity_ids, ids)
    return dataclasses.replace(renamed, id=ids[record.id]) if hasattr(record, "id") else renamed


def _kept_tokens(placement: Placement, words: Words) -> tuple[Spans, tuple[str, ...]]:
    pairs = [(placement.place(*t), lemma) for t, lemma in zip(words.tokens, words.lemmas, strict=True)]
    body = [(span, lemma) for (field, span), lemma in pairs if field == "text"]
    return tuple(span for span, _ in body), tuple(lemma for _, lemma in body)


def _placed_entity(entity: Entity, placement: Placement, entity_ids: Mapping[str, str]) -> Entity:
    roles = tuple(place_record(role, placement) for role in entity.roles)
    return dataclasses.replace(entity, id=entity_ids[entity.id], roles=roles)
