"""Findings of a story as tables for spreadsheets and statistics: one row per finding, with its passage and offsets.

Each table has a fixed header. Ids are those of ``story.json``; people and bodies are given by the name and the id of the story
entity. Several values in one cell are parted by ``; ``. A row whose passage does not verify is left out.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from variorum.records import AnnotatedArticle, EventMention, Passage, Quantity, Quotation, Story, Time, passage_of
from variorum.records.article import Field, Span
from variorum.rendering.display import shown, visible
from variorum.rendering.edition import Edition, Placed, make_edition
from variorum.rendering.wording import dated_on

Cell = str | int | float | None
Row = tuple[Cell, ...]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters with which a spreadsheet takes a cell for a formula; an apostrophe is put before text that begins so
(OWASP, CSV injection)."""
WHOLE = 1e15
"""Below it a number without decimals is written as a whole number."""
PLACE = ("article", "outlet", "published", "field", "start", "end", "exact")
BY = ("method", "score", "reason")


def table_csv(story: Story, table: str) -> str:
    """The table ``table`` (a key of ``TABLES``) as CSV after RFC 4180, with a header; an absent value is an empty cell."""
    header, rows = TABLES[table]
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows(make_edition(story)))
    return stream.getvalue()


def _cell(value: Cell) -> Cell:
    if isinstance(value, float) and value.is_integer() and abs(value) < WHOLE:
        return int(value)
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _place(edition: Edition, passage: Placed) -> Row | None:
    """The cells of ``PLACE``; ``None`` where the passage does not verify."""
    report = edition.by_article.get(passage.article)
    if report is None or edition.cite(passage) is None:
        return None
    day = dated_on(report.article.published)
    return passage.article, report.outlet, day, passage.field, passage.start, passage.end, passage.exact


def _joined(values: Sequence[str]) -> str:
    return "; ".join(values)


def _names(edition: Edition, entities: Sequence[str]) -> str:
    return _joined([edition.name(e) or edition.local_name(e) for e in entities])


def _ids(edition: Edition, entities: Sequence[str]) -> str:
    return _joined([edition.homes.get(e, e) for e in entities])


def _words(article: AnnotatedArticle, spans: Sequence[Span], field: Field) -> str:
    return " … ".join(shown(article, span, field) for span in spans)


def _timeline(edition: Edition) -> Iterator[Row]:
    for entry in edition.story.timeline:
        placed = [(p, row) for p in entry.passages if (row := _place(edition, p))]
        if placed:
            reports = len({p.article for p, _ in placed})
            told = (entry.id, entry.earliest, entry.latest, entry.grain, entry.status, entry.origins, reports, entry.text)
            yield *told, *placed[0][1], _spans([p for p, _ in placed]), *_by(entry.by)


def _spans(passages: Sequence[Passage]) -> str:
    return _joined([f"{p.article}:{'title:' if p.field == 'title' else ''}{p.start}-{p.end}" for p in passages])


def _by(by: object) -> Row:
    return tuple(getattr(by, key, None) for key in BY)


def _quotations(edition: Edition) -> Iterator[Row]:
    sayings = {(r.article, r.quotation): u.id for u in edition.story.utterances for r in u.quotations}
    for article in edition.story.articles:
        for q in article.quotations:
            place = _place(edition, _hull(article, q)) if q.content else None
            if place:
                yield q.id, *place, *_quotation(edition, article, q), sayings.get((article.id, q.id)), *_by(q.by)


def _hull(article: AnnotatedArticle, quotation: Quotation) -> Passage:
    """What was said, from its first to its last character, with what stands between its pieces."""
    return passage_of(article, (quotation.content[0][0], quotation.content[-1][1]), quotation.field)


def _quotation(edition: Edition, article: AnnotatedArticle, q: Quotation) -> Row:
    content, cue, source, addressee, medium = (
        _words(article, spans, q.field) for spans in (q.content, q.cue, q.source, q.addressee, q.medium)
    )
    speaker = (q.speaker,) if q.speaker else ()
    who = (_names(edition, speaker), _ids(edition, speaker), _names(edition, q.chain))
    return content, q.kind, q.act, q.polarity, q.modality, *who, source, cue, addressee, medium


def _figures(edition: Edition) -> Iterator[Row]:
    for article in edition.story.articles:
        times = {t.id: t for t in article.times}
        for n in article.quantities:
            if place := _place(edition, passage_of(article, (n.start, n.end), n.field)):
                told = _figure(article, n, times.get(n.time or ""))
                yield n.id, *place, *told, *_cited(edition, article, n.voice), *_by(n.by)


def _cited(edition: Edition, article: AnnotatedArticle, voice: str | None) -> Row:
    """The quotation that gives something, and its speaker by name."""
    found = edition.quotations.get((article.id, voice or ""))
    return voice, _names(edition, (found.speaker,)) if found and found.speaker else ""


