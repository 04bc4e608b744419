"""Two figures side by side: which are compared, and what is read of them."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from variorum.collation.claims.sentences import sentence_at
from variorum.collation.claims.twin_ties import Tie, Twin, ties_of
from variorum.collation.encoder import Encoder
from variorum.collation.figures.find import Figure

NUMBER = "many"
"""What stands for a number in the text that is encoded."""

MOST = 400
"""Figures of one unit that are compared with each other; a story of many origins repeats itself beyond that."""

Pair = tuple[Figure, Figure]


def figure_pairs(figures: Sequence[Figure]) -> Iterator[Pair]:
    """Pairs of figures in one unit: of two reports, or of two voices in one."""
    by_unit: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.quantity.field == "text":
            by_unit.setdefault(figure.quantity.unit or "", []).append(figure)
    for unit in sorted(by_unit):
        for a, b in combinations(by_unit[unit][:MOST], 2):
            if a.extra == b.extra and (a.article.id != b.article.id or a.voice != b.voice):
                yield a, b


def figure_ties(pairs: Sequence[Pair], encoder: Encoder) -> list[Tie]:
    """How each pair is tied in meaning."""
    same = [a.quantity.value == b.quantity.value for a, b in pairs]
    return ties_of([(twin_of(a), twin_of(b)) for a, b in pairs], same, encoder)


def twin_of(figure: Figure) -> Twin:
    """The clause and sentence of a figure with a word for the number; the sentence alone where no clause is known."""
    q, article = figure.quantity, figure.article
    sentence = sentence_at(article, q.start, q.end)
    span = figure.statement.claim.span if figure.statement is not None and figure.statement.claim.field == "text" else sentence
    start, end = span if span[0] <= q.start < span[1] else sentence
    masked = [f"{article.text[low : q.start]} {NUMBER} {article.text[q.end : high]}" for low, high in ((start, end), sentence)]
    return Twin((article.id, q.id), *(" ".join(text.split()) for text in masked))
