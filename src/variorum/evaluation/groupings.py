"""Scores groupings and comparisons: B-cubed and pairs for groups, judgements for pairs of texts."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from variorum.evaluation.annotations import rows_by_id
from variorum.evaluation.figures import Figure
from variorum.evaluation.passages import Data


def score_groups(gold: Sequence[Data], system: Sequence[Data]) -> tuple[Figure, ...]:
    """For each label that gold has (``event``, ``story``): pairs of articles put together.

    Pairs are harder than B-cubed, which groups of one flatter; both are usual for news clustering.
    """
    wanted, given = rows_by_id(gold), rows_by_id(system)
    labels = [label for label in ("event", "story") if all(row.get(label) for row in wanted.values())]
    return tuple(_pairs(label, wanted, given) for label in labels)


def _pairs(label: str, wanted: Mapping[str, Data], given: Mapping[str, Data]) -> Figure:
    truth = _together({id: str(row[label]) for id, row in wanted.items()})
    found = _together({id: str(given[id][label]) for id in wanted if id in given})
    right = len(truth & found)
    return Figure(f"{label} (pairs)", right, len(found), right, len(truth))


def _together(labels: Mapping[str, str]) -> set[tuple[str, str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for id in sorted(labels):
        groups[labels[id]].append(id)
    return {pair for members in groups.values() for pair in combinations(members, 2)}


def score_judgements(gold: Sequence[Data], system: Sequence[Data]) -> tuple[Figure, ...]:
    """One row per judgement that gold has; a pair without an answer counts as missed."""
    wanted, given = rows_by_id(gold), rows_by_id(system)
    answers = {id: given[id]["judgement"] if id in given else None for id in wanted}
    truth = Counter(row["judgement"] for row in wanted.values())
    said = Counter(answers.values())
    hits = Counter(row["judgement"] for id, row in wanted.items() if answers[id] == row["judgement"])
    return tuple(Figure(name, hits[name], said[name], hits[name], truth[name]) for name in sorted(truth))
