"""Figures that a report gives as a party's in the present tense (``the ministry says 4,100``): they stand in its release.

Who sums up what each side says looks it up in what they wrote; what a party said to a reporter is told in the past tense.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from variorum.collation.relays.evidence import stated_share
from variorum.collation.relays.interviews import Edge
from variorum.collation.relays.lines import is_party
from variorum.collation.relays.releases import is_issuer
from variorum.collation.reuse.direction import is_earlier
from variorum.language.lexicon import alternatives, marked, words
from variorum.records.annotation import AnnotatedArticle, Mention, Quotation
from variorum.records.article import Span, passage_of

_FIGURE = re.compile(r"(?<![\w.,:])[$\u20ac\u00a3]?(?P<digits>\d+(?:[.,:]\d+)*)(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d$")
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
LEAST_DIGITS, LEAST_IN_WORDS = 2, 10
"""Digits of a figure that tells, and the least in words: of smaller ones every report has some."""
MOST_HOLDERS = 1
"""Third reports that may have a figure too: what all have is nobody's in particular."""
LEAST_UNDATED = 0.2
"""Share of the telling words of what a party states in the present tense that one sentence of its release must have, where the
report has no date: it sums up what others have written. Of 29 such reports in 81 stories 26 are relays in gold."""
_STATES = re.compile(
    r"(?:['\u2019]s? (?P<own>own )?(?P<thing>[a-z]+))?(?: itself)?(?:, [^,.;:\n]{1,60},)? (?P<verb>[a-z]+)\b"
    r"(?P<said>[^.;\n]*(?:\.\d[^.;\n]*)*)"
)
"""What stands behind a party that states something: a thing of its own, the verb and the rest of the sentence."""
_NEXT_WORDS = alternatives(marked("en", "relay_words", "next_states"))
_NEXT = re.compile(rf", (?:and |but |while )?(?:the )?[\w ]{{2,40}} (?:{_NEXT_WORDS})\b")
"""The next party, whose figure is not this one's."""
_ANEW = marked("en", "relay_words", "anew")
"""Beside them a party speaks anew, and not by the paper that it handed out before."""


def stated_figure_edges(reports: Sequence[AnnotatedArticle]) -> Iterator[Edge]:
    """The edges from the texts of parties to reports of others that state a figure of the party which hardly others have."""
    releases = [r for r in reports if is_party(r)]
    holders: defaultdict[str, list[AnnotatedArticle]] = defaultdict(list)
    for report in reports if releases else ():
        for figure in sorted(set(figures_in(report, (0, len(report.text))))):
            holders[figure].append(report)
    for release in releases:
        for report in (r for r in reports if not is_party(r) and not is_earlier(r.published, release.published)):
            stated = tuple(_stated(report, release))
            told = {shown for said, shown in stated if _is_of(release, report, said, holders)}
            if report.published.value is None and report.published.earliest is None:
                told |= {shown for said, shown in stated if stated_share(report, [said], release) >= LEAST_UNDATED}
            kept = [s for s in sorted(told) if not any(t != s and t[0] <= s[0] and s[1] <= t[1] for t in told)]
            if kept:
                yield release.id, report.id, tuple(passage_of(report, span, "text") for span in kept)


def _is_of(
    release: AnnotatedArticle, report: AnnotatedArticle, span: Span, holders: Mapping[str, Sequence[AnnotatedArticle]]
) -> bool:
    """Whether a figure in ``span`` stands in ``release``, in no other party's text, and in hardly any third report that can
    have been before ``report``."""
    for figure in figures_in(report, span):
        thirds = [r for r in holders[figure] if r.id not in (release.id, report.id)]
        before = [r for r in thirds if not is_earlier(report.published, r.published)]
        if release in holders[figure] and len(before) <= MOST_HOLDERS and not any(map(is_party, before)):
            return True
    return False


def _stated(report: AnnotatedArticle, release: AnnotatedArticle) -> Iterator[tuple[Span, Span]]:
    """What ``report`` gives as stated, in the present tense, by the party itself, and the words that show it."""
    own = {e.id for e in report.entities if is_issuer(e, release)}
    for quotation in report.quotations:
        if (
            quotation.speaker in own
            and quotation.field == "text"
            and not quotation.addressee
            and len(quotation.chain) <= 1
            and _is_present(report, quotation)
        ):
            yield from ((span, span) for span in quotation.content)
    for mention in report.mentions:
        if mention.entity in own and mention.field == "text":
            yield from _behind(report, mention)


def _behind(report: AnnotatedArticle, mention: Mention) -> Iterator[tuple[Span, Span]]:
    """What is stated behind the party, up to the next one (``the ministry says 4,100``, ``the bureau's own clock says 8.15``),
    and that with the party."""
    found = _STATES.match(report.text, mention.end)
    if found is None or not _is_stating(report, found.span("verb")):
        return
    following = _NEXT.search(report.text, *found.span("said"))
    end = following.start() if following else found.end("said")
    yield (found.start("said"), end), (mention.start, end)


def _is_present(report: AnnotatedArticle, quotation: Quotation) -> bool:
    return any(_is_stating(report, word) for cue in quotation.cue for word in _words(report, cue))


def _words(report: AnnotatedArticle, span: Span) -> list[Span]:
    return list(report.tokens[bisect_left(report.tokens, (span[0], 0)) : bisect_left(report.tokens, (span[1], 0))])


def _is_stating(report: AnnotatedArticle, word: Span) -> bool:
    """Whether a word is a verb of stating in the present tense, with no word beside it that the party speaks anew."""
    place = bisect_left(report.tokens, word)
    if report.tokens[place : place + 1] != (word,) or report.lemmas[place] not in words("en", "stating_verbs"):
        return False
    form = report.text[slice(*word)].casefold()
    around = {*report.lemmas[max(0, place - 1) : place], *report.lemmas[place + 1 : place + 2]}
    return (form.endswith("s") or form == report.lemmas[place]) and not around & _ANEW


def figures_in(report: AnnotatedArticle, span: Span) -> Iterator[str]:
    """The figures in ``span`` that tell, written alike: numbers in digits or words, and times of day; none of dates and
    furniture."""
    dates = [(t.start, t.end) for t in report.times if t.field == "text" and t.type == "DATE"]
    left_out = [*dates, *((f.start, f.end) for f in report.furniture)]
    for match in _FIGURE.finditer(report.text, *span):
        figure = match["digits"].replace(",", "").replace(":", ".")
        inside = any(s <= match.start() < e for s, e in left_out)
        if len(figure) >= LEAST_DIGITS and not _YEAR.match(figure) and not inside:
            yield figure
    for number in report.quantities:
        written = any(c.isdigit() for c in report.text[number.start : number.end])
        if number.field == "text" and span[0] <= number.start < span[1] and number.value >= LEAST_IN_WORDS and not written:
            yield f"{number.value:.12g}"
    for time in report.times:
        clock = _CLOCK.search(time.value) if time.field == "text" and span[0] <= time.start < span[1] else None
        if clock:
            yield f"{clock[1]}.{clock[2]}"
