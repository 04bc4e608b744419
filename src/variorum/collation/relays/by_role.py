"""Outlets that a report calls by their role alone: ``state media``, ``the state agency of Tarvia``, ``Tarvia's news agency``.

Which one is meant is told by what other reports call it, by its name, by which one is left, and by what it is said to have.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from variorum.collation.relays.evidence import LEAST_BACKED, stated_share
from variorum.collation.relays.interviews import Edge
from variorum.collation.relays.lines import Credit, is_dispatch, is_party
from variorum.collation.relays.media import is_broadcaster
from variorum.collation.relays.mentions import hands_on
from variorum.collation.relays.names import names_own_outlet
from variorum.collation.relays.release_figures import figures_in
from variorum.collation.reuse.direction import is_earlier
from variorum.language.lexicon import alternatives, marked, words
from variorum.language.names import fold
from variorum.records.annotation import AnnotatedArticle
from variorum.records.article import Span, passage_of

_OF_STATE = r"state(?:-run|-owned|-controlled)?"
_NAME_BEHIND = re.compile(r",? [\u201c\u201e\u00ab\"\u2018]?[A-Z]|-")
"""The name of the outlet behind its role; a longer word is none."""
_PLACE = re.compile(r"(?:[A-Z][\w-]+?)(?=['\u2019]s?\b|\b)")
LEAST_STEM = 4
"""Letters that a word of an outlet's name and the word for its place must have alike at their beginning."""
MARGIN = 1.3
"""How many times as much of what is told must stand in the report that is meant as in any other."""

Credited = Mapping[str, Sequence[Credit]]


def role_edges(reports: Sequence[AnnotatedArticle], credits: Credited) -> Iterator[Edge]:
    """The edges from the one report that is meant to those that have something from an outlet called by its role."""
    named = {report.id: spans for report in reports if (spans := tuple(_roles(report)))}
    calling = [r for r in reports if "state" in r.text] if named else []
    of_state = frozenset(r.id for r in reports if r.outlet and any(_calls_of_state(other, r.outlet) for other in calling))
    wires = _wires(reports, credits) if named else frozenset()
    for report in (r for r in reports if r.id in named):
        others = [r for r in reports if _may_be(r, report, credits)]
        for span in named[report.id]:
            meant = _meant(report, span, others, of_state, wires)
            if meant:
                yield meant, report.id, (passage_of(report, span, "text"),)


def _roles(report: AnnotatedArticle) -> Iterator[Span]:
    """Where the report has something from an outlet that it calls by its role, outside furniture and quotation marks."""
    spoken = [c for q in report.quotations if q.kind == "direct" and q.field == "text" for c in q.content]
    outside = (*spoken, *((f.start, f.end) for f in report.furniture))
    for match in _role().finditer(report.text):
        inside = any(start <= match.start() < end for start, end in outside)
        named = _NAME_BEHIND.match(report.text, match.end())
        if not inside and not named and (match["by"] or hands_on(report, match.span("what"))):
            yield match.span("what")


def _meant(
    report: AnnotatedArticle, span: Span, others: Sequence[AnnotatedArticle], of_state: frozenset[str], wires: frozenset[str]
) -> str | None:
    """The one of ``others`` that is called so, whose name has the place, or that alone is left of its kind: an agency whose
    dispatches others run is nobody's. Of reports that are not known to be of its kind only a figure in common tells."""
    role = report.text[slice(*span)]
    called = [r.id for r in others if r.id in of_state]
    if "state" in fold(role).replace("-", " ").split() and len(called) == 1:
        return called[0]
    of_kind = [r for r in others if _is_of_kind(r, role)]
    placed = [r.id for r in of_kind if _has_place(r, role)]
    if len(placed) == 1:
        return placed[0]
    left = [r for r in of_kind if r.id not in wires]
    if len(left) == 1 and "agency" in role:
        return left[0].id
    if of_kind or _PLACE.search(role):
        return _with_figure(report, span, left) or _telling(report, span, left)
    return _with_figure(report, span, [r for r in others if r.id not in wires])


def _with_figure(report: AnnotatedArticle, span: Span, others: Sequence[AnnotatedArticle]) -> str | None:
    """The only one of ``others`` with a figure of the sentence of ``span``."""
    figures = set(figures_in(report, _sentence(report, span)))
    holding = [r.id for r in others if figures & set(figures_in(r, (0, len(r.text))))]
    return holding[0] if len(holding) == 1 else None


