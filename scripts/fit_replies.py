"""Fit how likely two voices side by side contradict each other and write ``src/variorum/collation/replies/weights.json``.

    python scripts/fit_replies.py benchmarks/stories/brenn_convoy benchmarks/stories/cessa_fire ...

Give only stories that are open to study. Two turns count as right where they stand as two passages in one disagreement of gold
about what is so or who did it. Prints what is found with every tenth of the stories left out in turn. Logistic regression
with a squared penalty, by Newton's method.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import regression

import variorum
from variorum.collation.claims.setting import setting_of
from variorum.collation.claims.statements import statements_of
from variorum.collation.entities.find import merge_entities
from variorum.collation.replies.features import Reply, replies
from variorum.collation.replies.turns import Turn
from variorum.evaluation.passages import Place, locate, meets

WEIGHTS = Path("src/variorum/collation/replies/weights.json")
KINDS = ("polarity", "agency")
PENALTY = 5.0
FOLDS = 15
Row = tuple[Mapping[str, float], float]


def story(folder: Path, models) -> list[Row]:
    """The neighbouring turns of a story: what is known of each two, and whether gold has them."""
    gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    read = variorum.read([str(folder)], on_problem=lambda problem: None)
    articles = [a for a in variorum.annotate(read, models=models) if a.id in set(gold["articles"])]
    entities = merge_entities([a for a in articles if a.duplicate_of is None])
    statements = statements_of(articles, entities)
    return rows_of(replies(statements, setting_of(statements, entities), models.encoder), gold, articles)


def rows_of(found: Sequence[Reply], gold, articles) -> list[Row]:
    """The features of each two turns with 1 where they stand in one disagreement of gold."""
    texts = {a.id: a.text for a in articles}
    differing = [[locate(texts, m) for m in d["members"]] for d in gold["disagreements"] if d["kind"] in KINDS]
    return [(r.features, float(any(both(r, members) for members in differing))) for r in found]


def both(reply: Reply, members: Sequence[Place]) -> bool:
    """Whether the two turns stand in different passages of one disagreement."""
    said, answered = (inside(turn, members) for turn in (reply.said, reply.answer))
    return bool(said and answered and len(said | answered) > 1)


def inside(turn: Turn, members: Sequence[Place]) -> frozenset[int]:
    return frozenset(n for n, m in enumerate(members) if m is not None and meets(m, [Place(turn.article.id, *turn.span)]))


def learned(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    matrix = np.array([[features.get(n, 0.0) for n in names] + [1.0] for features, _ in rows])
    penalty = np.append(np.full(len(names), PENALTY), 0.0)
    return regression.fit(matrix, np.array([target for _, target in rows]), penalty)


def left_out(stories: Mapping[str, Sequence[Row]], names: Sequence[str]) -> list[tuple[float, float]]:
    """The probability of each two turns by weights that did not see their story, with the target."""
    told, judged = sorted(stories), []
    for fold in range(FOLDS):
        weights = learned([row for n in told if n not in told[fold::FOLDS] for row in stories[n]], names)
        for features, target in (row for n in told[fold::FOLDS] for row in stories[n]):
            logit = float(np.dot([features.get(n, 0.0) for n in names] + [1.0], weights))
            judged.append((1 / (1 + np.exp(-logit)), target))
    return judged


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    given = parser.parse_args()
    models = variorum.load_models()
    fitted({folder.name: story(folder, models) for folder in given.stories})


def fitted(stories: Mapping[str, Sequence[Row]]) -> None:
    """Fits and writes the weights, and prints what they find of stories that did not teach them."""
    rows = [row for name in sorted(stories) for row in stories[name]]
    names = sorted({n for features, _ in rows for n in features})
    judged = left_out(stories, names)
    for cut in (0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        kept = [target for chance, target in judged if chance >= cut]
        print(f"from {cut}: {len(kept)} shown, {sum(kept):.0f} of {sum(target for _, target in rows):.0f} in gold")
    regression.write_weights(WEIGHTS, names, learned(rows, names))


if __name__ == "__main__":
    main()
