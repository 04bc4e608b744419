"""Dates that name their month, day, year, season or holiday, with or without the year."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from variorum.annotation.quantities.numbers import kind_value, number_of
from variorum.annotation.times.calendar_periods import (
    Period,
    PeriodGrain,
    day_of,
    easter_of,
    month_of,
    nth_weekday,
    part_of_year,
    period_around,
    season_of,
    shift_days,
    shift_grain,
    year_of,
)
from variorum.annotation.times.placing import (
    by_publication,
    dated,
    explicit_year,
    full_year,
    in_year,
    refused,
    step_of,
    strictly_near,
    word_kinds,
)
from variorum.annotation.times.scene import AHEAD, Reading, Scene
from variorum.annotation.words.grammar import Found
from variorum.annotation.words.lists import listed
from variorum.language.lexicon import word_list, words

HOLIDAY_RULE = re.compile(r"(?:easter(?P<easter>[+-]\d+)|(?P<month>\d\d)-(?:w(?P<nth>-?\d)-(?P<weekday>\d)|(?P<day>\d\d)))")
Readings = tuple[Reading, ...]


def iso(scene: Scene, found: Found) -> Readings:
    """``2018-03-02``, with or without a clock time."""
    word = scene.text.words[found.start]
    period = day_of(int(word[:4]), int(word[5:7]), int(word[8:10]))
    if period and len(word) > 10:
        return dated(scene, found, period, kind="TIME", value=period.value + word[10:16].upper(), explicit_year=True)
    return dated(scene, found, period, explicit_year=True)


def slashed(scene: Scene, found: Found) -> Readings:
    """``3/25/2018``, ``25.03.2018``; where day and month could be swapped only the year is sure."""
    a, b, c = (int(part) for part in re.split(r"[/.-]", scene.text.words[found.start]))
    if a > 31:
        return dated(scene, found, day_of(a, b, c), explicit_year=True)
    year = c if c >= 100 else full_year(scene, c)
    readings = [p for p in (day_of(year, a, b), day_of(year, b, a)) if p]
    if "." in scene.text.words[found.start]:
        readings = [p for p in (day_of(year, b, a),) if p]
    if not readings:
        return () if c < 100 else refused(scene, found)
    if readings[0] == readings[-1]:
        return dated(scene, found, readings[0], explicit_year=True)
    first, last = sorted(p.first for p in readings)
    made = dated(scene, found, year_of(year), why="could mean either order of day and month", value=f"{year:04d}-XX-XX")
    return tuple(replace(r, earliest=first, latest=last, period=None) for r in made)


def month_number(scene: Scene, found: Found, name: str = "m") -> int:
    """The number of the month in a kept part."""
    return int(scene.value(found, name, "MONTH") or 0)


def day_number(scene: Scene, found: Found, name: str = "d") -> int:
    """The day of the month in a kept part, in digits or as an ordinal."""
    word = scene.word(found, name)
    digits = re.match(r"\d{1,2}", word)
    return int(digits.group()) if digits else int(kind_value(word, "ordinal") or 0)


def month_day(scene: Scene, found: Found) -> Readings:
    """``March 3``, ``3rd of March``, ``March 3, 2018``, ``3 March last year``."""
    month, day = month_number(scene, found), day_number(scene, found)
    if _counts_things(scene, found):
        return ()
    return in_year(scene, found, lambda year: day_of(year, month, day), f"XXXX-{month:02d}-{day:02d}")


def _counts_things(scene: Scene, found: Found) -> bool:
    """Whether the number counts what follows ("in March 20 people died") or is cut from a longer one."""
    if found.groups["d"][1] != found.end:
        return False
    end = scene.text.ends[found.end - 1]
    token = scene.token(found.end - 1)
    after = scene.text.source[end : end + 2]
    counts = token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS" and token.nbor(-1).tag_ != "IN"
    return counts or (after[:1] in ":%" and after[1:].isdigit()) or after[:1] == "%"


def deictic_month_day(scene: Scene, found: Found) -> Readings:
    """``last Oct. 23``, ``this March 3``."""
    month, day = month_number(scene, found), day_number(scene, found)
    step = step_of(scene, scene.words(found, "k"))
    near = partial(strictly_near, make=lambda year: day_of(year, month, day), step=step)
    return by_publication(scene, found, near, f"XXXX-{month:02d}-{day:02d}")


def month(scene: Scene, found: Found) -> Readings:
    """``in March``, ``mid-March 2018``, ``September that same year``."""
    number = month_number(scene, found)
    return in_year(scene, found, lambda year: month_of(year, number), f"XXXX-{number:02d}")


def season(scene: Scene, found: Found) -> Readings:
    """``the summer of 1998``, ``in late spring``."""
    code = scene.value(found, "s", "SEASON")
    if "y" not in found.groups and not _stands_as_season(scene, found):
        return ()
    return in_year(scene, found, lambda year: season_of(year, code), f"XXXX-{code}")


def _stands_as_season(scene: Scene, found: Found) -> bool:
    """Whether the word is a season and not a fall in prices, a spring of water or a part of a name ("Summer Games")."""
    before, after = scene.text.words[max(found.start - 1, 0)], scene.text.words[found.end : found.end + 1]
    token = scene.token(found.end - 1)
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if following is not None and following.text[:1].isupper() and following.idx == token.idx + len(token) + 1:
        return False
    if scene.word(found, "s") not in ("fall", "spring"):
        return True
    placed = "e" in found.groups or before in words("en", "season_signals")
    placed = placed or (before == "before" and scene.word(found, "s") == "spring")
    return placed and after not in (("in",), ("of",), ("from",))


def holiday(scene: Scene, found: Found) -> Readings:
    """``Christmas``, ``Easter 2014``, ``last Thanksgiving``."""
    phrase = " ".join(scene.words(found, "h"))
    rule = next(row["rule"] for row in word_list("en", "time_holidays") if row["phrase"] == phrase)
    if len(rule) == 10:
        return dated(scene, found, day_of(int(rule[:4]), int(rule[5:7]), int(rule[8:])), explicit_year=True)
    make = _holiday_maker(rule)
    unknown = f"XXXX-{rule}" if rule[2] == "-" and len(rule) == 5 else "XXXX-XX-XX"
    kinds = word_kinds(scene, scene.words(found, "k"))
    if not kinds:
        return in_year(scene, found, make, unknown)
    step = step_of(scene, scene.words(found, "k"))

    return by_publication(scene, found, partial(strictly_near, make=make, step=step), unknown)


def _holiday_maker(rule: str) -> Callable[[int], Period | None]:
    parts = HOLIDAY_RULE.fullmatch(rule)
    if parts is None:
        return lambda year: None
    if parts["easter"]:
        return lambda year: _plain_day(shift_days(easter_of(year), int(parts["easter"]))) if 1 <= year <= 9999 else None
    month = int(parts["month"])
    if parts["nth"]:
        nth, weekday = int(parts["nth"]), int(parts["weekday"])
        return lambda year: _plain_day(nth_weekday(year, month, weekday, nth))
    return lambda year: day_of(year, month, int(parts["day"]))


def _plain_day(day: date | None) -> Period | None:
    return Period(day, "day") if day else None


def year(scene: Scene, found: Found) -> Readings:
    """``2014``, ``the year 2000``, ``late 2011``; a bare number must stand as a year stands."""
    number = int(scene.word(found, "y"))
    if found.end - found.start == 1 and not _stands_as_year(scene, found):
        return ()
    return dated(scene, found, year_of(number), explicit_year=True)


def spelled_year(scene: Scene, found: Found) -> Readings:
    """``nineteen ninety-six``, ``the year two thousand``: a bare pair of number words must stand as a year stands."""
    said = [w for w in scene.words(found, "y") if w not in ("-", "and")]
    number = number_of(said) if said[0] == "two" else None
    if number is None and said[0] != "two":
        rest = number_of(said[1:])
        century = int(scene.lexicon.values[said[0], "CENTW"])
        number = century * 100 + rest if rest is not None and 10 <= rest <= 99 else None
    named = scene.text.words[found.start] == "the" or (number is not None and number < 2000 and said[0] != "two")
    signal = scene.text.words[found.start - 1] if found.start else ""
    if number is None or not 1500 <= number <= 2199 or not (named or signal in listed("before_year")):
        return ()
    following = scene.token(found.end - 1)
    counted = following.dep_ == "nummod" and following.head.tag_ == "NNS" and following.head.i > following.i
    return () if counted else dated(scene, found, year_of(int(number)), explicit_year=True)


def _stands_as_year(scene: Scene, found: Found) -> bool:
    index, (start, end) = found.start, scene.span(found)
    text, number = scene.text.source, int(scene.text.words[index])
    if text[end : end + 1].isalpha():
        return False
    joined = text[max(start - 1, 0) : start] in tuple("$€£#-+./") or text[end : end + 1] in ("%", "-", "/")
    if joined and not (text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()):
        return False
    token = scene.token(found.start)
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    before = token.nbor(-1) if token.i else None
    if before is not None and following is not None and before.pos_ == following.pos_ == "PROPN":
        return False
    if before is not None and before.lower_ in words("en", "label_nouns"):
        return False
    if token.ent_type_ == "DATE" or (token.head.tag_ in ("NN", "NNP") and token.i < token.head.i and 1800 <= number <= 2050):
        return True
    if token.ent_type_ in ("CARDINAL", "MONEY", "QUANTITY", "PERCENT") or not 1500 <= number <= 2100:
        return False
    signal = scene.text.words[index - 1] if index else ""
    counted = token.dep_ == "nummod" and token.head.i > token.i
    return not counted and (signal in words("en", "time_signals") or token.dep_ in ("npadvmod", "pobj", "tmod"))


def short_year(scene: Scene, found: Found) -> Readings:
    """``in '98``: the expression is the short year alone."""
    number = explicit_year(scene, scene.words(found, "y"))
    made = dated(scene, found, year_of(number) if number else None, explicit_year=True)
    return tuple(replace(r, start=scene.part_span(found, "y", "y")[0]) for r in made)


