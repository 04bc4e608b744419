"""A party's release as the source of reports: words of its own that they quote, and what they say it states in writing."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from variorum.collation.entities.profiles import is_institution
from variorum.collation.relays.evidence import LEAST_BACKED, equal_words, stated_in, stated_share
from variorum.collation.relays.interviews import Edge
from variorum.collation.relays.lines import is_party, is_release
from variorum.collation.reuse.direction import is_earlier
from variorum.collation.reuse.speech import marked_spans
from variorum.language.lexicon import alternatives, marked, word_list, words
from variorum.language.names import fold
from variorum.records.annotation import AnnotatedArticle, Entity, Quotation
from variorum.records.article import Passage, Span, passage_of
from variorum.records.story import Reuse

_INITIALS = re.compile(r"^(?:\w )+(?=\w)")
LEAST_QUOTED = 4
"""Words in quotation marks that must stand in a release, outside its own quotation marks, to be taken from there: what a
person says in a release he may say elsewhere, the party's own sentences are in writing only."""

LEAST_RETOLD = 2
"""Statements of a party that must stand in its release for a report to have them from there: one it may have made elsewhere."""

_CLAUSE_END = re.compile(r"[;\n]")
"""Behind it stands what others say."""
_FIGURE = re.compile(r"\d[\d.,:]*\d")

LEAST_COPIED = 10
"""Words of a release's own that stand, equal, in a later report: a name with a date is no sentence."""


def release_edges(reports: Sequence[AnnotatedArticle]) -> Iterator[Edge]:
    """The edges from the texts of parties among ``reports`` to later reports that quote or retell what stands there."""
    releases = [r for r in reports if is_party(r)]
    own = {r.id: _own_words(r) for r in releases}
    for report in reports:
        for release in releases:
            if release.id != report.id and not is_earlier(report.published, release.published):
                taken = [s for q in report.quotations for s in _taken(report, q, release, own[release.id])]
                taken += _retold(report, release)
                taken += _named(report, release, releases) if report.id not in own else []
                if taken:
                    yield release.id, report.id, tuple(_passages(report, taken))


def copied_release_edges(reports: Sequence[AnnotatedArticle], reuse: Sequence[Reuse]) -> Iterator[Edge]:
    """The edges from releases to reports that have words of the release's own in their text, from ``LEAST_COPIED`` on.

    A release of the same day may answer the report, so it must be older, or one of the two without a date.
    """
    by_id = {r.id: r for r in reports}
    releases = {r.id for r in reports if is_release(r)}
    table: defaultdict[tuple[str, str], list[Passage]] = defaultdict(list)
    equal: Counter[tuple[str, str]] = Counter()
    for finding in (f for f in reuse if not f.spoken):
        holders = {m.article for m in finding.members} & releases
        for release in sorted(holders & {finding.origin} if finding.origin else holders):
            for member in finding.members:
                if member.article != release:
                    theirs = [m for m in finding.members if m.article == release]
                    table[release, member.article] += [*theirs, member]
                    equal[release, member.article] += max(equal_words(m.exact, member.exact) for m in theirs)
    for (release, to), passages in sorted(table.items()):
        if equal[release, to] >= LEAST_COPIED and _is_older(by_id[release], by_id[to]):
            yield release, to, tuple(dict.fromkeys(passages))


def _is_older(release: AnnotatedArticle, report: AnnotatedArticle) -> bool:
    dated = release.published.earliest and report.published.earliest
    return is_earlier(release.published, report.published) or not dated


def _passages(report: AnnotatedArticle, spans: Sequence[Span]) -> list[Passage]:
    return [passage_of(report, span, "text") for span in sorted(set(spans))]


def _taken(report: AnnotatedArticle, quotation: Quotation, release: AnnotatedArticle, own: str) -> Iterator[Span]:
    """The content of a quotation that is the release's: its own words marked as quoted, what its statement says, or what
    the party said on its day."""
    speaker = _speaker(report, quotation)
    there = names_speaker(speaker, release)
    if quotation.field != "text" or (speaker and speaker.named and not there):
        return
    quoted = quotation.content if quotation.kind == "direct" else ()
    marked = [span for content in quotation.content for span in marked_spans(report.text, content)]
    for span in (*quoted, *marked) if there else ():
        if len(report.text[slice(*span)].split()) >= LEAST_QUOTED and _plain(report.text[slice(*span)]) in own:
            yield span
    written = _is_written(report, quotation) and (there or _is_body(speaker, release))
    if (written or _is_of_that_day(report, quotation, release)) and stated_in(report, quotation, release):
        yield from quotation.content


