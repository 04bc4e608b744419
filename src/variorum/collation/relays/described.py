"""Outlets that a report describes and does not name: ``told public radio``, ``a newspaper in Selde reported``."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.relays.evidence import stated_in
from variorum.collation.relays.interviews import Edge, some_outlet
from variorum.collation.relays.lines import Credit, is_dispatch, is_release
from variorum.collation.relays.media import is_broadcaster, is_to_own
from variorum.collation.relays.names import names_own_outlet, outlet_key
from variorum.collation.reuse.direction import is_earlier
from variorum.language.lexicon import marked, word_list, words
from variorum.language.names import fold
from variorum.records.annotation import AnnotatedArticle, Quotation
from variorum.records.article import Passage, Span, passage_of

_NAME = re.compile(r"\s+[\u201c\"\u201e\u00ab]?[A-Z]")
"""The name of an outlet behind what it is called."""
_ARTICLES = marked("en", "collation_words", "credit_article")
_ADDRESSED = re.compile(r"\b(?:to|told|on)(?: [\w-]+){0,3} ?[\u201c\u2018\"]?$")
"""What stands between a cue and the outlet that something was said to."""
_PLACE = re.compile(r" (?:in|of|from) (?:the )?([A-Z][\w-]+)")
"""The place of an outlet behind what it is called."""
_PLACE_BEFORE = re.compile(r"an? ([A-Z][\w-]+) [a-z]")
"""The same before it (``told a Selde paper``)."""
_OF_PLACE = re.compile(r"[a-z]+['\u2019]s")
"""What an outlet is of that is only described (``the city's radio``)."""
_ON_AIR = marked("en", "relay_words", "on_air")
"""Nouns that mean no paper."""
LEAST_DESCRIBED = 2
"""Words, an article among them, beyond which some outlet is described (``a Tarvian paper``)."""
LEAST_STEM = 5
"""Letters that a word of an outlet's name and a word for its country must have alike (``Tarvi``, ``Tarvian``)."""
LEAST_SAME = 4
"""Words on end, quoted in two reports, that are one person's."""
LONGEST = 5
"""Words that the description of an outlet has at most."""


def told_edges(
    reports: Sequence[AnnotatedArticle], persons: Mapping[str, str], credits: Mapping[str, Sequence[Credit]]
) -> Iterator[Edge]:
    """The edges from outlets that somebody is said to have told something, described only (``public radio``, ``a magazine``).

    ``persons``: the story's entity of each entity of a report. Where all reports name one outlet that this speaker told
    something, it is that one; else the outlet goes by its description, unless the report names one that he told something. ``In
    an interview`` alone means that one where another report that has the same from there.
    """
    heard = _heard(reports, persons, credits)
    for report in reports:
        for quotation in (q for q in report.quotations if q.field == "text"):
            told = heard.get(persons.get(quotation.speaker or "", ""), ())
            sources = [s for s in told if _may_hold(s, report, credits)]
            named = any(s.report.id == report.id for s in told)
            own = [s for s in sources if s.source == s.report.id]
            only = _only(own) or _only([s for s in own if is_earlier(s.report.published, report.published)]) or _only(sources)
            for span in quotation.addressee:
                name = _unnamed(report, span)
                known = _of_place(report, span, reports) or (only.source if only else None)
                source = known or ("" if named else name)
                if name and source and not _is_second_hand(report, span, credits[report.id]):
                    yield source, report.id, (passage_of(report, span, "text"),)
            for span in quotation.medium if only else ():
                if _unnamed(report, span) or (_is_interview(report, span) and _has_it(report, quotation, sources)):
                    yield str(only and only.source), report.id, (passage_of(report, span, "text"),)
            described = any(_unnamed(report, span) for span in (*quotation.addressee, *quotation.medium))
            for span in () if described else some_outlet(report, quotation):
                meant = _meant(report, quotation, span, only, reports)
                if meant:
                    yield meant, report.id, (passage_of(report, span, "text"),)


def _is_second_hand(report: AnnotatedArticle, span: Span, credits: Sequence[Credit]) -> bool:
    """Whether the report says behind the outlet in ``span`` by which other one (``told state radio, TNA said``)."""
    between = (report.text[span[1] : c.span[0]] for c in credits if c.field == "text" and c.span[0] > span[1])
    return any(text.strip() in (",", ", the") for text in between)


def _meant(
    report: AnnotatedArticle, quotation: Quotation, span: Span, only: "Heard | None", reports: Sequence[AnnotatedArticle]
) -> str | None:
    """The source that some outlet in ``span`` is: the speaker's own by the noun in its name, the one of the place behind it,
    the ``only`` one that he told something where it is described, has the same, or its own report came first, else the one
    report with just these words."""
    name = report.text[slice(*span)]
    of_place = _of_place(report, span, reports)
    if of_place:
        return of_place
    if "own" in name.split():
        found = _of_kind(name, report, reports)
        return found if found != name else None
    if name.split()[-1].casefold() in _ON_AIR and only and _is_in_print(only, reports):
        only = None
    if name.split()[0] == "the":
        return only.source if only else None
    if only and (len(name.split()) > LEAST_DESCRIBED or _had_it(report, quotation, only)):
        return only.source
    return _same_words(report, quotation, reports)


def _of_place(report: AnnotatedArticle, span: Span, reports: Sequence[AnnotatedArticle]) -> str | None:
    """The one report whose outlet has the place in its name that stands before or behind the description in ``span`` (``a
    paper in Selde``, ``a Tarvian paper``: Tarvia Post)."""
    found = _PLACE.match(report.text, span[1]) or _PLACE_BEFORE.match(report.text[slice(*span)])
    place = fold(found[1]) if found else ""
    of_country = _is_of_country(found[1]) if found else False

    def is_named(word: str) -> bool:
        return word == place or (of_country and len(word) >= LEAST_STEM and place.startswith(word))

    others = (r for r in reports if place and _may_be(r, report))
    of_place = [r.id for r in others if any(map(is_named, fold(r.outlet or "").split()))]
    return of_place[0] if len(of_place) == 1 else None


def _is_in_print(heard: "Heard", reports: Sequence[AnnotatedArticle]) -> bool:
    """Whether what was heard was heard by an outlet that has a report here and is no broadcaster."""
    return any(r.id == heard.source and not is_broadcaster(r.outlet or "") for r in reports)


def _had_it(report: AnnotatedArticle, quotation: Quotation, only: "Heard") -> bool:
    """Whether what the speaker told the outlet stands there as well, or stood in its own report before."""
    before = only.source == only.report.id and is_earlier(only.report.published, report.published)
    return before or stated_in(report, quotation, only.report)


def _same_words(report: AnnotatedArticle, quotation: Quotation, reports: Sequence[AnnotatedArticle]) -> str | None:
    """The one report that has just these words, where they are quoted: whoever has no name may be described otherwise."""
    said = _lemmas(report, quotation) if quotation.kind == "direct" else ""
    found = [r.id for r in reports if _may_be(r, report) and any(said in _lemmas(r, q) for q in r.quotations)]
    return found[0] if len(said.split()) >= LEAST_SAME and len(found) == 1 else None


def _lemmas(report: AnnotatedArticle, quotation: Quotation) -> str:
    places = ((bisect_left(report.tokens, (s, 0)), bisect_left(report.tokens, (e, 0))) for s, e in quotation.content)
    told = (w for first, after in places for w in report.lemmas[first:after] if w[:1].isalnum())
    return f" {' '.join(told)} " if quotation.field == "text" else ""


def _only(sources: Sequence["Heard"]) -> "Heard | None":
    """What was heard, if it was by one outlet."""
    return sources[0] if len({s.name for s in sources}) == 1 else None


@dataclass(frozen=True, slots=True)
class Heard:
    """A report that has something by an outlet from a speaker: the outlet's key, and the source of an edge from it."""

    report: AnnotatedArticle
    quotation: Quotation
    name: str
    source: str


def _heard(
    reports: Sequence[AnnotatedArticle], persons: Mapping[str, str], credits: Mapping[str, Sequence[Credit]]
) -> Mapping[str, Sequence[Heard]]:
    """What reports have from each entity of the story, told their own outlet or another one that they name."""
    found: defaultdict[str, list[Heard]] = defaultdict(list)
    for report in reports:
        for quotation in report.quotations:
            person = persons.get(quotation.speaker or "")
            if person and is_to_own(report, quotation):
                found[person].append(Heard(report, quotation, outlet_key(report.outlet or report.id), report.id))
            for credit in credits[report.id] if person else ():
                if not credit.whole and _is_told(report, quotation, credit):
                    found[str(person)].append(Heard(report, quotation, outlet_key(credit.name), credit.name))
    return found


def _is_told(report: AnnotatedArticle, quotation: Quotation, credit: Credit) -> bool:
    """Whether something was said to the outlet that is credited: as addressee or medium, or behind ``to`` beside the cue."""
    if any(s <= credit.span[0] < e for s, e in (*quotation.addressee, *quotation.medium)):
        return True
    cues = [s for s, _ in quotation.cue] if quotation.field == "text" else []
    sentence = next((s for s in report.sentences if any(s[0] <= at < s[1] for at in cues)), (0, 0))
    inside = sentence[0] <= credit.span[0] < sentence[1] and credit.field == "text"
    return inside and _ADDRESSED.search(report.text, max(cues), credit.span[0]) is not None


def _may_hold(heard: Heard, report: AnnotatedArticle, credits: Mapping[str, Sequence[Credit]]) -> bool:
    """Whether ``report`` can mean that outlet: it is of another house, does not name it, and is no earlier than its report."""
    named = any(outlet_key(c.name) == heard.name for c in credits[report.id])
    own = heard.source == heard.report.id
    return not named and outlet_key(report.outlet or "") != heard.name and (not own or _may_be(heard.report, report))


def _unnamed(report: AnnotatedArticle, span: Span) -> str:
    """The description of an outlet in ``span``, of more than a noun, with no name behind it; else nothing."""
    name = _description(report, span)
    return name if len(name.split()) > 1 and not _NAME.match(report.text, span[1]) else ""


def _is_interview(report: AnnotatedArticle, span: Span) -> bool:
    return "interview" in report.text[slice(*span)].casefold().split() and not _NAME.match(report.text, span[1])


def _has_it(report: AnnotatedArticle, quotation: Quotation, sources: Sequence[Heard]) -> bool:
    """Whether a report that names the outlet has what the quotation says."""
    return any(stated_in(report, quotation, s.report) for s in sources)


def retold_edges(reports: Sequence[AnnotatedArticle], credits: Mapping[str, Sequence[Credit]]) -> Iterator[Edge]:
    """The edges from the one report that states what another has from ``a newspaper`` or ``local media``.

    A report that has it from another that states it is not that one; where two are left, none is. Where no report states it,
    one outlet of a kind (``state television``) is the report with that noun in its outlet's name, or goes by its description
    with its country; without one (``official television says``) nobody knows which it is.
    """
    names = {r.id: {c.name for c in credits[r.id]} for r in reports}
    for report in reports:
        for quotation in report.quotations:
            span = _source(report, quotation)
            if span:
                holders = [r for r in reports if _may_be(r, report) and stated_in(report, quotation, r)]
                first = [r for r in holders if not any(names_own_outlet(n, o) for n in names[r.id] for o in holders if o != r)]
                passages = (passage_of(report, span, "text"), *_content(report, quotation))
                if len(first) == 1:
                    yield first[0].id, report.id, passages
                elif not holders and _is_one_of_a_kind(name := _description(report, span)):
                    source = _of_kind(name, report, reports)
                    if source != name or any(map(_is_of_country, name.split())):
                        yield source, report.id, passages


def _source(report: AnnotatedArticle, quotation: Quotation) -> Span | None:
    """Where a quotation's source is an outlet that is only described; ``the agency`` is one that was named, ``a paper`` may be
    a document."""
    spans = quotation.source if quotation.field == "text" else ()
    return next((span for span in spans if _is_unnamed(report, span)), None)


def _is_unnamed(report: AnnotatedArticle, span: Span) -> bool:
    name = _description(report, span)
    named = _NAME.match(report.text, span[1]) is not None
    sure = {row["word"] for row in word_list("en", "media_nouns") if row["sure"] == "yes"} | words("en", "media_plurals")
    bare = len(name.split()) == 1 and (name not in sure or report.text[span[0] :].casefold().startswith("the "))
    return bool(name) and not named and not bare


def _of_kind(name: str, report: AnnotatedArticle, reports: Sequence[AnnotatedArticle]) -> str:
    """The one report whose outlet has the noun of the description in its name (``state television``: Orlen Television); else
    the description."""
    noun = name.casefold().split()[-1]
    found = [r.id for r in reports if _may_be(r, report) and noun in fold(r.outlet or "").split()]
    return found[0] if len(found) == 1 else name


def _is_one_of_a_kind(name: str) -> bool:
    parts = name.split()
    return len(parts) > 1 and parts[-1] not in words("en", "media_plurals")


def _description(report: AnnotatedArticle, span: Span) -> str:
    """The words for an outlet that ``span`` holds: a noun for outlets behind words of its kind or country, and no name."""
    parts = [w for w in report.text[slice(*span)].split() if w.casefold() not in _ARTICLES]
    if not 0 < len(parts) <= LONGEST or parts[-1] not in words("en", "media_nouns") | words("en", "media_plurals"):
        return ""
    of_kind = all(w.casefold() in words("en", "media_kinds") or _is_of_country(w) or _OF_PLACE.fullmatch(w) for w in parts[:-1])
    return " ".join(parts) if of_kind else ""


def _is_of_country(word: str) -> bool:
    """Whether a word is formed as those for countries and regions are (``Tarvian``); a name as such is none."""
    return word[:1].isupper() and word.casefold().endswith(tuple(marked("en", "collation_words", "region_ending")))


def _may_be(other: AnnotatedArticle, report: AnnotatedArticle) -> bool:
    """Whether ``other`` may be what ``report`` calls a newspaper: of another house, no later, no dispatch and no release."""
    house = other.outlet is None or other.outlet == report.outlet
    return not (house or is_release(other) or is_dispatch(other) or is_earlier(report.published, other.published))


def _content(report: AnnotatedArticle, quotation: Quotation) -> list[Passage]:
    return [passage_of(report, span, "text") for span in quotation.content]
