"""What the texts themselves show of a relay: passages that two reports share, and a statement that both carry."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from variorum.collation.relays.lines import Credit
from variorum.collation.reuse.judge import LEAST_DENSITY
from variorum.language.alignment import equal_places
from variorum.language.frequency import rarity
from variorum.language.tokens import find_words
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Passage, Span
from variorum.records.story import Reuse

Pair = tuple[str, str]

LEAST_CARRIED = 0.6
"""Share of a statement's telling words, by rarity, that another report must have for the statement to stand in it too."""
LEAST_STATED, FEWEST = 0.6, 3
"""The same share for one sentence of the other report, and how many telling words there must be."""
LEAST_BACKED = 0.3
"""The same for one sentence of a release, where something else speaks for it too: words that credit the release, or that the
report has no date and so sums up what others have written."""


FEW = 10
"""Reports with one passage beyond which it says nothing any more about who has it from whom."""

Held = Mapping[str, Sequence[Reuse]]
"""The findings of reuse that each article is in."""


def held_passages(reuse: Sequence[Reuse]) -> Held:
    """The findings by article; with hundreds of reports of one event it is these that are few, not their pairs."""
    table: defaultdict[str, list[Reuse]] = defaultdict(list)
    for finding in reuse:
        for article in sorted({member.article for member in finding.members}):
            table[article].append(finding)
    return table


def shared_passages(held: Held, one: str, other: str) -> tuple[Passage, ...]:
    """The passages of two articles that they share, spoken ones included."""
    found = (m for finding in held.get(one, ()) for m in _of_both(finding, one, other))
    return tuple(dict.fromkeys(found))


def _of_both(finding: Reuse, one: str, other: str) -> list[Passage]:
    members = [m for m in finding.members if m.article in (one, other)]
    return members if len({m.article for m in members}) == 2 else []


def copied_words(reuse: Sequence[Reuse], before: Callable[[str, str], bool]) -> dict[Pair, tuple[int, tuple[Passage, ...]]]:
    """For each pair (source, receiver) the number of own words copied, where the direction is known, and the passages.

    Words count that are equal in both, in passages that are mostly equal: two reports that tell one fact in a sentence of their
    own may each share it with a third. Of several reports that have a passage and were there ``before`` the receiver, its
    source is the one that it shares most words with in all, speech included: a sentence of a dispatch comes by the paper whose
    other sentences came as well.
    """
    held = held_passages(reuse)
    table: defaultdict[Pair, list[Passage]] = defaultdict(list)
    equal: Counter[Pair] = Counter()
    for finding in reuse:
        if finding.origin and not finding.spoken:
            for member in finding.members:
                if member.article != finding.origin:
                    source = _source_of(finding, member.article, held, before)
                    theirs = [m for m in finding.members if m.article == source]
                    table[source, member.article] += [*theirs, member]
                    equal[source, member.article] += max(equal_words(m.exact, member.exact) for m in theirs)
    return {pair: (equal[pair], tuple(dict.fromkeys(passages))) for pair, passages in table.items()}


def equal_words(one: str, other: str) -> int:
    """The number of words of two passages that are equal, in one order; 0 where they are less than ``LEAST_DENSITY`` of the
    longer one."""
    keys = find_words(one).keys, find_words(other).keys
    equal = len(equal_places(*keys))
    return equal if round(equal / max(1, *map(len, keys)), 3) >= LEAST_DENSITY else 0


def _source_of(finding: Reuse, to: str, held: Held, before: Callable[[str, str], bool]) -> str:
    """The report that ``to`` has the passage of ``finding`` from; its origin where many have it or none is nearer."""
    origin = str(finding.origin)
    others = sorted({m.article for m in finding.members} - {to, origin})
    if not others or len(others) > FEW:
        return origin
    near = [name for name in others if before(name, to)]
    return max([origin, *near], key=lambda name: _words_in(to, shared_passages(held, name, to)))


def _words_in(article: str, passages: Sequence[Passage]) -> int:
    return sum(len(p.exact.split()) for p in dict.fromkeys(passages) if p.article == article)


def tells_the_same(report: AnnotatedArticle, credit: Credit, source: AnnotatedArticle) -> bool:
    """Whether a statement that ``report`` has by the credited outlet is told in ``source`` as well."""
    carried = [q for q in report.quotations if _is_credited(q, credit)]
    there = set(source.lemmas)
    return any(_share(report, quotation, there) >= LEAST_CARRIED for quotation in carried)


def _is_credited(quotation: Quotation, credit: Credit) -> bool:
    return quotation.field == "text" and credit.entity is not None and credit.entity in quotation.chain


def _share(report: AnnotatedArticle, quotation: Quotation, there: set[str]) -> float:
    """The share of the telling lemmas of a quotation's content that stand in another report, weighed by rarity."""
    spans = quotation.content
    lemmas = {
        lemma
        for (start, end), lemma in zip(report.tokens, report.lemmas, strict=True)
        if any(s <= start and end <= e for s, e in spans) and rarity(lemma) > 0.3
    }
    total = sum(rarity(lemma) for lemma in sorted(lemmas))
    shared = sum(rarity(lemma) for lemma in sorted(lemmas & there))
    return round(shared / total, 3) if len(lemmas) >= 4 else 0.0


def stated_in(report: AnnotatedArticle, quotation: Quotation, other: AnnotatedArticle) -> bool:
    """Whether one sentence of ``other`` has most of what a quotation of ``report`` says."""
    return stated_share(report, quotation.content, other) >= LEAST_STATED


def stated_share(report: AnnotatedArticle, spans: Sequence[Span], other: AnnotatedArticle) -> float:
    """The share, by rarity, of the telling words in ``spans`` that stand in one sentence of ``other``; 0 for few words."""
    wanted = _telling(report, spans)
    if len(wanted) < FEWEST:
        return 0.0
    total = sum(rarity(lemma) for lemma in sorted(wanted))
    shares = (sum(rarity(lemma) for lemma in sorted(wanted & _telling(other, [s]))) / total for s in other.sentences)
    return round(max(shares, default=0.0), 3)


def _telling(report: AnnotatedArticle, spans: Sequence[Span]) -> set[str]:
    """The telling lemmas that stand in ``spans``."""
    places = ((bisect_left(report.tokens, (start, 0)), bisect_left(report.tokens, (end, 0))) for start, end in spans)
    return {lemma for first, after in places for lemma in report.lemmas[first:after] if rarity(lemma) > 0.3}
