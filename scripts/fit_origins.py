"""Which thresholds fold reports into origins best (``collation/origins/opening.py``), tried on invented stories.

    python scripts/fit_origins.py --pool benchmarks/stories/arlund_doping ... --pool benchmarks/stories/brodny_reactor ...

Give the stories in pools of one time of writing, and only such as are open to study: what is measured on others must not be
learned. Every setting of the grid is tried on all stories; for each pool the one with the best F1 of pairs on the other pools
is chosen (of equal ones the first) and its pairs on the pool left out are printed: right, given, in gold. At the end the
setting that is best on all.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

import variorum
from variorum.collation.entities.find import merge_entities
from variorum.collation.origins import opening
from variorum.collation.origins.clusters import Link, cluster
from variorum.collation.origins.find import Kinship, candidates, judge, score
from variorum.collation.relays.find import find_relays
from variorum.collation.reuse.find import find_reuse
from variorum.language.partition import Partition
from variorum.records import AnnotatedArticle

GRID = {
    "SLOPE": (0.35, 0.25, 0.3, 0.4, 0.5),
    "NAMED": (0.085, 0.07, 0.1, 0.13, 0.17, 1.0),
    "UNDATED": (0.045, 0.06, 0.09, 1.0),
    "PARTY": (0.05, 0.0, 0.1),
}
"""The values tried for each threshold, the one in use first; with 1 a rule is off."""
Setting = tuple[float, ...]
Pairs = frozenset[Link]


@dataclass(frozen=True, slots=True)
class Case:
    """One story: the ids of its reports, what each pair of them shares, and the pairs that gold puts together."""

    reports: tuple[str, ...]
    kinships: dict[Link, Kinship]
    gold: Pairs


def case_of(articles: Sequence[AnnotatedArticle], gold: Sequence[Sequence[str]]) -> Case:
    """The case of annotated articles."""
    reports = tuple(a for a in articles if a.duplicate_of is None)
    reuse = find_reuse(reports)
    relays = find_relays(reports, merge_entities(reports), reuse)
    return Case(tuple(a.id for a in reports), candidates(reports, reuse, relays), pairs_of(gold))


def read_case(folder: Path, models: variorum.Models) -> Case:
    """The case of a story folder."""
    gold = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    read = [a for a in variorum.read([str(folder)], on_problem=lambda problem: None) if a.id in set(gold["articles"])]
    return case_of(tuple(variorum.annotate(read, models=models)), gold["origins"])


def pairs_of(groups: Sequence[Sequence[str]]) -> Pairs:
    return frozenset(pair for group in groups for pair in combinations(sorted(group), 2))


def folded(case: Case) -> Pairs:
    """The pairs that stand together by the thresholds as they are set now."""
    scores = {link: score(kinship) for link, kinship in case.kinships.items()}
    home = cluster(case.reports, {link: value for link, value in scores.items() if judge(value)})
    sets = Partition(case.reports)
    for report, source in home.items():
        sets.join(report, source)
    return pairs_of([tuple(group) for group in sets.groups()])


def tallies(pools: Sequence[Sequence[Case]]) -> Iterator[tuple[Setting, list[tuple[int, int, int]]]]:
    """For each setting the pairs of each pool: right, given, in gold."""
    for setting in product(*GRID.values()):
        for name, value in zip(GRID, setting, strict=True):
            setattr(opening, name, value)
        found = [[(folded(case), case.gold) for case in pool] for pool in pools]
        yield (
            setting,
            [(sum(len(f & g) for f, g in p), sum(len(f) for f, _ in p), sum(len(g) for _, g in p)) for p in found],
        )


def f1(counts: Sequence[tuple[int, int, int]]) -> float:
    right, given, wanted = (sum(column) for column in zip(*counts, strict=True))
    return round(2 * right / max(1, given + wanted), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--pool", type=Path, nargs="+", action="append", required=True)
    pools = parser.parse_args().pool
    models = variorum.load_models()
    report([[read_case(folder, models) for folder in pool] for pool in pools])


def report(pools: Sequence[Sequence[Case]]) -> None:
    """Prints what each pool gets from the setting chosen on the others, and what is best on all."""
    tried = list(tallies(pools))
    print(" ".join(GRID))
    for number in range(len(pools)):
        setting, counts = max(tried, key=lambda row: f1([c for n, c in enumerate(row[1]) if n != number]))
        print(f"pool {number + 1}: {setting} -> {counts[number]}")
    setting, counts = max(tried, key=lambda row: f1(row[1]))
    print(f"all: {setting} F1 {f1(counts)}, in use F1 {f1(tried[0][1])}")


if __name__ == "__main__":
    main()
