"""Time expressions of one document, read after TIMEX3 and placed on the calendar.

The grammar (``language/en/time_patterns.tsv``) runs over the words of the text; each match is read by the resolver that
its rule names. What counts from publication is resolved against the publication date, what points back against the last
date the text gave; nothing is guessed: without what it needs an expression keeps ``X`` places and open days.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from spacy.tokens import Doc

from variorum.annotation.times import clock, dates, durations, ranges, relative, spoken
from variorum.annotation.times.day_behind import with_day_behind
from variorum.annotation.times.events import around, settle, shift_or_around, weekday_around
from variorum.annotation.times.marks import mod_of, relation_before
from variorum.annotation.times.placing import nothing
from variorum.annotation.times.scene import Reading, Scene, Tense, publication_of
from variorum.annotation.times.tense import tense_at
from variorum.annotation.words.grammar import Found, find_all, load_grammar
from variorum.annotation.words.text import WordText, read_words
from variorum.records.annotation import Time
from variorum.records.article import Published
from variorum.records.provenance import Provenance

METHOD = "times@1"
Resolver = Callable[[Scene, Found], tuple[Reading, ...]]


def _resolvers() -> Mapping[str, Resolver]:
    rooms = (dates, ranges, relative, durations, clock, spoken)
    found = {name: getattr(room, name) for room in rooms for name in dir(room) if not name.startswith("_")}
    return MappingProxyType(
        {**found, "around": around, "shift_or_around": shift_or_around, "weekday_around": weekday_around, "nothing": nothing}
    )


RESOLVERS = _resolvers()


def find_times(doc: Doc, published: Published) -> tuple[Time, ...]:
    """All time expressions of ``doc`` in text order, with provisional ids ``t0``, ``t1``, ...

    ``published`` is when the report came out; where it is unknown, expressions that count from it stay open.
    """
    grammar = load_grammar("en", "time")
    text = read_words(doc)
    scene = Scene(doc, text, grammar.lexicon, publication_of(published), (), _tense_finder(text))
    used = 0
    for found in find_all(text, grammar):
        if found.start < used:
            continue
        readings = RESOLVERS[found.rule.resolver](scene, found)
        if readings:
            used = found.end
            scene = replace(scene, readings=scene.readings + tuple(r for r in readings if r.value))
    return _records(with_day_behind(settle(scene), text.source), text.source)


def _tense_finder(text: WordText) -> Callable[[int], Tense]:
    return lambda index: tense_at(text.token(index))


def _records(readings: tuple[Reading, ...], source: str) -> tuple[Time, ...]:
    return tuple(_record(number, reading, source) for number, reading in enumerate(readings))


def _record(number: int, reading: Reading, source: str) -> Time:
    anchor = f"t{reading.anchor}" if isinstance(reading.anchor, int) else reading.anchor
    return Time(
        id=f"t{number}", start=reading.start, end=reading.end, type=reading.type, value=reading.value,
        earliest=_iso(reading.earliest), latest=_iso(reading.latest), anchor=anchor,
        by=Provenance(METHOD, None, reading.reason + "."),
        mod=mod_of(source[reading.start : reading.end], reading.type), relation=relation_before(source, reading.start),
    )  # fmt: skip


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
