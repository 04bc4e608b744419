"""Groups without a name that one thing happened to (those released, arrested, moved): the words by which reports mean them."""

from collections.abc import Iterator, Sequence

from variorum.collation.claim_statements import Statement
from variorum.collation.claim_words import LANGUAGE, predicate_forms
from variorum.collation.naming_groups import people_at
from variorum.collation.naming_phrases import Phrase
from variorum.language.lexicon import values, word_list

NEAR = 0.25
"""Two counts further apart than this part of the larger one are of two groups; as for figures "about" a number."""

LEAST = 3
"""Least count that tells groups apart; one and two are said of anybody."""

Row = tuple[str, list[Phrase]]


def acted_on(statements: Sequence[Statement]) -> list[Row]:
    """Label and phrases of each group, groups of clearly different size apart."""
    rows = []
    for row in word_list(LANGUAGE, "group_acts"):
        found = sorted(_objects(statements, values(row, "verbs")), key=lambda p: (p.article.id, p.span))
        rows += [(row["label"], group) for group in _by_count(found)]
    return rows


def _objects(statements: Sequence[Statement], verbs: tuple[str, ...]) -> Iterator[Phrase]:
    for s in statements:
        told = s.polarity == "positive" and s.claim.field == "text" and s.modality in ("asserted", "possible", "planned")
        if told and any(form in verbs for form in predicate_forms(s.predicate)):
            phrase = people_at(s.article, s.claim.object_span, s.claim.span[1])
            if phrase is not None and phrase.plural:
                yield phrase


def _by_count(phrases: Sequence[Phrase]) -> list[list[Phrase]]:
    """Phrases whose counts lie near each other; those without one go with the only group there is."""
    groups: list[tuple[float, list[Phrase]]] = []
    bare = []
    for phrase in phrases:
        count = count_of(phrase)
        if count is None or count < LEAST:
            bare.append(phrase)
            continue
        home = next((g for value, g in groups if abs(value - count) <= NEAR * max(value, count)), None)
        if home is None:
            groups.append((count, [phrase]))
        else:
            home.append(phrase)
    if len(groups) == 1:
        groups[0][1].extend(bare)
    return [group for _, group in groups] or ([bare] if bare else [])


def count_of(phrase: Phrase) -> float | None:
    """The number that stands right before a phrase or in it."""
    start, end = phrase.span
    near = [q for q in phrase.article.quantities if q.field == "text" and q.start < end and start - q.end <= 1 and q.end <= end]
    return near[-1].value if near else None
