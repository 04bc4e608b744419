"""Whether two sayings are one: who may have said both, how much of their words and meaning agree."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from variorum.collation.encoder import Encoder
from variorum.collation.entity_profiles import function_of
from variorum.collation.utterance_sayings import Saying
from variorum.language.alignment import equal_places
from variorum.records.article import Published
from variorum.records.story import StoryEntity

Pair = tuple[int, int]

MEANING, WORDING = 0.7, 0.3
"""Shares of the encoder's cosine and of the cosine of weighed lemmas (best of four mixes on 76 aligned news sentences, where
0.42 parted aligned from unrelated ones; sayings of one speaker about one matter are nearer to each other)."""
ACROSS, INSIDE, HEADING, LATER = 0.6, 0.74, 0.6, 0.68
"""Least score of two sayings in two reports, in one report, of a headline and its text, and of reports over DAYS apart."""
ACROSS_BARE, INSIDE_BARE = 0.5, 0.75
"""The same without an encoder, on lemmas alone."""
ACROSS_TOLD = 0.48
"""The same of two reports of which one at least tells the words in its own: set on invented stories, where words of one
speaker that came nearer than this were one saying in eleven cases of twelve."""
SPOKEN_FOR = 0.62
"""Least score where a state is given the words in one report and its minister in the other."""
DAYS = 10
QUOTED, LEAST_QUOTED = 0.6, 4
"""Two wordings in quotation marks claim to be the very words: so large a part of the shorter, and so many words at least,
must stand in the other. Close in meaning is not enough; who says a thing twice says it in other words."""
VERBATIM, LEAST_VERBATIM, VERBATIM_SCORE = 0.8, 5, 0.9
"""Sayings of which so large a part of the shorter, and so many words, stand in the other, in order, are one anyway."""
RUN, RUN_TOLD = 5, 6
"""Words in a run by which the same words under another speaker are looked for, quoted or told indirectly; quotations of
four words must be the same as a whole."""
LEAST_WHOLE = 4
"""Words of two quotations that are one in just the same words, whoever is given them."""
LEAST_TOLD_ALIKE = 8
"""Words told indirectly that two reports must share to be one saying under different speakers."""
MOST_HOLDERS, NEIGHBOURS = 60, 12
"""A lemma in more sayings of one speaker pairs each with its neighbours only; rarer lemmas pair the rest."""
SURE, NONE = 0.9, 0.08
"""Agreement of lemmas above and below which the encoder is not asked."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two sayings agree: ``words`` of lemmas, ``meaning`` of the encoder (``None`` without), ``verbatim`` the share of
    the shorter's words that stand in the other in order, and ``equal`` their number."""

    words: float
    meaning: float | None
    verbatim: float
    equal: int

    @property
    def value(self) -> float:
        """One figure in 0..1, three decimals."""
        mixed = self.words if self.meaning is None else MEANING * self.meaning + WORDING * self.words
        same = self.verbatim >= VERBATIM and self.equal >= LEAST_VERBATIM
        return round(max(mixed, VERBATIM_SCORE if same else 0.0), 3)


def candidates(sayings: Sequence[Saying], entities: Mapping[str, StoryEntity]) -> list[Pair]:
    """Pairs of numbers of sayings that one speaker may have said, through an index.

    Sayings of one speaker, or of a state and somebody who holds an office of it, that share a telling lemma; and the same
    words under any two speakers.
    """
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, saying in enumerate(sayings):
        for key in (*_speaker_keys(saying, entities), *_unknown_keys(saying)):
            holders[key].append(number)
    pairs = {pair for numbers in holders.values() for pair in _pairs(sayings, numbers)}
    return sorted(p for p in pairs if _may_be_one(sayings[p[0]], sayings[p[1]], entities))


def _pairs(sayings: Sequence[Saying], numbers: Sequence[int]) -> Iterator[Pair]:
    """All pairs of few numbers; of many, each with its neighbours in the order of their words (the sorted neighbourhood
    of Hernandez and Stolfo 1995), so that cost stays linear."""
    few = len(numbers) <= MOST_HOLDERS
    ordered = list(numbers) if few else sorted(numbers, key=lambda n: (sayings[n].words.keys, n))
    for place, a in enumerate(ordered):
        for b in ordered[place + 1 : None if few else place + 1 + NEIGHBOURS]:
            yield min(a, b), max(a, b)


def score(sayings: Sequence[Saying], pairs: Sequence[Pair], encoder: Encoder | None) -> dict[Pair, Agreement]:
    """The agreement of each pair; only sayings that lemmas leave open are encoded, each once."""
    words = {pair: cosine(sayings[pair[0]].terms, sayings[pair[1]].terms) for pair in pairs}
    asked = {pair for pair in pairs if encoder and words[pair] < SURE and (words[pair] > NONE or _one_known(sayings, pair))}
    numbers = sorted({n for pair in asked for n in pair})
    vectors = encoder.encode([sayings[n].plain for n in numbers]) if encoder and numbers else np.zeros((0, 0), np.float32)
    row = {n: k for k, n in enumerate(numbers)}
    found = {}
    for a, b in pairs:
        meaning = round(float(vectors[row[a]] @ vectors[row[b]]), 3) if (a, b) in asked else None
        found[a, b] = Agreement(words[a, b], meaning, *_verbatim(sayings[a], sayings[b]))
    return found


