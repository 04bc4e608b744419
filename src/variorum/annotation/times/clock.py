"""Clock times and parts of the day (TIMEX3 type TIME)."""

import re
from dataclasses import replace
from datetime import date
from functools import partial

from spacy.tokens import Token

from variorum.annotation.quantities.numbers import number_of
from variorum.annotation.times.calendar_periods import Period, day_of, shift_days, shift_grain, weekday_near
from variorum.annotation.times.dates import day_number, month_number
from variorum.annotation.times.marks import relation_before
from variorum.annotation.times.placing import (
    REACH,
    by_antecedent,
    by_publication,
    dated,
    in_year,
    open_reading,
    step_of,
    word_kinds,
)
from variorum.annotation.times.relative import points_back
from variorum.annotation.times.scene import AHEAD, Reading, Scene
from variorum.annotation.times.tense import is_past_form
from variorum.annotation.words.grammar import Found
from variorum.language.lexicon import words

Readings = tuple[Reading, ...]
CLIMB = 4
"""Steps up the parse to the verb of a part of the day."""
LAST_OF_NIGHT = 5
"""The last hour after midnight that is still spoken of as at night."""
NEAR = 250
"""How many characters back the day of "in the morning" may stand (about a sentence and a half)."""


def _as_time(readings: Readings, suffix: str) -> Readings:
    """Day readings turned into times of that day."""
    return tuple(replace(r, type="TIME", value=r.value + suffix) if r.value else r for r in readings)


def part_code(scene: Scene, found: Found, name: str = "p") -> str:
    """The TIMEX3 code of a part of the day."""
    return scene.value(found, name, "PART") or scene.value(found, name, "DAWN")


def tonight(scene: Scene, found: Found) -> Readings:
    """``tonight``."""
    return _as_time(by_publication(scene, found, lambda ref: Period(ref, "day"), "XXXX-XX-XX"), "TNI")


def overnight(scene: Scene, found: Found) -> Readings:
    """``overnight`` as an adverb: the night into the day of publication, the night after it in a clause that lies ahead."""
    if not scene.token(found.start).tag_.startswith("RB"):
        return ()
    step = 0 if scene.tense(found.start) == "future" else -1
    made = _as_time(by_publication(scene, found, partial(_days_away, step=step), "XXXX-XX-XX"), "TNI")
    return tuple(replace(r, latest=shift_days(r.latest, 1) if r.latest else None, period=None) for r in made)


def day_part(scene: Scene, found: Found) -> Readings:
    """``Tuesday night``, ``yesterday morning``."""
    made = named_day(scene, found, scene.words(found, "b"), at=found.groups["p"][1] - 1)
    return _as_time(made, "T" + part_code(scene, found))


def named_day(scene: Scene, found: Found, names: tuple[str, ...], *, at: int | None = None) -> Readings:
    """The day that a weekday or "today", "yesterday", "tomorrow" among ``names`` names; ``at`` is the word whose clause tells
    whether it lies ahead, the first by default."""
    for word in names:
        if (word, "TODAY") in scene.lexicon.values:
            step = int(scene.lexicon.values[word, "TODAY"])
            return by_publication(scene, found, partial(_days_away, step=step), "XXXX-XX-XX")
        if (word, "WEEKDAY") in scene.lexicon.values:
            number = int(scene.lexicon.values[word, "WEEKDAY"])
            gone = relation_before(scene.text.source, scene.span(found)[0]) == "since"
            direction = 1 if not gone and scene.tense(found.start if at is None else at) in AHEAD else -1
            near = partial(weekday_near, weekday=number, direction=direction)
            return by_publication(scene, found, near, f"XXXX-WXX-{number + 1}")
    return ()


def _days_away(day: date, *, step: int) -> Period | None:
    return shift_grain(day, "day", step)


def day_part_of(scene: Scene, found: Found) -> Readings:
    """``the night of 3 May``, ``the morning of Tuesday``."""
    return _on_day(scene, found, "T" + part_code(scene, found))


def _on_day(scene: Scene, found: Found, suffix: str) -> Readings:
    """The day named in the kept part ``b``, with a part of the day."""
    named = scene.words(found, "b")
    months = [int(scene.lexicon.values[w, "MONTH"]) for w in named if (w, "MONTH") in scene.lexicon.values]
    if not months:
        return _as_time(named_day(scene, found, named), suffix)
    days = [int(re.match(r"\d+", w).group()) for w in named if re.fullmatch(r"\d{1,2}(st|nd|rd|th)?", w)]  # type: ignore[union-attr]
    if not days:
        return ()
    month, day = months[0], days[0]
    return _as_time(in_year(scene, found, lambda year: day_of(year, month, day), f"XXXX-{month:02d}-{day:02d}"), suffix)


