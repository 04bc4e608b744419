"""Fit the scores of attributions on ``corpus/attributions`` and write ``src/variorum/annotation/attributions/weights.json``.

    python scripts/fit_attributions.py            # fast, then best (needs the trained tagger)
    python scripts/fit_attributions.py --only fast

``fast`` learns from the training reports, ``best`` from the development reports (the tagger knows the others by heart).
Logistic regression with a squared penalty, by Newton's method; the threshold is the one with the best F1 at Jaccard 0.8.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
from regression import fit

from variorum.annotation.attributions import ranking
from variorum.annotation.attributions.find import candidates
from variorum.annotation.attributions.page import lay_out
from variorum.annotation.attributions.tagged import support
from variorum.annotation.attributions.tagger_view import tag
from variorum.annotation.coreference.find import find_references
from variorum.annotation.nlp import load_pipeline
from variorum.encoding import load_tagger
from variorum.evaluation.attribution_corpus import read_reports

WEIGHTS = Path("src/variorum/annotation/attributions/weights.json")
RARE = 4


def letters(doc, tokens) -> frozenset[int]:
    return frozenset(k for i in tokens for k in range(doc[i].idx, doc[i].idx + len(doc[i])) if doc.text[k].isalnum())


def labelled(reports, nlp, tagger):
    """For each report: rows (item, page, tagged, best Jaccard with gold), and the number of gold attributions."""
    for report in reports:
        doc = nlp(report.text)
        page = lay_out(doc)
        tagged = tag(doc, page.quote_at, tagger) if tagger else None
        gold = [
            frozenset(k for s, e in a.content for k in range(s, e) if report.text[k].isalnum()) for a in report.attributions
        ]
        rows = []
        for item in candidates(page, find_references(doc), tagged):
            mine = letters(doc, item.content)
            shares = [len(mine & g) / len(mine | g) for g in gold if mine & g]
            rows.append((item, max(shares, default=0.0)))
        yield page, tagged, rows, len(gold)


def learned(rows: list[dict[str, float]], target: list[bool], strength: float) -> dict:
    counts = Counter(name for row in rows for name in row)
    names = sorted(n for n, c in counts.items() if c >= RARE)
    at = {n: k + 1 for k, n in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, 0] = 1
    for r, row in enumerate(rows):
        for name, value in row.items():
            if name in at:
                matrix[r, at[name]] = value
    penalty = np.full(len(names) + 1, strength)
    penalty[0] = 0
    weights = fit(matrix, np.asarray(target, dtype=float), penalty)
    return {"bias": round(float(weights[0]), 4), "weights": {n: round(float(weights[at[n]]), 4) for n in names}}


def threshold(scored: list[tuple[float, float]], gold: int) -> float:
    """The threshold with the best F1 of contents at Jaccard 0.8, between 0.2 and 0.5."""
    best = (0.0, 0.5)
    for cut in np.arange(0.2, 0.51, 0.02):
        kept = [share for score, share in scored if score >= cut]
        right = sum(share >= 0.8 for share in kept)
        f1 = 2 * right / max(len(kept) + gold, 1)
        best = max(best, (f1, round(float(cut), 2)))
    print(
        f"F1 at 0.8: {best[0]:.3f} from {best[1]}; all kept:",
        round(2 * sum(s >= 0.8 for _, s in scored) / (len(scored) + gold), 3),
    )
    return best[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", choices=("fast", "best"))
    parser.add_argument("--corpus", type=Path, default=Path("corpus/attributions/reports"))
    given = parser.parse_args()
    nlp = load_pipeline().nlp
    reports = [r for r in read_reports(given.corpus) if r.number % 5]
    known = json.loads(WEIGHTS.read_text(encoding="utf-8")) if WEIGHTS.exists() else {}
    if given.only != "best":
        found = list(labelled([r for r in reports if r.number % 5 != 1], nlp, None))
        pairs = [(ranking.features(page, item), share) for page, _, rows, _ in found for item, share in rows]
        model = learned([f for f, _ in pairs], [s >= 0.5 for _, s in pairs], 2.0)
        rank = ranking.Ranker(model["bias"], model["weights"], 0.0)
        checked = list(labelled([r for r in reports if r.number % 5 == 1], nlp, None))
        scored = [(ranking.probability(rank.logit(ranking.features(p, i))), s) for p, _, rows, _ in checked for i, s in rows]
        model["kept_from"] = threshold(scored, sum(n for *_, n in checked))
        known["fast"] = model
    if given.only != "fast":
        fast = ranking.Ranker(known["fast"]["bias"], known["fast"]["weights"], 0.0)
        found = list(labelled([r for r in reports if r.number % 5 == 1], nlp, load_tagger()))
        pairs = [
            (ranking.with_support(fast.logit(ranking.features(p, i)), i, support(p, i, t)), s)
            for p, t, rows, _ in found
            for i, s in rows
        ]
        model = learned([f for f, _ in pairs], [s >= 0.5 for _, s in pairs], 1.0)
        rank = ranking.Ranker(model["bias"], model["weights"], 0.0)
        scored = [(ranking.probability(rank.logit(f)), s) for f, s in pairs]
        model["kept_from"] = threshold(scored, sum(n for *_, n in found))
        known["best"] = model
    WEIGHTS.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
