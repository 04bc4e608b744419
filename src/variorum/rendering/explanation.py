"""The evidence for one finding, for a reader at a terminal: what it says, why, and every passage in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.errors import InputError
from variorum.records import AnnotatedArticle, Passage, Provenance, Quotation, Story, Utterance, passage_of
from variorum.records.article import Field, Span
from variorum.rendering.differences import voice_name
from variorum.rendering.display import shown, source_text
from variorum.rendering.edition import Edition, Placed, make_edition
from variorum.rendering.edits import spoken_pieces
from variorum.rendering.sayings import make_saying
from variorum.rendering.wording import JUDGEMENTS, STATUSES, count, kind_label, number_label, range_label

AROUND = 160
"""Characters of context on each side of a passage."""
NEAR = 400
"""Characters before reported words within which somebody else may have been meant."""
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Explained:
    """A finding of any kind: its id, what kind it is, what it says, its passages and who found it."""

    id: str
    kind: str
    lines: tuple[str, ...]
    passages: tuple[Placed, ...]
    by: Provenance | None


def render_explanation(story: Story, finding_id: str) -> str:
    """The evidence for the finding with that id, or with the only id that begins so (four characters at least).

    Raises ``InputError`` when the story has no such finding, or several.
    """
    edition = make_edition(story)
    found = _pick(list(_findings(edition)), finding_id)
    lines = [f"{found.id}  {found.kind}", *found.lines]
    if found.by:
        score = "" if found.by.score is None else f", score {found.by.score:.3f}"
        lines += [f"why: {found.by.reason}"] if found.by.reason else []
        lines.append(f"found by {found.by.method}{score}")
    return "\n".join((*lines, *_evidence(edition, found.passages))) + "\n"


def _pick(findings: Sequence[Explained], finding_id: str) -> Explained:
    exact = [f for f in findings if f.id == finding_id]
    near = exact or [f for f in findings if len(finding_id) >= SHORTEST and f.id.startswith(finding_id)]
    if len({f.id for f in near}) > 1:
        ids = ", ".join(sorted({f.id for f in near})[:5])
        raise InputError(f"{finding_id!r} begins several findings: {ids}: give more of it")
    if not near:
        raise InputError(f"this story has no finding {finding_id!r}: its ids stand in story.json and behind each # of the page")
    return near[0]


def _evidence(edition: Edition, passages: Sequence[Placed]) -> Iterator[str]:
    """Each passage between double brackets with what stands around it."""
    placed = [(p, c) for p in passages if (c := edition.cite(p))]
    for passage, cite in sorted(placed, key=lambda x: (x[1].report.order, x[1].field, x[1].span)):
        report, field = cite.report, f"{passage.field} " if passage.field == "title" else ""
        yield ""
        yield f"{report.letter} {report.name}, {report.date} [{report.article.id}], {field}{passage.start}–{passage.end}"
        yield f"  {in_place(report.article, (passage.start, passage.end), passage.field)}"
    if len(placed) < len(passages):
        yield f"\n{count(len(passages) - len(placed), 'passage')} did not match the report and cannot be shown"


def in_place(article: AnnotatedArticle, span: Span, field: Field) -> str:
    """The passage between double brackets with the words around it."""
    source, (start, end) = source_text(article, field), span
    first = 0 if start <= AROUND else source.rfind(" ", 0, start - AROUND) + 1
    last = len(source) if end + AROUND >= len(source) else source.find(" ", end + AROUND)
    last = len(source) if last < 0 else last
    before, here, after = (shown(article, s, field) for s in ((first, start), span, (end, last)))
    left = " " if source[start - 1 : start].isspace() and before else ""
    right = " " if source[end : end + 1].isspace() and after else ""
    return f"{'… ' if first else ''}{before}{left}[[{here}]]{right}{after}{' …' if last < len(source) else ''}"


def _findings(edition: Edition) -> Iterator[Explained]:
    yield from _utterances(edition)
    yield from _comparisons(edition)
    yield from _traces(edition)
    for article in edition.story.articles:
        yield from _article_findings(edition, article)


def _utterances(edition: Edition) -> Iterator[Explained]:
    for utterance in edition.story.utterances:
        yield Explained(
            utterance.id,
            "a saying",
            tuple(_saying_lines(edition, utterance)),
            tuple(_contents(edition, utterance)),
            utterance.by,
        )


def _saying_lines(edition: Edition, utterance: Utterance) -> Iterator[str]:
    yield f"speaker: {edition.name(utterance.speaker) or 'not established'}"
    saying = make_saying(edition, utterance)
    for version in saying.versions if saying else ():
        letters = " ".join(c.report.letter for c in version.cites)
        relation = f" ({version.relation})" if version.relation else ""
        yield f"{letters}: {spoken_pieces(version.pieces) or version.words}{relation}"


def _contents(edition: Edition, utterance: Utterance) -> Iterator[Passage]:
    for ref in utterance.quotations:
        quotation, report = edition.quotation(ref), edition.by_article.get(ref.article)
        if quotation and report:
            yield from (passage_of(report.article, span, quotation.field) for span in quotation.content)
    yield from utterance.unquoted


def _comparisons(edition: Edition) -> Iterator[Explained]:
    story = edition.story
    for group in story.claim_groups:
        origins = f"{count(len(group.members), 'passage')}, {count(len(group.origins), 'origin')}"
        speakers = [n for s in group.speakers if (n := edition.name(s))]
        lines = (f"{group.status}: {origins}", *([f"speakers: {', '.join(speakers)}"] if speakers else []))
        yield Explained(group.id, "a statement and who has it", lines, group.members, group.by)
    for d in story.disagreements:
        lines = (
            f"{edition.name(d.about) or d.about} ({kind_label(d).lower()}): {JUDGEMENTS[d.judgement].lower()}",
            *(
                f"{edition.by_article[m.article].letter}: {m.value}{_voice(edition, m.article, m.voice)}"
                for m in d.members
                if m.article in edition.by_article
            ),
        )
        yield Explained(d.id, "a difference", lines, d.members, d.by)
    for naming in story.naming:
        label = naming.label or edition.name(naming.about) or naming.about
        yield Explained(naming.id, "how reports name it", (label,), naming.terms, naming.by)
    for own in story.exclusives:
        yield Explained(own.id, "in one report only", (), own.passages, own.by)


def _voice(edition: Edition, article: str, voice: str | None) -> str:
    name = voice_name(edition, article, voice)
    return f" ({name})" if name else ""


def _traces(edition: Edition) -> Iterator[Explained]:
    story = edition.story
    for entry in story.timeline:
        standing = f"{STATUSES[entry.status]}, {count(entry.origins, 'origin')}"
        line = f"{range_label(entry.earliest, entry.latest)}: {entry.text} ({standing})"
        yield Explained(entry.id, "a dated fact", (line,), entry.passages, entry.by)
    for reuse in story.reuse:
        origin = edition.by_article.get(reuse.origin or "")
        line = f"{reuse.kind}{f', seems to come from {origin.letter} {origin.name}' if origin else ''}"
        yield Explained(reuse.id, "a copied passage", (line,), reuse.members, reuse.by)
    for relay in story.relays:
        source = edition.by_article.get(relay.source)
        name = source.name if source else edition.name(relay.source) or relay.source
        to = edition.by_article.get(relay.to)
        line = f"{name} → {f'{to.letter} {to.name}' if to else relay.to} ({', '.join(relay.basis)})"
        yield Explained(relay.id, "a relay", (line,), relay.passages, relay.by)


def _article_findings(edition: Edition, article: AnnotatedArticle) -> Iterator[Explained]:
    for q in article.quotations:
        yield Explained(
            q.id,
            f"a quotation ({q.kind}, {q.act})",
            tuple(_quotation_lines(edition, article, q)),
            tuple(passage_of(article, s, q.field) for s in q.content),
            q.by,
        )
    for t in article.times:
        passage = passage_of(article, (t.start, t.end), t.field)
        yield Explained(t.id, "a time", (f"{t.value}: {range_label(t.earliest, t.latest)}",), (passage,), t.by)
    for n in article.quantities:
        low, high = ("open" if v is None else number_label(v) for v in (n.low, n.high))
        passage = passage_of(article, (n.start, n.end), n.field)
        yield Explained(n.id, "a figure", (f"{' '.join(n.thing)}: {low} to {high}",), (passage,), n.by)
    for e in article.event_mentions:
        passage = passage_of(article, (e.start, e.end), e.field)
        yield Explained(e.id, "an action", (f"{e.type}, {e.polarity}, {e.modality}",), (passage,), e.by)
    for c in article.claims:
        line = f"{c.predicate}, {c.polarity}, {c.modality}"
        yield Explained(c.id, "a statement in one report", (line,), (passage_of(article, c.span, c.field),), None)


def _quotation_lines(edition: Edition, article: AnnotatedArticle, quotation: Quotation) -> Iterator[str]:
    yield f"speaker: {edition.name(quotation.speaker) or 'not established'}"
    for label, spans in (
        ("introduced by", quotation.cue),
        ("named as", quotation.source),
        ("said to", quotation.addressee),
        ("in", quotation.medium),
    ):
        words = _words(article, spans, quotation)
        if words:
            yield f"{label}: {words}"
    named = dict.fromkeys(edition.name(e) for e in _others_near(article, quotation))
    others = [name for name in named if name and name != edition.name(quotation.speaker)]
    if others:
        yield f"others named just before: {', '.join(others)}"


def _others_near(article: AnnotatedArticle, quotation: Quotation) -> tuple[str, ...]:
    """Who else could have been meant: candidates, or up to three persons and bodies named in the text just before."""
    if quotation.candidates or quotation.field != "text":
        return quotation.candidates
    begin = min(start for start, _ in (*quotation.content, *quotation.cue))
    speaking = {e.id for e in article.entities if e.type in ("person", "organisation", "government", "group")}
    near = [m for m in article.mentions if m.field == "text" and begin - NEAR <= m.start < begin and m.entity in speaking]
    names = dict.fromkeys(m.entity for m in reversed(near) if m.entity != quotation.speaker)
    return tuple(names)[:3]


def _words(article: AnnotatedArticle, spans: Sequence[Span], quotation: Quotation) -> str:
    return " … ".join(shown(article, span, quotation.field) for span in spans)