def night_into(scene: Scene, found: Found) -> Readings:
    """``the night to Monday``, ``the night of 15 to 16 October``: it begins on the day before the one named last."""
    made = []
    for reading in _on_day(scene, found, "TNI"):
        eve = shift_days(reading.earliest, -1) if reading.earliest else None
        made.append(replace(reading, value=f"{eve}TNI", earliest=eve) if eve else replace(reading, value=_eve(reading.value)))
    return tuple(made)


def _eve(value: str) -> str:
    """The value of the night that ends on a weekday of no known week ("XXXX-WXX-2TNI")."""
    weekday = re.fullmatch(r"XXXX-WXX-([1-7])TNI", value)
    return f"XXXX-WXX-{(int(weekday[1]) - 2) % 7 + 1}TNI" if weekday else value


def hours_of(scene: Scene, found: Found) -> Readings:
    """``the early hours of Tuesday``, ``the small hours of 3 May``."""
    suffix = "TNI" if scene.word(found, "p") in ("late", "later") else "TMO"
    return _on_day(scene, found, suffix)


def deictic_part(scene: Scene, found: Found) -> Readings:
    """``this morning``, ``last night``, ``that evening``."""
    deictic, suffix = scene.words(found, "k"), "T" + part_code(scene, found)
    step = step_of(scene, deictic)
    told = "the" in deictic and "NEXT" in word_kinds(scene, deictic)
    if points_back(scene, deictic) or told:
        return _as_time(by_antecedent(scene, found, "day", lambda day: shift_grain(day, "day", step), "XXXX-XX-XX"), suffix)
    return _as_time(by_publication(scene, found, lambda ref: shift_grain(ref, "day", step), "XXXX-XX-XX"), suffix)


def month_day_part(scene: Scene, found: Found) -> Readings:
    """``3 May 2014 evening``, ``March 3, afternoon``."""
    month, day = month_number(scene, found), day_number(scene, found)
    made = in_year(scene, found, lambda year: day_of(year, month, day), f"XXXX-{month:02d}-{day:02d}")
    return _as_time(made, "T" + part_code(scene, found))


def clock_value(scene: Scene, found: Found) -> str:
    """``T17:30`` for the kept part ``c``; the empty string where it is no clock time."""
    said = scene.words(found, "c")
    fixed = [scene.lexicon.values[w, "NOON"] for w in said if (w, "NOON") in scene.lexicon.values]
    if fixed:
        return f"T{int(fixed[0][:2]) % 24:02d}:30" if "half" in said else "T" + fixed[0]
    halves = [scene.lexicon.values[w, "AMPM"] for w in said if (w, "AMPM") in scene.lexicon.values]
    hour, minute, second = _hour_minute(said)
    if hour is None or hour > 24 or minute > 59 or (halves and not 1 <= hour <= 12):
        return ""
    half = halves[0] if halves else half_of_day(scene, found, hour)
    hour = hour % 12 + (12 if half == "pm" else 0) if half and hour <= 12 else hour
    zulu = "Z" if set(scene.words(found, "z")) & {"gmt", "utc"} else ""
    return f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "") + zulu


def _hour_minute(words: tuple[str, ...]) -> tuple[int | None, int, int | None]:
    digits = [int(d) for word in words for d in re.findall(r"\d{1,2}", word)]
    if "half" in words:
        number = number_of(words[-1:])
        return (int(number), 30, None) if number is not None else (None, 0, None)
    if digits:
        return digits[0], digits[1] if len(digits) > 1 else 0, digits[2] if len(digits) > 2 else None
    number = number_of(words[:1])
    return (int(number), 0, None) if number is not None else (None, 0, None)


