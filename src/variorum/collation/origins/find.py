"""Origins: reports folded together where they are one source of evidence, not several.

Two reports have one origin when one is a duplicate of the other, when one takes much of its own text from the other, when
it credits the other and takes much of all its words from there, when one tells the other's sentences in other words, or when
both run a dispatch of one agency of the same days.
Reports that take from one source are one origin with it. Quoting the same speaker does not fold: a minister who speaks to
two reporters is one speaker, but two witnesses heard it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from variorum.collation.origins.clusters import Link, cluster
from variorum.collation.origins.dispatches import alike_dispatches, run_by
from variorum.collation.origins.overlap import CountedText, Mask, Table, common_words
from variorum.collation.origins.retold import retold, sentences_of
from variorum.collation.reuse.direction import arrival_of, came_first
from variorum.collation.reuse.speech import voices
from variorum.collation.reuse.texts import CodedText, coded_texts
from variorum.language.partition import Partition
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.ids import text_digest
from variorum.records.story import Relay, Reuse

SUBSTANTIAL, LEAST_COMMON = 0.2, 25
"""Share of a report's own words (speech in quotation marks and who said it left out) that it has from the other, in equal
runs, and their number: a sentence or two of background make no dispatch."""
MOSTLY, LEAST_SHORT = 0.35, 8
"""The share that is enough however few the words are, down to those of one short sentence."""
WHOLE = 0.5
"""Where so much of the earlier report stands in the later one, the earlier adds nothing to it, however long the later is."""
CREDITED, MOSTLY_CREDITED = 0.17, 0.25
"""Where one report credits the other: the share of all its words, speech included, that it has from there is enough, with
``LEAST_COMMON`` own words among them: speech alone may be what both heard. From a quarter on, few own words are enough.
In invented stories papers that run a dispatch reach 0.174 and more, those that draw on it 0.163."""
LEAST_RUN = 30
"""Where a report's own line says that it runs an agency (``By Ann Orr, with TNA``), the own words that it must have from the
agency's report of that day: more than one sentence, which a paper cites, has. In invented stories the 19 pairs with such a line
and so many words are one origin, the two with fewer are not."""
RETOLD, LEAST_TWINS = 0.35, 5
"""Where so much of both stands in sentences that have a twin in the other, and so many of them, one is the other retold.

Of 334 pairs of independent reports in 17 invented stories none is over 0.28, and of those in fifteen real triples of outlets
that share no text none is over 0.29; pairs of one origin reach 0.55, syndicated ones in real collections 0.35 and more. Short
reports of one event have four twins by chance (planted stories)."""
BOTH = 0.94
"""Where the share of own words and that of twins both come so near what would fold, in the middle: pairs of one origin in 30
invented stories reach 0.97, independent ones 0.90."""
DISPATCH, DAYS = 0.6, 1
"""Cosine of rarity-weighted lemmas from which two reports of one agency, so many days apart at most, are one dispatch.

