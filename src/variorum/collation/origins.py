"""Origins: reports folded together where they are one source of evidence, not several.

Two reports have one origin when one is a duplicate of the other, when they share a substantial part of the outlets' own
text, when one credits and copies the other, or when both run a dispatch of one agency of the same days. Outlets that run
the same dispatch are one origin. Quoting the same speaker does not fold: a minister who speaks to two reporters is one
speaker, but two witnesses heard it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from variorum.collation.relay_credits import find_credits, outlet_key
from variorum.collation.reuse_speech import voices
from variorum.collation.reuse_texts import CodedText, coded_texts
from variorum.language.frequency import rarity
from variorum.language.partition import Partition
from variorum.records.annotation import AnnotatedArticle
from variorum.records.ids import text_digest
from variorum.records.story import Relay, Reuse

Pair = tuple[str, str]

SUBSTANTIAL, LEAST_COMMON = 0.2, 25
"""Share of the shorter report's own words (speech in quotation marks and who said it left out) that it has in common with
the other, and their number: reports that know nothing of each other share next to none in runs of eight words, but one
sentence of background makes no dispatch."""
MOSTLY = 0.35
"""The share that is enough however few the words."""
CREDITED, LEAST_WORDS = 0.25, 8
"""Where one report credits the other: the share of all its words, speech included, that it has from there is enough, with so
many own words among them."""
DISPATCH, DAYS = 0.35, 1
"""Cosine of rarity-weighted lemmas from which two reports of one agency, so many days apart at most, are one dispatch."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """What two reports have in common: own words (of the shorter report) and their share of its own words; the share of
    all words that a report has from the one it credits (0 without a credit); how like two reports of one agency are."""

    words: int
    share: float
    credited: float
    dispatch: float


def fold_origins(
    articles: Sequence[AnnotatedArticle], reuse: Sequence[Reuse], relays: Sequence[Relay]
) -> tuple[tuple[str, ...], ...]:
    """The ids of ``articles``, each in one group; groups and their ids sorted. Duplicates stand with what they copy."""
    reports = sorted((a for a in articles if a.duplicate_of is None), key=lambda a: a.id)
    kinships = candidates(reports, reuse, relays)
    pairs = [pair for pair in sorted(kinships) if judge(score(kinships[pair]))]
    known = {a.id for a in articles}
    copies = [(a.id, a.duplicate_of) for a in articles if a.duplicate_of and a.duplicate_of in known]
    return cluster(known, [*copies, *pairs])


def candidates(reports: Sequence[AnnotatedArticle], reuse: Sequence[Reuse], relays: Sequence[Relay]) -> dict[Pair, Kinship]:
    """Pairs of reports that share own text or run one agency, with what they have in common."""
    texts = {t.article.id: t for t in coded_texts(reports)}
    labels = {name: voices(text) for name, text in texts.items()}
    own = {name: frozenset(n for n, v in enumerate(found) if v in ("own", "reported")) for name, found in labels.items()}
    told = {name: frozenset(n for n, v in enumerate(found) if v != "frame") for name, found in labels.items()}
    common = _common_words([r for r in reuse if not r.spoken], texts, own)
    credited = _credited(reuse, relays, texts, told)
    dispatches = _dispatches(reports)
    found = {}
    for pair in sorted({*common, *dispatches}):
        shorter = min(pair, key=lambda name: (len(own[name]), name))
        words = len(common.get(pair, {}).get(shorter, ()))
        share = round(words / (len(own[shorter]) or 1), 3)
        found[pair] = Kinship(words, share, credited.get(pair, 0.0), dispatches.get(pair, 0.0))
    return found


def score(kinship: Kinship) -> float:
    """The kinship as a share of what would fold the two reports: 1 or more folds, three decimals."""
    by_credit = kinship.credited / CREDITED if kinship.words >= LEAST_WORDS else 0.0
    by_share = max(min(kinship.share / SUBSTANTIAL, kinship.words / LEAST_COMMON), kinship.share / MOSTLY)
    return round(max(by_share, by_credit, kinship.dispatch / DISPATCH), 3)


def judge(value: float) -> bool:
    """Whether two reports are one origin."""
    return value >= 1.0


def cluster(articles: Iterable[str], pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
    """The partition of ``articles`` that ``pairs`` make, directly or through others."""
    sets = Partition(articles)
    for one, other in pairs:
        sets.join(one, other)
    return tuple(tuple(group) for group in sets.groups())


def _credited(
    reuse: Sequence[Reuse], relays: Sequence[Relay], texts: Mapping[str, CodedText], told: Mapping[str, frozenset[int]]
) -> dict[Pair, float]:
    """For each pair of which one credits the other, the share of the crediting report's words that both have."""
    found = {}
    held: defaultdict[str, list[Reuse]] = defaultdict(list)
    for finding in reuse:
        for name in sorted({m.article for m in finding.members}):
            held[name].append(finding)
    for relay in relays:
        if relay.source in texts and relay.to in texts and set(relay.basis) & {"credit", "dateline"}:
            pair = (min(relay.source, relay.to), max(relay.source, relay.to))
            both = [_between(finding, pair) for finding in held[relay.to]]
            words = _common_words(both, texts, told).get(pair, {}).get(relay.to, set())
            found[pair] = round(len(words) / (len(told[relay.to]) or 1), 3)
    return found