def half_of_day(scene: Scene, found: Found, hour: int) -> str:
    """``am`` or ``pm`` by the part of the day named with a time, else the empty string; a night runs on after midnight."""
    part = part_code(scene, found) or part_code(scene, found, "p2")
    if part == "NI" and hour <= LAST_OF_NIGHT:
        return "am"
    return {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(part, "")


def clock(scene: Scene, found: Found) -> Readings:
    """``10:30 a.m. on Tuesday``, ``noon``, ``five o'clock``."""
    value = clock_value(scene, found)
    return () if not value or _is_score(scene, found) else on_its_day(scene, found, value)


def on_its_day(scene: Scene, found: Found, value: str) -> Readings:
    """A time of the day on the day named with it or before it, else on publication."""
    if "b" in found.groups:
        return _as_time(named_day(scene, found, scene.words(found, "b")), value)
    day = _day_beside(scene, found)
    if day is not None:
        index, period = day
        made = dated(scene, found, period, anchor=index, why="is on the day named before it")
        return _as_time(made, _at(scene, found, period, value))
    made = by_publication(scene, found, lambda ref: Period(ref, "day"), "XXXX-XX-XX")
    return tuple(r for m in made for r in _as_time((m,), _at(scene, found, m.period, value) if m.period else value))


def _at(scene: Scene, found: Found, day: Period, value: str) -> str:
    """The clock time with the midnight meant: of what has happened by publication it is the one that begins the day."""
    published = scene.publication
    over = published is not None and day.first >= published.last and scene.tense(found.start) == "past"
    return "T00:00" if value == "T24:00" and (over or "after" in scene.words(found, "c")) else value


def clock_line(scene: Scene, found: Found) -> Readings:
    """``17:24`` at the head of a line, as reports that are written on print it: on the day of publication."""
    start, end = scene.span(found)
    source = scene.text.source
    before, after = source[source.rfind("\n", 0, start) + 1 : start], source[end:].partition("\n")[0]
    value = clock_value(scene, found)
    stands = bool(value) and not before.strip() and (not after.strip() or (after[:1] == " " and after.strip()[:1].isupper()))
    dotted = "." in source[start:end]
    if not stands or ((after.strip() or dotted) and not _has_another_line(source, dotted=dotted)):
        return ()
    return _as_time(by_publication(scene, found, lambda ref: Period(ref, "day"), "XXXX-XX-XX"), value)


def _has_another_line(source: str, *, dotted: bool) -> bool:
    """Whether more lines begin with a clock time than this one; with a dot, which other numbers have too, at least three."""
    if dotted:
        return len(DOTTED_LINE.findall(source)) >= LEAST_DOTTED
    return len(re.findall(r"^\d{1,2}:\d{2}\b", source, re.MULTILINE)) > 1


DOTTED_LINE = re.compile(r"^(?:[01]?\d|2[0-3])\.[0-5]\d(?=$|\s+[^\W\d])", re.MULTILINE)
LEAST_DOTTED = 3
"""Lines that open with hour and minute with a dot between, and how many of them show that they are times."""


def part_alone(scene: Scene, found: Found) -> Readings:
    """``in the morning``, ``by dusk``, ``in the small hours``, where the clause tells of the past: of the day named last, where
    that is near, else of an open one."""
    day = _day_beside(scene, found)
    named = scene.text.words[found.end : found.end + 1] in (("of",), ("on",), ("to",))
    after = scene.token(found.end - 1)
    if named or (after.head.i > after.i and after.dep_ in ("compound", "amod", "nmod")) or scene.tense(found.start) != "past":
        return ()
    if day is None or scene.span(found)[0] - scene.readings[day[0]].end > NEAR:
        if not _is_past_form(scene.token(found.start)):
            return ()
        made: Readings = (open_reading(scene, found, "XXXX-XX-XX", "is on a day that the text does not give beside it"),)
    else:
        made = dated(scene, found, day[1], anchor=day[0], why="is on the day named before it")
    inside = scene.text.starts[found.start + 1]
    return _as_time(tuple(replace(r, start=inside) for r in made), "T" + (part_code(scene, found) or "MO"))


def _is_past_form(token: Token) -> bool:
    """Whether the nearest finite verb above is plainly a past form, so that no habit is told."""
    for _ in range(CLIMB):
        if (token.pos_ in ("VERB", "AUX") and token.tag_ != "VB") or token.head is token:
            break
        token = token.head
    return is_past_form(token)


def _is_score(scene: Scene, found: Found) -> bool:
    """Whether digits with a colon are a match result, a verse or a race time and not a time of day."""
    matched = scene.text.words[found.start : found.end]
    if any((w, kind) in scene.lexicon.values for w in matched for kind in ("AMPM", "NOON", "OCLOCK", "ZONE", "PART")):
        return False
    before = scene.text.words[found.start - 1] if found.start else ""
    return before not in words("en", "time_signals") and not is_told(scene, found)


def is_told(scene: Scene, found: Found) -> bool:
    """Whether a verb that gives a number has a time in two digits each for it: "the log says 17:42", "gives it as 17:42"."""
    start, end = scene.span(found)
    before = scene.token(found.start - 1) if found.start else None
    if before is None or end - start < FULL or scene.text.source[end : end + 1] not in (*'.,;)”"\n', ""):
        return False
    return before.lower_ == "as" or (before.lemma_ != "be" and before.lemma_.lower() in words("en", "giving_verbs"))


FULL = 5
"""Characters of hour and minute in two digits each with a mark between."""


def _day_beside(scene: Scene, found: Found) -> tuple[int, Period] | None:
    """The day that the text named last before the match, and its position."""
    start = scene.span(found)[0]
    for index in range(len(scene.readings) - 1, -1, -1):
        reading = scene.readings[index]
        between = scene.text.source[reading.end : start]
        if len(between) > REACH:
            return None
        if reading.period and reading.period.grain == "day":
            return index, reading.period
    return None


def clock_date(scene: Scene, found: Found) -> Readings:
    """``5 p.m. on 3 May``."""
    value = clock_value(scene, found)
    month, day = month_number(scene, found), day_number(scene, found)
    made = in_year(scene, found, lambda year: day_of(year, month, day), f"XXXX-{month:02d}-{day:02d}")
    return _as_time(made, value) if value else ()