def decade(scene: Scene, found: Found) -> Readings:
    """``the 1980s``, ``the mid-'90s``, ``the nineties``; ``in her late 50s`` and ``in his thirties`` tell an age."""
    word = scene.word(found, "x")
    digits = re.sub(r"\D", "", word)
    before = scene.text.words[found.start - 1] if found.start else ""
    if len(digits) < 4 and before in listed("owner"):
        return refused(scene, found)
    if digits:
        year = int(digits) if len(digits) == 4 else 1900 + int(digits)
    else:
        year = 1900 + 10 * int(scene.value(found, "x", "DECADEW") or 0)
    day = year_of(year)
    return dated(scene, found, period_around(day.first, "decade") if day else None, explicit_year=True)


def century(scene: Scene, found: Found) -> Readings:
    """``the 19th century``, ``the twenty-first century``."""
    number = ordinal(scene.word(found, "o"))
    first = year_of((number - 1) * 100 + 1) if number else None
    return dated(scene, found, period_around(first.first, "century") if first else None, explicit_year=True)


def ordinal(word: str) -> int:
    """The number of an ordinal in digits or words; 0 when it is none."""
    digits = re.match(r"\d{1,4}", word)
    return int(digits.group()) if digits else int(kind_value(word, "ordinal") or 0)