def _retold(report: AnnotatedArticle, release: AnnotatedArticle) -> list[Span]:
    """What the party is said to say, where several such statements stand in its release."""
    said = [q for q in report.quotations if q.field == "text" and q.act == "speech" and not q.addressee]
    own = [q for q in said if _is_body(_speaker(report, q), release) or _is_issuer(report, q, release)]
    found = {q.content: None for q in own if stated_in(report, q, release)}
    return [span for content in found for span in content] if len(found) >= LEAST_RETOLD else []


def _named(report: AnnotatedArticle, release: AnnotatedArticle, releases: Sequence[AnnotatedArticle]) -> list[Span]:
    """Where the report names a paper of the party (``the company's earlier statement``, ``the communiqué of the Front``): a
    party without a name is meant where it alone of ``releases`` has one, and so is a paper of nobody in particular (``the
    release says``)."""
    found = []
    for match in _statement().finditer(report.text):
        who = match["owner"] or match["author"]
        alone = not who and len(releases) == 1 and _says(report, match.span("verb"), release)
        meant = alone or (who and _is_meant(who, release, releases))
        if meant and not any(f.start <= match.start() < f.end for f in report.furniture):
            found.append(match.span())
    return found


def _is_meant(who: str, release: AnnotatedArticle, releases: Sequence[AnnotatedArticle]) -> bool:
    """Whether ``who`` handed the release out: by name, by what it alone is (``the inspectorate``), or as the only body that
    did; ``his own people`` are those of the only one."""
    party, sole = set(_plain(who).removeprefix("the ").split()), len(releases) == 1
    if any(c.isupper() for c in who.removeprefix("The")):
        return party <= set(_plain(release.outlet or "").split())
    if who[:4].casefold() != "the ":
        return sole
    called = [r.id for r in releases if party <= set(_plain(r.outlet or "").split())]
    body = (party <= _bodies() or is_institution(*party)) and not party & _of_state()
    return called == [release.id] if called else sole and body


def _says(report: AnnotatedArticle, verb: Span, release: AnnotatedArticle) -> bool:
    """Whether the word at ``verb`` is one of stating in the present tense, and what it states stands in the release: a figure,
    or ``LEAST_BACKED`` of its telling words in one sentence."""
    place = bisect_left(report.tokens, verb)
    if report.tokens[place : place + 1] != (verb,) or report.lemmas[place] not in words("en", "stating_verbs"):
        return False
    end = next((e for s, e in report.sentences if s <= verb[0] < e), verb[1])
    end = min([end, *(m.start() for m in _CLAUSE_END.finditer(report.text, verb[1], end))])
    figures = set(_FIGURE.findall(report.text[verb[1] : end]))
    backed = stated_share(report, [(verb[1], end)], release) >= LEAST_BACKED
    return backed or bool(figures & set(_FIGURE.findall(release.text)))


@cache
def _statement() -> re.Pattern[str]:
    """What finds a paper handed out behind the name of its party, or before it, or alone as what states something. The
    ``release`` of somebody is none."""
    handed_out = alternatives(marked("en", "relay_words", "handed_out"))
    papers = rf"{handed_out}|release(?! (?:of|from)\\b)"
    name = r"(?:[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})"
    owner = rf"(?P<owner>[Tt]he [a-z]+|(?:[Tt]he )?{name})['\u2019]s?(?: [a-z]+){{0,2}} (?:{papers})\b"
    author = (
        rf"\b(?:{handed_out})(?: [a-z]+)? (?:of|by|from) "
        rf"(?P<author>the [a-z]+|(?:the )?{name}|(?:his|her|its|their) own [a-z]+)"
    )
    alone = r"\b[Tt]he (?:statement|press release|communiqu[e\u00e9]|release) (?P<verb>[a-z]+s)\b"
    return re.compile(rf"\b{owner}|{author}|{alone}")


def _speaker(report: AnnotatedArticle, quotation: Quotation) -> Entity | None:
    return next((e for e in report.entities if e.id == quotation.speaker), None)


