"""Pairs of sayings that may be one, through an index: what is never looked at together is never compared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from variorum.collation.utterances.evidence import Pair
from variorum.collation.utterances.sayings import Saying
from variorum.collation.utterances.speakers import Voice

RUN, RUN_TOLD = 5, 6
"""Words in a run by which the same words under another speaker are looked for, quoted or told indirectly; quotations of
four words must be the same as a whole."""
LEAST_WHOLE = 4
"""Words of two quotations that are one in just the same words, whoever is given them."""
TELLING = 6
"""Rarest terms of a saying, and its facts before them, of which two bring together sayings under unlike speakers."""
MOST_HOLDERS, NEIGHBOURS = 60, 12
"""A key in more sayings pairs each with its neighbours only; rarer keys pair the rest."""


def candidates(sayings: Sequence[Saying], voices: Mapping[str, Voice]) -> list[Pair]:
    """Pairs of numbers of sayings, sorted: of one speaker, or of a state and somebody who speaks for it, that share a telling
    lemma or a number; of any two speakers that share a run of words or two of their rarest terms and facts."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, saying in enumerate(sayings):
        for key in dict.fromkeys((*_speaker_keys(saying, voices), *_run_keys(saying), *_rare_keys(saying))):
            holders[key].append(number)
    pairs = {pair for numbers in holders.values() for pair in _pairs(sayings, numbers)}
    return sorted(p for p in pairs if _may_be_compared(sayings[p[0]], sayings[p[1]]))


def _pairs(sayings: Sequence[Saying], numbers: Sequence[int]) -> Iterator[Pair]:
    """All pairs of few numbers; of many, each with its neighbours in the order of their words (the sorted neighbourhood
    of Hernandez and Stolfo 1995), so that cost stays linear."""
    few = len(numbers) <= MOST_HOLDERS
    ordered = list(numbers) if few else sorted(numbers, key=lambda n: (sayings[n].words.keys, n))
    for place, a in enumerate(ordered):
        for b in ordered[place + 1 : None if few else place + 1 + NEIGHBOURS]:
            yield min(a, b), max(a, b)


def _speaker_keys(saying: Saying, voices: Mapping[str, Voice]) -> list[tuple[str, ...]]:
    if saying.speaker is None:
        return []
    voice = voices.get(saying.speaker)
    states = [("for", code) for code in sorted(voice.states)] if voice else []
    called = [("called", word) for word in sorted(voice.words)] if voice else []
    spoken = [("by", saying.speaker), *states, *called]
    terms = (*saying.terms, *sorted(saying.counts | saying.hours))
    return [*spoken, *((*by, term) for by in spoken for term in terms)]


def _run_keys(saying: Saying) -> list[tuple[str, ...]]:
    keys, run = saying.words.keys, RUN_TOLD if saying.quotation.kind == "indirect" else RUN
    whole = [("words", *keys)] if len(keys) == LEAST_WHOLE and run == RUN else []
    return [*whole, *(("words", *keys[i : i + run]) for i in range(len(keys) - run + 1))]


def _rare_keys(saying: Saying) -> list[tuple[str, ...]]:
    rarest = sorted(saying.terms, key=lambda t: (-saying.terms[t], t))[:TELLING]
    return [("rare", *pair) for pair in combinations(sorted({*rarest, *saying.facts}), 2)]


def _may_be_compared(one: Saying, other: Saying) -> bool:
    """Whether two sayings stand apart, and one of them at least is not told inside another's words."""
    return one.ref != other.ref and not (one.relayed and other.relayed) and not overlap(one, other)


def overlap(one: Saying, other: Saying) -> bool:
    """Whether two sayings of one article share words: one quotation inside another."""
    if one.article.id != other.article.id or one.quotation.field != other.quotation.field:
        return False
    return any(a < d and c < b for a, b in one.spans for c, d in other.spans)