def year_part(scene: Scene, found: Found) -> Readings:
    """``the third quarter``, ``the first half of 2018``."""
    number, words = ordinal(scene.word(found, "o")), scene.words(found, "g")
    grain: PeriodGrain = "quarter" if words[-1] == "quarter" else "half"
    if grain == "half" and "y" not in found.groups:
        return ()
    return in_year(scene, found, lambda year: part_of_year(year, grain, number), f"XXXX-{grain[0].upper()}{number}")


def fiscal_year(scene: Scene, found: Found) -> Readings:
    """``fiscal 1989``: the year, with the year before it open, since fiscal years begin when their holder says."""
    number = int(scene.word(found, "y"))
    made = dated(scene, found, year_of(number), explicit_year=True)
    return tuple(_fiscal(r) for r in made)


def coded_part(scene: Scene, found: Found) -> Readings:
    """``Q3 2017``, ``H1``: a quarter or half by its code."""
    number, word, start = int(scene.word(found, "o")), scene.word(found, "g"), found.groups["o"][0]
    grain: PeriodGrain = "quarter" if word == "q" else "half"
    joined = scene.text.ends[start - 1] == scene.text.starts[start]
    if not joined or number > (4 if grain == "quarter" else 2) or (grain == "half" and "y" not in found.groups):
        return ()
    return in_year(scene, found, lambda year: part_of_year(year, grain, number), f"XXXX-{word.upper()}{number}")


