"""Sayings gathered to utterances: the best agreeing first, each new one agreeing with the whole group on average."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from variorum.collation.utterance_sayings import Saying
from variorum.collation.utterance_scores import Agreement, Pair, cosine

SLACK = 0.06
"""How far the average agreement of two groups may stay under the least that joined them."""

Group = tuple[int, ...]


def cluster(sayings: Sequence[Saying], joined: Mapping[Pair, Agreement], scored: Mapping[Pair, Agreement]) -> list[Group]:
    """Groups of numbers of sayings, all numbers in one group, ordered by their first member.

    ``joined`` are the pairs judged to be one, ``scored`` all that were compared; of others the lemmas count. Two sentences
    of one quotation are never one utterance.
    """
    home: dict[int, Group] = {number: (number,) for number in range(len(sayings))}
    for pair in sorted(joined, key=lambda p: (-joined[p].value, sorted(sayings[n].words.keys for n in p), p)):
        one, other = home[pair[0]], home[pair[1]]
        if one != other and _belong(sayings, one, other, scored, joined[pair].value):
            merged = tuple(sorted((*one, *other)))
            home.update(dict.fromkeys(merged, merged))
    return sorted(set(home.values()), key=lambda g: [sayings[n].key for n in g])


def _belong(sayings: Sequence[Saying], one: Group, other: Group, scored: Mapping[Pair, Agreement], best: float) -> bool:
    if {sayings[n].ref for n in one} & {sayings[n].ref for n in other}:
        return False
    speakers = {sayings[n].speaker for n in (*one, *other)} - {None}
    if len(speakers) > 2:
        return False
    values = [_value(sayings, scored, (min(a, b), max(a, b))) for a in one for b in other]
    return round(sum(values) / len(values), 3) >= round(min(best, 0.6) - SLACK, 3)


def _value(sayings: Sequence[Saying], scored: Mapping[Pair, Agreement], pair: Pair) -> float:
    return scored[pair].value if pair in scored else cosine(sayings[pair[0]].terms, sayings[pair[1]].terms)


def same_wordings(sayings: Sequence[Saying]) -> list[list[Saying]]:
    """Sayings of one speaker in exactly the same words: they need no comparison, and one stands for all."""
    table: defaultdict[tuple[str, tuple[str, ...]], list[Saying]] = defaultdict(list)
    for saying in sayings:
        table[saying.speaker or "", saying.words.keys].append(saying)
    return sorted(table.values(), key=lambda same: same[0].key)


def together(groups: Sequence[Sequence[Saying]]) -> list[list[Saying]]:
    """The sayings of each utterance, by the quotations they are part of: groups over the same quotations are one."""
    table: defaultdict[tuple[tuple[str, str], ...], list[Saying]] = defaultdict(list)
    for group in groups:
        refs = tuple(sorted({(s.ref.article, s.ref.quotation) for s in group}))
        if len(refs) > 1:
            table[refs] += group
    return [sorted(table[refs], key=lambda s: s.key) for refs in sorted(table)]
