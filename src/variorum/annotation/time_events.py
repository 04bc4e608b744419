"""Times counted from an event: "two months after it declared victory".

The event is looked up in the text: a date that directly follows, or another clause with the same verb and object (or the
same event noun) that is dated. Without one the expression stays a length of time that is anchored to an event.
"""

from dataclasses import replace

from spacy.tokens import Doc, Token

from variorum.annotation.calendar_periods import (
    DAYS_OF,
    MONTHS_OF,
    ORDER,
    Period,
    PeriodGrain,
    period_around,
    shift_days,
    shift_months,
)
from variorum.annotation.time_durations import duration_value, plain
from variorum.annotation.time_relative import GRAINS, amount, unit_code
from variorum.annotation.time_scene import Reading, Scene
from variorum.annotation.word_grammar import Found

Readings = tuple[Reading, ...]
SIGNALS = {"after": 1, "following": 1, "from": 1, "before": -1, "to": -1}
EVENT_WORDS = 12
"""How many words after "after" may name the event."""
DATED_WITHIN = 160
"""How many characters a date may stand from the event it dates, in the same sentence."""
CONTENT = ("NOUN", "VERB", "PROPN", "ADJ")


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


def settle(scene: Scene) -> Readings:
    """The readings with every "<n> units after" resolved whose event has a date in the text."""
    return tuple(_settled(scene, i, r) if r.link else r for i, r in enumerate(scene.readings))


def _settled(scene: Scene, index: int, reading: Reading) -> Reading:
    assert reading.link is not None
    steps, grain, end = reading.link
    dated = _date_after(scene, index, end) or _event_date(scene, index, end)
    shown = " ".join(scene.doc.text[reading.start : end].split())
    if dated is None:
        return replace(reading, anchor="event", reason=f"“{shown}” counts from an event that the text does not date")
    other, period = dated
    moved = _moved(period, grain, steps)
    if moved is None:
        return reading
    anchor = scene.readings[other]
    words = " ".join(scene.doc.text[anchor.start : anchor.end].split())
    why = f"“{shown}” counts from an event that the text dates “{words}”"
    return replace(
        reading, type="DATE", value=moved.value, earliest=moved.first, latest=moved.last, anchor=other, period=moved, reason=why
    )


def _moved(period: Period, grain: PeriodGrain, steps: int) -> Period | None:
    """The period ``steps`` units from ``period``, no finer than ``period`` itself is known."""
    coarse = max(period.grain, grain, key=ORDER.index)
    if grain in DAYS_OF:
        day = shift_days(period.first, steps * DAYS_OF[grain])
    else:
        day = shift_months(period.first, steps * MONTHS_OF[grain])
    return period_around(day, coarse) if day else None


def _date_after(scene: Scene, index: int, end: int) -> tuple[int, Period] | None:
    """The date that stands right after the signal ("two weeks after 3 May")."""
    if index + 1 >= len(scene.readings):
        return None
    following = scene.readings[index + 1]
    between = scene.doc.text[end : following.start].split()
    if following.period and len(between) <= 1 and all(w.lower() in ("the", "on", "in") for w in between):
        return index + 1, following.period
    return None


def _event_date(scene: Scene, index: int, end: int) -> tuple[int, Period] | None:
    """The date of the clause elsewhere in the text that shares the event's verb and object, or its noun and modifier."""
    wanted = _event_lemmas(scene.doc, end)
    if len(wanted) < 2:
        return None
    found = set()
    for number, reading in enumerate(scene.readings):
        if number != index and reading.period and reading.period.grain in ("day", "week", "month", "year"):
            lemmas = _lemmas_beside(scene.doc, reading)
            if wanted <= lemmas:
                found.add((number, reading.period))
    values = {period.value for _, period in found}
    return min(found, key=lambda pair: pair[0]) if len(values) == 1 else None


def _event_lemmas(doc: Doc, end: int) -> frozenset[str]:
    """The verb and its object (or subject, in the passive), or the noun and its modifier, that follow the signal."""
    span = doc.char_span(end, min(end + 120, len(doc.text)), alignment_mode="contract")
    if span is None:
        return frozenset()
    for token in span[:EVENT_WORDS]:
        if token.is_punct:
            break
        if token.pos_ == "VERB":
            return _clause_lemmas(token)
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ == "pobj":
            modifiers = [c for c in token.subtree if c.pos_ in CONTENT and c is not token][:1]
            return frozenset(t.lemma_.lower() for t in (token, *modifiers))
    return frozenset()


def _clause_lemmas(verb: Token) -> frozenset[str]:
    objects = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass") and c.pos_ in ("NOUN", "PROPN")]
    return frozenset(t.lemma_.lower() for t in (verb, *objects[:1]))


def _lemmas_beside(doc: Doc, reading: Reading) -> set[str]:
    """Lemmas of the sentence around a date, close to it."""
    span = doc.char_span(reading.start, reading.end, alignment_mode="expand")
    near = (t for t in (span.sent if span else ()) if abs(t.idx - reading.start) <= DATED_WITHIN and t.pos_ in CONTENT)
    return {t.lemma_.lower() for t in near}