def _between(finding: Reuse, pair: Pair) -> Reuse:
    """``finding`` with the members of two articles only."""
    return replace(finding, members=tuple(m for m in finding.members if m.article in pair))


def _common_words(
    reuse: Sequence[Reuse], texts: Mapping[str, CodedText], counted: Mapping[str, frozenset[int]]
) -> dict[Pair, dict[str, set[int]]]:
    """For each pair of articles the numbers of the words of each, of those counted, that stand in passages they share.

    In a passage with many holders each is paired with the first and with the one before, as candidates of reuse are.
    """
    table: defaultdict[Pair, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for finding in reuse:
        words: defaultdict[str, set[int]] = defaultdict(set)
        for member in finding.members:
            if member.article in texts:
                words[member.article] |= counted[member.article] & set(texts[member.article].number(member.start, member.end))
        holders = sorted(words, key=lambda name: (text_digest(texts[name].article.text), name))
        for place in range(1, len(holders)):
            for other in {holders[0], holders[place - 1]}:
                pair = (min(other, holders[place]), max(other, holders[place]))
                for name in pair:
                    table[pair][name] |= words[name]
    return {pair: dict(table[pair]) for pair in table}


def _dispatches(reports: Sequence[AnnotatedArticle]) -> dict[Pair, float]:
    """How like two reports are that run, or are, one agency's, at most a day apart."""
    runs: defaultdict[str, set[str]] = defaultdict(set)
    for report in reports:
        keys = {outlet_key(c.name) for c in find_credits(report) if c.whole}
        for key in keys | ({outlet_key(report.outlet)} if report.outlet else set()):
            runs[key].add(report.id)
    by_id = {r.id: r for r in reports}
    credit = {r.id: {outlet_key(c.name) for c in find_credits(r) if c.whole} for r in reports}
    found = {}
    for key in sorted(runs):
        for one, other in combinations(sorted(runs[key]), 2):
            if (key in credit[one] or key in credit[other]) and _days_apart(by_id[one], by_id[other]) <= DAYS:
                found[one, other] = _likeness(_weights(by_id[one]), _weights(by_id[other]))
    return found


def _days_apart(one: AnnotatedArticle, other: AnnotatedArticle) -> int:
    """Days between two reports, 0 where a date is not known: the credit then stands alone."""
    first, second = one.published.earliest, other.published.earliest
    if not first or not second:
        return 0
    return abs((date.fromisoformat(first) - date.fromisoformat(second)).days)


def _weights(report: AnnotatedArticle) -> dict[str, float]:
    counts = Counter(report.lemmas)
    return {lemma: (1 + math.log(counts[lemma])) * rarity(lemma) ** 2 for lemma in sorted(counts)}


def _likeness(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    shared = sum(weight * other[lemma] for lemma, weight in one.items() if lemma in other)
    norms = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    return round(shared / norms, 3) if norms else 0.0
