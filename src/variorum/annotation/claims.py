"""Claims of one article: clauses that can be put beside those of another report."""

from spacy.tokens import Doc, Token

from variorum.annotation.clauses import Clause, find_clauses
from variorum.annotation.polarity import is_negated
from variorum.annotation.references import References
from variorum.records.annotation import Claim, Quantity, Quotation, Time
from variorum.records.article import Span


def find_claims(
    doc: Doc,
    references: References,
    quotations: tuple[Quotation, ...],
    times: tuple[Time, ...],
    quantities: tuple[Quantity, ...],
) -> tuple[Claim, ...]:
    """The claims of ``doc`` in text order; ``voice`` is the innermost quotation that holds the clause."""
    return tuple(
        _claim(
            number, clause, references=references, quotations=quotations, times=times, quantities=quantities
        )
        for number, clause in enumerate(find_clauses(doc).items, 1)
    )


def _claim(
    number: int,
    clause: Clause,
    *,
    references: References,
    quotations: tuple[Quotation, ...],
    times: tuple[Time, ...],
    quantities: tuple[Quantity, ...],
) -> Claim:
    span = _span(clause.head)
    return Claim(
        f"c{number}",
        span,
        _entity(clause.subject, references),
        clause.head.lemma_.lower(),
        _entity(clause.object, references),
        "negative" if is_negated(clause) else "positive",
        "asserted",
        _voice(clause.head, quotations),
        terms=tuple(t.lemma_.lower() for t in clause.head.subtree if t.is_alpha and not t.is_stop),
        times=tuple(t.id for t in times if span[0] <= t.start and t.end <= span[1]),
        quantities=tuple(q.id for q in quantities if span[0] <= q.start and q.end <= span[1]),
    )


def _span(head: Token) -> Span:
    words = [t for t in head.subtree if not (t.is_space or t.is_punct)]
    return words[0].idx, words[-1].idx + len(words[-1])


def _entity(token: Token | None, references: References) -> str | None:
    if token is None:
        return None
    mention = references.mention_at(token.idx, token.idx + len(token))
    return mention.entity if mention else None


def _voice(head: Token, quotations: tuple[Quotation, ...]) -> str | None:
    holding = [(e - s, q.id) for q in quotations for s, e in q.content if s <= head.idx < e]
    return min(holding)[1] if holding else None
