"""Fit the weights by which two times are taken for the date of one event (``collation/moments/likelihood.py``), and print them.

    python scripts/fit_moments.py STORY_FOLDER... --situations 0

Folders, situations and the fitting itself are those of ``fit_figures.py``; the shipped weights are of stories alone.
"""

from collections.abc import Callable, Iterator, Sequence

from fit_figures import Rows, located, prepared, rows_of, show

from variorum.collation.claims.statements import statements_of
from variorum.collation.disagreements.occasions import LIKELY, moment_pairs, moment_ties
from variorum.collation.entities.find import merge_entities
from variorum.collation.moments.likelihood import features, standing_of
from variorum.evaluation.claim_corpus import Situation
from variorum.records import AnnotatedArticle

OF_CORPUS = 1.0
"""Weight of a pair of the corpus."""


def pairs_of(articles: Sequence[AnnotatedArticle], entities, origins, encoder) -> Iterator[tuple]:
    """All pairs of times that can be compared, with how they stand to each other and their features."""
    pairs = moment_pairs(statements_of(articles, entities, origins))
    standing = standing_of((pair, relation) for pair, relation, _ in pairs)
    for ((a, b), relation, days), tie in zip(pairs, moment_ties(pairs, encoder), strict=True):
        yield a, b, relation, features(a, b, tie, days, standing)


COPIED = 0.75
"""Share of the stems of the shorter of two sentences from which they copy each other, and what differs from one from both."""


def spread(told: Sequence[tuple], known: Callable[..., set[int]]) -> dict[tuple[str, str], set[int]]:
    """The gold differences that name each time, or the same time in a copy of its sentence."""
    named = {m.twin.key: set(known(m.article, m.time)) for a, b, _, _ in told for m in (a, b)}
    for a, b, relation, _ in told:
        shared = len(a.stems & b.stems) / max(min(len(a.stems), len(b.stems)), 1)
        if relation == "same" and a.article.id != b.article.id and shared >= COPIED:
            both = named[a.twin.key] | named[b.twin.key]
            named[a.twin.key], named[b.twin.key] = both, both
    return named


def of_story(gold, articles: Sequence[AnnotatedArticle], entities, origins, encoder) -> Rows:
    """Pairs of times that exclude each other; the others are not learned from, but may be likelier than these."""
    known = located(gold, articles, "date")

    def labelled() -> Iterator[tuple]:
        pairs = list(pairs_of(articles, entities, origins, encoder))
        named = spread(pairs, known)
        for a, b, relation, told in pairs:
            right = bool(named[a.twin.key] & named[b.twin.key])
            apart = relation == "apart"
            yield a.twin, b.twin, told, right if apart else None, float(apart)

    return rows_of(labelled())


def of_situation(situation: Situation, articles: Sequence[AnnotatedArticle], encoder) -> Rows:
    """Pairs of times of two statements; where two statements differ in the date, the only two times that differ."""
    at = {a.id: n for n, a in enumerate(articles)}
    relations = dict(
        zip(((a.id, b.id) for n, a in enumerate(articles) for b in articles[n + 1 :]), situation.pairs(), strict=True)
    )
    found: dict[tuple[str, str], list[tuple]] = {}
    for a, b, relation, told in pairs_of(articles, merge_entities(tuple(articles)), (), encoder):
        if relation == "apart" and a.article.id != b.article.id:
            key = tuple(sorted((a.article.id, b.article.id), key=at.__getitem__))
            found.setdefault(key, []).append((a.twin, b.twin, told))

    def labelled() -> Iterator[tuple]:
        for key in sorted(found):
            gold = relations[key]
            if gold.relation != "same" and (gold.kind != "date" or len(found[key]) == 1):
                for a, b, told in found[key]:
                    yield a, b, told, gold.kind == "date", OF_CORPUS

    return rows_of(labelled())


if __name__ == "__main__":
    show(*prepared(__doc__, of_story, of_situation, "date"), LIKELY)
