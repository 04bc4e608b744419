"""Fit the weights by which two numbers are taken for counts of one thing (``collation/figures/likelihood.py``), and print them.

    python scripts/fit_figures.py STORY_FOLDER... [--situations 200]

The folders are of the kind of ``benchmarks/stories``; the situations are those of ``corpus/claims`` that may train. Logistic
regression with a squared penalty, by Newton's method. With each story left out in turn it prints how many pairs that differ
reach the threshold as each other's likeliest, and how many of these gold lists.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import regression

import variorum
from variorum.annotation.annotate import annotate_article
from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.claims.twin_ties import Pair, partners
from variorum.collation.disagreements.amounts import LIKELY
from variorum.collation.disagreements.figures import relate
from variorum.collation.encoder import RememberingEncoder
from variorum.collation.entities.find import merge_entities
from variorum.collation.figures.chances import story_figures
from variorum.collation.figures.likelihood import comparable_sizes, features
from variorum.collation.figures.pairs import figure_pairs, figure_ties, twin_of
from variorum.evaluation.claim_corpus import Situation, read_situations
from variorum.evaluation.passages import Place, locate, overlap
from variorum.records import AnnotatedArticle, Article

SITUATIONS = Path(__file__).resolve().parents[1] / "corpus" / "claims" / "situations"
PENALTY = 3.0
OF_EQUALS = 0.1
"""Weight of a pair of equal numbers from ten up, which mostly count one thing."""

MILD = 1.0
"""The penalty for figures, of which there are more pairs than of times."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of one story: the two sides, features, whether gold joins them (``None``: they do not differ), weight."""

    pairs: list[Pair]
    told: list[dict[str, float]]
    right: list[bool | None]
    weight: list[float]


def rows_of(labelled: Iterable[tuple]) -> Rows:
    rows = Rows([], [], [], [])
    for a, b, told, right, weight in labelled:
        rows.pairs.append((a, b))
        rows.told.append(told)
        rows.right.append(right)
        rows.weight.append(weight)
    return rows


def located(gold, articles: Sequence[AnnotatedArticle], kind: str) -> Callable[..., set[int]]:
    """Which gold differences of a kind name a number or time of an article."""
    texts = {a.id: a.text for a in articles}
    listed = [[locate(texts, m) for m in d["members"]] for d in gold["disagreements"] if d["kind"] == kind]

    def known(article: AnnotatedArticle, found) -> set[int]:
        place = Place(article.id, found.start, found.end)
        return {n for n, places in enumerate(listed) if any(overlap(place, p) for p in places)}

    return known


def pairs_of(articles: Sequence[AnnotatedArticle], entities, origins, encoder) -> Iterator[tuple]:
    """All pairs of figures of near size, with their features."""
    statements = statements_of(articles, entities, origins)
    setting = setting_of(statements, entities)
    pairs = list(figure_pairs(story_figures(statements, setting)))
    for (a, b), tie in zip(pairs, figure_ties(pairs, encoder), strict=True):
        if comparable_sizes(a, b):
            yield a, b, features(a, b, tie, setting)


def of_story(gold, articles: Sequence[AnnotatedArticle], entities, origins, encoder) -> Rows:
    known = located(gold, articles, "figure")

    def labelled() -> Iterator[tuple]:
        for a, b, told in pairs_of(articles, entities, origins, encoder):
            right = bool(known(a.article, a.quantity) & known(b.article, b.quantity))
            if a.quantity.value == b.quantity.value:
                yield twin_of(a), twin_of(b), told, None, OF_EQUALS * (a.quantity.value >= 10)
            else:
                yield twin_of(a), twin_of(b), told, right, float(right or relate(a, b) != "same")

    return rows_of(labelled())


