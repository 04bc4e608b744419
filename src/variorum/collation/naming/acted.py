"""Groups without a name that one thing happened to (those released, arrested, moved): the words by which reports mean them."""

from collections.abc import Iterator, Mapping, Sequence

from variorum.collation.claims.sentences import words_in
from variorum.collation.claims.statements import Statement
from variorum.collation.claims.words import LANGUAGE, predicate_forms
from variorum.collation.naming.counts import are_near
from variorum.collation.naming.groups import is_people, people_at
from variorum.collation.naming.phrases import Phrase, phrase_at, verb_places
from variorum.language.lexicon import values, word_list
from variorum.records.annotation import AnnotatedArticle

LEAST = 3
"""Least count that tells groups apart; one and two are said of anybody."""

REACH = 30
"""Characters behind a telling word in which the noun for the people stands."""

Row = tuple[str, list[Phrase]]


def acted_on(statements: Sequence[Statement]) -> list[Row]:
    """Label and phrases of each group, groups of clearly different size apart."""
    rows = []
    articles = tuple({s.article.id: s.article for s in statements}.values())
    for row in word_list(LANGUAGE, "group_acts"):
        told = [*_objects(statements, values(row, "verbs")), *_subjects(statements, values(row, "states"))]
        told += _described(articles, frozenset(values(row, "words")))
        once = {(p.article.id, p.span): p for p in told}
        rows += [(row["label"], group) for group in _by_count([once[key] for key in sorted(once)])]
    return rows


def _subjects(statements: Sequence[Statement], states: tuple[str, ...]) -> Iterator[Phrase]:
    for s in statements:
        if _is_told(s) and states and (s.predicate in states or any(form in states for form in predicate_forms(s.predicate))):
            phrase = people_at(s.article, s.claim.subject_span, s.claim.span[1])
            if phrase is not None and phrase.plural and is_people(phrase.head):
                yield phrase


def _described(articles: Sequence[AnnotatedArticle], told: frozenset[str]) -> Iterator[Phrase]:
    """ "The missing miners": people with a word before them that tells what happened to them."""
    for article in articles:
        starts = {start: n for n, (start, _) in enumerate(article.tokens)}
        for at, (start, end) in enumerate(article.tokens[:-1]):
            if article.text[start:end].casefold() in told:
                phrase = _people_behind(article, at, starts)
                if phrase is not None and phrase.span[0] <= start < phrase.span[1]:
                    yield phrase


def _people_behind(article: AnnotatedArticle, at: int, starts: Mapping[int, int]) -> Phrase | None:
    """The people in the plural that one of the two words behind token ``at`` names."""
    for (start, _), lemma in words_in(article, (article.tokens[at][1], article.tokens[at][1] + REACH))[:2]:
        if is_people(lemma):
            phrase = phrase_at(article, starts[start], verb_places(article))
            return phrase if phrase is not None and phrase.plural else None
    return None


def _is_told(s: Statement) -> bool:
    return s.polarity == "positive" and s.claim.field == "text" and s.modality in ("asserted", "possible", "planned")


def _objects(statements: Sequence[Statement], verbs: tuple[str, ...]) -> Iterator[Phrase]:
    for s in statements:
        if _is_told(s) and any(form in verbs for form in predicate_forms(s.predicate)):
            phrase = people_at(s.article, s.claim.object_span, s.claim.span[1])
            if phrase is not None and phrase.plural and is_people(phrase.head):
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
        home = next((g for value, g in groups if are_near(value, count)), None)
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
