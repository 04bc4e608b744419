"""Sayings gathered to utterances: the best agreeing first, each new one agreeing with the whole group on average."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.collation.utterance_sayings import Saying
from variorum.collation.utterance_scores import Agreement, Pair

SLACK = 0.06
"""How far the average agreement of two groups may stay under the least that joined them."""

Group = tuple[int, ...]


def cluster(sayings: Sequence[Saying], joined: Mapping[Pair, Agreement], scored: Mapping[Pair, Agreement]) -> list[Group]:
    """Groups of numbers of sayings, each of two quotations or more, ordered by their first member.

    ``joined`` are the pairs judged to be one, ``scored`` all that were compared; a pair that was not counts as 0. Two
    sentences of one quotation are never one utterance.
    """
    home = {number: (number,) for pair in joined for number in pair}
    for pair in sorted(joined, key=lambda p: (-joined[p].value, sayings[p[0]].key, sayings[p[1]].key)):
        one, other = home[pair[0]], home[pair[1]]
        if one != other and _belong(sayings, one, other, scored, joined[pair].value):
            merged = tuple(sorted((*one, *other)))
            home.update(dict.fromkeys(merged, merged))
    groups = {group for group in home.values() if len(group) > 1}
    return sorted(groups, key=lambda g: [sayings[n].key for n in g])


def _belong(sayings: Sequence[Saying], one: Group, other: Group, scored: Mapping[Pair, Agreement], best: float) -> bool:
    if {sayings[n].ref for n in one} & {sayings[n].ref for n in other}:
        return False
    speakers = {sayings[n].speaker for n in (*one, *other)} - {None}
    if len(speakers) > 2:
        return False
    values = [scored[p].value if (p := (min(a, b), max(a, b))) in scored else 0.0 for a in one for b in other]
    return round(sum(values) / len(values), 3) >= round(min(best, 0.6) - SLACK, 3)


def together(sayings: Sequence[Saying], groups: Sequence[Group]) -> list[list[Saying]]:
    """The sayings of each utterance: groups over the same quotations are one, their sentences in order."""
    table: defaultdict[tuple[tuple[str, str], ...], list[Saying]] = defaultdict(list)
    for group in groups:
        refs = tuple(sorted({(sayings[n].ref.article, sayings[n].ref.quotation) for n in group}))
        table[refs] += [sayings[n] for n in group]
    return [sorted(table[refs], key=lambda s: s.key) for refs in sorted(table)]