One event is told alike: of pairs of independent reports in fifteen invented stories half lie above 0.34, a hundredth above
0.56."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """What a report has of another that may be its source: own words in equal runs and their share of its own words (of both
    reports' where it cannot be told who took from whom), their share of the ``other``'s own words; the share of all its words
    where it credits the other (0 without a credit); the own words again where a line of its own names the other as one that it
    runs (0 without such a line); how like two reports of one agency are; the share of sentences of both that
    have a twin in the other, and their number."""

    words: int = 0
    share: float = 0.0
    other: float = 0.0
    credited: float = 0.0
    dispatch: float = 0.0
    retold: float = 0.0
    twins: int = 0
    run: int = 0


def fold_origins(
    articles: Sequence[AnnotatedArticle], reuse: Sequence[Reuse], relays: Sequence[Relay]
) -> tuple[tuple[str, ...], ...]:
    """The ids of ``articles``, each in one group; groups and their ids sorted. Duplicates stand with what they copy."""
    reports = sorted((a for a in articles if a.duplicate_of is None), key=lambda a: (text_digest(a.text), a.id))
    kinships = candidates(reports, reuse, relays)
    scores = {link: score(kinships[link]) for link in kinships}
    home = cluster([r.id for r in reports], {link: value for link, value in scores.items() if judge(value)})
    sets = Partition(a.id for a in articles)
    for report, source in home.items():
        sets.join(report, source)
    for article in articles:
        if article.duplicate_of in {a.id for a in articles}:
            sets.join(article.id, str(article.duplicate_of))
    return tuple(tuple(group) for group in sets.groups())


def candidates(reports: Sequence[AnnotatedArticle], reuse: Sequence[Reuse], relays: Sequence[Relay]) -> dict[Link, Kinship]:
    """Pairs of a report and one it may have taken from that share text or run one agency, with what it has of that one."""
    arrivals = {r.id: arrival_of(r) for r in reports}
    found = dict(_with_retold(reports, dict(_sharing(reports, reuse, _credited(relays, arrivals)))))
    for pair, value in alike_dispatches(reports, days=DAYS).items():
        for link in (pair, (pair[1], pair[0])):
            if not came_first(arrivals[link[0]], arrivals[link[1]]):
                found[link] = replace(found.get(link, Kinship()), dispatch=value)
    return found


def _with_retold(reports: Sequence[AnnotatedArticle], found: Mapping[Link, Kinship]) -> Iterator[tuple[Link, Kinship]]:
    """``found`` with how much of both is retold, looked at for pairs that nothing else folds."""
    by_id = {r.id: r for r in reports}
    unsure = [link for link, kinship in found.items() if not judge(score(kinship))]
    sentences = {name: sentences_of(by_id[name]) for name in sorted({name for link in unsure for name in link})}
    pairs = sorted({(min(link), max(link)) for link in unsure})
    shares = {pair: retold(sentences[pair[0]], sentences[pair[1]]) for pair in pairs}
    for link, kinship in found.items():
        share, twins = shares.get((min(link), max(link)), (0.0, 0))
        yield link, replace(kinship, retold=share, twins=twins)


def score(kinship: Kinship) -> float:
    """The kinship as a share of what would fold the two reports: 1 or more folds, three decimals."""
    by_share = min(kinship.share / SUBSTANTIAL, kinship.words / LEAST_COMMON)
    by_most = min(kinship.share / MOSTLY, kinship.words / LEAST_SHORT)
    by_whole = min(max(kinship.share, kinship.other) / WHOLE, kinship.words / LEAST_COMMON)
    by_credit = max(
        min(kinship.credited / CREDITED, kinship.words / LEAST_COMMON),
        min(kinship.credited / MOSTLY_CREDITED, kinship.words / LEAST_SHORT),
    )
    by_twins = min(kinship.retold / RETOLD, kinship.twins / LEAST_TWINS)
    by_both = (min(by_share, 1.0) + min(by_twins, 1.0)) / 2 / BOTH
    by_line = min(kinship.run / LEAST_RUN, 1.0)
    return round(max(by_share, by_most, by_whole, by_credit, by_twins, by_both, by_line, kinship.dispatch / DISPATCH), 3)


def judge(value: float) -> bool:
    """Whether two reports are one origin."""
    return value >= 1.0


def _sharing(
    reports: Sequence[AnnotatedArticle], reuse: Sequence[Reuse], credited: frozenset[Link]
) -> Iterator[tuple[Link, Kinship]]:
    """What each report has of each that it shares own words with and that it may have taken them from."""
    own, told = _counted_texts(reports, reuse)
    run = run_by(reports, days=DAYS)
    words, heard = common_words(own), common_words(told)
    arrivals = [arrival_of(report) for report in reports]
    for i, j in _near(words, [text.size for text in own], [report.id for report in reports], credited | run):
        if not came_first(arrivals[i], arrivals[j]):
            link = reports[i].id, reports[j].id
            here, there = (round(float(words[i, j]) / text.size, 3) for text in (own[i], own[j]))
            taken = here if came_first(arrivals[j], arrivals[i]) else min(here, there)
            by_credit = round(float(heard[i, j]) / told[i].size, 3) if link in credited else 0.0
            shared = int(words[i, j])
            yield link, Kinship(shared, taken, there, by_credit, run=shared if link in run else 0)


def _near(words: Table, sizes: Sequence[int], names: Sequence[str], credited: Collection[Link]) -> list[tuple[int, int]]:
    """The numbers of pairs that share enough of either's own words to be looked at, or of which one credits the other."""
    either: Mask = words / np.array(sizes, dtype=np.float64)[:, None] > SUBSTANTIAL / 2
    places = {name: place for place, name in enumerate(names)}
    either |= either.T
    for taker, source in credited:
        either[places[taker], places[source]] = words[places[taker], places[source]] > 0
    return [(int(i), int(j)) for i, j in np.argwhere(either)]


def _counted_texts(reports: Sequence[AnnotatedArticle], reuse: Sequence[Reuse]) -> tuple[list[CountedText], list[CountedText]]:
    """The own words of each report that stand in copied passages, and all its words, speech included, that do."""
    own_places, all_places = _places(reuse, spoken=False), _places(reuse, spoken=True)
    own, told = [], []
    for text in coded_texts(reports):
        labels = np.array(voices(text), dtype="U8")
        is_own, name = np.isin(labels, ("own", "reported")), text.article.id
        own.append(_counted(text, is_own, own_places.get(name, ())))
        told.append(_counted(text, labels != "frame", all_places.get(name, ())))
    return own, told


def _counted(text: CodedText, kind: Mask, places: Sequence[Span]) -> CountedText:
    inside = np.zeros(len(text), dtype=np.bool_)
    for start, end in places:
        numbers = text.number(start, end)
        inside[numbers.start : numbers.stop] = True
    return CountedText(text, kind & inside, max(1, int(kind.sum())))


def _places(reuse: Sequence[Reuse], *, spoken: bool) -> dict[str, list[Span]]:
    """The copied passages of each report, those of quoted speech included where ``spoken``."""
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for member in (m for finding in reuse if spoken or not finding.spoken for m in finding.members):
        found[member.article].append((member.start, member.end))
    return dict(found)


def _credited(relays: Sequence[Relay], reports: Collection[str]) -> frozenset[Link]:
    """Pairs of a report and another of the collection that it credits."""
    named = (r for r in relays if r.source in reports and set(r.basis) & {"credit", "dateline"})
    return frozenset((r.to, r.source) for r in named)
