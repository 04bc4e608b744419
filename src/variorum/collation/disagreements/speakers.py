"""One saying given to different speakers."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.collation.claims.setting import Setting
from variorum.collation.claims.verdicts import Side, Verdict
from variorum.collation.relays.names import is_outlet
from variorum.language.names import name_words
from variorum.language.tokens import find_words
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.story import Judgement, Utterance

RUN = 4
"""Words in a row that two quotations must share to be compared."""

LEAST_WORDS = 6
"""Shorter sayings ("no comment", "we are ready") are said by many."""

SAME = 0.8
"""Least share of the shorter saying's runs of words that the longer one holds; allows for one swapped word in about fifteen."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation in quotation marks with its runs of words."""

    article: AnnotatedArticle
    quotation: Quotation
    speaker: str
    runs: frozenset[tuple[str, ...]]


def speaker_verdicts(articles: Sequence[AnnotatedArticle], setting: Setting) -> Iterator[Verdict]:
    """A conflict for every two reports that put the same quoted words into the mouths of different named people."""
    sayings = [s for a in sorted(articles, key=lambda a: a.id) for s in _sayings(a, setting.entity_of)]
    index: dict[tuple[str, ...], list[int]] = {}
    for number, saying in enumerate(sayings):
        for run in saying.runs:
            index.setdefault(run, []).append(number)
    shared = Counter(pair for numbers in index.values() for pair in combinations(_heads(numbers, sayings), 2))
    for (i, j), count in sorted(shared.items()):
        one, other = sayings[i], sayings[j]
        if round(count / min(len(one.runs), len(other.runs)), 3) >= SAME and _different(one, other, setting):
            yield _verdict(one, other, setting)


def _sayings(article: AnnotatedArticle, entity_of: Mapping[str, str], *, least: int = LEAST_WORDS) -> Iterator[Saying]:
    for quotation in article.quotations:
        if quotation.kind != "direct" or quotation.speaker is None or quotation.field != "text":
            continue
        spans = [find_words(article.text).between(s, e).keys for s, e in quotation.content]
        keys = tuple(key for piece in spans for key in piece)
        if len(keys) >= least:
            runs = frozenset(keys[i : i + RUN] for i in range(len(keys) - RUN + 1))
            yield Saying(article, quotation, entity_of.get(quotation.speaker, quotation.speaker), runs)


def _heads(numbers: Sequence[int], sayings: Sequence[Saying]) -> list[int]:
    """The first saying of each speaker among ``numbers``: copies of one need not be compared again."""
    first: dict[str, int] = {}
    for number in numbers:
        first.setdefault(sayings[number].speaker, number)
    return sorted(first.values())


def given_verdicts(
    articles: Sequence[AnnotatedArticle], utterances: Sequence[Utterance], setting: Setting
) -> Iterator[Verdict]:
    """A doubt for every two reports that quote one saying, followed through all reports, from different named people, with
    RUN words of it in common."""
    known = {(s.article.id, s.quotation.id): s for a in articles for s in _sayings(a, setting.entity_of, least=RUN)}
    for utterance in utterances:
        refs = sorted((r.article, r.quotation) for r in utterance.quotations)
        quoted = [saying for ref in refs if (saying := known.get(ref)) and saying.quotation.kind == "direct"]
        for one, other in combinations(quoted, 2):
            if one.runs & other.runs and _different(one, other, setting):
                yield _verdict(one, other, setting, judgement="unsure")


def _different(one: Saying, other: Saying, setting: Setting) -> bool:
    """Whether two reports name two speakers: no outlet that somebody told it to, and nobody whose name has a word of the
    other's ("the Union", "the Commission of the Union")."""
    names = [setting.entities[s.speaker].name for s in (one, other) if s.speaker in setting.entities]
    called = all(name[:1].isupper() and not is_outlet(name) for name in names)
    if len(names) == 2 and set(name_words(names[0])) & set(name_words(names[1])):
        return False
    return called and one.article.id != other.article.id and not setting.related(one.speaker, other.speaker)


def _verdict(one: Saying, other: Saying, setting: Setting, *, judgement: Judgement = "conflict") -> Verdict:
    names = [setting.entities[s.speaker].name for s in (one, other)]
    sides = tuple(
        Side(s.article, (s.quotation.content[0][0], s.quotation.content[-1][1]), name, s.speaker, s.quotation.field)
        for s, name in zip((one, other), names, strict=True)
    )
    words = one.article.text[sides[0].span[0] : sides[0].span[1]].split()
    about = " ".join(words[:8]) + (" …" if len(words) > 8 else "")
    same = "The same words" if judgement == "conflict" else "One saying"
    reason = f"{same} {'are' if judgement == 'conflict' else 'is'} given to {names[0]} and to {names[1]}."
    score = 1.0 if judgement == "conflict" else 0.8
    return Verdict("speaker", judgement, (sides[0], sides[1]), about, score, reason)
