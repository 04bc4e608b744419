"""How much of their words, numbers and meaning two sayings share, and how likely that makes them one saying of one speaker."""

import math
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from variorum.collation.claims.words import concept_of, opposite
from variorum.collation.encoder import Encoder
from variorum.collation.utterances.parts import clauses_of
from variorum.collation.utterances.sayings import Saying
from variorum.language.alignment import equal_places
from variorum.language.changes import in_full, negations
from variorum.language.lexicon import word_list
from variorum.language.regression import logistic

Pair = tuple[int, int]
LANGUAGE = "en"

MEANING, WORDING = 0.7, 0.3
"""Shares of the encoder's cosine and of the cosine of weighed lemmas (best of four mixes on 76 aligned news sentences, where
0.42 parted aligned from unrelated ones; sayings of one speaker about one matter are nearer to each other)."""
VERBATIM, LEAST_VERBATIM, VERBATIM_SCORE = 0.8, 5, 0.9
"""Sayings of which so large a part of the shorter, and so many words, stand in the other, in order, are one anyway."""
MEANT, HELD, ORDERED, FACT, OTHER_FACT, TURNED, OTHER_ACTS, BASE = 6.7, 1.9, 0.8, 1.35, -2.5, -1.15, -1.4, -4.85
"""Weights of: the encoder's cosine, the share of the telling words, and of all words in order, that the shorter saying has in
the other, a number, day or hour in common, such facts and none in common, a "not" that only one has, verbs and none in common;
and the constant.

A logistic regression over 1,050 pairs of sayings of one speaker (weights rounded): from two reports of fifteen invented
stories, 100 of them one saying though not word for word, and 81 written to be hard, half of them two sayings that share their
subject. With each story left out in turn, 0.45 finds 0.85 of the sayings of the stories at a precision of 0.90; the mix of
cosines finds 0.66 at that precision. Of the hard pairs judged one, 0.63 are."""
DENYING = frozenset({"adverb", "determiner", "pronoun", "preposition"})
"""Kinds of negating words that deny by themselves; what is "impossible" or "lacking" another may call possible or missing."""
LEAST_ORDERED = 3
"""Fewer words in order are there by chance."""
LONGER, LEAST_LIKELY, CLAUSE = 1.3, 0.02, 0.45
"""How much longer than the other a saying must be for its clauses to be compared with it, the likelihood of the whole from
which, and that of a clause from which it counts: short pieces share a verb with much."""
SURE, LEAST_SHARED = 0.9, 1.0
"""Agreement of lemmas above which the encoder is not asked, and the weight that what is shared must have not to ask
it: of common words alone ("I was not there") any two sayings are made."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How two sayings agree: ``words`` of lemmas, ``meaning`` of the encoder (``None`` without), ``stated`` of the encoder of
    statements, ``held`` the share of the shorter's telling lemmas that the other has, ``verbatim`` that of its words in order,
    ``equal`` their number; ``facts`` whether they share a number or day (``None`` when one has none), ``turned`` whether a
    "not" or the opposite verb turns one round, ``acts`` whether they have a verb in common (``None`` when one has none)."""

    words: float
    meaning: float | None
    held: float
    verbatim: float
    equal: int
    facts: bool | None
    turned: bool
    acts: bool | None
    stated: float

    @property
    def likeness(self) -> float:
        """Cosines mixed, 0..1, three decimals."""
        return round(self.words if self.meaning is None else MEANING * self.meaning + WORDING * self.words, 3)

    @property
    def value(self) -> float:
        """The likeness, or what nearly the same words in order make it."""
        same = self.verbatim >= VERBATIM and self.equal >= LEAST_VERBATIM
        return max(self.likeness, VERBATIM_SCORE if same else 0.0)

    @property
    def likelihood(self) -> float:
        """Probability that the two are one saying if one speaker said both, three decimals."""
        meaning = self.words if self.meaning is None else self.meaning
        ordered = self.verbatim if self.equal >= LEAST_ORDERED else 0.0
        fact = 0.0 if self.facts is None else FACT if self.facts else OTHER_FACT
        apart = TURNED * self.turned + OTHER_ACTS * (self.acts is False)
        known = BASE + MEANT * meaning + HELD * self.held + ORDERED * ordered + fact + apart
        return logistic(known)


@dataclass(frozen=True, slots=True)
class Encoders:
    """The encoder of sentences, which tells what is about one thing, and that of ``statements``, which tells what says the
    same; without the second the first does for both, without either shared lemmas."""

    sentences: Encoder | None
    statements: Encoder | None = None


