"""Origins: reports folded together where they are one source of evidence, not several.

Two reports have one origin when one is a duplicate of the other, when one takes much of its own text from the other (the less
the higher up in it what was taken begins, and little where it names the other or has no date), when one tells the other's
sentences in other words, or when both run a dispatch of one agency of the same days.
Reports that take from one source are one origin with it. Quoting the same speaker does not fold: a minister who speaks to
two reporters is one speaker, but two witnesses heard it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from variorum.collation.origins.clusters import Link, cluster
from variorum.collation.origins.dispatches import alike_dispatches
from variorum.collation.origins.opening import LEAST, LEAST_PASSAGE, OwnWords, needed_share, opening, places_of
from variorum.collation.origins.overlap import CountedText, Mask, Table, common_words
from variorum.collation.origins.retold import retold, sentences_of
from variorum.collation.relays.lines import is_party
from variorum.collation.reuse.direction import arrival_of, came_first
from variorum.collation.reuse.speech import voices
from variorum.collation.reuse.texts import CodedText, coded_texts
from variorum.language.partition import Partition
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span
from variorum.records.ids import text_digest
from variorum.records.story import Relay, Reuse

LEAST_TAKEN = 20
"""Own words of a report (speech in quotation marks and who said it left out) that it must have from the other, in equal runs,
beside the share that the place asks for where they begin: a sentence or two of background make no dispatch. Where the report
names the other, or has no date, those of one passage are enough (``LEAST_PASSAGE``)."""
OWN = ("own", "reported")
"""Voices of a report's own words: none in quotation marks, and not who said them."""
MOSTLY, MOSTLY_NAMED, LEAST_SHORT = 0.35, 0.12, 8
"""The share that is enough however few the words are, down to those of one short sentence; less is, where the report names the
other as its source."""
WHOLE, LEAST_WHOLE = 0.5, 25
"""Where so much of the earlier report stands in the later one, the earlier adds nothing to it, however long the later is."""
RETOLD, LEAST_TWINS = 0.35, 5
"""Where so much of both stands in sentences that have a twin in the other, and so many of them, one is the other retold.

Of 334 pairs of independent reports in 17 invented stories none is over 0.28, and of those in fifteen real triples of outlets
that share no text none is over 0.29; pairs of one origin reach 0.55, syndicated ones in real collections 0.35 and more. Short
reports of one event have four twins by chance (planted stories)."""
DISPATCH, DAYS = 0.6, 1
"""Cosine of rarity-weighted lemmas from which two reports of one agency, so many days apart at most, are one dispatch.

One event is told alike: of pairs of independent reports in fifteen invented stories half lie above 0.34, a hundredth above
0.56."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """What a report has of another that may be its source.

    ``words``: own words in equal runs; ``share``: theirs of its own words (of both reports the less telling, where it cannot be
    told who took from whom), and ``other``: of the other's; ``place``: where in it they begin (0 to 1); ``named``: it says that
    it has something from there; ``undated``: it has no date where the other has one; ``party``: the other is a party's text.
    ``dispatch``: how like two reports of one agency are; ``retold``, ``twins``: the share of sentences of both that have a twin
    in the other, and their number.
    """

    words: int = 0
    share: float = 0.0
    other: float = 0.0
    place: float = 1.0
    named: bool = False
    undated: bool = False
    party: bool = False
    dispatch: float = 0.0
    retold: float = 0.0
    twins: int = 0


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
    enough = LEAST_PASSAGE if kinship.named or kinship.undated else LEAST_TAKEN
    by_place = min(kinship.share / _needed(kinship), kinship.words / enough)
    by_most = min(kinship.share / (MOSTLY_NAMED if kinship.named else MOSTLY), kinship.words / LEAST_SHORT)
    by_whole = min(max(kinship.share, kinship.other) / WHOLE, kinship.words / LEAST_WHOLE)
    by_twins = min(kinship.retold / RETOLD, kinship.twins / LEAST_TWINS)
    return round(max(by_place, by_most, by_whole, by_twins, kinship.dispatch / DISPATCH), 3)


def _needed(kinship: Kinship) -> float:
    return needed_share(kinship.place, named=kinship.named, undated=kinship.undated, party=kinship.party)


def judge(value: float) -> bool:
    """Whether two reports are one origin."""
    return value >= 1.0


def _sharing(
    reports: Sequence[AnnotatedArticle], reuse: Sequence[Reuse], credited: frozenset[Link]
) -> Iterator[tuple[Link, Kinship]]:
    """What each report has of each that it shares own words with and that it may have taken them from."""
    own = [OwnWords(text, np.isin(np.array(voices(text), dtype="U8"), OWN)) for text in coded_texts(reports)]
    counted = _counted_texts(own, reuse)
    words, places = common_words(counted), places_of(own, reuse)
    arrivals, parties = [arrival_of(report) for report in reports], [is_party(report) for report in reports]
    told = _told(reports, credited)
    for i, j in _near(words, [text.size for text in counted], told):
        here, there = reports[i], reports[j]
        named, source = (here.id, there.id) in credited, (there.id, here.id) in credited
        if came_first(arrivals[i], arrivals[j]) or (source and not named):
            continue
        undated = _is_undated(here, there)
        sure = named or undated or came_first(arrivals[j], arrivals[i])
        shares = [round(float(words[i, j]) / text.size, 3) for text in (counted[i], counted[j])]
        place = opening(places, here.id, there.id)
        yield (
            (here.id, there.id),
            Kinship(
                words=int(words[i, j]),
                share=shares[0] if sure else min(shares),
                other=shares[1],
                place=place if sure else max(place, opening(places, there.id, here.id)),
                named=named,
                undated=undated,
                party=parties[j],
            ),
        )


def _is_undated(report: AnnotatedArticle, other: AnnotatedArticle) -> bool:
    """Whether ``report`` has no date and ``other`` has one."""
    return report.published.earliest is None and other.published.earliest is not None


def _told(reports: Sequence[AnnotatedArticle], credited: frozenset[Link]) -> Mask:
    """Which report says which other is its source, or has no date where the other has one; shape (n, n)."""
    undated = np.array([r.published.earliest is None for r in reports], dtype=np.bool_)
    told: Mask = undated[:, None] & ~undated[None, :]
    numbers = {report.id: number for number, report in enumerate(reports)}
    for taker, source in credited:
        told[numbers[taker], numbers[source]] = True
    return told


def _near(words: Table, sizes: Sequence[int], told: Mask) -> list[tuple[int, int]]:
    """The numbers of pairs that share enough of either's own words to be looked at, or that are ``told`` and share any."""
    either: Mask = words / np.array(sizes, dtype=np.float64)[:, None] > LEAST
    return [(int(i), int(j)) for i, j in np.argwhere(either | either.T | (told & (words > 0)))]


def _counted_texts(reports: Sequence[OwnWords], reuse: Sequence[Reuse]) -> list[CountedText]:
    """The own words of each report that stand in copied passages, quoted speech left out."""
    places: defaultdict[str, list[Span]] = defaultdict(list)
    for member in (m for finding in reuse if not finding.spoken for m in finding.members):
        places[member.article].append((member.start, member.end))
    return [_counted(words.text, words.own, places[words.text.article.id]) for words in reports]


def _counted(text: CodedText, kind: Mask, places: Sequence[Span]) -> CountedText:
    inside = np.zeros(len(text), dtype=np.bool_)
    for start, end in places:
        numbers = text.number(start, end)
        inside[numbers.start : numbers.stop] = True
    return CountedText(text, kind & inside, max(1, int(kind.sum())))


def _credited(relays: Sequence[Relay], reports: Collection[str]) -> frozenset[Link]:
    """Pairs of a report and another of the collection that it credits."""
    named = (r for r in relays if r.source in reports and set(r.basis) & {"credit", "dateline"})
    return frozenset((r.to, r.source) for r in named)