def _telling(report: AnnotatedArticle, span: Span, others: Sequence[AnnotatedArticle]) -> str | None:
    """The one of ``others`` with clearly most of what the sentence of ``span`` tells."""
    shares = sorted(((stated_share(report, [_sentence(report, span)], r), r.id) for r in others), reverse=True)
    clear = shares and shares[0][0] >= max(LEAST_BACKED, MARGIN * (shares[1][0] if len(shares) > 1 else 0.0))
    return shares[0][1] if clear else None


def _sentence(report: AnnotatedArticle, span: Span) -> Span:
    return next((s for s in report.sentences if s[0] <= span[0] < s[1]), span)


def _is_of_kind(report: AnnotatedArticle, role: str) -> bool:
    """Whether a report can be what is called an agency, a station or a paper."""
    called, on_air = set(fold(role).split()), marked("en", "relay_words", "on_air") | {"broadcaster", "channel"}
    if "agency" in called:
        return is_dispatch(report)
    if called & on_air:
        return is_broadcaster(report.outlet or "")
    if not called & marked("en", "relay_words", "by_role"):
        return True
    return not is_dispatch(report) and not is_broadcaster(report.outlet or "")


def _has_place(report: AnnotatedArticle, role: str) -> bool:
    parts = [fold(p) for p in _PLACE.findall(role)]
    return any(
        w[:LEAST_STEM] == p[:LEAST_STEM] and min(len(w), len(p)) > LEAST_STEM
        for p in parts
        for w in fold(report.outlet or "").split()
    )


def _may_be(other: AnnotatedArticle, report: AnnotatedArticle, credits: Credited) -> bool:
    """Whether ``other`` may be meant by its role: of another house, no party's text, no later, and not named besides."""
    house = other.outlet is None or other.outlet == report.outlet
    named = any(names_own_outlet(c.name, other) for c in credits[report.id])
    return not (house or named or is_party(other) or is_earlier(report.published, other.published))


def _wires(reports: Sequence[AnnotatedArticle], credits: Credited) -> frozenset[str]:
    """The reports of outlets that other houses take their dispatches from: named in datelines, bylines and lines of credit."""
    lines = [(r, c.name) for r in reports for c in credits[r.id] if c.whole]
    return frozenset(o.id for r, name in lines for o in reports if o.id != r.id and names_own_outlet(name, o))


def _calls_of_state(report: AnnotatedArticle, outlet: str) -> bool:
    """Whether ``report`` says that an outlet is the state's (``the state agency TNA``, ``Lumen is the state broadcaster``)."""
    name, nouns = re.escape(outlet), "|".join(sorted(words("en", "media_nouns")))
    before = rf"\b{_OF_STATE}(?: [a-z]+){{0,2}} [\u201c\u201e\u00ab\"]?{name}\b"
    behind = rf"\b{name}[\u201d\u00bb\"]?(?:,| is) (?:the|a) {_OF_STATE} (?:[a-z]+ )?(?:{nouns})\b"
    return re.search(f"{before}|{behind}", report.text) is not None


@cache
def _role() -> re.Pattern[str]:
    """What finds an outlet by its role: behind who has it (``Tarvia's state radio``), before its place, or whose it is."""
    by = alternatives(marked("en", "collation_words", "by_media"))
    power, side, one, of_place = (
        alternatives(marked("en", "relay_words", mark)) for mark in ("power", "side", "by_role", "of_place")
    )
    place = r"[A-Z][\w-]+(?:['\u2019]s?)? (?:own )?"
    owned = (
        rf"(?:{place})?(?i:(?:{power}) (?:(?:news |information )?(?:{one})|media|press)|(?:{side}) (?:{one}))"
        r"(?: of (?:the )?[A-Z]\w+)?"
    )
    placed = rf"(?:(?<=[Tt]he )(?:news )?|(?<=[a-z] )news )(?:{of_place}) of (?:the )?[A-Z]\w+(?: state)?"
    agency = r"[A-Z][\w-]+['\u2019]s? (?:own )?(?:news )?agency"
    return re.compile(rf"(?:\b(?P<by>{by}) (?:the )?)?\b(?P<what>{owned}|{placed}|{agency})\b")
