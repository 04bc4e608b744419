"""Findings of the annotators, placed back into the source: offsets, ids from content, references between them renamed."""

import dataclasses
import functools
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from variorum.annotation.coreference.references import References
from variorum.annotation.placement import Placement
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


@dataclasses.dataclass(frozen=True, slots=True)
class _Kind:
    """The fields of one type of record, by what is done with them."""

    names: tuple[str, ...]
    one_span: tuple[str, ...]
    many_spans: tuple[str, ...]
    ids: tuple[tuple[str, bool, bool], ...]
    """Fields that hold ids: name, whether they hold several, whether of entities (else of findings)."""

    has_start: bool
    has_field: bool


@functools.cache
def _kind(record: type) -> _Kind:
    names = tuple(f.name for f in dataclasses.fields(record))
    rows = ((ENTITY_IDS, False, True), (ENTITY_LISTS, True, True), (FINDING_IDS, False, False), (FINDING_LISTS, True, False))
    return _Kind(
        names,
        tuple(name for name in ONE_SPAN if name in names),
        tuple(name for name in MANY_SPANS if name in names),
        tuple((name, many, entities) for listed, many, entities in rows for name in listed if name in names),
        "start" in names,
        "field" in names,
    )


def _kind_of(record: object) -> _Kind:
    return _kind(type(record))  # type: ignore[arg-type]


def _with(record: R, values: Mapping[str, Any]) -> R:
    """``record`` with other ``values``: ``dataclasses.replace`` less its checks, which cost as much as a claim."""
    kept = {name: values[name] if name in values else getattr(record, name) for name in _kind_of(record).names}
    return type(record)(**kept)


def _placed_values(record: Any, placement: Placement) -> dict[str, Any]:
    """All analysis spans of ``record`` turned into source spans of one field (pieces in another field dropped)."""
    kind = _kind_of(record)
    values: dict[str, Any] = {}
    field: Field = "text"
    if kind.has_start:
        field, (values["start"], values["end"]) = placement.place(record.start, record.end)
    elif first := _first_span(record):
        field, _ = placement.place(*first)
    for name in kind.one_span:
        span: Span | None = getattr(record, name)
        if span is not None:
            values[name] = _placed(placement, span, field)
    for name in kind.many_spans:
        values[name] = _placed_all(placement, getattr(record, name), field)
    if kind.has_field:
        values["field"] = field
    return values


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
    kind = _kind_of(record)
    return _content_id(article, record, {name: getattr(record, name) for name in kind.names})


def _content_id(article: Article, record: Any, placed: Mapping[str, Any]) -> str:
    """As ``content_id``, the placed spans and field given apart."""
    kind = _kind_of(record)
    spans = [(placed["start"], placed["end"])] if kind.has_start else []
    spans += [placed[name] for name in kind.one_span if placed.get(name) is not None]
    spans += [s for name in kind.many_spans for s in placed[name]]
    passages = [passage_of(article, span, placed["field"]) for span in spans]
    extra = (str(getattr(record, name)) if name in kind.names else "" for name in ("type", "predicate"))
    return finding_id(KINDS[type(record).__name__], passages, *extra)


def _renamed_values(record: Any, entities: Mapping[str, str], findings: Mapping[str, str]) -> dict[str, Any]:
    """The provisional entity and finding ids of ``record`` replaced by final ones."""
    kind = _kind_of(record)
    values: dict[str, Any] = {}
    for name, many, of_entities in kind.ids:
        old = getattr(record, name)
        if old:
            table = entities if of_entities else findings
            values[name] = tuple(table.get(o, o) for o in old) if many else table.get(old, old)
    if "terms" in kind.names and isinstance(record.terms, tuple):
        values["terms"] = tuple(_term(t, entities) for t in record.terms)
    return values


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
    placed = {name: [(r, _placed_values(r, placement)) for r in records] for name, records in findings.items()}
    rows = (row for named in placed.values() for row in named)
    ids = {r.id: _content_id(article, r, values) for r, values in rows if hasattr(r, "id")}
    final: dict[str, Any] = {name: tuple(_final(*row, entity_ids, ids) for row in rows) for name, rows in placed.items()}
    base: dict[str, Any] = {f.name: getattr(article, f.name) for f in dataclasses.fields(Article)}
    tokens, lemmas = _kept_tokens(placement, words)
    return AnnotatedArticle(
        **base,
        sentences=_placed_all(placement, words.sentences, "text"),
        tokens=tokens,
        lemmas=lemmas,
        mentions=tuple(_final(m, _placed_values(m, placement), entity_ids, {}) for m in references.mentions),
        entities=tuple(_placed_entity(e, placement, entity_ids) for e in references.entities),
        **final,
    )


def _final(record: Any, placed: Mapping[str, Any], entity_ids: Mapping[str, str], ids: Mapping[str, str]) -> Any:
    values = {**placed, **_renamed_values(record, entity_ids, ids)}
    if hasattr(record, "id"):
        values["id"] = ids[record.id]
    return _with(record, values)


def _kept_tokens(placement: Placement, words: Words) -> tuple[Spans, tuple[str, ...]]:
    """As ``Placement.place``, for all words of the body at once."""
    offsets, body = placement.offsets, placement.title_length
    kept = [((offsets[s], offsets[e - 1] + 1), n) for n, (s, e) in enumerate(words.tokens) if s >= body]
    return tuple(span for span, _ in kept), tuple(words.lemmas[n] for _, n in kept)


def _placed_entity(entity: Entity, placement: Placement, entity_ids: Mapping[str, str]) -> Entity:
    roles = tuple(_with(role, _placed_values(role, placement)) for role in entity.roles)
    return dataclasses.replace(entity, id=entity_ids[entity.id], roles=roles)
