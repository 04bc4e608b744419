"""Ranges: each end is an expression of its own, as TIMEX3 wants it."""

from dataclasses import replace

from variorum.annotation.times.calendar_periods import day_of, month_of, year_of
from variorum.annotation.times.dates import day_number, month_number
from variorum.annotation.times.placing import dated, explicit_year, full_year, in_year, refused
from variorum.annotation.times.scene import Reading, Scene
from variorum.annotation.words.grammar import Found

Readings = tuple[Reading, ...]


def range_ends(scene: Scene, found: Found, first: Readings, last: Readings, split: tuple[str, str]) -> Readings:
    """Two readings over the two halves of a match; the first ends where kept part ``split[0]`` ends."""
    if not first or not last or not first[0].value or not last[0].value:
        return refused(scene, found)
    start, end = scene.span(found)
    middle = scene.text.ends[found.groups[split[0]][1] - 1]
    begin = scene.text.starts[found.groups[split[1]][0]]
    return replace(first[0], start=start, end=middle), replace(last[0], start=begin, end=end)


def day_range(scene: Scene, found: Found) -> Readings:
    """``3 to 5 May``, ``May 3-5, 2014``."""
    month, first, last = month_number(scene, found), day_number(scene, found), day_number(scene, found, "d2")
    unknown = f"XXXX-{month:02d}"
    one = in_year(scene, found, lambda year: day_of(year, month, first), f"{unknown}-{first:02d}")
    two = in_year(scene, found, lambda year: day_of(year, month, last), f"{unknown}-{last:02d}")
    return range_ends(scene, found, one, two, ("d", "d2"))


def month_range(scene: Scene, found: Found) -> Readings:
    """``May to July 2014``, ``January-March``; a first month later in the year than the second lies in the year before."""
    first, last = month_number(scene, found), month_number(scene, found, "m2")
    back = 1 if first > last else 0
    one = in_year(scene, found, lambda year: month_of(year - back, first), f"XXXX-{first:02d}")
    two = in_year(scene, found, lambda year: month_of(year, last), f"XXXX-{last:02d}")
    return range_ends(scene, found, one, two, ("m", "m2"))


def month_day_range(scene: Scene, found: Found) -> Readings:
    """``28 February to 3 March 2014``, ``May 30 - June 2``."""
    months = month_number(scene, found), month_number(scene, found, "m2")
    days = day_number(scene, found), day_number(scene, found, "d2")
    back = 1 if months[0] > months[1] else 0
    one = in_year(scene, found, lambda year: day_of(year - back, months[0], days[0]), f"XXXX-{months[0]:02d}-{days[0]:02d}")
    two = in_year(scene, found, lambda year: day_of(year, months[1], days[1]), f"XXXX-{months[1]:02d}-{days[1]:02d}")
    day_first = found.groups["d"] < found.groups["m"]
    return range_ends(scene, found, one, two, ("m", "d2") if day_first else ("d", "m2"))


def year_range(scene: Scene, found: Found) -> Readings:
    """``2011-2014``, ``from 2011 to 2014``, ``2011-14``."""
    first, word = int(scene.word(found, "y")), scene.word(found, "y2")
    if word.isdecimal() and len(word) == 2:
        second = first // 100 * 100 + int(word)
    else:
        second = explicit_year(scene, (word,)) or full_year(scene, 0)
    joined = scene.text.words[found.groups["y"][1]] in ("-", "/")
    if not 1400 <= first <= 2199 or not first < second <= 2199 or (second - first > 60 and not joined):
        return ()
    one, two = dated(scene, found, year_of(first), explicit_year=True), dated(scene, found, year_of(second), explicit_year=True)
    return range_ends(scene, found, one, two, ("y", "y2"))
