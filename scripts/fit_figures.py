"""Fit the weights by which two numbers are taken for counts of one thing (``collation/figure_likelihood.py``), and print them.

    python scripts/fit_figures.py STORY_FOLDER... [--situations 200]

The folders are of the kind of ``benchmarks/stories``; the situations are those of ``corpus/claims`` that may train. Logistic
regression with a squared penalty, by Newton's method. With each story left out in turn it prints how many pairs of different
numbers reach the threshold as each other's likeliest, and how many of these gold lists.
"""

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import variorum
from variorum.annotation.annotate import annotate_article
from variorum.collation.claim_setting import setting_of
from variorum.collation.claim_statements import statements_of
from variorum.collation.disagreement_amounts import LIKELY, story_figures
from variorum.collation.disagreement_figures import relate
from variorum.collation.encoder import RememberingEncoder
from variorum.collation.entities import merge_entities
from variorum.collation.figure_likelihood import comparable_sizes, features, partners
from variorum.collation.figure_pairs import figure_pairs, ties_of
from variorum.evaluation.claim_corpus import Situation, read_situations
from variorum.evaluation.passages import Place, locate, overlap
from variorum.records import AnnotatedArticle, Article

SITUATIONS = Path(__file__).resolve().parents[1] / "corpus" / "claims" / "situations"
PENALTY = 3.0
OF_CORPUS, OF_EQUALS = 0.3, 0.1
"""Weights of a pair of the corpus, and of a pair of equal numbers from ten up, which mostly count one thing."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Pairs of figures of one story: the two, features, whether gold joins them (``None``: not known), weight."""

    pairs: list
    told: list[dict[str, float]]
    right: list[bool | None]
    weight: list[float]


def pairs_of(articles: Sequence[AnnotatedArticle], entities, origins, encoder):
    """All pairs of figures of near size, with their features."""
    statements = statements_of(articles, entities, origins)
    setting = setting_of(statements, entities)
    pairs = list(figure_pairs(story_figures(statements, setting)))
    for (a, b), tie in zip(pairs, ties_of(pairs, encoder), strict=True):
        if comparable_sizes(a, b):
            yield a, b, features(a, b, tie, setting)


def rows_of(labelled: Iterable) -> Rows:
    rows = Rows([], [], [], [])
    for a, b, told, right, weight in labelled:
        rows.pairs.append((a, b))
        rows.told.append(told)
        rows.right.append(right)
        rows.weight.append(weight)
    return rows


def of_story(gold, articles: Sequence[AnnotatedArticle], entities, origins, encoder) -> Rows:
    texts = {a.id: a.text for a in articles}
    listed = [[locate(texts, m) for m in d["members"]] for d in gold["disagreements"] if d["kind"] == "figure"]

    def known(figure) -> set[int]:
        place = Place(figure.article.id, figure.quantity.start, figure.quantity.end)
        return {n for n, places in enumerate(listed) if any(overlap(place, p) for p in places)}

    def labelled():
        for a, b, told in pairs_of(articles, entities, origins, encoder):
            right = bool(known(a) & known(b))
            if a.quantity.value == b.quantity.value:
                yield a, b, told, None, OF_EQUALS * (a.quantity.value >= 10)
            else:
                yield a, b, told, right, float(right or relate(a, b) != "same")

    return rows_of(labelled())


def of_situation(situation: Situation, articles: Sequence[AnnotatedArticle], encoder) -> Rows:
    """Pairs of figures of two statements; where two statements differ in a figure, the only two numbers that differ."""
    at = {a.id: n for n, a in enumerate(articles)}
    relations = dict(
        zip(((a.id, b.id) for n, a in enumerate(articles) for b in articles[n + 1 :]), situation.pairs(), strict=True)
    )
    values = {a.id: {q.value for q in a.quantities} for a in articles}
    found: dict[tuple[str, str], list] = {}
    for one, other, told in pairs_of(articles, merge_entities(tuple(articles)), (), encoder):
        a, b = (one, other) if at[one.article.id] <= at[other.article.id] else (other, one)
        differ = a.quantity.value not in values[b.article.id] and b.quantity.value not in values[a.article.id]
        if differ and a.article.id != b.article.id and relate(a, b) != "same":
            found.setdefault((a.article.id, b.article.id), []).append((a, b, told))

    def labelled():
        for key in sorted(found):
            gold = relations[key]
            if gold.relation != "same" and (gold.kind != "figure" or len(found[key]) == 1):
                for a, b, told in found[key]:
                    yield a, b, told, gold.kind == "figure", OF_CORPUS

    return rows_of(labelled())


