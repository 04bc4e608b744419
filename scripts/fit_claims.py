"""Fit the weights by which two clauses are taken to state one thing (``collation/claims/likelihood.py``), and print them.

    python scripts/fit_claims.py STORY_FOLDER... [--unread STORY_FOLDER...]

The folders are of the kind of ``benchmarks/stories``. A pair of clauses of two reports is right where gold has them in one
agreement or as one saying. Logistic regression with a squared penalty. Prints how many agreements and sayings of gold the
likeliest pairs meet, of clauses that are each other's likeliest between two reports: with each story left out of the fitting
in turn, and for the stories after ``--unread`` with weights fitted on the others.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from regression import fit_standard

import variorum
from variorum.collation.claims.find import Compared, compared
from variorum.collation.claims.likelihood import WEIGHTS, partners
from variorum.collation.encoder import RememberingEncoder
from variorum.collation.entities.find import merge_entities
from variorum.collation.origins.find import fold_origins
from variorum.collation.relays.find import find_relays
from variorum.collation.reuse.find import find_reuse
from variorum.collation.utterances.find import follow_utterances
from variorum.evaluation.passages import Place, locate, meets

PENALTY = 3.0
REACH = (10, 20, 30, 40, 60)
"""How many pairs a story, on average, are looked at."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The pairs of one story of which something is known: positions, report of each clause, features, gold entries met."""

    pairs: Sequence[tuple[int, int]]
    reports: Sequence[str]
    matrix: np.ndarray
    met: Sequence[frozenset[tuple[str, int]]]


def rows_of(folder: Path, models: variorum.Models) -> Rows:
    """The candidate pairs of a story."""
    gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    read = variorum.read([str(folder)], on_problem=lambda problem: None)
    articles = tuple(sorted((a for a in variorum.annotate(read, models=models) if a.id in set(gold["articles"])), key=_id))
    entities, reuse = merge_entities(articles), find_reuse(articles)
    origins = fold_origins(articles, reuse, find_relays(articles, entities, reuse))
    assert models.encoder is not None and models.statements is not None
    utterances = follow_utterances(articles, entities, RememberingEncoder(models.encoder), models.statements)
    told = compared(articles, entities, origins, RememberingEncoder(models.statements), utterances)
    assert told.near is not None
    known = {p: row for p, row in told.scorer.known(told.pairs, told.near).items() if row is not None}
    met = told_once(gold, {a.id: a.text for a in articles}, told)
    matrix = np.array([[row[name] for name in WEIGHTS] for row in known.values()])
    reports = [s.article.id for s in told.scorer.statements]
    return Rows(list(known), reports, matrix, [frozenset(met.get(p, ())) for p in known])


def _id(article: variorum.AnnotatedArticle) -> str:
    return article.id


def told_once(gold: dict, texts: dict[str, str], told: Compared) -> dict[tuple[int, int], set[tuple[str, int]]]:
    """Pairs of clauses that gold has in one agreement or saying, with the entries that say so."""
    clauses = [[Place(s.article.id, *s.claim.span) for s in same if s.claim.field == "text"] for same in told.wordings]
    found: dict[tuple[int, int], set[tuple[str, int]]] = {}
    for kind in ("agreements", "utterances"):
        for number, members in enumerate(gold.get(kind, ())):
            homes = [_homes(member, texts, clauses) for member in members]
            for one, other in combinations(homes, 2):
                for pair in {(min(i, j), max(i, j)) for i in one for j in other}:
                    found.setdefault(pair, set()).add((kind, number))
    return found


def _homes(member: dict, texts: dict[str, str], clauses: Sequence[Sequence[Place]]) -> set[int]:
    """The clauses that a gold passage meets, themselves or in a copy."""
    pieces = member["exact"] if isinstance(member["exact"], list) else [member["exact"]]
    wanted = [locate(texts, member | {"exact": piece}) for piece in pieces]
    return {n for n, places in enumerate(clauses) if any(meets(w, places) for w in wanted)}


def fitted(stories: Sequence[Rows]) -> np.ndarray:
    """Weights of the features and the constant."""
    target = np.array([bool(m) for story in stories for m in story.met], dtype=float)
    return fit_standard(np.vstack([story.matrix for story in stories]), target, penalty=PENALTY)


def likeliest(story: Rows, weights: np.ndarray) -> list[tuple[float, frozenset[tuple[str, int]]]]:
    """Likelihood and gold entries of the pairs of clauses that are each other's likeliest."""
    values = 1 / (1 + np.exp(-(story.matrix @ weights[:-1] + weights[-1])))
    kept = partners(dict(zip(story.pairs, np.round(values, 3).tolist(), strict=True)), story.reports)
    at = dict(zip(story.pairs, story.met, strict=True))
    return [(value, at[pair]) for pair, value in kept.items()]


def show(name: str, found: Sequence[Sequence[tuple[float, frozenset[tuple[str, int]]]]]) -> None:
    """Print what the likeliest pairs of all stories meet."""
    pairs = sorted(((value, n, met) for n, story in enumerate(found) for value, met in story), key=lambda p: (-p[0], p[1]))
    for reach in REACH:
        top = pairs[: reach * len(found)]
        entries = {(n, *e) for _, n, met in top for e in met}
        right = sum(bool(met) for *_, met in top)
        kinds = {kind: sum(e[1] == kind for e in entries) for kind in ("agreements", "utterances")}
        print(f"{name}: best {len(top)} pairs, down to {top[-1][0]}: {right} right, {kinds}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--unread", nargs="*", type=Path, default=[], help="stories to measure on and not to learn from")
    given = parser.parse_args()
    models = variorum.load_models()
    stories = [rows_of(folder, models) for folder in given.folders]
    unread = [rows_of(folder, models) for folder in given.unread]
    left = [likeliest(story, fitted([s for s in stories if s is not story])) for story in stories]
    show("left out", left)
    weights = fitted(stories)
    if unread:
        show("unread", [likeliest(story, weights) for story in unread])
    print({name: round(float(w), 2) for name, w in zip((*WEIGHTS, "constant"), weights, strict=True)})


if __name__ == "__main__":
    main()
