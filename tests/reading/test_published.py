"""Publication dates: every grain, our own object, and what a text itself states."""

import pytest

from variorum.reading.furniture import cut_lines, find_datelines, find_furniture
from variorum.reading.published import BadDate, find_published, is_date, read_published
from variorum.records.article import Article, Published


@pytest.mark.parametrize(
    ("given", "value", "grain", "earliest", "latest"),
    [
        ("2031", "2031", "year", "2031-01-01", "2031-12-31"),
        ("2032-02", "2032-02", "month", "2032-02-01", "2032-02-29"),
        ("2031-W10", "2031-W10", "week", "2031-03-03", "2031-03-09"),
        ("2031-03-03", "2031-03-03", "day", "2031-03-03", "2031-03-03"),
        ("20310303", "2031-03-03", "day", "2031-03-03", "2031-03-03"),
        ("2031-03-03T10", "2031-03-03T10", "hour", "2031-03-03", "2031-03-03"),
        ("2031-03-03 10:05", "2031-03-03T10:05", "minute", "2031-03-03", "2031-03-03"),
        ("2031-03-03T23:30:00.123+0200", "2031-03-03T23:30:00+02:00", "second", "2031-03-03", "2031-03-03"),
        ("2031-03-03T23:30:00 UTC", "2031-03-03T23:30:00Z", "second", "2031-03-03", "2031-03-03"),
        ("March 3, 2031", "2031-03-03", "day", "2031-03-03", "2031-03-03"),
        ("Monday, 3 March 2031", "2031-03-03", "day", "2031-03-03", "2031-03-03"),
        ("Mar 2031", "2031-03", "month", "2031-03-01", "2031-03-31"),
        ("2031-3-3", "2031-03-03", "day", "2031-03-03", "2031-03-03"),
        ("13/03/2031", "2031-03-13", "day", "2031-03-13", "2031-03-13"),
        ("3/13/2031", "2031-03-13", "day", "2031-03-13", "2031-03-13"),
        ("3.4.2031", "2031-04-03", "day", "2031-04-03", "2031-04-03"),
        ("5/5/2031", "2031-05-05", "day", "2031-05-05", "2031-05-05"),
        ("3-Mar-2031", "2031-03-03", "day", "2031-03-03", "2031-03-03"),
        ("10:30, 3 March 2031", "2031-03-03", "day", "2031-03-03", "2031-03-03"),
        ("Published on 3 March 2031", "2031-03-03", "day", "2031-03-03", "2031-03-03"),
        ("Mon Mar 03 10:30:00 UTC 2031", "2031-03-03", "day", "2031-03-03", "2031-03-03"),
        ("Mon, 03 Mar 2031 10:00:00 GMT", "2031-03-03T10:00:00+00:00", "second", "2031-03-03", "2031-03-03"),
    ],
)
def test_strings_of_every_grain(given: str, value: str, grain: str, earliest: str, latest: str) -> None:
    assert read_published(given) == Published(value, grain, "metadata", earliest, latest)


@pytest.mark.parametrize("given", [None, "", "  ", {}, {"value": None}])
def test_nothing_given_is_unknown(given: object) -> None:
    assert read_published(given) == Published()


@pytest.mark.parametrize(
    "given",
    [
        "2031-02-30",
        "2031-13",
        "2031-03-03T25:00",
        "3/4/2031",
        "13/03/31",
        "13/13/2031",
        "Expected before 3 March 2031",
        "yesterday",
        "soon",
        20310303,
        ["2031"],
        {"value": "2031-02-30"},
        {"earliest": "2031-03-09", "latest": "2031-03-01"},
        {"value": 5},
        {"earliest": "March"},
        "February 30, 2031",
    ],
)
def test_impossible_dates_are_refused(given: object) -> None:
    with pytest.raises(BadDate):
        read_published(given)


def test_our_own_object_comes_back() -> None:
    inferred = Published(None, "week", "inferred", "2031-03-03", "2031-03-09")
    assert (
        read_published({"value": None, "grain": "week", "basis": "inferred", "earliest": "2031-03-03", "latest": "2031-03-09"})
        == inferred
    )


def stated(text: str) -> Published:
    lines = cut_lines(text)
    article = Article("a", text, furniture=find_furniture(text))
    return find_published(article, tuple(find_datelines(text, lines)))


def test_a_dateline_with_a_year_dates_the_report_and_is_cited() -> None:
    found = stated("VELDA, May 3, 2031 (Velda Wire) – Two ships wait.")
    assert (found.value, found.basis, found.passages[0].exact) == ("2031-05-03", "dateline", "May 3, 2031")


def test_a_date_line_dates_the_report() -> None:
    found = stated("Ships wait\nPublished: 3 May 2031 at 5:04 pm\nTwo ships wait in the harbour.")
    assert (found.value, found.basis, found.passages[0].exact) == ("2031-05-03", "page", "3 May 2031")


@pytest.mark.parametrize(("line", "day"), [("2031-05-03T10:30:00Z", "2031-05-03"), ("13/05/2031", "2031-05-13")])
def test_a_line_in_numbers_dates_the_report(line: str, day: str) -> None:
    assert stated(f"Ships wait\n{line}\nTwo ships wait in the harbour.").value == day


def test_the_day_of_a_page_is_not_that_of_its_last_update() -> None:
    assert stated("Ships wait\nUpdated 5 May 2031\nFirst published on 3 May 2031\nTwo ships wait.").value == "2031-05-03"


@pytest.mark.parametrize(
    "text",
    [
        "Ships wait\n03/05/2031\nTwo ships wait in the harbour.",
        "VELDA, May 3 (Velda Wire) – Two ships wait.",
        "On 3 May 2031 two ships came.\nThey wait.",
        "Published: 31 June 2031\nTwo ships wait.",
    ],
)
def test_a_date_without_year_in_a_sentence_or_impossible_dates_nothing(text: str) -> None:
    assert stated(text) == Published()


def test_a_line_that_is_a_date_and_one_that_is_not() -> None:
    assert is_date("Monday, March 3, 2031 10:05 AM ET")
    assert not is_date("March 3, 2031 was a Monday in Velda")
    assert not is_date("May")
