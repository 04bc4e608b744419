"""Political events of one article, coded in PLOVER: who did what to whom."""

from spacy.tokens import Doc, Token

from variorum.annotation.clauses import Clause, find_clauses
from variorum.annotation.polarity import is_negated
from variorum.annotation.references import References
from variorum.language.lexicon import word_list
from variorum.records.annotation import EventMention, Quotation, Time
from variorum.records.provenance import Provenance


def find_event_mentions(
    doc: Doc, references: References, times: tuple[Time, ...], quotations: tuple[Quotation, ...]
) -> tuple[EventMention, ...]:
    """The events of ``doc`` in text order, each with the words that decided its code."""
    patterns = {row["verb"]: row for row in word_list("en", "plover_verbs")}
    found = [(c, patterns[c.head.lemma_]) for c in find_clauses(doc).items if c.head.lemma_ in patterns]
    return tuple(
        _event(
            number, clause, root=row["type"], mode=row["mode"] or None,
            references=references, times=times, quotations=quotations,
        )
        for number, (clause, row) in enumerate(found, 1)
    )


def _event(
    number: int,
    clause: Clause,
    *,
    root: str,
    mode: str | None,
    references: References,
    times: tuple[Time, ...],
    quotations: tuple[Quotation, ...],
) -> EventMention:
    head = clause.head
    return EventMention(
        f"v{number}",
        head.idx,
        head.idx + len(head),
        root,
        mode,
        _entities(clause.subject, references),
        _entities(clause.object, references),
        next((t.id for t in times if head.sent.start_char <= t.start < head.sent.end_char), None),
        "negative" if is_negated(clause) else "positive",
        "asserted",
        _voice(head, quotations),
        Provenance("events@1", None, f"The word “{head.text}” names it."),
    )


def _entities(token: Token | None, references: References) -> tuple[str, ...]:
    mention = references.mention_at(token.idx, token.idx + len(token)) if token is not None else None
    return (mention.entity,) if mention else ()


def _voice(head: Token, quotations: tuple[Quotation, ...]) -> str | None:
    holding = [(e - s, q.id) for q in quotations for s, e in q.content if s <= head.idx < e]
    return min(holding)[1] if holding else None