def score_clauses(sayings: Sequence[Saying], pairs: Sequence[Pair], encoders: Encoders) -> dict[Pair, Agreement]:
    """The agreement of each pair; of the longer of two in two reports that clause speaks which makes them likelier."""
    found = score(sayings, pairs, encoders)
    pool, parted = list(sayings), []
    places: dict[int, range] = {}
    for pair in pairs:
        whole, other = sorted(pair, key=lambda n: (-len(sayings[n].words), n))
        if not _may_be_clause(sayings[whole], sayings[other], found[pair]):
            continue
        if whole not in places:
            clauses = clauses_of(sayings[whole])
            places[whole] = range(len(pool), len(pool) + len(clauses))
            pool += clauses
        parted += [(pair, (other, part)) for part in places[whole]]
    agreements = score(pool, sorted({part for _, part in parted}), encoders)
    for pair, part in parted:
        if agreements[part].likelihood >= CLAUSE and not agreements[part].turned:
            found[pair] = max(found[pair], agreements[part], key=lambda a: a.likelihood)
    return found


def _may_be_clause(whole: Saying, other: Saying, agreement: Agreement) -> bool:
    longer = len(whole.words) >= LONGER * len(other.words)
    return longer and whole.article.id != other.article.id and agreement.likelihood >= LEAST_LIKELY


def score(sayings: Sequence[Saying], pairs: Sequence[Pair], encoders: Encoders) -> dict[Pair, Agreement]:
    """The agreement of each pair; only sayings that lemmas leave open are encoded, each once."""
    words = {pair: cosine(sayings[pair[0]].terms, sayings[pair[1]].terms) for pair in pairs}
    asked = sorted(pair for pair in pairs if _is_open(sayings, pair, words[pair]))
    meant = _cosines(sayings, asked, encoders.sentences)
    stated = _cosines(sayings, asked, encoders.statements) or meant
    return {(a, b): _agreement(sayings[a], sayings[b], words[a, b], meant.get((a, b)), stated.get((a, b))) for a, b in pairs}


def _cosines(sayings: Sequence[Saying], pairs: Sequence[Pair], encoder: Encoder | None) -> dict[Pair, float]:
    """The cosine of the vectors of each pair, three decimals; nothing without an encoder."""
    if encoder is None or not pairs:
        return {}
    numbers = sorted({n for pair in pairs for n in pair})
    vectors = encoder.encode([sayings[n].plain for n in numbers])
    row = {n: k for k, n in enumerate(numbers)}
    return {(a, b): round(float(vectors[row[a]] @ vectors[row[b]]), 3) for a, b in pairs}


def _is_open(sayings: Sequence[Saying], pair: Pair, words: float) -> bool:
    """Whether lemmas do not settle whether the two say the same: other words may well mean it."""
    return words < SURE or _shared(sayings[pair[0]].terms, sayings[pair[1]].terms) < LEAST_SHARED


def _agreement(one: Saying, other: Saying, words: float, meaning: float | None, stated: float | None) -> Agreement:
    return Agreement(
        words,
        meaning,
        _held(one.terms, other.terms),
        *verbatim(one, other),
        facts=_common(one.facts, other.facts),
        turned=_turned(one, other),
        acts=_common(one.acts, other.acts),
        stated=words if stated is None else stated,
    )


def _turned(one: Saying, other: Saying) -> bool:
    """Whether one is negated and the other is not, or one has the opposite verb of the other ("lost", "won")."""
    apart = negations(one.words) % 2 != negations(other.words) % 2 and _denies(one) != _denies(other)
    counter = any(opposite(a, b) for a in sorted(one.acts) for b in sorted(other.acts)) and not one.acts & other.acts
    return apart != counter


def _denies(saying: Saying) -> bool:
    """Whether a "not" or a verb such as "deny" stands in it, however often: "lacking" beside "missing" turns nothing round,
    nor does "nobody, nobody"."""
    denying, verbs = _denying()
    return bool(saying.terms.keys() & verbs) or any(key in denying for key in in_full(saying.words.keys))


@cache
def _denying() -> tuple[frozenset[str], frozenset[str]]:
    """The words that deny by themselves, and the concepts of verbs of saying that something is not so."""
    denying = frozenset(row["word"] for row in word_list(LANGUAGE, "negation") if row["kind"] in DENYING)
    return denying, frozenset(concept_of(row["lemma"]) for row in word_list(LANGUAGE, "cues") if row["polarity"] == "negative")


def _common(one: Set[str], other: Set[str]) -> bool | None:
    return bool(one & other) if one and other else None


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Cosine of two weighed bags of terms, three decimals."""
    shared = sum(weight * other[term] for term, weight in one.items() if term in other)
    norms = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return round(shared / norms, 3) if norms else 0.0


def _held(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The share, by weight, of the lighter bag of terms that the other holds."""
    least = min(sum(one.values()), sum(other.values()))
    return round(_shared(one, other) / least, 3) if least else 0.0


def _shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The weight of the terms in common."""
    return sum(min(weight, other[term]) for term, weight in one.items() if term in other)


def verbatim(one: Saying, other: Saying) -> tuple[float, int]:
    """The share of the shorter saying's words that stand in the other in order, and their number; short forms count in full."""
    a, b = in_full(one.words.keys), in_full(other.words.keys)
    equal = len(equal_places(a, b))
    return round(equal / min(len(a), len(b)), 3), equal
