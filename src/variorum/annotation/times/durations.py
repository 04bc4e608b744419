"""Stretches of time, repeated times, and words that only point at past, present or future."""

from datetime import date
from fractions import Fraction

from variorum.annotation.quantities.numbers import number_of
from variorum.annotation.times.calendar_periods import shift_days, shift_months
from variorum.annotation.times.placing import refused, word_kinds
from variorum.annotation.times.relative import amount, shift, unit_code, vague_reading
from variorum.annotation.times.scene import Publication, Reading, Scene
from variorum.annotation.words.grammar import Found
from variorum.language.lexicon import word_list

Readings = tuple[Reading, ...]
SMALLER = {"Y": ("M", 12), "TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24)}
"""The unit in which half of a unit is written: half a year is P6M, two and a half hours are PT150M."""
DAYS = {"D": 1, "W": 7, "WE": 7, "2W": 14}
MONTHS = {"M": 1, "Q": 3, "6M": 6, "Y": 12, "10Y": 120, "100Y": 1200}


def duration_value(number: Fraction | None, code: str) -> str:
    """The TIMEX3 value of ``number`` units (``X`` when it is not said how many)."""
    if code.startswith("T"):
        return _clock_duration(number, code)
    if code == "NI":
        code = "D"
    factor, unit = int(code[:-1] or 1) if code[:1].isdigit() else 1, code.lstrip("0123456789")
    if number is None:
        return f"PX{ {10: 'DE', 100: 'CE', 1000: 'ML'}.get(factor, unit) }".replace(" ", "")
    number *= factor
    if number.denominator > 1 and unit == "Y":
        years, months = int(number), round((number - int(number)) * 12)
        return f"P{years}Y{months}M" if years else f"P{months}M"
    return f"P{_plain(number)}{unit}"


def _clock_duration(number: Fraction | None, code: str) -> str:
    if number is None:
        return f"PTX{code[1]}"
    if number.denominator > 1 and code in SMALLER:
        code, number = SMALLER[code][0], number * SMALLER[code][1]
    return f"PT{_plain(number)}{code[1]}"


def _plain(number: Fraction) -> str:
    return str(int(number)) if number.denominator == 1 else f"{float(number):.2f}".rstrip("0")


def duration(scene: Scene, found: Found) -> Readings:
    """``three weeks``, ``more than 20 years``, ``a year and a half``, ``two years and three months``."""
    number, code = amount(scene, found), unit_code(scene, found)
    if number is None:
        return ()
    if _is_share(scene, found) or _is_age(scene, found):
        return refused(scene, found)
    value = duration_value(number, code)
    if "n2" in found.groups:
        second = number_of(scene.words(found, "n2"))
        other = duration_value(second, unit_code(scene, found, "u2"))
        value += other[1:] if "T" not in value else other[2:]
    return (plain(scene, found, value),)


def plain(scene: Scene, found: Found, value: str) -> Reading:
    """A duration that is not placed on the calendar."""
    start, end = scene.span(found)
    return Reading(start, end, "DURATION", value, reason=f"“{scene.shown(found)}” is a length of time")


def shift_or_length(scene: Scene, found: Found) -> Readings:
    """``three days later`` is a date, ``35 minutes later`` a length: the clock time it counts from is seldom given."""
    number, code = amount(scene, found), unit_code(scene, found)
    if number is not None and code.startswith("T"):
        return (plain(scene, found, duration_value(number, code)),)
    return shift(scene, found)


def _is_age(scene: Scene, found: Found) -> bool:
    """``17 years old``, ``17-year-old``: an age is no time."""
    after = scene.text.words[found.end : found.end + 2]
    return after[:1] == ("old",) or after in (("-", "old"), ("of", "age"))


def _is_share(scene: Scene, found: Found) -> bool:
    """``three-quarters of the food``: a share and no time."""
    return scene.word(found, "u") in ("quarters", "quarter") and scene.text.words[found.end : found.end + 1] == ("of",)


def half_unit(scene: Scene, found: Found) -> Readings:
    """``half a year``, ``a half-hour``."""
    return (plain(scene, found, duration_value(Fraction(1, 2), unit_code(scene, found))),)


def share_of_unit(scene: Scene, found: Found) -> Readings:
    """``three quarters of an hour``, ``a third of a century``."""
    share = Fraction(scene.value(found, "x", "FRACTIONS"))
    number = number_of(scene.words(found, "n")) if "n" in found.groups else Fraction(1)
    if number is None or number * share > 1:
        return ()
    return (plain(scene, found, duration_value(number * share, unit_code(scene, found))),)


def vague_duration(scene: Scene, found: Found) -> Readings:
    """``several weeks``, ``a few days``, bare ``months``."""
    number = Fraction(2) if "couple" in scene.words(found, "v") else None
    if _is_age(scene, found) or scene.text.words[found.end : found.end + 1] == ("apart",):
        return refused(scene, found)
    return (plain(scene, found, duration_value(number, unit_code(scene, found))),)


def placed_duration(scene: Scene, found: Found) -> Readings:
    """``the last four months``, ``the next two years``: a length that ends or begins at publication."""
    kinds, code = word_kinds(scene, scene.words(found, "k")), unit_code(scene, found)
    number = amount(scene, found) if "n" in found.groups or "v" in found.groups else Fraction(1)
    value = duration_value(number, code)
    start, end = scene.span(found)
    known, first, last = scene.publication, None, None
    if known and "PAST" in kinds and code == "Y" and "n" not in found.groups and "v" not in found.groups:
        return _past_year(scene, found, known)
    if known and kinds & {"PAST", "LAST"}:
        first, last = (_away(known.first, number, code, -1) if number else None), known.last
    elif known and kinds & {"NEXT", "COMING"}:
        first, last = known.first, (_away(known.last, number, code, 1) if number else None)
    anchor = "publication" if first or last else None
    reason = f"“{scene.shown(found)}” is a length of time" + (" that touches the publication date" if anchor else "")
    return (Reading(start, end, "DURATION", value, first, last, anchor, None, reason),)


def _past_year(scene: Scene, found: Found, known: Publication) -> Readings:
    """``the past year``: the year before, as TempEval has it, with the twelve months up to publication as its days."""
    start, end = scene.span(found)
    reason = f"“{scene.shown(found)}” is the year up to publication"
    first = shift_months(known.first, -12)
    return (Reading(start, end, "DATE", f"{known.last.year - 1:04d}", first, known.last, "publication", None, reason),)


def _away(day: date, number: Fraction, code: str, sign: int) -> date | None:
    if number > 9999:
        return None
    if code in DAYS:
        return shift_days(day, sign * round(number * DAYS[code]))
    if code in MONTHS:
        return shift_months(day, sign * round(number * MONTHS[code]))
    return shift_days(day, sign) if code.startswith("T") or code == "NI" else None


def every(scene: Scene, found: Found) -> Readings:
    """``every Tuesday``, ``each year``, ``every two weeks``, ``twice a month``, ``on Sundays``."""
    value = _weekly(scene, found) or _yearly(scene, found) or _periodic(scene, found)
    start, end = scene.span(found)
    return (Reading(start, end, "SET", value, reason=f"“{scene.shown(found)}” happens again and again"),) if value else ()


def _weekly(scene: Scene, found: Found) -> str:
    number = scene.value(found, "u", "WEEKDAY") or scene.value(found, "u", "WEEKDAYS")
    return f"XXXX-WXX-{int(number) + 1}" if number else ""


def _yearly(scene: Scene, found: Found) -> str:
    if number := scene.value(found, "u", "MONTH"):
        return f"XXXX-{int(number):02d}"
    if season := scene.value(found, "u", "SEASON"):
        return f"XXXX-{season}"
    part = scene.value(found, "u", "PART")
    return f"XXXX-XX-XXT{part}" if part else ""


def _periodic(scene: Scene, found: Found) -> str:
    code = unit_code(scene, found)
    words = scene.text.words[found.start : found.end]
    number = number_of(scene.words(found, "n")) if "n" in found.groups else Fraction(2 if "other" in words else 1)
    return duration_value(number, code) if code else ""


def rate(scene: Scene, found: Found) -> Readings:
    """``a day`` in "three barrels a day", ``an hour`` in "15 metres an hour": how often, where a number stands before it."""
    token = scene.token(found.end - 1)
    per = scene.text.words[found.start] == "per"
    measured = token.dep_ == "npadvmod" and token.head.pos_ in ("NOUN", "NUM", "SYM", "PROPN")
    if not per and not measured and not _follows_amount(scene, found):
        return ()
    start, end = scene.span(found)
    value = duration_value(Fraction(1), unit_code(scene, found))
    return (Reading(start, end, "SET", value, reason=f"“{scene.shown(found)}” says how often"),)


def _follows_amount(scene: Scene, found: Found) -> bool:
    """Whether a number with what it counts stands right before ("two million tonnes of coal a year"), and no clause goes on."""
    if scene.text.words[found.end : found.end + 1] in GOES_ON:
        return False
    for at in range(found.start - 1, max(found.start - 1 - PHRASE, -1), -1):
        token = scene.token(at)
        if token.pos_ == "NUM":
            return True
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "SYM") and token.lower_ != "of" and token.tag_ != "VBG":
            return False
    return False


