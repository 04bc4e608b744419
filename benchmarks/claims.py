"""How `variorum compare` judges pairs of statements: those of `corpus/claims` kept for testing.

Usage: python benchmarks/claims.py [--situations 60]

Prints, for each relation of gold, what was judged, and the precision and recall of "conflict" (gold: conflict or update) and of
"the same" (judged: agree or refine). Every two statements of a situation are a pair; most pairs are different statements about
one happening, written to be mistaken for more.
"""

import argparse
from collections import Counter
from itertools import combinations
from pathlib import Path

from variorum import load_models
from variorum.annotation.annotate import annotate_article
from variorum.collation.comparing.compare import compare_texts
from variorum.collation.encoder import RememberingEncoder
from variorum.evaluation.claim_corpus import RELATIONS, Situation, read_situations
from variorum.pipeline import Models
from variorum.records import Article

SITUATIONS = Path(__file__).resolve().parents[1] / "corpus" / "claims" / "situations"
JUDGED = ("agree", "refine", "conflict", "update", "unsure", "unrelated")


def judgements(situation: Situation, models: Models, encoder: RememberingEncoder) -> Counter[tuple[str, str]]:
    """Relation of gold and judgement, counted over the pairs of a situation."""
    told = [
        annotate_article(Article(f"{situation.id}/{n}", t), models.pipeline) for n, (_, t) in enumerate(situation.statements)
    ]
    pairs = zip(situation.pairs(), combinations(told, 2), strict=True)
    return Counter((gold.relation, compare_texts(a, b, encoder).judgement) for gold, (a, b) in pairs)


def share(counts: Counter[tuple[str, str]], golds: tuple[str, ...], judged: tuple[str, ...]) -> str:
    """Precision and recall of ``judged`` for ``golds``."""
    right = sum(n for (g, j), n in counts.items() if g in golds and j in judged)
    given = sum(n for (_, j), n in counts.items() if j in judged)
    wanted = sum(n for (g, _), n in counts.items() if g in golds)
    return (
        f"precision {right / max(given, 1):.2f} ({right} of {given}), recall {right / max(wanted, 1):.2f} ({right} of {wanted})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--situations", type=int, default=60, help="how many situations (default: %(default)s)")
    given = parser.parse_args()
    models = load_models()
    if models.encoder is None:
        raise SystemExit("this benchmark needs the sentence encoder")
    encoder = RememberingEncoder(models.encoder)
    kept = [s for s in read_situations(SITUATIONS) if s.number % 5 == 0]
    counts: Counter[tuple[str, str]] = Counter()
    for situation in kept[:: max(len(kept) // given.situations, 1)]:
        counts += judgements(situation, models, encoder)
    print(f"{'gold':10}" + "".join(f"{name:>11}" for name in JUDGED))
    for relation in RELATIONS:
        print(f"{relation:10}" + "".join(f"{counts[relation, name]:11}" for name in JUDGED))
    print("conflict:", share(counts, ("conflict", "update"), ("conflict", "update")))
    print("the same:", share(counts, ("same",), ("agree", "refine")))


if __name__ == "__main__":
    main()
