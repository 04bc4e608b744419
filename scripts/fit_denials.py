"""Fit what a denial denies on invented stories and write ``src/variorum/collation/denials/weights.json``.

    python scripts/fit_denials.py benchmarks/stories/brenn_convoy benchmarks/stories/cessa_fire ...

Give only stories that are open to study: what is measured on others must not be learned. A pair counts as right where it,
or what says the same as one of the two, stands in one disagreement of gold. Prints precision and recall of pairs with each
story left out in turn. Logistic regression with a squared penalty, by Newton's method.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import regression

import variorum
from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.denials.features import Candidate, Page, candidates, page_of
from variorum.collation.denials.units import Unit, affirmed_units, denial_units
from variorum.collation.disagreements.denied import is_echo
from variorum.collation.encoder import RememberingEncoder
from variorum.collation.entities.find import merge_entities
from variorum.evaluation.passages import Place, locate, meets

WEIGHTS = Path("src/variorum/collation/denials/weights.json")
KINDS = ("polarity", "modality", "agency")
PENALTY = 10.0
Row = tuple[dict[str, float], float]


def page(articles, encoder) -> Page:
    """What some annotated articles deny and affirm."""
    entities = merge_entities([a for a in articles if a.duplicate_of is None])
    statements = statements_of(articles, entities)
    setting = setting_of(statements, entities)
    return page_of(denial_units(statements, setting), affirmed_units(statements, setting), setting, encoder)


def story(folder: Path, models, encoder) -> tuple[list[tuple[Candidate, frozenset[int]]], int]:
    """The pairs of a story, each with the numbers of the gold disagreements it lies in, and how many there are."""
    gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    articles = [
        a
        for a in variorum.annotate(variorum.read([str(folder)], on_problem=lambda problem: None), models=models)
        if a.id in set(gold["articles"])
    ]
    return pairs(articles, gold, encoder)


def pairs(articles, gold, encoder) -> tuple[list[tuple[Candidate, frozenset[int]]], int]:
    """The same of articles that are annotated."""
    texts = {a.id: a.text for a in articles}
    differing = [[locate(texts, m) for m in d["members"]] for d in gold["disagreements"] if d["kind"] in KINDS]
    told = page(articles, encoder)
    sides = {id(u): met(u, sort, told, differing) for sort in (told.denials, told.affirmed) for u in sort}
    return [(c, lies_in(sides[id(c.denial)], sides[id(c.clause)])) for c in candidates(told)], len(differing)


def met(unit: Unit, sort: Sequence[Unit], told: Page, differing: Sequence[Sequence[Place]]) -> list[set[frozenset[int]]]:
    """For each disagreement the passages in which the unit, or another that says the same, stands."""
    same = [u for u in sort if u is unit or is_echo(u, unit, told)]
    return [{found for u in same if (found := inside(u, members))} for members in differing]


def inside(unit: Unit, members: Sequence[Place]) -> frozenset[int]:
    return frozenset(n for n, m in enumerate(members) if meets(m, [Place(unit.article.id, *unit.span)]))


def lies_in(denial: list[set[frozenset[int]]], clause: list[set[frozenset[int]]]) -> frozenset[int]:
    """The disagreements in which the two sides stand in different passages."""
    return frozenset(
        n for n, (ours, theirs) in enumerate(zip(denial, clause, strict=True)) if len(ours | theirs) > 1 and ours and theirs
    )


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
    for cut in (0.2, 0.3, 0.4, 0.45, 0.5, 0.6):
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
    regression.write_weights(WEIGHTS, names, weights)


if __name__ == "__main__":
    main()
