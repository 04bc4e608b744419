"""Fit how likely two sayings are one on invented stories and write ``src/variorum/collation/utterances/weights.json``.

    python scripts/fit_utterances.py benchmarks/stories/brenn_convoy benchmarks/stories/cessa_fire ...

Give only stories that are open to study: what is measured on others must not be learned. A pair of sayings of two reports
counts as right where both stand in one utterance of gold, as wrong where both stand in some but in none together. Where gold
knows one or none of the two it counts as wrong with the weight UNKNOWN, since most such pairs are; where both stand in one
agreement of gold it counts for nothing. Prints precision and recall of the pairs that gold knows, and how many others would be
joined, with each story left out in turn. Logistic regression with a squared penalty, by Newton's method.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import regression

import variorum
from variorum.collation.encoder import RememberingEncoder
from variorum.collation.entities.find import merge_entities, story_ids
from variorum.collation.utterances.candidates import candidates
from variorum.collation.utterances.clusters import same_wordings
from variorum.collation.utterances.evidence import Encoders, score_clauses
from variorum.collation.utterances.likelihood import features_of
from variorum.collation.utterances.sayings import Saying, find_sayings
from variorum.collation.utterances.scores import leads
from variorum.collation.utterances.speakers import kinship, voices_of
from variorum.evaluation.passages import Place, locate, meets

WEIGHTS = Path("src/variorum/collation/utterances/weights.json")
PENALTY, UNKNOWN = 5.0, 0.15
Row = tuple[dict[str, float], float, float]
"""Features, target and how much the pair counts."""


def story(folder: Path, models, encoders) -> list[Row]:
    """The rows of a story."""
    gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    articles = [
        a
        for a in variorum.annotate(variorum.read([str(folder)], on_problem=lambda problem: None), models=models)
        if a.id in set(gold["articles"])
    ]
    return rows_of(articles, gold, encoders)


def rows_of(articles, gold, encoders) -> list[Row]:
    """The same of articles that are annotated."""
    kept = [a for a in articles if a.duplicate_of is None]
    entities, texts = merge_entities(kept), {a.id: a.text for a in articles}
    wordings = same_wordings(find_sayings(kept, story_ids(entities)))
    told = [[locate(texts, m) for m in members] for members in gold.get("utterances", ())]
    agreed = [[locate(texts, m) for m in members] for members in gold.get("agreements", ())]
    heads, voices = [same[0] for same in wordings], voices_of(entities, kept, story_ids(entities))
    agreements = score_clauses(heads, candidates(heads, voices), encoders)
    lead = leads(heads, agreements)
    homes = [frozenset().union(*(inside(saying, told) for saying in same)) for same in wordings]
    found = []
    for (a, b), agreement in agreements.items():
        one, other = heads[a], heads[b]
        if one.article.id == other.article.id or one.brief or other.brief:
            continue
        known = bool(homes[a] and homes[b])
        share = 1.0 if known else 0.0 if inside(one, agreed) & inside(other, agreed) else UNKNOWN
        features = dict(features_of(one, other, agreement, lead[a, b], kinship(one, other, voices)))
        found.append((features, float(bool(homes[a] & homes[b])), share))
    return found


def inside(saying: Saying, groups: Sequence[Sequence[Place]]) -> frozenset[int]:
    """The numbers of the groups of passages in which a saying stands."""
    if saying.quotation.field != "text":
        return frozenset()
    place = Place(saying.article.id, saying.spans[0][0], saying.spans[-1][1])
    return frozenset(n for n, members in enumerate(groups) if any(meets(m, [place]) for m in members))


def learned(rows: Sequence[Row], names: Sequence[str]) -> np.ndarray:
    matrix = np.array([[features[n] for n in names] for features, _, _ in rows])
    target, share = (np.array([row[n] for row in rows]) for n in (1, 2))
    return regression.fit_standard(matrix, target, penalty=PENALTY, share=share)


def left_out(stories, names: Sequence[str]) -> None:
    """Prints what is joined in each story by the weights that the others give."""
    shown = []
    for name, own in stories.items():
        weights = learned([row for other, rows in stories.items() if other != name for row in rows], names)
        for features, target, share in own:
            logit = float(np.dot([*(features[n] for n in names), 1.0], weights))
            shown.append((1 / (1 + np.exp(-logit)), target, share))
    wanted = sum(target for _, target, _ in shown)
    for cut in (0.3, 0.4, 0.5, 0.6, 0.7):
        known = [target for p, target, share in shown if p >= cut and share == 1.0]
        others = sum(p >= cut and share < 1.0 for p, _, share in shown)
        right = sum(known)
        print(f"from {cut}: precision {right / len(known):.3f}, recall {right / wanted:.3f}, {others} that gold does not know")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", nargs="+", type=Path)
    given = parser.parse_args()
    models = variorum.load_models()
    encoders = Encoders(RememberingEncoder(models.encoder), models.statements)
    write({folder.name: story(folder, models, encoders) for folder in given.stories})


def write(stories) -> None:
    rows = [row for rows in stories.values() for row in rows]
    names = sorted(rows[0][0])
    left_out(stories, names)
    weights = learned(rows, names)
    regression.write_weights(WEIGHTS, names, weights)


if __name__ == "__main__":
    main()
