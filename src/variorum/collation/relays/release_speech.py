"""What somebody says in the text of a party, and says again in a report that names no other place where he said it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from variorum.collation.relays.interviews import Edge
from variorum.collation.relays.lines import is_party
from variorum.collation.relays.releases import names_speaker
from variorum.collation.reuse.direction import is_earlier
from variorum.language.frequency import rarity
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Passage, passage_of

LEAST_SHARED, SHARE = 3, 0.6
"""Telling lemmas that the words in both must share, and the share by rarity of those of the report."""
RUN, LONG_RUN = 3, 5
"""Lemmas that must stand on end in both, in words that are quoted and in such as are only told. In 30 invented stories all ten
such pairs are relays."""


def spoken_release_edges(reports: Sequence[AnnotatedArticle]) -> Iterator[Edge]:
    """The edges from the texts of parties among ``reports`` to no earlier reports that have somebody's words from there."""
    for release in (r for r in reports if is_party(r)):
        for report in (r for r in reports if r.id != release.id and not is_earlier(r.published, release.published)):
            others = [
                r for r in reports if r.id not in (release.id, report.id) and not is_earlier(report.published, r.published)
            ]
            quotations = (q for q in report.quotations if q.field == "text" and not _was_told(report, q, others))
            found = [p for q in quotations for p in _said_there(report, q, release)]
            if found:
                yield release.id, report.id, tuple(dict.fromkeys(found))


def _was_told(report: AnnotatedArticle, quotation: Quotation, others: Sequence[AnnotatedArticle]) -> bool:
    """Whether one of ``others``, there by then, has the words as told to somebody (``told reporters``): all could hear it."""
    here = _lemmas(report, quotation)
    told = ((r, q) for r in others for q in r.quotations if q.field == "text" and q.addressee)
    return any(_is_same(here, _lemmas(r, q), RUN) for r, q in told)


def _said_there(report: AnnotatedArticle, quotation: Quotation, release: AnnotatedArticle) -> Iterator[Passage]:
    """The words in both, where they stand in ``release`` as those of the same person or of one without a name in the report,
    and nothing says that the report has them from elsewhere: nobody they were said to, no outlet, no time after the release."""
    direct = quotation.kind == "direct"
    elsewhere = quotation.addressee or quotation.medium or len(quotation.chain) > 1
    if elsewhere or release.published.latest is None or not (direct or quotation.act == "speech"):
        return
    if not _may_speak_there(report, quotation, release) or _is_of_later(report, quotation, release):
        return
    here, run = _lemmas(report, quotation), RUN if direct else LONG_RUN
    for spoken in release.quotations:
        if spoken.field == "text" and _is_same(here, _lemmas(release, spoken), run):
            yield from (passage_of(release, span, "text") for span in spoken.content)
            yield from (passage_of(report, span, "text") for span in quotation.content)


def _may_speak_there(report: AnnotatedArticle, quotation: Quotation, release: AnnotatedArticle) -> bool:
    """Whether the release is, or names, whoever is said to speak; quoted words may be those of one without a name."""
    speaker = next((e for e in report.entities if e.id == quotation.speaker), None)
    return names_speaker(speaker, release) or (quotation.kind == "direct" and not (speaker and speaker.named))


def _is_same(here: tuple[str, ...], there: tuple[str, ...], run: int) -> bool:
    telling = {lemma for lemma in here if rarity(lemma) > 0.3}
    shared = telling & set(there)
    total = sum(rarity(lemma) for lemma in sorted(telling))
    if len(shared) < LEAST_SHARED or round(sum(rarity(lemma) for lemma in sorted(shared)) / total, 3) < SHARE:
        return False
    runs = {there[n : n + run] for n in range(len(there) - run + 1)}
    return any(here[n : n + run] in runs for n in range(len(here) - run + 1))


def _lemmas(article: AnnotatedArticle, quotation: Quotation) -> tuple[str, ...]:
    """The lemmas of what is said, marks left out."""
    places = ((bisect_left(article.tokens, (s, 0)), bisect_left(article.tokens, (e, 0))) for s, e in quotation.content)
    return tuple(w for first, after in places for w in article.lemmas[first:after] if w[:1].isalnum())


def _is_of_later(report: AnnotatedArticle, quotation: Quotation, release: AnnotatedArticle) -> bool:
    """Whether the paragraph names a time between release and report (``14:20 The minister opens the debate``)."""
    at = quotation.content[0][0]
    start, end = report.text.rfind("\n", 0, at) + 1, report.text.find("\n", at)
    times = (t for t in report.times if t.field == "text" and start <= t.start < (end if end >= 0 else len(report.text)))
    last = report.published.latest or ""
    return any(t.earliest is not None and str(release.published.latest) < t.earliest[:10] <= last for t in times)
