"""Placing an expression on the calendar: against the publication date, an earlier time of the text, or by its own year."""

from collections.abc import Callable
from datetime import date

from variorum.annotation.times.calendar_periods import ORDER, Period, PeriodGrain, period_around, shift_days, shifted
from variorum.annotation.times.marks import relation_before
from variorum.annotation.times.scene import Reading, Scene, Tense, TimeType, narrowed, share_name
from variorum.annotation.times.tense import happened_on, tense_at
from variorum.annotation.words.grammar import Found
from variorum.language.lexicon import words as words_of

REACH = 700
"""How many characters back "that year" or "two days later" may point (about four sentences)."""
FAR_NEARER = 2
"""How many times nearer the day to come must be to be meant by a clause of the past ("cut the aid from July 1")."""
ANAPHORIC = ("BEFORE", "AFTER", "SAME")


def refused(scene: Scene, found: Found) -> tuple[Reading, ...]:
    """The words are a date that does not exist: take them, give no time."""
    start, end = scene.span(found)
    return (Reading(start, end, "DATE", ""),)


def open_reading(scene: Scene, found: Found, value: str, why: str, *, kind: TimeType = "DATE") -> Reading:
    """A reading that stays unresolved: a value with ``X`` places, no days."""
    start, end = scene.span(found)
    return Reading(start, end, kind, value, reason=f"“{scene.shown(found)}” {why}")


def dated(
    scene: Scene,
    found: Found,
    period: Period | None,
    *,
    anchor: str | int | None = None,
    why: str = "",
    explicit_year: bool = False,
    kind: TimeType = "DATE",
    value: str = "",
) -> tuple[Reading, ...]:
    """The reading of a match that lies in ``period``, narrowed or widened by its kept modifier ``e``."""
    if period is None:
        return refused(scene, found)
    share = share_name(scene.words(found, "e"), scene.lexicon)
    earliest, latest = widened(period) if share == "around" else narrowed(period.first, period.last, share)
    start, end = scene.span(found)
    reason = f"“{scene.shown(found)}” {why or 'names the date itself'}"
    return (Reading(start, end, kind, value or period.value, earliest, latest, anchor, period, reason, explicit_year),)


