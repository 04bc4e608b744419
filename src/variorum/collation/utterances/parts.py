"""The clauses of a saying: a report may give one of them as a whole, or put a "not" beside it that belongs to another."""

from collections.abc import Iterator

from variorum.collation.utterances.sayings import LEAST_TOLD, Saying, make_saying
from variorum.language.lexicon import words
from variorum.language.tokens import Words
from variorum.records.article import Span

LANGUAGE = "en"
MARKS = ",;:–—("
"""Marks before which, as before a conjunction, a clause may end."""
LEAST_TERMS = 2
"""Telling lemmas of a clause that is compared by itself."""


def clauses_of(saying: Saying) -> tuple[Saying, ...]:
    """The clauses of ``saying``, each as a saying of its own; none where it is one clause or has no verb known."""
    verbs = [c.predicate_span[0] for c in saying.article.claims if c.predicate_span and c.field == saying.quotation.field]
    pieces = list(_clauses(saying, verbs))
    made = [_part(saying, piece) for piece in pieces] if len(pieces) > 1 else []
    return tuple(part for part in made if len(part.words) >= LEAST_TOLD and len(part.terms) >= LEAST_TERMS)


def _clauses(saying: Saying, verbs: list[int]) -> Iterator[Words]:
    """The words cut before marks and conjunctions, so that every piece has a verb."""
    keys, spans = saying.words.keys, saying.words.spans
    start = 0
    for place in range(1, len(keys)):
        if _may_cut(saying, place) and _has_verb(spans[start:place], verbs) and _has_verb(spans[place:], verbs):
            yield Words(keys[start:place], spans[start:place])
            start = place
    yield Words(keys[start:], spans[start:])


def _may_cut(saying: Saying, place: int) -> bool:
    before, after = saying.words.spans[place - 1], saying.words.spans[place]
    between = saying.source[before[1] : after[0]]
    return any(mark in between for mark in MARKS) or saying.words.keys[place] in words(LANGUAGE, "conjunctions")


def _has_verb(spans: tuple[Span, ...], verbs: list[int]) -> bool:
    return any(spans[0][0] <= verb < spans[-1][1] for verb in verbs) if spans else False


def _part(saying: Saying, piece: Words) -> Saying:
    inside = (piece.spans[0][0], piece.spans[-1][1])
    spans = tuple((max(s, inside[0]), min(e, inside[1])) for s, e in saying.spans if s < inside[1] and inside[0] < e)
    return make_saying(saying.article, saying.quotation, saying.number, (spans, saying.words), {}, relayed=saying.relayed)
