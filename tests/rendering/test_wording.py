"""Counts, dates and lists in plain words."""

import pytest

from variorum.records import Published
from variorum.records.provenance import Provenance
from variorum.records.story import Disagreement
from variorum.rendering.wording import (
    count,
    dated_on,
    kind_label,
    listing,
    number_label,
    parse_day,
    published_label,
    range_label,
)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2031-05-03", "2031-05-03", "3 May 2031"),
        ("2031-05-12", "2031-05-18", "12–18 May 2031"),
        ("2031-05-10", "2031-06-30", "10 May – 30 June 2031"),
        ("2030-12-30", "2031-01-02", "30 December 2030 – 2 January 2031"),
        ("2031-04-01", "2031-04-30", "April 2031"),
        ("2003-01-01", "2003-12-31", "2003"),
        ("1990-01-01", "1999-12-31", "1990s"),
        ("2019-01-01", "2021-12-31", "2019–2021"),
        ("2031-05-03", None, "from 3 May 2031"),
        (None, "2031-05-03", "until 3 May 2031"),
        (None, None, "no date"),
    ],
)
def test_ranges(earliest: str | None, latest: str | None, words: str) -> None:
    assert range_label(earliest, latest) == words


def test_publication() -> None:
    day = "2031-05-03"
    assert published_label(Published(day, "day", "metadata", day, day)) == "3 May 2031"
    assert published_label(Published(None, "unknown", "inferred", "2031-05-01", None)) == "undated, not before 1 May 2031"
    between = Published(None, "unknown", "inferred", "2031-05-01", "2031-05-31")
    assert published_label(between) == "undated, not before 1 May 2031, not after 31 May 2031"
    assert (dated_on(between), dated_on(Published(day, "day", "page", day, day))) == (None, day)
    assert published_label(Published("2031-05", "month", "page")) == "2031-05"
    assert published_label(Published()) == "undated"


def test_dates_that_are_none() -> None:
    assert parse_day("2031-05") is None
    assert parse_day(None) is None


def test_counts_and_lists() -> None:
    assert (count(1, "copy", "copies"), count(2, "copy", "copies"), count(0, "report")) == ("1 copy", "2 copies", "0 reports")
    assert listing([]) == ""
    assert listing(["A", "B", "C"]) == "A, B and C"
    assert listing([*"ABCDEFGH"]) == "A, B, C, D, E, F and 2 more"
    assert (number_label(9000.0), number_label(2.5)) == ("9,000", "2.5")


def test_a_disagreement_is_called_by_its_aspect_where_it_has_one() -> None:
    said = Disagreement("d", "polarity", "the ban", (), "conflict", Provenance("test", None, ""))
    step = Disagreement("d", "polarity", "the ban", (), "conflict", Provenance("test", None, ""), aspect="step")
    assert (kind_label(said), kind_label(step)) == ("Said and denied", "How far it has gone")