def widened(period: Period) -> tuple[date, date]:
    """``period`` with half of its own length on either side ("around 3 May")."""
    days = max(((period.last - period.first).days + 1) // 2, 1)
    return shift_days(period.first, -days) or period.first, shift_days(period.last, days) or period.last


def by_publication(
    scene: Scene,
    found: Found,
    make: Callable[[date], Period | None],
    unknown: str,
    *,
    why: str = "",
    kind: TimeType = "DATE",
    suffix: str = "",
) -> tuple[Reading, ...]:
    """The reading of a match that counts from the publication date.

    Where that date is known only as a stretch of days, the value is given if all of the stretch gives the same one, else
    ``unknown`` with the days it can lie in; without any publication date there is ``unknown`` only.
    """
    start, end = scene.span(found)
    shown = scene.shown(found)
    if scene.publication is None:
        return (open_reading(scene, found, unknown + suffix, "counts from a publication date that is not known", kind=kind),)
    first, last = make(scene.publication.first), make(scene.publication.last)
    why = why or "counts from the publication date"
    if first is None or last is None:
        return refused(scene, found)
    if first == last:
        value = first.value + suffix
        return dated(scene, found, first, anchor="publication", why=why, kind=kind, value=value)
    reason = f"“{shown}” {why}, which is known only roughly"
    return (Reading(start, end, kind, unknown + suffix, first.first, last.last, "publication", None, reason),)


def nearest(ref: date, make: Callable[[int], Period | None], tense: Tense, *, over: bool = False) -> Period | None:
    """Of the periods ``make`` gives for the years around ``ref``, the one that the tense of the clause asks for; ``over``: it
    is plainly said to have happened on that day."""
    made = [p for year in (ref.year - 1, ref.year, ref.year + 1) if (p := make(year))]
    if tense == "future":
        coming = [p for p in made if p.last >= ref]
        return min(coming, key=lambda p: p.first, default=None)
    if tense == "past":
        gone = max((p for p in made if p.first <= ref), key=lambda p: p.first, default=None)
        ahead = min((p for p in made if p.first > ref), key=lambda p: p.first, default=None)
        return ahead if gone and ahead and not over and _is_far_nearer(ahead, gone, ref) else gone
    return min(made, key=lambda p: (_distance(p, ref), p.first), default=None)


def _is_far_nearer(ahead: Period, gone: Period, ref: date) -> bool:
    """Whether a day to come lies so much nearer than the one gone that a report would have named the year of the latter;
    of the months of its own year it need not."""
    if gone.grain != "day" and gone.first.year == ref.year:
        return False
    return _distance(ahead, ref) * FAR_NEARER < _distance(gone, ref)


def strictly_near(ref: date, make: Callable[[int], Period | None], *, step: int) -> Period | None:
    """The last such period that ended before ``ref`` (-1), the first that begins after it (1), or this year's (0)."""
    made = [p for year in range(ref.year - 1, ref.year + 2) if (p := make(year))]
    if step < 0:
        return max((p for p in made if p.last < ref), key=lambda p: p.first, default=None)
    if step > 0:
        return min((p for p in made if p.first > ref), key=lambda p: p.first, default=None)
    return nearest(ref, make, None)


def _distance(period: Period, ref: date) -> int:
    return max((period.first - ref).days, (ref - period.last).days, 0)


def in_year(scene: Scene, found: Found, make: Callable[[int], Period | None], unknown: str) -> tuple[Reading, ...]:
    """A month, day, season or holiday with the year that its kept part ``y`` names, or else the nearest in tense."""
    words = scene.words(found, "y")
    year = explicit_year(scene, words)
    if year is not None:
        return dated(scene, found, make(year), explicit_year=True)
    classes = word_kinds(scene, words)
    if classes & set(ANAPHORIC) or "that" in words:
        return _in_earlier_year(scene, found, make, unknown, step_of(scene, words))
    if classes & {"THIS", "LAST", "NEXT"}:
        step = step_of(scene, words)
        return by_publication(scene, found, lambda ref: make(ref.year + step), unknown)
    near = _year_beside(scene, found)
    if near is not None:
        index, year = near
        return dated(scene, found, make(year), anchor=index, why="belongs to the year named before it")
    tense = _end_tense(scene, found) or tense_at(scene.token(found.start), distant="near")
    if make(2000) is None and make(2004) is None:
        return refused(scene, found)
    why = f"counts from the publication date{_tense_words(tense)}"
    over = happened_on(scene.token(found.start))
    return by_publication(scene, found, lambda ref: nearest(ref, make, tense, over=over), unknown, why=why)


def _end_tense(scene: Scene, found: Found) -> Tense:
    """``near`` for the end of a stretch ("gave them until mid-May") that is not plainly still to come: the nearest is meant."""
    signal = scene.text.words[found.start - 1] if found.start else ""
    return "near" if signal in words_of("en", "end_signals") and scene.tense(found.start) != "future" else None


def _tense_words(tense: Tense) -> str:
    ends = {"past": " and the clause tells of the past", "future": " and the clause tells of what is to come"}
    return ends.get(tense or "", "")


def _year_beside(scene: Scene, found: Found) -> tuple[int, int] | None:
    """The year of an explicit date that stands before the match in the same sentence."""
    start = scene.span(found)[0]
    for index in range(len(scene.readings) - 1, -1, -1):
        reading = scene.readings[index]
        between = scene.text.source[reading.end : start]
        if len(between) > 150 or ". " in between or "\n" in between:
            return None
        if relation_before(scene.text.source, reading.start) == "since":
            continue
        if reading.explicit_year and reading.period and reading.period.grain in ("year", "month", "day", "season", "quarter"):
            return index, reading.period.first.year
    return None


def _in_earlier_year(
    scene: Scene, found: Found, make: Callable[[int], Period | None], unknown: str, step: int
) -> tuple[Reading, ...]:
    earlier = antecedent(scene, found, "year")
    if earlier is None:
        return (open_reading(scene, found, unknown, "points at a year that the text does not give"),)
    index, period = earlier
    return dated(scene, found, make(period.first.year + step), anchor=index, why=_points_back(scene, index))


def _points_back(scene: Scene, index: int) -> str:
    reading = scene.readings[index]
    return f"points back to “{' '.join(scene.text.source[reading.start : reading.end].split())}”"


def antecedent(scene: Scene, found: Found, grain: PeriodGrain) -> tuple[int, Period] | None:
    """The last time read before the match that is at least as fine as ``grain``, and its position."""
    start = scene.span(found)[0]
    for index in range(len(scene.readings) - 1, -1, -1):
        reading = scene.readings[index]
        if start - reading.end > REACH:
            return None
        if reading.period is not None and ORDER.index(reading.period.grain) <= ORDER.index(grain):
            return index, reading.period
    return None


def by_antecedent(
    scene: Scene, found: Found, grain: PeriodGrain, make: Callable[[date], Period | None], unknown: str
) -> tuple[Reading, ...]:
    """The reading of a match that counts from the last time before it; without one the value stays open."""
    earlier = antecedent(scene, found, grain)
    if earlier is None:
        return (open_reading(scene, found, unknown, "points at a date that the text does not give"),)
    index, period = earlier
    return dated(scene, found, make(period.first), anchor=index, why=_points_back(scene, index))


def explicit_year(scene: Scene, words: tuple[str, ...]) -> int | None:
    """The year written in ``words``; two digits are read as the year nearest before (publication + 5 years)."""
    for word in words:
        if word.isdecimal() and len(word) == 4:
            return int(word)
        if word.startswith("'") and word[1:].isdecimal():
            return full_year(scene, int(word[1:]))
    return None


def full_year(scene: Scene, short: int) -> int:
    """The year that two digits stand for: the last one not over five years after publication (2030 when unknown)."""
    limit = scene.publication.last.year + 5 if scene.publication else 2030
    year = limit // 100 * 100 + short
    return year if year <= limit else year - 100


def word_kinds(scene: Scene, words: tuple[str, ...]) -> set[str]:
    """The deictic classes that ``words`` belong to."""
    kinds = ("THIS", "LAST", "NEXT", "PAST", "COMING", "CURRENT", "LATEST", "BEFORE", "AFTER", "SAME", "RECENT")
    return {kind for kind in kinds for word in words if (word, kind) in scene.lexicon.values}


def step_of(scene: Scene, words: tuple[str, ...]) -> int:
    """How many units the deictic words move: -1 last, 0 this, 1 next."""
    kinds = ("LAST", "NEXT", "PAST", "COMING", "LATEST", "BEFORE", "AFTER")
    steps = [int(scene.lexicon.values[word, kind]) for word in words for kind in kinds if (word, kind) in scene.lexicon.values]
    return steps[0] if steps else 0


def moved(ref: date, grain: PeriodGrain, steps: int) -> Period | None:
    """The period of ``grain`` that lies ``steps`` after the one around ``ref``."""
    return shifted(period_around(ref, grain), steps)


def nothing(scene: Scene, found: Found) -> tuple[Reading, ...]:
    """Words that look like a time and are none ("Black Monday")."""
    return refused(scene, found)