def _one_known(sayings: Sequence[Saying], pair: Pair) -> bool:
    """Whether one known speaker said both, in two reports: then other words may well mean the same."""
    one, other = (sayings[n] for n in pair)
    return one.known and one.speaker == other.speaker and one.article.id != other.article.id


def judge(one: Saying, other: Saying, agreement: Agreement) -> bool:
    """Whether two sayings are one, by how well they agree and where they stand."""
    if one.speaker != other.speaker and not (one.known and other.known):
        return _word_for_word(one, other, agreement)
    if one.quotation.kind == other.quotation.kind == "direct" and not _same_words(agreement):
        return False
    apart = _days_apart(one.article.published, other.article.published) > DAYS
    if one.speaker != other.speaker:
        return agreement.value >= (LATER if apart else SPOKEN_FOR)
    bare = agreement.meaning is None
    if one.article.id != other.article.id:
        return agreement.value >= (LATER if apart else ACROSS_BARE if bare else _least_across(one, other))
    if one.heading != other.heading:
        return agreement.value >= (ACROSS_BARE if bare else HEADING)
    return agreement.value >= (INSIDE_BARE if bare else INSIDE)


def _least_across(one: Saying, other: Saying) -> float:
    quoted = one.quotation.kind == other.quotation.kind == "direct"
    return ACROSS if quoted or not one.known else ACROSS_TOLD


def _word_for_word(one: Saying, other: Saying, agreement: Agreement) -> bool:
    """Whether the words agree so far that they are one saying, whoever is given them."""
    if agreement.verbatim < VERBATIM:
        return False
    told = "indirect" in (one.quotation.kind, other.quotation.kind)
    whole = one.words.keys == other.words.keys
    return agreement.equal >= (LEAST_TOLD_ALIKE if told else LEAST_WHOLE if whole else LEAST_VERBATIM)


def _same_words(agreement: Agreement) -> bool:
    """Whether so much of the shorter wording stands in the other; one of less than four words must stand there whole."""
    enough = agreement.equal >= LEAST_QUOTED or agreement.verbatim >= 1.0
    return agreement.verbatim >= QUOTED and enough


def _speaker_keys(saying: Saying, entities: Mapping[str, StoryEntity]) -> list[tuple[str, ...]]:
    if saying.speaker is None:
        return []
    voices = [("by", saying.speaker), *(("for", code) for code in sorted(_states(saying, entities)))]
    return [(*voice, term) for voice in voices for term in saying.terms]


def _states(saying: Saying, entities: Mapping[str, StoryEntity]) -> frozenset[str]:
    """The countries that a saying may be of: that of a government, those in the offices of a person."""
    entity = entities.get(saying.speaker or "")
    if entity is None:
        return frozenset()
    if entity.type == "government":
        return frozenset({entity.country} if entity.country else ())
    functions = [f for role in entity.roles if (f := function_of(role))] if entity.type == "person" else []
    return frozenset(code for function in functions for code in function.countries)


def _unknown_keys(saying: Saying) -> list[tuple[str, ...]]:
    """Runs of words: how the same words under another speaker are looked for."""
    keys, run = saying.words.keys, RUN_TOLD if saying.quotation.kind == "indirect" else RUN
    whole = [("words", *keys)] if len(keys) == LEAST_WHOLE and run == RUN else []
    return [*whole, *(("words", *keys[i : i + run]) for i in range(len(keys) - run + 1))]


def _may_be_one(one: Saying, other: Saying, entities: Mapping[str, StoryEntity]) -> bool:
    if one.ref == other.ref or _overlap(one, other):
        return False
    if one.speaker == other.speaker or None in (one.speaker, other.speaker):
        return True
    if _word_for_word(one, other, Agreement(0.0, None, *_verbatim(one, other))):
        return True
    if not (one.known and other.known):
        return False
    kinds = {entities[s.speaker].type for s in (one, other) if s.speaker and s.speaker in entities}
    apart = one.article.id != other.article.id
    return apart and kinds == {"government", "person"} and bool(_states(one, entities) & _states(other, entities))


def _overlap(one: Saying, other: Saying) -> bool:
    """Whether two sayings of one article share words: one quotation inside another."""
    if one.article.id != other.article.id or one.quotation.field != other.quotation.field:
        return False
    return any(a < d and c < b for a, b in one.spans for c, d in other.spans)


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Cosine of two weighed bags of terms, three decimals."""
    shared = sum(weight * other[term] for term, weight in one.items() if term in other)
    norms = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return round(shared / norms, 3) if norms else 0.0


def _verbatim(one: Saying, other: Saying) -> tuple[float, int]:
    equal = len(equal_places(one.words.keys, other.words.keys))
    return round(equal / min(len(one.words), len(other.words)), 3), equal


def _days_apart(one: Published, other: Published) -> int:
    if not one.earliest or not other.earliest:
        return 0
    return abs((date.fromisoformat(one.earliest) - date.fromisoformat(other.earliest)).days)
