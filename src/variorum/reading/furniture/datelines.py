"""Datelines: the place, date and agency that open a report (``VELDA, May 3 (Velda Wire) -``)."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.language.frequency import rarity
from variorum.language.lexicon import values, word_list, words
from variorum.reading.furniture.lines import Line
from variorum.reading.furniture.patterns import placeholders
from variorum.records.article import Span

FIRST_LINES = 6
"""Lines in which a dateline without a known agency is believed; one with an agency is believed at any paragraph."""
LONGEST_DATELINE = 140


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at ``[start, end)`` with its parts. ``source`` is the agency or outlet in brackets, ``date`` a span."""

    start: int
    end: int
    place: str | None
    source: str | None
    source_span: Span | None
    date: Span | None


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The compiled shape of a dateline and the word lists that tell a likely one."""

    shape: re.Pattern[str]
    bare: re.Pattern[str]
    press: re.Pattern[str]
    places: frozenset[str]
    cities: frozenset[str]
    labels: frozenset[str]


_UP = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.\-]*"
_CAPITALS = rf"{_UP}(?:[ ]{_UP}){{0,3}}(?![a-zà-ÿ])"
_MIXED = r"[A-ZÀ-Þ][\w'’.\-]*(?:[ ](?:de|of|al|el|du|la|es)?[ ]?[A-ZÀ-Þ][\w'’.\-]*){0,2}"
_REGION = rf"(?:,[ ](?!DATE){_MIXED}){{1,2}}"
_LABELLED = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+(?:, [A-Z ]+)?:")
_STOPPED = re.compile(r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'’-]{3,}(?:[ ][A-ZÀ-Þ][A-ZÀ-Þ'’-]+){0,2})\.(?=[ ][\"“‘A-ZÀ-Þ\d])")
"""A place in capitals and a full stop (``VELDA. Two ships``), believed at the first line where the text names the place."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MARK = r"[-–—―‒_−]{1,3}|:"


@functools.cache
def _grammar(language: str) -> _Grammar:
    fill = placeholders(language)
    months = "|".join(sorted((re.escape(r["word"].title()) for r in word_list(language, "months")), key=len, reverse=True))
    days = "|".join(sorted((re.escape(r["word"].title()) for r in word_list(language, "weekdays")), key=len, reverse=True))
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    month = rf"(?:{months}|(?i:{months}))\.?"
    numeric = r"\d{1,2}\.[ ]?\d{1,2}\.(?:[ ]?(?:19|20)\d\d)?|\d{1,2}/\d{1,2}/(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
    written = rf"(?:{month}[ ]{day}|{day}[ ]{month})(?:,?[ ](?:19|20)\d\d)?"
    date = rf"(?:(?:{days}),?[ ])?(?:{written}|{numeric})|(?:{days})\b"
    region = _REGION.replace("DATE", date)
    place = rf"(?P<place>(?:{_CAPITALS}|{_MIXED})(?:[ ]?/[ ]?(?:{_CAPITALS}|{_MIXED}))?)(?P<region>{region})?"
    source = r"[ ]?(?:[(\[](?P<source>[^()\[\]\n]{2,60})[)\]]|/(?P<slashed>[^/\n]{2,40})/\.?)"
    wire = rf",[ ](?P<wire>{fill['agency']})"
    letters = (
        rf"(?:(?<=[.])|[.,])[ ](?P<initials>[A-ZÀ-Þ]{{2,14}}(?:[ ][A-ZÀ-Þ]{{2,14}}){{0,2}})(?:\.(?=[ ])|(?=[ ]?(?:{_MARK})))"
    )
    named = rf",[ ](?P<named>{_MIXED})(?=[ ][–—-])"
    end = rf"[.,]?[ ]?(?P<mark>{_MARK})|(?P<stop>\.)(?=[ ])"
    shape = rf"{place}(?:[,.]?[ ](?P<date>{date})(?:{letters}|{named})?)?(?:[.,]?{source}|{wire})?(?:{end})?"
    known = rf"(?:{fill['agency']}|{fill['known']})"
    bare = rf"(?:(?P<date>{date})[ ])?[(\[](?P<source>{known}(?:[ ]?/[ ]?{known})?)[)\]][ ]?(?P<mark>{_MARK})?"
    bare = rf"{bare}|[(\[](?P<slashed>{fill['outlet']})[)\]][ ]?[-–—]{{1,2}}(?=[ ])"
    press = rf"{fill['outlet']}(?:[ ]?[/,&][ ]?{fill['outlet']})*"
    cities = frozenset(c for r in word_list(language, "countries") for c in values(r, "capitals")) | _first(language)
    countries = frozenset(n for r in word_list(language, "countries") for n in (r["name"], *values(r, "aliases")))
    return _Grammar(
        re.compile(shape),
        re.compile(bare),
        re.compile(press),
        _folded(cities | countries),
        _folded(cities),
        words(language, "furniture_labels"),
    )


def _first(language: str) -> frozenset[str]:
    return frozenset(row["place"] for row in word_list(language, "furniture_places"))


def _folded(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)


def find_datelines(text: str, lines: tuple[Line, ...], language: str = "en") -> Iterator[Dateline]:
    """The datelines that open one of ``lines`` (lines of ``text`` that are no title and no other furniture)."""
    grammar = _grammar(language)
    interview = len({m[0] for line in lines if (m := _LABELLED.match(line.text))}) > 1
    for number, line in enumerate(lines):
        head = line.text[:LONGEST_DATELINE]
        for match in (grammar.shape.match(head), grammar.bare.match(head)):
            if match and _is_dateline(match, line, number, text, grammar, interview=interview):
                yield _dateline(match, line)
                break
        else:
            stopped = None if number else _STOPPED.match(head)
            if stopped and _named_in(text, stopped["place"], grammar, language):
                yield _dateline(stopped, line)