def _figure(article: AnnotatedArticle, n: Quantity, time: Time | None) -> Row:
    of = _words(article, (n.of,), n.field) if n.of else ""
    when = (time.value, time.earliest, time.latest) if time else (None, None, None)
    return n.value, n.hedge, n.low, n.high, n.unit, " ".join(n.thing), of, *when


def _times(edition: Edition) -> Iterator[Row]:
    for article in edition.story.articles:
        for t in article.times:
            if place := _place(edition, passage_of(article, (t.start, t.end), t.field)):
                yield t.id, *place, t.type, t.value, t.earliest, t.latest, t.anchor, t.mod, t.relation, *_by(t.by)


def _actions(edition: Edition) -> Iterator[Row]:
    for article in edition.story.articles:
        times = {t.id: t for t in article.times}
        for e in article.event_mentions:
            if place := _place(edition, passage_of(article, (e.start, e.end), e.field)):
                yield e.id, *place, *_action(edition, e, times.get(e.time or "")), *_by(e.by)


def _action(edition: Edition, e: EventMention, time: Time | None) -> Row:
    sides = ((e.actors, e.actor_codes), (e.recipients, e.recipient_codes))
    parties = (v for ids, codes in sides for v in (_names(edition, ids), _ids(edition, ids), _joined(codes)))
    when = (time.value, time.earliest, time.latest) if time else (None, None, None)
    place = _names(edition, (e.place,)) if e.place else ""
    return e.type, e.mode, *parties, *when, place, _joined(e.contexts), e.polarity, e.modality, e.voice


def _statements(edition: Edition) -> Iterator[Row]:
    for g in edition.story.claim_groups:
        told = (g.id, g.status, len(g.origins), _names(edition, g.speakers))
        for m in g.members:
            if place := _place(edition, m):
                yield *told, *place, m.claim, m.voice, *_by(g.by)


def _differences(edition: Edition) -> Iterator[Row]:
    for d in edition.story.disagreements:
        told = (d.id, d.kind, edition.name(d.about) or d.about, d.judgement)
        for m in d.members:
            if place := _place(edition, m):
                yield *told, *place, m.value, m.low, m.high, _names(edition, (m.voice,) if m.voice else ()), *_by(d.by)


def _reuse(edition: Edition) -> Iterator[Row]:
    for r in edition.story.reuse:
        for m in r.members:
            if place := _place(edition, m):
                yield r.id, r.kind, r.origin, *place, *_by(r.by)


def _entities(edition: Edition) -> Iterator[Row]:
    for e in edition.story.entities:
        placed = [p for p in e.mentions if edition.cite(p)]
        reports = len({p.article for p in placed})
        yield e.id, e.name, e.type, e.country, _joined(e.aliases), _joined(e.roles), reports, len(placed), *_by(e.by)


def _reports(edition: Edition) -> Iterator[Row]:
    origin = {article: number for number, group in enumerate(edition.story.origins, 1) for article in group}
    for r in edition.reports:
        a = r.article
        dates = (a.published.value, a.published.earliest, a.published.latest, a.published.basis)
        yield a.id, r.letter, a.outlet, r.title, a.byline, a.url, a.language, *dates, origin.get(a.id), a.duplicate_of, a.event


WHEN = ("time", "earliest", "latest")
Table = tuple[tuple[str, ...], Callable[[Edition], Iterator[Row]]]
TABLES: Mapping[str, Table] = MappingProxyType({
    "timeline": (
        ("id", "earliest", "latest", "grain", "status", "origins", "reports", "text", *PLACE, "passages", *BY), _timeline,
    ),
    "quotations": (
        ("id", *PLACE, "content", "kind", "act", "polarity", "modality", "speaker", "speaker_id", "chain", "source", "cue",
         "addressee", "medium", "utterance", *BY), _quotations,
    ),
    "figures": (("id", *PLACE, "value", "hedge", "low", "high", "unit", "thing", "of", *WHEN, "voice", "cited", *BY), _figures),
    "times": (("id", *PLACE, "type", "value", "earliest", "latest", "anchor", "mod", "relation", *BY), _times),
    "actions": (
        ("id", *PLACE, "type", "mode", "actors", "actor_ids", "actor_codes", "recipients", "recipient_ids", "recipient_codes",
         *WHEN, "place", "contexts", "polarity", "modality", "voice", *BY), _actions,
    ),
    "statements": (("group", "status", "origins", "speakers", *PLACE, "claim", "voice", *BY), _statements),
    "differences": (("id", "kind", "about", "judgement", *PLACE, "value", "low", "high", "voice", *BY), _differences),
    "reuse": (("id", "kind", "origin", *PLACE, *BY), _reuse),
    "entities": (("id", "name", "type", "country", "aliases", "roles", "reports", "mentions", *BY), _entities),
    "reports": (
        ("id", "letter", "outlet", "title", "byline", "url", "language", "published", "earliest", "latest", "basis", "origin",
         "duplicate_of", "event"), _reports,
    ),
})  # fmt: skip
"""Table to its header and its rows."""
