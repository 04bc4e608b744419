"""Sayings gathered to utterances: the best agreeing first, each new one agreeing with the whole group on average."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from variorum.collation.utterances.candidates import overlap
from variorum.collation.utterances.evidence import Pair, cosine
from variorum.collation.utterances.sayings import Saying

TOGETHER, JOINED, MOST_SPEAKERS = 0.4, 0.5, 2
"""Least average likelihood between two groups that are joined: the two halves of a trimmed saying have nothing in common; what
a pair judged to be one counts at least; and most named speakers of a group."""

Group = tuple[int, ...]


def cluster(sayings: Sequence[Saying], joined: Collection[Pair], chances: Mapping[Pair, float]) -> list[Group]:
    """Groups of numbers of sayings, all numbers in one group, ordered by their first member.

    ``joined`` are the pairs judged to be one, ``chances`` all that were compared; of others the lemmas count. Two sentences
    of one quotation, and a quotation and one inside it, are never one utterance.
    """
    known = {p: max(chance, JOINED) if p in joined else chance for p, chance in chances.items()}
    home: dict[int, Group] = {number: (number,) for number in range(len(sayings))}
    for pair in sorted(joined, key=lambda p: (-chances[p], sorted(sayings[n].words.keys for n in p), p)):
        one, other = home[pair[0]], home[pair[1]]
        if one != other and _belong(sayings, one, other, known):
            merged = tuple(sorted((*one, *other)))
            home.update(dict.fromkeys(merged, merged))
    return sorted(set(home.values()), key=lambda g: [sayings[n].key for n in g])


def _belong(sayings: Sequence[Saying], one: Group, other: Group, known: Mapping[Pair, float]) -> bool:
    pairs = [(min(a, b), max(a, b)) for a in one for b in other]
    if any(sayings[a].ref == sayings[b].ref or overlap(sayings[a], sayings[b]) for a, b in pairs):
        return False
    if len({sayings[n].speaker for n in (*one, *other) if sayings[n].known}) > MOST_SPEAKERS:
        return False
    values = [known[p] if p in known else cosine(sayings[p[0]].terms, sayings[p[1]].terms) for p in pairs]
    return round(sum(values) / len(values), 3) >= TOGETHER


def same_wordings(sayings: Sequence[Saying]) -> list[list[Saying]]:
    """Sayings of one speaker in exactly the same words: they need no comparison, and one stands for all. What is told inside
    another saying stands for itself."""
    table: defaultdict[tuple[object, ...], list[Saying]] = defaultdict(list)
    for saying in sayings:
        table[saying.speaker or "", saying.words.keys, saying.key if saying.relayed else ()].append(saying)
    return sorted(table.values(), key=lambda same: same[0].key)


def together(groups: Sequence[Sequence[Saying]]) -> list[list[Saying]]:
    """The sayings of each utterance, by the quotations they are part of: groups over the same quotations are one."""
    table: defaultdict[tuple[tuple[str, str], ...], list[Saying]] = defaultdict(list)
    for group in groups:
        refs = tuple(sorted({(s.ref.article, s.ref.quotation) for s in group}))
        if len(refs) > 1:
            table[refs] += group
    return [sorted(table[refs], key=lambda s: s.key) for refs in sorted(table)]
