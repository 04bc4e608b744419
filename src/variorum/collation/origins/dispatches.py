"""Dispatches of one agency in several reports, reworded or cut: reports that run it, or are it, told alike."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from variorum.collation.relays.credits import whole_credits
from variorum.collation.relays.names import outlet_key
from variorum.collation.utterances.likelihood import days_apart
from variorum.language.frequency import rarity
from variorum.records.annotation import AnnotatedArticle

Pair = tuple[str, str]


def alike_dispatches(reports: Sequence[AnnotatedArticle], *, days: int) -> dict[Pair, float]:
    """How like two reports are that run, or are, one agency's, at most so many ``days`` apart: the cosine of their lemmas
    weighed by rarity, three decimals, for each such pair of ids (the smaller first)."""
    by_id = {r.id: r for r in reports}
    credit = {r.id: {outlet_key(c.name) for c in whole_credits(r)} for r in reports}
    runs: defaultdict[str, set[str]] = defaultdict(set)
    for report in reports:
        for key in credit[report.id] | ({outlet_key(report.outlet)} if report.outlet else set()):
            runs[key].add(report.id)
    shared = {key: sorted(runs[key]) for key in sorted(runs) if any(key in credit[name] for name in runs[key])}
    weights = {name: _weights(by_id[name]) for name in sorted({n for names in shared.values() for n in names})}
    found = {}
    for key, names in shared.items():
        for one, other in combinations(names, 2):
            if key in credit[one] | credit[other] and days_apart(by_id[one].published, by_id[other].published) <= days:
                found[one, other] = _likeness(weights[one], weights[other])
    return found


def _weights(report: AnnotatedArticle) -> dict[str, float]:
    """The weights of the lemmas of a report, as a vector of length one."""
    counts = Counter(report.lemmas)
    weights = {lemma: (1 + math.log(counts[lemma])) * rarity(lemma) ** 2 for lemma in sorted(counts)}
    norm = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {lemma: weight / norm for lemma, weight in weights.items()} if norm else {}


def _likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return round(sum(weight * other[lemma] for lemma, weight in one.items() if lemma in other), 3)