def _named_in(text: str, place: str, grammar: _Grammar, language: str) -> bool:
    """Whether ``place`` is known, or no word of the language and a name that the text has elsewhere."""
    parts = place.split()
    known = place.casefold() in grammar.places
    word = all(rarity(part.lower(), language) < 1.0 for part in parts)
    if place.casefold() in grammar.labels:
        return False
    return known or (not word and re.search(rf"\b{re.escape(place.title())}\b", text) is not None)


def _parts(match: re.Match[str]) -> dict[str, str]:
    parts = {name: value for name, value in match.groupdict().items() if value}
    source = parts.get("source") or parts.get("slashed") or parts.get("wire") or parts.get("initials") or parts.get("named")
    return {**parts, "source": source} if source else parts


def _is_dateline(match: re.Match[str], line: Line, number: int, text: str, grammar: _Grammar, *, interview: bool) -> bool:
    parts, rest = _parts(match), line.text[match.end() :]
    if not _begins_sentence(rest, parts) or parts.get("place", "").casefold() in grammar.labels:
        return False
    if "source" in parts and grammar.press.fullmatch(parts["source"]):
        return "mark" in parts or "place" not in parts or _likely(parts, grammar)
    if not rest.strip() and "source" not in parts:
        return number < FIRST_LINES and (_place_and_day(parts, line) or _on_its_own(parts, text, grammar))
    if number >= FIRST_LINES or "place" not in parts or not rest.strip():
        return False
    if "mark" not in parts:
        return "date" in parts and _dated(parts, grammar)
    if "source" in parts:
        return _likely(parts, grammar) and _like_a_name(parts["source"]) and parts["mark"] != ":"
    if parts["mark"] == ":":
        opening = number == 0 and not interview and _SENTENCE_END.search(line.text)
        return bool(opening) and _place_alone(parts, text, grammar.cities)
    return _spaced(match, line) and _place_alone(parts, text, grammar.places)


def _place_and_day(parts: dict[str, str], line: Line) -> bool:
    """Whether the whole line is a place, a comma and a day with its year, as over letters and statements."""
    before = line.text[: line.text.rfind(parts["date"])].rstrip() if "date" in parts else ""
    return "place" in parts and before.endswith(",") and bool(_YEAR.search(parts["date"]))


def _on_its_own(parts: dict[str, str], text: str, grammar: _Grammar) -> bool:
    """Whether a whole line is a place with its region, or a known one, and a dash (``PORT ALMA, Norvia —``)."""
    named = "place" in parts and ("region" in parts or parts["place"].casefold() in grammar.places)
    return named and parts.get("mark", ":") != ":" and _place_alone(parts, text, grammar.places)


def _begins_sentence(rest: str, parts: dict[str, str]) -> bool:
    """What follows a dateline begins a sentence; only after a bracket may it follow without a space."""
    after = rest.lstrip()
    opened = not after or after[0].isupper() or after[0].isdigit() or after[0] in "\"'“‘«„`([$€£"
    return opened or ("source" in parts and rest[:1] == " " and "mark" in parts)


def _dated(parts: dict[str, str], grammar: _Grammar) -> bool:
    """Whether place and date open a report without a dash: an unknown agency's name follows, or a full stop after the year."""
    if "source" in parts:
        return _likely(parts, grammar) and _like_a_name(parts["source"])
    return "stop" in parts and "region" not in parts and (bool(_YEAR.search(parts["date"])) or parts["place"].isupper())


def _likely(parts: dict[str, str], grammar: _Grammar) -> bool:
    """Whether the place is written like one in a dateline: in capitals, known, or with a date or region."""
    place = parts.get("place", "")
    return place.isupper() or place.casefold() in grammar.places or bool({"date", "region"} & parts.keys())


def _like_a_name(source: str) -> bool:
    """Whether a bracket may name an agency or outlet: capitalised, no party letter, no ticker, no number alone."""
    return len(source) > 1 and source[0].isupper() and ":" not in source and not source.startswith(("D-", "R-"))


def _spaced(match: re.Match[str], line: Line) -> bool:
    """Whether the dash is set off by a space, so that it joins no compound."""
    return line.text[match.end() : match.end() + 1].isspace() or len(match["mark"]) > 1 or match["mark"] in "—―"


def _place_alone(parts: dict[str, str], text: str, places: frozenset[str]) -> bool:
    """Whether a place without agency is one: known, dated, or in capitals that the text does not use again."""
    place = parts["place"]
    if place.casefold() in places or "date" in parts:
        return True
    if "region" in parts:
        return place.isupper()
    if place.casefold().startswith(("the ", "a ", "an ")):
        return False
    return place.isupper() and sum(c.isalpha() for c in place) > 3 and "." not in place and text.count(place) == 1


def _dateline(match: re.Match[str], line: Line) -> Dateline:
    groups = match.groupdict()
    source = next((name for name in ("source", "slashed", "wire", "initials", "named") if groups.get(name)), None)
    spans = {name: (line.start + match.start(name), line.start + match.end(name)) for name, value in groups.items() if value}
    end = match.start() + len(match[0].rstrip())
    return Dateline(
        line.start,
        line.start + end,
        groups.get("place"),
        groups[source] if source else None,
        spans[source] if source else None,
        spans.get("date"),
    )