PHRASE = 6
"""Words of what a number counts."""

GOES_ON = (("of",), ("from",), ("long",), ("-",), ("'s",), ("away",), ("and",), ("after",), ("before",))
"""What follows a length that is no rate ("an hour of talks", "a week before")."""


def frequency(scene: Scene, found: Found) -> Readings:
    """``daily``, ``annual``, ``monthly``."""
    word = scene.text.words[found.start]
    start, end = scene.span(found)
    token = scene.token(found.start)
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    names = following is not None and following.pos_ == "PROPN" and token.pos_ in ("NOUN", "PROPN")
    if names or token.ent_type_ in ("ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE"):
        return ()
    value = scene.lexicon.values[word, "FREQ"]
    return (Reading(start, end, "SET", value, reason=f"“{scene.shown(found)}” says how often"),)


def reference(scene: Scene, found: Found) -> Readings:
    """``now``, ``recently``, ``the future``: past, present or future without a date."""
    phrase = " ".join(scene.words(found, "r"))
    if _only_orders(scene, found):
        return ()
    value = next(row["value"] for row in word_list("en", "time_references") if row["phrase"] == phrase)
    return (vague_reading(scene, scene.span(found), value),)


def _only_orders(scene: Scene, found: Found) -> bool:
    """``as soon as``, ``soon after``, ``now that``, ``soon-to-open``: no reference of its own."""
    before, after = scene.text.words[max(found.start - 1, 0)], scene.text.words[found.end : found.end + 1]
    if scene.word(found, "r") in ("soon", "shortly") and (before == "as" or after in (("after",), ("before",))):
        return True
    return after in (("-",), ("that",))