def _is_body(speaker: Entity | None, release: AnnotatedArticle) -> bool:
    """Whether a body without a name speaks (``the company``) that can be the party."""
    body = (
        speaker is not None and not speaker.named and speaker.type in ("organisation", "group") and is_institution(speaker.name)
    )
    return body and not _is_other_body(speaker, release)


def _is_other_body(speaker: Entity | None, release: AnnotatedArticle) -> bool:
    """Whether a body of the state without a name speaks (``the ministry``) and the party is none by its name."""
    words_of = set(fold(speaker.name).split()) if speaker and not speaker.named else set()
    either = marked("en", "collation_words", "either")
    return bool(words_of & (_of_state() - either)) and not set(fold(release.outlet or "").split()) & _of_state()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("en", "body_classes"))


@cache
def _of_state() -> frozenset[str]:
    """Nouns for bodies of the state."""
    return frozenset(row["word"] for row in word_list("en", "body_classes") if row["class"] == "public")


def _is_issuer(report: AnnotatedArticle, quotation: Quotation, release: AnnotatedArticle) -> bool:
    """Whether it is the party itself that is said to speak."""
    speaker = _speaker(report, quotation)
    return speaker is not None and _is_party_itself(speaker, release)


def is_issuer(speaker: Entity, release: AnnotatedArticle) -> bool:
    """Whether an entity of a report is the party, by its name or as the body that it is (``the ministry``; ``the company``,
    where its name says no other body)."""
    if _is_party_itself(speaker, release):
        return True
    called, own = (set(fold(name).split()) & _bodies() for name in (speaker.name, release.outlet or ""))
    fits = called & own if own else called & _companies()
    return bool(fits) and _is_body(speaker, release)


@cache
def _companies() -> frozenset[str]:
    return frozenset(row["word"] for row in word_list("en", "body_classes") if row["class"] == "company")


def _is_party_itself(speaker: Entity, release: AnnotatedArticle) -> bool:
    own = _plain(release.outlet or "").split()
    names = (_plain(n).split() for n in (speaker.name, *speaker.aliases)) if speaker else ()
    return bool(own) and any(set(name) <= set(own) or set(own) <= set(name) for name in names if name)


def names_speaker(speaker: Entity | None, release: AnnotatedArticle) -> bool:
    """Whether the release is, or names, whoever is said to speak (``A. Orr``: Ann Orr)."""
    there = f" {fold(release.outlet or '')} {_plain(release.text)} "
    names = (_plain(n) for n in (speaker.name, *speaker.aliases)) if speaker else ()
    return any(f" {_INITIALS.sub('', name)} " in there for name in names)


def _is_of_that_day(report: AnnotatedArticle, quotation: Quotation, release: AnnotatedArticle) -> bool:
    """Whether a later report says that it was said on the day of the release, by the party or nobody in particular (``on
    Tuesday the company said``)."""
    speaker = _speaker(report, quotation)
    named = speaker is not None and speaker.named and not _is_issuer(report, quotation, release)
    other = named or _is_other_body(speaker, release)
    if quotation.act != "speech" or other or not _is_older(release, report):
        return False
    places = [span[0] for span in (*quotation.cue, *quotation.content)]
    sentences = [s for s in report.sentences if any(s[0] <= place < s[1] for place in places)]
    times = [t for t in report.times if any(s <= t.start < e and t.field == "text" for s, e in sentences)]
    day = release.published.earliest
    of_some_year = any(day and t.value == f"XXXX{day[4:]}" for t in times)
    return day is not None and (of_some_year or (day, release.published.latest) in [(t.earliest, t.latest) for t in times])


def _is_written(report: AnnotatedArticle, quotation: Quotation) -> bool:
    """Whether the words are said to stand in a statement, a communiqué or another paper handed out."""
    spans = (*quotation.medium, *quotation.source, *quotation.cue)
    told = {
        lemma
        for (start, end), lemma in zip(report.tokens, report.lemmas, strict=True)
        if any(s <= start and end <= e for s, e in spans)
    }
    return bool(told & words("en", "release_nouns"))


def _own_words(release: AnnotatedArticle) -> str:
    """The words of a release outside quotation marks, in plain letters, with a bar for what is left out."""
    kept, at = [], 0
    for start, end in marked_spans(release.text, (0, len(release.text))):
        kept.append(release.text[at:start])
        at = end
    return " | ".join(_plain(part) for part in (*kept, release.text[at:]))


def _plain(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
