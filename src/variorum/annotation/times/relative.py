"""Dates counted from the publication date or from an earlier time: last week, on Friday, two years ago, three days later."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import partial

from variorum.annotation.quantities.numbers import kind_value, number_of
from variorum.annotation.times.calendar_periods import (
    Period,
    PeriodGrain,
    month_of,
    part_of_year,
    period_around,
    season_of,
    shift_days,
    shift_grain,
    shift_months,
    shifted,
    weekday_near,
)
from variorum.annotation.times.dates import month_number
from variorum.annotation.times.marks import relation_before
from variorum.annotation.times.placing import antecedent, by_antecedent, by_publication, step_of, strictly_near, word_kinds
from variorum.annotation.times.ranges import range_ends
from variorum.annotation.times.scene import AHEAD, Reading, Scene
from variorum.annotation.words.grammar import Found

GRAINS: dict[str, PeriodGrain] = {
    "D": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter", "Y": "year", "10Y": "decade", "100Y": "century",
}  # fmt: skip
FINER: dict[str, tuple[int, PeriodGrain]] = {
    "2W": (2, "week"), "6M": (6, "month"), "10Y": (10, "year"), "100Y": (10, "decade"),
}  # fmt: skip
"""How many of which smaller unit make one, for units that are no grain and for parts of long ones."""
UNKNOWN: dict[PeriodGrain, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip
ROUGHLY = 3
"""Days by which "two weeks ago" may be off: half a week."""
Readings = tuple[Reading, ...]


def points_back(scene: Scene, words: tuple[str, ...]) -> bool:
    """Whether deictic words point at a date of the text and not at the day of publication."""
    return "that" in words or bool(word_kinds(scene, words) & {"BEFORE", "AFTER", "SAME"})


def placed_unit(scene: Scene, found: Found, grain: PeriodGrain, words: tuple[str, ...]) -> Readings:
    """The reading of "last/this/that/the following <unit>": from an earlier date where it points back and there is one."""
    step = step_of(scene, words)
    if points_back(scene, words) and (antecedent(scene, found, grain) or not word_kinds(scene, words) & {"BEFORE"}):
        return by_antecedent(scene, found, grain, lambda day: _stepped(day, grain, step), UNKNOWN[grain])
    return by_publication(scene, found, lambda ref: _stepped(ref, grain, step), UNKNOWN[grain])


def _stepped(day: date, grain: PeriodGrain, step: int) -> Period | None:
    return shifted(period_around(day, grain), step)


def deictic_unit(scene: Scene, found: Found) -> Readings:
    """``last week``, ``late last month``, ``this year``, ``that same year``, ``the following day``."""
    words, code = scene.words(found, "k"), unit_code(scene, found)
    kinds = word_kinds(scene, words)
    if code not in GRAINS:
        return ()
    if kinds & {"PAST", "COMING"} and "THIS" not in kinds:
        return ()
    grain = GRAINS[code]
    if scene.text.words[found.start] == "the" and kinds == {"NEXT"} and grain == "day":
        return by_antecedent(scene, found, grain, lambda day: _stepped(day, grain, 1), UNKNOWN[grain])
    if scene.text.words[found.start] == "the" and kinds == {"LAST"} and grain == "day":
        return ()
    if scene.text.words[found.start] == "the" and kinds & {"LAST", "NEXT"} and grain in ("decade", "century"):
        return ()
    return placed_unit(scene, found, grain, words)


def unit_code(scene: Scene, found: Found, name: str = "u") -> str:
    """The TIMEX3 unit of a kept part."""
    return next((c for kind in ("UNIT1", "UNITS", "UNITA") if (c := scene.value(found, name, kind))), "")


def within_unit(scene: Scene, found: Found) -> Readings:
    """``later in the year``, ``earlier in the day``: the unit that the text named last, else that of publication."""
    grain = GRAINS[unit_code(scene, found)]
    if antecedent(scene, found, grain):
        return by_antecedent(scene, found, grain, lambda day: period_around(day, grain), UNKNOWN[grain])
    return by_publication(scene, found, lambda ref: period_around(ref, grain), UNKNOWN[grain])


def anaphoric_unit(scene: Scene, found: Found) -> Readings:
    """``the quarter``, ``the day``: the one that the text named last, if it named one and says no more about it."""
    grain = GRAINS[unit_code(scene, found)]
    earlier = antecedent(scene, found, grain)
    if earlier is None or earlier[1].grain != grain:
        return ()
    following = scene.token(found.end - 1)
    if any(child.dep_ in ("relcl", "acl", "prep") and child.i > following.i for child in following.children):
        return ()
    return by_antecedent(scene, found, grain, lambda day: period_around(day, grain), UNKNOWN[grain])


def unit_earlier(scene: Scene, found: Found) -> Readings:
    """``the year-earlier quarter``, ``the year-ago period``: as long as the period named last, a unit before it."""
    grain = GRAINS.get(unit_code(scene, found))
    earlier = antecedent(scene, found, "year")
    if grain is None or earlier is None:
        return (vague_reading(scene, scene.span(found), "PAST_REF"),)
    word = scene.word(found, "g")
    kept: PeriodGrain = earlier[1].grain if word == "period" else GRAINS[scene.lexicon.values[word, "UNIT1"]]

    def make(day: date) -> Period | None:
        moved = shift_grain(day, grain, -1)
        number = int(kind_value(scene.word(found, "o"), "ordinal") or 0)
        if moved and kept == "quarter" and number:
            return part_of_year(moved.first.year, kept, number)
        back = {"year": 12, "quarter": 3, "month": 1}.get(grain, 0)
        shifted_day = shift_months(day, -back)
        return period_around(shifted_day, kept) if shifted_day else None

    return by_antecedent(scene, found, "year", make, UNKNOWN[kept])


def edge_unit(scene: Scene, found: Found) -> Readings:
    """``the end of the year``, ``year-end``: that part of the current unit, or of the one in tense."""
    grain = GRAINS.get(unit_code(scene, found))
    if grain is None or grain == "day":
        return ()
    made = by_publication(scene, found, lambda ref: _stepped(ref, grain, 0), UNKNOWN[grain])
    if "x" not in found.groups or not made[0].latest:
        return made
    return tuple(replace(r, earliest=shift_days(r.latest, -30)) for r in made if r.latest)


def deictic_month(scene: Scene, found: Found) -> Readings:
    """``last March``, ``this June``, ``next January``, ``that September``."""
    number, words = month_number(scene, found), scene.words(found, "k")
    return _deictic_named(scene, found, words, lambda year: month_of(year, number), f"XXXX-{number:02d}")


def deictic_season(scene: Scene, found: Found) -> Readings:
    """``last summer``, ``this winter``, ``that spring``."""
    code, words = scene.value(found, "s", "SEASON"), scene.words(found, "k")
    return _deictic_named(scene, found, words, lambda year: season_of(year, code), f"XXXX-{code}")


def _deictic_named(
    scene: Scene, found: Found, words: tuple[str, ...], make: Callable[[int], Period | None], unknown: str
) -> Readings:
    """A named part of a year with "last", "this", "next" or "that"."""
    if points_back(scene, words) or not words:
        step = step_of(scene, words)
        return by_antecedent(scene, found, "year", lambda day: make(day.year + step), unknown)
    return by_publication(scene, found, partial(strictly_near, make=make, step=step_of(scene, words)), unknown)


def weekday(scene: Scene, found: Found) -> Readings:
    """``on Friday``: the last one up to publication, the next one where the clause tells of what is to come."""
    number, tense = int(scene.value(found, "w", "WEEKDAY")), scene.tense(found.start)
    if relation_before(scene.text.source, scene.span(found)[0]) == "since":
        tense = "past"
    if tense == "near":
        why = "is the nearest such day to publication"
        return by_publication(scene, found, lambda ref: _nearest_weekday(ref, number), f"XXXX-WXX-{number + 1}", why=why)
    direction = 1 if tense in AHEAD else -1
    why = "is the first such day from publication on" if direction > 0 else "is the last such day up to publication"
    unknown = f"XXXX-WXX-{number + 1}"
    return by_publication(scene, found, lambda ref: weekday_near(ref, number, direction=direction), unknown, why=why)


def _nearest_weekday(ref: date, number: int) -> Period | None:
    """The weekday fewest days from ``ref``, either side."""
    sides = [p for direction in (-1, 1) if (p := weekday_near(ref, number, direction=direction))]
    return min(sides, key=lambda p: (abs((p.first - ref).days), p.first), default=None)


def weekday_range(scene: Scene, found: Found) -> Readings:
    """``Monday to Thursday``: two days of one run, both up to publication or both from then on."""
    first, last = int(scene.value(found, "w", "WEEKDAY")), int(scene.value(found, "w2", "WEEKDAY"))
    ahead = scene.tense(found.start) in AHEAD
    days = (last - first) % 7

    def begin(ref: date) -> Period | None:
        end = weekday_near(ref, last, direction=-1)
        return weekday_near(ref, first, direction=1) if ahead else shift_grain(end.first, "day", -days) if end else None

    def close(ref: date) -> Period | None:
        start = begin(ref)
        return shift_grain(start.first, "day", days) if start else None

    one = by_publication(scene, found, begin, f"XXXX-WXX-{first + 1}")
    two = by_publication(scene, found, close, f"XXXX-WXX-{last + 1}")
    return range_ends(scene, found, one, two, ("w", "w2"))


def weekday_deictic(scene: Scene, found: Found) -> Readings:
    """``last Friday``, ``next Monday``, ``this coming Sunday``, ``the following Tuesday``."""
    number, words = int(scene.value(found, "w", "WEEKDAY")), scene.words(found, "k")
    step, unknown = step_of(scene, words), f"XXXX-WXX-{number + 1}"
    kinds = word_kinds(scene, words)
    if points_back(scene, words):
        return by_antecedent(scene, found, "day", lambda day: _weekday_step(day, number, step), unknown)
    if kinds == {"THIS"}:
        direction = -1 if scene.tense(found.start) == "past" else 1
        return by_publication(scene, found, lambda ref: weekday_near(ref, number, direction=direction), unknown)
    return by_publication(scene, found, lambda ref: _weekday_step(ref, number, step), unknown)


def _weekday_step(ref: date, number: int, step: int) -> Period | None:
    """The first such weekday strictly after (1) or before (-1) ``ref``; the nearest one back when ``step`` is 0."""
    start = shift_days(ref, step)
    return weekday_near(start, number, direction=step or -1) if start else None


def weekday_week(scene: Scene, found: Found) -> Readings:
    """``Monday last week``, ``Tuesday of this week``."""
    number, words = int(scene.value(found, "w", "WEEKDAY")), scene.words(found, "k")
    step = step_of(scene, words)

    def make(day: date) -> Period | None:
        week = _stepped(day, "week", step)
        moved = shift_days(week.first, number) if week else None
        return Period(moved, "day") if moved else None

    if points_back(scene, words):
        return by_antecedent(scene, found, "week", make, f"XXXX-WXX-{number + 1}")
    return by_publication(scene, found, make, f"XXXX-WXX-{number + 1}")


def today(scene: Scene, found: Found) -> Readings:
    """``today``, ``yesterday``, ``tomorrow``."""
    step = int(scene.value(found, "x", "TODAY"))
    return by_publication(scene, found, lambda ref: shift_grain(ref, "day", step), "XXXX-XX-XX")


def day_beside(scene: Scene, found: Found) -> Readings:
    """``the day before yesterday``, ``the day after tomorrow``."""
    step = int(scene.value(found, "x", "TODAY")) + (-1 if scene.word(found, "k") == "before" else 1)
    return by_publication(scene, found, lambda ref: shift_grain(ref, "day", step), "XXXX-XX-XX")


def deictic_weekend(scene: Scene, found: Found) -> Readings:
    """``the weekend``: the last one, the coming one where the clause tells of what is to come."""
    step = 0 if scene.tense(found.start) == "future" else -1

    def make(ref: date) -> Period | None:
        return _stepped(ref, "weekend", step if ref.weekday() < 5 else 0)

    made = by_publication(scene, found, make, "XXXX-WXX-WE")
    return made


def vague_units(scene: Scene, found: Found) -> Readings:
    """``recent weeks``, ``the coming months``: before or after publication, no more is said."""
    words, code = scene.words(found, "k"), unit_code(scene, found)
    kinds = word_kinds(scene, words)
    if code not in GRAINS and not code.startswith("T"):
        return ()
    start, end = scene.span(found)
    value = "FUTURE_REF" if kinds & {"COMING", "NEXT", "AFTER"} else "PAST_REF"
    return (vague_reading(scene, (start, end), value),)


def vague_reading(scene: Scene, span: tuple[int, int], value: str) -> Reading:
    """A reference to the past, present or future, bounded by publication where that is known."""
    shown = " ".join(scene.text.source[span[0] : span[1]].split())
    known = scene.publication
    earliest = known.first if known and value != "PAST_REF" else None
    latest = known.last if known and value != "FUTURE_REF" else None
    side = {"PAST_REF": "before", "PRESENT_REF": "at the time of", "FUTURE_REF": "after"}[value]
    reason = f"“{shown}” says only {side} publication"
    return Reading(*span, "DATE", value, earliest, latest, "publication" if known else None, None, reason)


def amount(scene: Scene, found: Found) -> Fraction | None:
    """How many units a match names; ``None`` for "several" and bare plurals."""
    words = scene.words(found, "n")
    if not words:
        return Fraction(2) if "couple" in scene.words(found, "v") else None
    extra = Fraction(1, 2) if "x" in found.groups and scene.word(found, "x") == "half" else Fraction(0)
    number = number_of(words)
    return number + extra if number is not None else None


def scaled_amount(scene: Scene, found: Found) -> tuple[Fraction | None, PeriodGrain | None]:
    """How many units of which grain a match names; fortnights become weeks, half a century five decades."""
    number, code = amount(scene, found), unit_code(scene, found)
    if number is None or (number.denominator == 1 and code in GRAINS):
        return number, GRAINS.get(code)
    if code in FINER:
        factor, finer = FINER[code]
        return number * factor, finer
    return number, GRAINS.get(code)


def ago(scene: Scene, found: Found) -> Readings:
    """``four years ago``, ``two days ago``; of "years ago" it is only known that it is past."""
    number, grain = scaled_amount(scene, found)
    if number is None or grain is None or number > 9999:
        return (vague_reading(scene, scene.span(found), "PAST_REF"),)
    return _weeks_from(scene, found, grain, -number)


def from_now(scene: Scene, found: Found) -> Readings:
    """``two months from now``."""
    number, grain = scaled_amount(scene, found)
    if number is None or grain is None or number > 9999:
        away = scene.text.words[found.end - 1] == "away"
        return () if away else (vague_reading(scene, scene.span(found), "FUTURE_REF"),)
    return _weeks_from(scene, found, grain, number)


def _weeks_from(scene: Scene, found: Found, grain: PeriodGrain, number: Fraction) -> Readings:
    """So many units from publication; weeks lead to a day, with ``ROUGHLY`` days on either side."""
    if grain != "week" or number.denominator > 1:
        return by_publication(scene, found, lambda ref: _counted(ref, grain, number), UNKNOWN[grain])
    made = by_publication(scene, found, lambda ref: shift_grain(ref, "day", int(number) * 7), UNKNOWN["week"])
    return tuple(roughly(r) for r in made)


def roughly(reading: Reading) -> Reading:
    """A day counted in weeks, with ``ROUGHLY`` days on either side."""
    first, last = (shift_days(d, n) if d else None for d, n in ((reading.earliest, -ROUGHLY), (reading.latest, ROUGHLY)))
    return replace(reading, earliest=first or reading.earliest, latest=last or reading.latest)


def _counted(day: date, grain: PeriodGrain, number: Fraction) -> Period | None:
    """The period that lies ``number`` units from ``day``; halves of years are counted in months."""
    if number.denominator == 1:
        return shift_grain(day, "month" if grain == "quarter" else grain, int(number) * (3 if grain == "quarter" else 1))
    if grain == "year":
        return shift_grain(day, "month", round(number * 12))
    return shift_grain(day, grain, round(number))


def shift(scene: Scene, found: Found) -> Readings:
    """``three days later``, ``a year earlier``, ``the day before``: from the last date that the text gave.

    A year from a quarter is that quarter of another year, as figures are compared.
    """
    number, grain = amount(scene, found), GRAINS.get(unit_code(scene, found))
    if "n" not in found.groups and "v" not in found.groups:
        number = Fraction(1) if scene.text.words[found.start] in ("the", "a") else None
    after = scene.text.words[found.end : found.end + 1]
    if after == ("than",) or (number == 1 and scene.text.words[max(found.start - 1, 0)] == "in"):
        return ()
    sign = -1 if scene.word(found, "x") in ("earlier", "before", "prior") else 1
    if number is None or grain is None or number > 9999:
        return (vague_shift(scene, found, sign),)
    earlier = antecedent(scene, found, grain)
    if grain == "year" and earlier is not None and earlier[1].grain in ("quarter", "half") and number.denominator == 1:
        kept, months = earlier[1].grain, int(number) * sign * 12
        return by_antecedent(scene, found, grain, lambda day: _months_away(day, months, kept), UNKNOWN[grain])
    if grain == "week" and earlier is not None and earlier[1].grain == "day" and number.denominator == 1:
        days = int(number) * sign * 7
        made = by_antecedent(scene, found, "day", lambda day: shift_grain(day, "day", days), UNKNOWN["week"])
        return tuple(roughly(r) for r in made)
    return by_antecedent(scene, found, grain, lambda day: _counted(day, grain, number * sign), UNKNOWN[grain])


def _months_away(day: date, months: int, grain: PeriodGrain) -> Period | None:
    moved = shift_months(day, months)
    return period_around(moved, grain) if moved else None


def vague_shift(scene: Scene, found: Found, sign: int) -> Reading:
    """``weeks later``: before or after something that is not counted."""
    start, end = scene.span(found)
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    return Reading(start, end, "DATE", value, reason=f"“{scene.shown(found)}” does not say how far from what")
