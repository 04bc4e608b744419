"""Fit what a denial denies on invented stories and write ``src/variorum/collation/denial_weights.json``.

    python scripts/fit_denials.py benchmarks/stories/brenn_convoy benchmarks/stories/cessa_fire ...

Give only stories that are open to study: what is measured on others must not be learned. Prints precision and recall of
pairs with each story left out in turn. Logistic regression with a squared penalty, by Newton's method.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import regression

import variorum
from variorum.collation.claim_setting import setting_of
from variorum.collation.claim_statements import statements_of
from variorum.collation.denial_features import Candidate, candidates, page_of
from variorum.collation.denial_units import affirmed_units, denial_units
from variorum.collation.encoder import RememberingEncoder
from variorum.collation.entities import merge_entities
from variorum.evaluation.passages import Place, locate, meets

WEIGHTS = Path("src/variorum/collation/denial_weights.json")
KINDS = ("polarity", "modality", "agency")
PENALTY = 1.0
Row = tuple[dict[str, float], float]


def judged(articles, encoder) -> list[Candidate]:
    """All pairs of a denial and what it may deny, of some annotated articles."""
    entities = merge_entities([a for a in articles if a.duplicate_of is None])
    statements = statements_of(articles, entities)
    setting = setting_of(statements, entities)
    return candidates(page_of(denial_units(statements, setting), affirmed_units(statements, setting), setting, encoder))


def story(folder: Path, models, encoder) -> tuple[list[tuple[Candidate, frozenset[int]]], int]:
    """The pairs of a story, each with the numbers of the gold disagreements it lies in, and how many there are."""
    gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    articles = [
        a
        for a in variorum.annotate(variorum.read([str(folder)], on_problem=lambda problem: None), models=models)
        if a.id in set(gold["articles"])
    ]
    texts = {a.id: a.text for a in articles}
    differing = [[locate(texts, m) for m in d["members"]] for d in gold["disagreements"] if d["kind"] in KINDS]
    return [(c, lies_in(c, differing)) for c in judged(articles, encoder)], len(differing)


def lies_in(candidate: Candidate, differing: Sequence[Sequence[Place]]) -> frozenset[int]:
    found = []
    for number, members in enumerate(differing):
        sides = [
            {n for n, m in enumerate(members) if meets(m, [Place(u.article.id, *u.span)])}
            for u in (candidate.denial, candidate.clause)
        ]
        if all(sides) and sides[0] != sides[1]:
            found.append(number)
    return frozenset(found)


def learned(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    matrix = np.array([[features.get(n, 0.0) for n in names] + [1.0] for features, _ in rows])
    penalty = np.append(np.full(len(names), PENALTY), 0.0)
    return regression.fit(matrix, np.array([target for _, target in rows]), penalty)


def left_out(stories, names: Sequence[str]) -> None:
    """Prints what is found of each story by the weights that the others give."""
    shown: list[tuple[float, frozenset[tuple[str, int]]]] = []
    for name, (pairs, _) in stories.items():
        rows = [row for other, (p, _) in stories.items() if other != name for row in rows_of(p)]
        weights = learned(rows, names)
        best: dict[int, tuple[float, frozenset[tuple[str, int]]]] = {}
        for c, homes in pairs:
            logit = float(np.dot([c.features.get(n, 0.0) for n in names] + [1.0], weights))
            key = id(c.denial)
            if key not in best or logit > best[key][0]:
                best[key] = (logit, frozenset((name, n) for n in homes))
        shown += best.values()
    total = sum(n for _, n in stories.values())
    for cut in (0.2, 0.3, 0.4, 0.5, 0.6):
        kept = [homes for logit, homes in shown if 1 / (1 + np.exp(-logit)) >= cut]
        right = sum(map(bool, kept))
        print(f"from {cut}: {len(kept)} shown, {right} in gold, {len(set().union(*kept))} of {total} found")


def rows_of(pairs: Sequence[tuple[Candidate, frozenset[int]]]) -> list[Row]:
    return [(c.features, float(bool(homes))) for c, homes in pairs]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    given = parser.parse_args()
    models = variorum.load_models()
    encoder = RememberingEncoder(models.encoder)
    stories = {folder.name: story(folder, models, encoder) for folder in given.stories}
    rows = [row for pairs, _ in stories.values() for row in rows_of(pairs)]
    names = sorted({n for features, _ in rows for n in features})
    left_out(stories, names)
    weights = learned(rows, names)
    found = {n: round(float(w), 3) for n, w in zip(names, weights, strict=False)}
    WEIGHTS.write_text(json.dumps({"bias": round(float(weights[-1]), 3), "weights": found}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
