"""Times counted from an event: "two months after it declared victory".

The event is looked up in the text: a date that directly follows, or another clause with the same verb and object (or the
same event noun) that is dated. Without one the expression stays a length of time that is anchored to an event.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.annotation.times.calendar_periods import (
    DAYS_OF,
    MONTHS_OF,
    ORDER,
    Period,
    PeriodGrain,
    period_around,
    shift_days,
    shift_months,
    weekday_near,
)
from variorum.annotation.times.durations import duration_value, plain
from variorum.annotation.times.event_kinds import dates_kind, event_kind_after
from variorum.annotation.times.relative import GRAINS, UNKNOWN, amount, roughly, shift, unit_code
from variorum.annotation.times.scene import Reading, Scene
from variorum.annotation.words.grammar import Found

Readings = tuple[Reading, ...]
SIGNALS = {"after": 1, "following": 1, "from": 1, "before": -1, "to": -1}
EVENT_WORDS = 12
"""How many words after "after" may name the event."""
EVENT_GRAINS = ("day", "week", "month", "year")
CLIMB = 5
"""How many steps of the parse may lie between a date and the event it dates."""
OBJECTS = ("dobj", "nsubjpass")
Event = tuple[str, str]
"""Lemmas of an event: its verb or noun, and the word that goes with it."""


def around(scene: Scene, found: Found) -> Readings:
    """``two months after``: for now a length of time; ``settle`` looks for the event."""
    number, code = amount(scene, found), unit_code(scene, found)
    if scene.text.words[found.start] == "the" and number is None:
        return ()
    signal = found.groups["x"]
    made = plain(scene, found, duration_value(number, code))
    end = scene.text.ends[signal[0] - 1]
    word = scene.text.words[signal[1] - 1]
    sign = SIGNALS.get(word, 0)
    if number is None or sign == 0 or code not in GRAINS or number.denominator > 1 or number > 9999:
        return (replace(made, end=end),)
    return (replace(made, end=end, link=(sign * int(number), GRAINS[code], scene.text.ends[signal[1] - 1])),)


def shift_or_around(scene: Scene, found: Found) -> Readings:
    """``the day after`` counts from the last date of the text, ``the day after the flood`` from the flood."""
    word, code = scene.word(found, "x"), unit_code(scene, found)
    if scene.text.words[found.start] != "the" or word not in ("before", "after") or not _names_event(scene, found):
        return shift(scene, found)
    if code not in GRAINS:
        return ()
    (start, end), grain = scene.span(found), GRAINS[code]
    reason = f"“{scene.shown(found)}” counts from an event that the text does not date"
    made = Reading(start, end, "DATE", UNKNOWN[grain], anchor="event", reason=reason)
    return (replace(made, link=(SIGNALS[word], grain, end)),)


def _names_event(scene: Scene, found: Found) -> bool:
    """Whether the words behind "after" name an event: a noun with its article or owner, or a clause."""
    if found.end >= len(scene.text.words):
        return False
    gap = scene.text.source[scene.text.ends[found.end - 1] : scene.text.starts[found.end]]
    return not gap.strip() and "\n" not in gap and scene.token(found.end).tag_ in ("DT", "PRP$", "PRP", "NNP", "NNS")


def weekday_around(scene: Scene, found: Found) -> Readings:
    """``the Friday before the vote``: the nearest such weekday before or after the event."""
    if not _names_event(scene, found):
        return ()
    number, (start, end) = int(scene.value(found, "w", "WEEKDAY")), scene.span(found)
    reason = f"“{scene.shown(found)}” counts from an event that the text does not date"
    made = Reading(start, end, "DATE", f"XXXX-WXX-{number + 1}", anchor="event", reason=reason)
    return (replace(made, link=(SIGNALS[scene.word(found, "x")], "day", end), weekday=number),)


def settle(scene: Scene) -> Readings:
    """The readings with every "<n> units after" resolved whose event has a date in the text."""
    return tuple(_settled(scene, i, r) if r.link else r for i, r in enumerate(scene.readings))


def _settled(scene: Scene, index: int, reading: Reading) -> Reading:
    assert reading.link is not None
    steps, grain, end = reading.link
    dated = _date_after(scene, index, end) or _event_date(scene, index, end)
    shown = " ".join(scene.text.source[reading.start : end].split())
    if dated is None:
        return replace(reading, anchor="event", reason=f"“{shown}” counts from an event that the text does not date")
    other, period = dated
    moved = _moved(period, grain, steps) if reading.weekday is None else _weekday_beside(period, reading.weekday, steps)
    if moved is None:
        return reading
    anchor = scene.readings[other]
    words = " ".join(scene.text.source[anchor.start : anchor.end].split())
    why = f"“{shown}” counts from an event that the text dates “{words}”"
    made = replace(
        reading, type="DATE", value=moved.value, earliest=moved.first, latest=moved.last, anchor=other, period=moved, reason=why
    )
    return roughly(made) if grain == "week" and moved.grain == "day" else made


def _moved(period: Period, grain: PeriodGrain, steps: int) -> Period | None:
    """The period ``steps`` units from ``period``, no finer than ``period`` itself is known."""
    coarse = period.grain if grain == "week" else max(period.grain, grain, key=ORDER.index)
    if grain in DAYS_OF:
        day = shift_days(period.first, steps * DAYS_OF[grain])
    else:
        day = shift_months(period.first, steps * MONTHS_OF[grain])
    return period_around(day, coarse) if day else None


def _weekday_beside(period: Period, weekday: int, side: int) -> Period | None:
    """The nearest such weekday strictly before (-1) or after (1) an event of one day."""
    start = shift_days(period.first, side) if period.grain == "day" else None
    return weekday_near(start, weekday, direction=side) if start else None


def _date_after(scene: Scene, index: int, end: int) -> tuple[int, Period] | None:
    """The date that stands right after the signal ("two weeks after 3 May")."""
    if index + 1 >= len(scene.readings):
        return None
    following = scene.readings[index + 1]
    between = scene.text.source[end : following.start].split()
    if following.period and len(between) <= 1 and all(w.lower() in ("the", "on", "in") for w in between):
        return index + 1, following.period
    return None


def _event_date(scene: Scene, index: int, end: int) -> tuple[int, Period] | None:
    """The date of the clause elsewhere in the text that shares the event's verb and object, or its noun and modifier.

    Of an event that its bare noun names ("the disaster") the date is that of a deed of its kind ("capsized on Monday").
    """
    wanted, kind = _event_lemmas(scene.doc, end), event_kind_after(scene.doc, end)
    others = [(n, r) for n, r in enumerate(scene.readings) if n != index and r.period and r.period.grain in EVENT_GRAINS]
    if wanted is not None:
        found = [(n, r.period) for n, r in others if r.period and _dates_event(scene.text.at(r.start), wanted)]
    elif kind:
        days = [(n, r.period) for n, r in others if r.period and r.period.grain == "day"]
        found = [(n, day) for n, day in days if dates_kind(scene.text.at(scene.readings[n].start), kind)]
    else:
        return None
    return found[0] if len({period.value for _, period in found}) == 1 else None


def _event_lemmas(doc: Doc, end: int) -> Event | None:
    """The verb and its object (or subject, in the passive), or the noun and its modifier, that follow the signal."""
    span = doc.char_span(end, min(end + 120, len(doc.text)), alignment_mode="contract")
    for token in span[:EVENT_WORDS] if span is not None else ():
        if token.is_punct:
            return None
        if token.pos_ == "VERB":
            objects = [c for c in token.children if c.dep_ in OBJECTS and c.pos_ in ("NOUN", "PROPN")]
            return (token.lemma_.lower(), objects[0].lemma_.lower()) if objects else None
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("pobj", "pcomp"):
            modifiers = [c for c in token.subtree if c.pos_ in ("NOUN", "PROPN") and c is not token]
            return (token.lemma_.lower(), modifiers[0].lemma_.lower()) if modifiers else None
    return None


def _dates_event(token: Token, wanted: Event) -> bool:
    """Whether the date at ``token`` says when the event was: its verb or noun is the event's and goes with the same word."""
    for _ in range(CLIMB):
        if token.lemma_.lower() == wanted[0]:
            return any(t.lemma_.lower() == wanted[1] for t in token.subtree)
        if token.pos_ == "VERB" or token.head is token:
            return False
        token = token.head
    return False
