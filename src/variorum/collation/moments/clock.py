"""Times of the day: what their values and words leave open."""

import re

from variorum.language.lexicon import alternatives, marked

CLOCK = re.compile(r"T(\d\d):(\d\d)")
PARTS = {"MO": (0, 720), "AF": (720, 1080), "EV": (1020, 1439), "NI": (1140, 1740)}
"""Minutes of the day that a part of the day can mean; nights run into the next day, and what is told of "the early
hours" has the value of a morning."""

LOOSE_HOUR_WORDS = alternatives(marked("en", "collation_words", "loose_hour"))
LOOSE = re.compile(rf"\b(?:{LOOSE_HOUR_WORDS})\b", re.IGNORECASE)
MINUTES = re.compile(r"\d[.:]\d\d|past|quarter|half|\bto\b", re.IGNORECASE)
SPOKEN = re.compile(r"\b(?:quarter|half|five|ten|twenty|minutes?)\s+(?:past|after|before|to)\b", re.IGNORECASE)
"""Words of an exact time ("ten past four"), of which "past" alone would make a loose one."""

SLACK, NARROW, WHOLE, DAY, HALF = 30, 15, 10, 1440, 720
"""Minutes that a loose time ("about four"), a loose one with minutes ("about 2:20") and a whole hour ("at four") leave open,
of a day and of half a day."""

HALVES = re.compile(
    r"(?<![a-z])[ap]\.?\s?m\b|\d:\d\d|noon|midnight|\b(?:morning|afternoon|evening|night|tonight)\b", re.IGNORECASE
)
"""Words and figures that tell which half of the day is meant; a colon stands for the clock of 24 hours."""


def slack_of(shown: str, minute: int) -> int:
    """Minutes that a time at a ``minute`` of its hour leaves open on either side, by its words and the two before it."""
    if LOOSE.search(SPOKEN.sub(" ", shown)):
        return NARROW if minute else SLACK
    return 0 if MINUTES.search(shown) else WHOLE