def nth_of_month(scene: Scene, found: Found) -> Readings:
    """``the last day of July``, ``the first week of May``: a week is seven days counted from the first or the last."""
    month, word, unit = month_number(scene, found), scene.word(found, "o"), scene.word(found, "u")
    number = -1 if word in ("last", "final", "closing") else 1 if word == "opening" else ordinal(word)
    made = in_year(scene, found, lambda year: month_of(year, month), f"XXXX-{month:02d}")
    return tuple(_nth_part(r, number, unit) for r in made if unit == "day" or number <= 5)


def _nth_part(reading: Reading, number: int, unit: str) -> Reading:
    period = reading.period
    if period is None:
        return reading
    length = (period.last - period.first).days + 1
    size = 1 if unit == "day" else 7
    offset = length - size if number < 0 else (number - 1) * size
    first = shift_days(period.first, offset)
    if first is None or offset >= length:
        return replace(reading, value="")
    if unit == "day":
        return replace(reading, value=first.isoformat(), earliest=first, latest=first, period=Period(first, "day"))
    return replace(reading, earliest=first, latest=min(shift_days(first, 6) or period.last, period.last))


def day_alone(scene: Scene, found: Found) -> Readings:
    """``on the 15th``: that day of the month around publication, in the tense of the clause."""
    day, following = day_number(scene, found), scene.token(found.end - 1)
    after = following.nbor(1) if following.i + 1 < len(following.doc) else None
    continued = after is not None and (after.lower_ == "of" or after.pos_ in ("NOUN", "PROPN", "ADJ", "NUM"))
    if not scene.word(found, "d")[0].isdigit() or continued:
        return ()
    tense = scene.tense(found.start)

    def near(ref: date) -> Period | None:
        months = [shift_grain(ref, "month", n) for n in (-2, -1, 0, 1, 2)]
        days = [p for m in months if m and (p := day_of(m.first.year, m.first.month, day))]
        fits = [p for p in days if (p.first >= ref if tense in AHEAD else p.first <= ref)]
        return min(fits, key=lambda p: abs((p.first - ref).days), default=None)

    return by_publication(scene, replace(found, start=found.start + 1), near, f"XXXX-XX-{day:02d}")


def _fiscal(reading: Reading) -> Reading:
    period = reading.period
    before = year_of(period.first.year - 1) if period else None
    return replace(reading, earliest=before.first) if before else reading


def deictic_fiscal(scene: Scene, found: Found) -> Readings:
    """``the current fiscal year``, ``last financial year``."""
    step = step_of(scene, scene.words(found, "k"))
    made = by_publication(scene, found, lambda ref: year_of(ref.year + step), "XXXX")
    return tuple(_fiscal(r) for r in made)


def school_year(scene: Scene, found: Found) -> Readings:
    """``the 2013-14 school year``: from the first year into the second."""
    first = int(scene.word(found, "y"))
    made = dated(scene, found, year_of(first), explicit_year=True)
    following = year_of(first + 1)
    return tuple(replace(r, latest=following.last) for r in made) if following else made
