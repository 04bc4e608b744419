import pytest

from variorum.collation.reuse.direction import DISPATCH, RELEASE, Arrival, Sources, arrival_of, came_first
from variorum.records.article import Article, Published


def day(value: str | None) -> Published:
    return Published(value, "day", "metadata", value, value) if value else Published()


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (("2031-05-04", 0), ("2031-05-05", 0), True),
        (("2031-05-04", 0), ("2031-05-04", 0), False),
        (("2031-05-04", DISPATCH), ("2031-05-04", 0), False),
        (("2031-05-04", DISPATCH), (None, 0), True),
        (("2031-05-05", DISPATCH), ("2031-05-04", 0), False),
        (("2031-05-04", RELEASE), ("2031-05-04", DISPATCH), True),
        (("2031-05-05", RELEASE), ("2031-05-04", 0), False),
        ((None, 0), (None, 0), False),
    ],
)
def test_which_of_two_was_there_first(one: tuple[str | None, int], other: tuple[str | None, int], *, first: bool) -> None:
    a, b = (Arrival(day(date), rank) for date, rank in (one, other))
    assert came_first(a, b) is first
    assert not (came_first(a, b) and came_first(b, a))


def test_releases_and_dispatches_are_told_by_their_texts() -> None:
    release = Article(
        "r", "The pier\n\nWe regret this.\n\nPress contact: Ann Orr", outlet="Harrow Lines", published=day("2031-05-04")
    )
    dispatch = Article("d", "The pier\n\nSELDE, May 4 (TNP) - The pier fell.", outlet="TNP", published=day("2031-05-04"))
    paper = Article("p", "The pier\n\nThe pier fell.", outlet="Karsk Post", published=day("2031-05-04"))
    assert [arrival_of(a).rank for a in (release, dispatch, paper)] == [RELEASE, DISPATCH, 0]
    found = Sources([release, dispatch, paper]).direction([release, paper])
    assert found.origin == "r" and found.reason == "; Harrow Lines released it itself"
    assert Sources([dispatch, paper]).direction([dispatch, paper]).origin is None
