"""Clock times as they are spoken or written without a sign of one: "five past nine", "at 01.15", "came at four"."""

import re

from variorum.annotation.quantity_numbers import number_of
from variorum.annotation.time_clock import half_of_day, on_its_day
from variorum.annotation.time_scene import Reading, Scene
from variorum.annotation.word_grammar import Found
from variorum.annotation.word_lists import listed
from variorum.language.lexicon import words

Readings = tuple[Reading, ...]

QUARTER, HALF_HOUR = 15, 30
"""Minutes of a quarter, and the least that are not spoken of as past or to the hour."""


BEFORE_BARE = ("at", "until", "till")
"""Words before a bare number that may be an hour."""

DOTTED = re.compile(r"([01]\d|2[0-3])\.([0-5]\d)")
"""Hour and minute of the clock of 24 hours with a dot between them."""

ENDS = re.compile(r"\s*[.,;)”\"](?!\d)|\s+(?:on|in the|when|and)\b|\s*$")
"""What follows an hour that stands alone."""


def clock_minutes(scene: Scene, found: Found) -> Readings:
    """``twenty past seven``, ``a quarter to nine in the morning``."""
    minutes, hour = scene.words(found, "m"), number_of(scene.words(found, "h"))
    past = scene.word(found, "j") == "past"
    number = QUARTER if "quarter" in minutes else number_of(tuple(w for w in minutes if w != "-"))
    before = scene.text.words[found.start - 1] if found.start else ""
    if number is None or hour is None or not 0 < number < HALF_HOUR or not 1 <= hour <= 12:
        return ()
    if not past and scene.text.words[found.start] not in listed("before_clock") and before not in listed("before_clock"):
        return ()
    at = int(hour) * 60 + (int(number) if past else -int(number))
    at += 720 if half_of_day(scene, found) == "pm" and at < 720 else 0
    return on_its_day(scene, found, f"T{at // 60:02d}:{at % 60:02d}")


def clock_bare(scene: Scene, found: Found) -> Readings:
    """``at 01.15``, ``came at four``: where "at" follows a verb that gives no number."""
    shown = scene.text.source[slice(*scene.span(found))]
    dotted = DOTTED.fullmatch(shown)
    number = number_of(scene.words(found, "c"))
    if not _is_moment(scene, found, fronted=dotted is not None) or (
        dotted is None and (shown[:1].isdigit() or number is None or not 1 <= number <= 12)
    ):
        return ()
    value = f"T{dotted[1]}:{dotted[2]}" if dotted is not None else f"T{int(number or 0):02d}:00"
    return on_its_day(scene, found, value)


def _is_moment(scene: Scene, found: Found, *, fronted: bool) -> bool:
    """Whether the words around a bare number make it a time of the day."""
    before = scene.text.words[found.start - 1] if found.start else ""
    if before not in BEFORE_BARE or not ENDS.match(scene.text.source, scene.span(found)[1]):
        return False
    verb = scene.token(found.start - 1).head
    if verb.pos_ in ("ADP", "SCONJ"):
        verb = verb.head
    resting = words("en", "verbs_of_measure") | words("en", "giving_verbs") | words("en", "putting_verbs") | listed("rests")
    placed = fronted or verb.i < scene.token(found.start).i
    return verb.pos_ == "VERB" and placed and verb.lemma_.lower() not in resting
