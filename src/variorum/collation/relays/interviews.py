"""Words said to one report's own outlet: another that has the same words, and no more from him, has them from there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from variorum.collation.relays.media import is_to_own
from variorum.collation.relays.names import names_own_outlet
from variorum.collation.reuse.direction import is_earlier
from variorum.language.lexicon import words
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Passage, Span, passage_of

Edge = tuple[str, str, tuple[Passage, ...]]
"""The source, the report that takes over, and the passages of both."""

Told = Mapping[tuple[str, ...], Sequence[tuple[AnnotatedArticle, Passage]]]
"""The reports that were told each run of lemmas, and where."""
RUN = 8
"""Lemmas on end that two reports must have alike for one quotation to be the other's words."""

_NAMED = re.compile(r"\s+[\u201c\"\u201e\u00ab]?[A-Z]")
"""The name of an outlet behind what it is called."""
_QUESTION = re.compile(r"^(?:q|question|interviewer)\s*:", re.IGNORECASE | re.MULTILINE)
_ANSWER = re.compile(r"^([^:\n]{1,40}):([^\n]+)", re.MULTILINE)
LEAST_QUESTIONS = 2
"""Lines under the outlet's own name, or marked as questions, from which a report is an interview."""


def interview_edges(reports: Sequence[AnnotatedArticle]) -> Iterator[Edge]:
    """The edges from reports whose outlet was told something to those that quote the same words without a source of their own.

    Who was told settles the direction; dates only must not speak against it.
    """
    told = _told_runs(reports)
    for report in reports:
        found: defaultdict[str, list[Passage]] = defaultdict(list)
        for quotations in _plain_words(report):
            for source, passages in _common_source(report, quotations, told):
                found[source] += passages
        for source in sorted(found):
            yield source, report.id, tuple(dict.fromkeys(found[source]))


def _common_source(
    report: AnnotatedArticle, quotations: Sequence[Quotation], told: Told
) -> Iterator[tuple[str, list[Passage]]]:
    """The reports that have every one of the words of one speaker: who has more from him may have heard him."""
    held = [[hit for run in sorted(set(_runs(report, q.content))) for hit in told.get(run, ())] for q in quotations]
    sources = {source.id: source for hits in held for source, _ in hits}
    for name, source in sorted(sources.items()):
        if name != report.id and _may_have(report, source) and all(any(s.id == name for s, _ in hits) for hits in held):
            theirs = [passage for hits in held for s, passage in hits if s.id == name]
            yield name, [*theirs, *(passage_of(report, span, "text") for q in quotations for span in q.content)]


def _plain_words(report: AnnotatedArticle) -> Iterator[list[Quotation]]:
    """The quotations of some length of each speaker of ``report``, where none has a source of its own: an outlet that it came
    by, or this outlet itself."""
    spoken: defaultdict[str, list[Quotation]] = defaultdict(list)
    for quotation in report.quotations:
        if quotation.field == "text" and quotation.kind != "indirect" and any(_runs(report, quotation.content)):
            spoken[quotation.speaker or ""].append(quotation)
    for speaker in sorted(spoken):
        if all(len(q.chain) <= 1 and not is_to_own(report, q) for q in spoken[speaker]):
            yield spoken[speaker]


def _told_runs(reports: Sequence[AnnotatedArticle]) -> Told:
    """The runs of lemmas that were said to a report's own outlet; those said to two outlets are nobody's."""
    table: defaultdict[tuple[str, ...], list[tuple[AnnotatedArticle, Passage]]] = defaultdict(list)
    for report in reports:
        for content in _told(report):
            for run in sorted(set(_runs(report, content))):
                table[run] += [(report, passage_of(report, span, "text")) for span in content]
    return {run: held for run, held in table.items() if len({source.id for source, _ in held}) == 1}


def _told(report: AnnotatedArticle) -> Iterator[Sequence[Span]]:
    """The direct words of those who told them to the outlet of ``report``, with the rest of the paragraph that was told nobody
    else."""
    direct = [q for q in report.quotations if q.field == "text" and q.kind != "indirect" and q.act == "speech"]
    if _is_interview(report):
        lines = (m for m in _ANSWER.finditer(report.text) if not names_own_outlet(m[1].strip(), report))
        yield from ([m.span(2)] for m in lines if not _QUESTION.match(m[0]))
        return
    own = {(q.speaker, _paragraph(report, q)) for q in report.quotations if q.speaker and is_to_own(report, q)}
    for quotation in direct:
        others = any(some_outlet(report, quotation)) and not is_to_own(report, quotation)
        if (quotation.speaker, _paragraph(report, quotation)) in own and not others:
            yield quotation.content


def _is_interview(report: AnnotatedArticle) -> bool:
    own = [m for m in _ANSWER.finditer(report.text) if names_own_outlet(m[1].strip(), report)]
    return max(len(own), len(_QUESTION.findall(report.text))) >= LEAST_QUESTIONS


def _paragraph(report: AnnotatedArticle, quotation: Quotation) -> int:
    return report.text.count("\n", 0, quotation.content[0][0])


def some_outlet(report: AnnotatedArticle, quotation: Quotation) -> Iterator[Span]:
    """Where the sentence of what is said has some outlet that it was said to or on (``confessed to a newspaper``)."""
    at = (*quotation.cue, *quotation.content)[0][0]
    sentence = next((s for s in report.sentences if s[0] <= at < s[1]), (at, at))
    for match in _some().finditer(report.text, *sentence):
        inside = any(s <= match.start() < e for s, e in quotation.content)
        if not inside and not _NAMED.match(report.text, match.end()):
            yield match.span("what")


@cache
def _some() -> re.Pattern[str]:
    """What finds some outlet, without a name, to which or on which something is said."""
    nouns = "|".join(sorted(words("en", "media_nouns")))
    some = rf"(?:(?:an?|\w+ own) (?:[\w-]+ ){{0,2}})?(?:{nouns}|TV)"
    return re.compile(rf"\b(?i:to|told|on|by) (?P<what>{some}|the (?:[a-z]+ )?(?:radio|television|TV))\b")


def _may_have(report: AnnotatedArticle, source: AnnotatedArticle) -> bool:
    """Whether the dates let ``report`` have the words from ``source``, and it is of another house."""
    house = report.outlet is not None and report.outlet == source.outlet
    return not house and not is_earlier(report.published, source.published)


def _runs(report: AnnotatedArticle, content: Sequence[Span]) -> Iterator[tuple[str, ...]]:
    lemmas = [
        lemma
        for (start, end), lemma in zip(report.tokens, report.lemmas, strict=True)
        if any(s <= start and end <= e for s, e in content)
    ]
    yield from (tuple(lemmas[n : n + RUN]) for n in range(len(lemmas) - RUN + 1))
