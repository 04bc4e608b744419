"""How long things last: what the values of lengths of time say."""

import re

from variorum.collation.claims.words import kind_words

LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
HOURS = (365.25 * 24, 30.4375 * 24, 168.0, 24.0, 1.0, 1 / 60, 1 / 3600)
"""Hours of a TIMEX3 year, month, week, day, hour, minute and second."""

OPEN = kind_words("open_length")
"""Words beside a length that make it a bound, a part, or one that nobody says to be so."""