def fit(rows: Sequence[Rows], names: Sequence[str]) -> np.ndarray:
    told = [r for one in rows for r in one.told]
    matrix = np.array([[*(t[n] for n in names), 1.0] for t in told])
    target = np.array([right is not False for one in rows for right in one.right], dtype=float)
    weight = np.array([w for one in rows for w in one.weight])
    penalty = np.array([*[PENALTY] * len(names), 1e-4])
    found = np.zeros(len(penalty))
    for _ in range(30):
        p = 1 / (1 + np.exp(-matrix @ found))
        gradient = matrix.T @ (weight * (p - target)) + penalty * found
        hessian = (matrix * (weight * p * (1 - p))[:, None]).T @ matrix + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        found -= step
        if np.abs(step).max() < 1e-6:
            break
    return found


def chosen(rows: Rows, weights: np.ndarray, names: Sequence[str]) -> list[int]:
    """Pairs of different numbers that are each other's likeliest and likely enough."""
    if not rows.told:
        return []
    values = np.array([[*(t[n] for n in names), 1.0] for t in rows.told]) @ weights
    likely = [round(float(1 / (1 + np.exp(-v))), 3) for v in values]
    best = partners(rows.pairs, likely)
    return [n for n, right in enumerate(rows.right) if right is not None and best[n] and likely[n] >= LIKELY and rows.weight[n]]


def report(rows: Sequence[Rows], name: str) -> None:
    pairs = sum(len(r.told) for r in rows)
    print(f"{name}: {pairs} pairs, {sum(bool(x) for r in rows for x in r.right)} of them of one thing by gold")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--situations", type=int, default=200, help="how many situations (default: %(default)s)")
    given = parser.parse_args()
    models = variorum.load_models()
    if models.encoder is None:
        raise SystemExit("this needs the sentence encoder")
    encoder = RememberingEncoder(models.encoder)
    stories = []
    for folder in given.stories:
        gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
        read = variorum.read([str(folder)], on_problem=lambda problem: None)
        articles = [a for a in variorum.annotate(read, models=models) if a.id in gold["articles"]]
        story = variorum.collate(articles, models=models)
        stories.append(of_story(gold, articles, story.entities, story.origins, encoder))
    situations = [s for s in read_situations(SITUATIONS) if s.number % 5 > 1 and any(k == "figure" for *_, k in s.links)]
    corpus = []
    for s in situations[: given.situations]:
        told = [annotate_article(Article(f"{s.id}/{n:02}", t), models.pipeline) for n, (_, t) in enumerate(s.statements)]
        corpus.append(of_situation(s, told, encoder))
    show(stories, corpus)


def show(stories: Sequence[Rows], corpus: Sequence[Rows]) -> None:
    """Print the weights, and what is found in each story with weights of the others."""
    names = sorted(next(r.told[0] for r in stories if r.told))
    report(stories, "stories")
    report(corpus, "corpus")
    shown = right = 0
    for n, rows in enumerate(stories):
        found = chosen(rows, fit([*stories[:n], *stories[n + 1 :], *corpus], names), names)
        shown, right = shown + len(found), right + sum(bool(rows.right[i]) for i in found)
    print(f"each story left out in turn: {right} of {shown} pairs from likelihood {LIKELY} on are in gold")
    weights = fit([*stories, *corpus], names)
    print({name: round(float(w), 2) for name, w in zip([*names, "BASE"], weights, strict=True)})


if __name__ == "__main__":
    main()
