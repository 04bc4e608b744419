"""Figures of one thing told in other words: "moved 6,000 residents to safety", "more than 11,000 had to leave their homes".

Two numbers of near size whose clauses are each other's nearest in the other report, as the sentence encoder reads them with the
number left out, count one thing where neither report gives the other's number and nothing tells them apart.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from variorum.collation.claim_sentences import sentence_at
from variorum.collation.claim_setting import Setting
from variorum.collation.claim_statements import Statement
from variorum.collation.claim_verdicts import Verdict
from variorum.collation.disagreement_figures import judge_figures, relate
from variorum.collation.encoder import Encoder
from variorum.collation.figure_matters import near_in_size, periods_fit, places_fit, settle
from variorum.collation.figure_things import counted_things, is_people, kind_of
from variorum.collation.figures import Figure, find_figures

NEAR, NEAR_OTHER_NOUN = 0.35, 0.5
"""Least cosine of two clauses less their numbers: of one noun, and of two nouns for people or one noun left out. Set on
invented situations."""

TIMES = 2.0
"""How many times the other a number may be; beyond it two things are likelier than two counts of one."""

LEAST = 3
"""Smallest number that is compared: one and two recur by chance."""

MOST = 400
"""Figures of a story that are compared with each other."""

NUMBER = "many"
"""What stands for a number in the text that is encoded."""


def amount_verdicts(statements: Sequence[Statement], setting: Setting, encoder: Encoder | None) -> Iterator[Verdict]:
    """A verdict for every two figures of two reports that are each other's nearest and do not agree; none without encoder."""
    if encoder is None:
        return
    places = frozenset(e.id for e in setting.entities.values() if e.type in ("place", "government"))
    found = settle(find_figures(statements, places=places, names=setting.entity_of))
    figures = [f for f in found if _is_told(f)][:MOST]
    pairs = [(a, b) for a, b in combinations(figures, 2) if a.article.id != b.article.id and _one_sort(a, b)]
    near = _likeness(pairs, encoder)
    best = _best(pairs, near)
    for (a, b), cosine in zip(pairs, near, strict=True):
        nearest = cosine == best[_key(a), b.article.id] == best[_key(b), a.article.id]
        if nearest and cosine >= (NEAR if _one_noun(a, b) else NEAR_OTHER_NOUN) and _may_differ(a, b, setting):
            verdict = judge_figures(a, b)
            if verdict is not None:
                yield verdict


def _is_told(figure: Figure) -> bool:
    """Whether the figure stands in a clause of the body; shares of a whole are told of too many wholes."""
    return figure.quantity.field == "text" and figure.quantity.unit not in ("percent", "percentage point")


def _one_sort(a: Figure, b: Figure) -> bool:
    """Whether unit and noun let both count one sort of thing."""
    if a.quantity.unit != b.quantity.unit or a.quantity.value == b.quantity.value:
        return False
    unnamed = not (a.quantity.thing and b.quantity.thing)
    return _one_noun(a, b) or (_of_people(a) and _of_people(b)) or (unnamed and a.thing == b.thing)


def _one_noun(a: Figure, b: Figure) -> bool:
    one, other = a.quantity.thing[-1:], b.quantity.thing[-1:]
    return bool(one and other) and kind_of(one[0]) == kind_of(other[0])


def _of_people(figure: Figure) -> bool:
    """Whether people are counted, by the noun or by what is said to happen to them."""
    noun = figure.quantity.thing[-1] if figure.quantity.thing else ""
    listed = any(noun in row.heads and "people" in row.heads for row in counted_things())
    return figure.quantity.unit is None and (listed or is_people(noun))


def _likeness(pairs: Sequence[tuple[Figure, Figure]], encoder: Encoder) -> list[float]:
    """Cosines of the clauses of pairs of figures, three decimals."""
    texts = sorted({_clause(f) for pair in pairs for f in pair})
    vectors = encoder.encode(texts) if texts else None
    row = {text: n for n, text in enumerate(texts)}
    if vectors is None:
        return []
    return [round(float(np.dot(vectors[row[_clause(a)]], vectors[row[_clause(b)]])), 3) for a, b in pairs]


def _clause(figure: Figure) -> str:
    """The clause of a figure, else its sentence, with a word for the number."""
    q, text = figure.quantity, figure.article.text
    span = figure.statement.claim.span if figure.statement is not None and figure.statement.claim.field == "text" else None
    if span is None or not span[0] <= q.start < span[1]:
        span = sentence_at(figure.article, q.start, q.end)
    return " ".join(f"{text[span[0] : q.start]} {NUMBER} {text[q.end : span[1]]}".split())


def _key(figure: Figure) -> tuple[str, str]:
    return figure.article.id, figure.quantity.id


def _best(pairs: Sequence[tuple[Figure, Figure]], near: Sequence[float]) -> dict[tuple[tuple[str, str], str], float]:
    """The cosine of the nearest figure in another report, by figure and report."""
    best: dict[tuple[tuple[str, str], str], float] = {}
    for (a, b), cosine in zip(pairs, near, strict=True):
        for key in ((_key(a), b.article.id), (_key(b), a.article.id)):
            best[key] = max(best.get(key, -1.0), cosine)
    return best


def _may_differ(a: Figure, b: Figure, setting: Setting) -> bool:
    """Whether nothing tells two things apart: size, time, place, what befalls them, or both numbers in one report."""
    if min(a.quantity.value, b.quantity.value) < LEAST or not near_in_size(a, b, TIMES) or relate(a, b) == "same":
        return False
    if (a.fates and b.fates and not a.fates & b.fates) or (a.thing != b.thing and _is_listed(a) and _is_listed(b)):
        return False
    if _gives(a, b) or _gives(b, a) or _unreal(a) or _unreal(b):
        return False
    return periods_fit(a, b) and not (_was_before(a) or _was_before(b)) and places_fit(a, b, setting)


def _was_before(figure: Figure) -> bool:
    """Whether it held in a year before that of its report, and so is told of another occasion."""
    return figure.period is not None and figure.reported is not None and figure.period[1][:4] < figure.reported[0][:4]


def _is_listed(figure: Figure) -> bool:
    """Whether what is counted is a row of the list of counted things: the dead are not the missing."""
    return any(row.thing == figure.thing for row in counted_things())


def _gives(a: Figure, b: Figure) -> bool:
    """Whether the report of ``a`` gives the number of ``b`` somewhere."""
    return any(q.value == b.quantity.value and q.unit == b.quantity.unit for q in a.article.quantities)


def _unreal(figure: Figure) -> bool:
    """Whether the clause only tells of what may or must not be."""
    return figure.statement is not None and figure.statement.modality in ("possible", "question")