def of_situation(situation: Situation, articles: Sequence[AnnotatedArticle], encoder) -> Rows:
    """Pairs of figures of two statements; where two statements differ in a figure, the only two numbers that differ."""
    at = {a.id: n for n, a in enumerate(articles)}
    relations = dict(
        zip(((a.id, b.id) for n, a in enumerate(articles) for b in articles[n + 1 :]), situation.pairs(), strict=True)
    )
    values = {a.id: {q.value for q in a.quantities} for a in articles}
    found: dict[tuple[str, ...], list[tuple]] = {}
    for a, b, told in pairs_of(articles, merge_entities(tuple(articles)), (), encoder):
        differ = a.quantity.value not in values[b.article.id] and b.quantity.value not in values[a.article.id]
        if differ and a.article.id != b.article.id and relate(a, b) != "same":
            key = tuple(sorted((a.article.id, b.article.id), key=at.__getitem__))
            found.setdefault(key, []).append((twin_of(a), twin_of(b), told))

    def labelled() -> Iterator[tuple]:
        for key in sorted(found):
            gold = relations[key]
            if gold.relation != "same" and (gold.kind != "figure" or len(found[key]) == 1):
                for a, b, told in found[key]:
                    yield a, b, told, gold.kind == "figure", 1.0

    return rows_of(labelled())


def fit(rows: Sequence[Rows], names: Sequence[str], penalty: float) -> np.ndarray:
    matrix = np.array([[*(t[n] for n in names), 1.0] for one in rows for t in one.told])
    target = np.array([right is not False for one in rows for right in one.right], dtype=float)
    weight = np.array([w for one in rows for w in one.weight])
    return regression.fit(matrix, target, np.array([*[penalty] * len(names), 1e-4]), weight)


def chosen(rows: Rows, weights: np.ndarray, names: Sequence[str], least: float) -> list[int]:
    """Pairs that differ, are each other's likeliest, and likely enough."""
    if not rows.told:
        return []
    values = np.array([[*(t[n] for n in names), 1.0] for t in rows.told]) @ weights
    likely = [round(float(1 / (1 + np.exp(-v))), 3) for v in values]
    best = partners(rows.pairs, likely)
    return [n for n, right in enumerate(rows.right) if right is not None and best[n] and likely[n] >= least and rows.weight[n]]


def prepared(doc: str | None, of_story, of_situation, kind: str) -> tuple[list[Rows], list[Rows]]:
    """The pairs of the stories and situations that the command line names."""
    parser = argparse.ArgumentParser(description=(doc or "").splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--situations", type=int, default=200, help="how many situations (default: %(default)s)")
    given = parser.parse_args()
    models = variorum.load_models()
    if models.encoder is None:
        raise SystemExit("this needs the sentence encoder")
    encoder = RememberingEncoder(models.encoder)
    stories, corpus = [], []
    for folder in given.stories:
        gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        read = variorum.read([str(folder)], on_problem=lambda problem: None)
        articles = [a for a in variorum.annotate(read, models=models) if a.id in gold["articles"]]
        stories.append(of_story(gold, articles, merge_entities(tuple(articles)), (), encoder))
    situations = [s for s in read_situations(SITUATIONS) if s.number % 5 > 1 and any(link[3] == kind for link in s.links)]
    for s in situations[: given.situations]:
        told = [annotate_article(Article(f"{s.id}/{n:02}", t), models.pipeline) for n, (_, t) in enumerate(s.statements)]
        corpus.append(of_situation(s, told, encoder))
    return stories, corpus


def show(stories: Sequence[Rows], corpus: Sequence[Rows], least: float, *, penalty: float = PENALTY) -> None:
    """Print the weights, and what is found in each story with weights of the others."""
    names = sorted(next(r.told[0] for r in stories if r.told))
    for rows, what in ((stories, "stories"), (corpus, "corpus")):
        joined = sum(bool(x) for r in rows for x in r.right)
        print(f"{what}: {sum(len(r.told) for r in rows)} pairs, {joined} of those that differ are joined by gold")
    shown = right = 0
    for n, rows in enumerate(stories):
        found = chosen(rows, fit([*stories[:n], *stories[n + 1 :], *corpus], names, penalty), names, least)
        shown, right = shown + len(found), right + sum(bool(rows.right[i]) for i in found)
    print(f"each story left out in turn: {right} of {shown} pairs from likelihood {least} on are in gold")
    weights = fit([*stories, *corpus], names, penalty)
    print({name: round(float(w), 2) for name, w in zip([*names, "BASE"], weights, strict=True)})


if __name__ == "__main__":
    show(*prepared(__doc__, of_story, of_situation, "figure"), LIKELY, penalty=MILD)
