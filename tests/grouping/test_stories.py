"""Copies, events and stories of invented reports."""

import random

import pytest

from variorum.grouping import group_articles
from variorum.grouping.features import article_features
from variorum.records import Article, Published

FLOOD = "The river Osk rose over its banks in Talin and flooded the old market, the mayor of Talin, Bela Korn, said on {}. "
FLOOD_MORE = "Rescuers carried families out of flooded houses by boat. The dam upstream at Greve held, the water office said."
STRIKE = "Tram drivers in Velmar walked out over pay, and the union of drivers said talks with the city had failed on {}. "
STRIKE_MORE = "Commuters waited at tram stops in the cold. The city offered a pay rise of two percent, the union asked for six."


def report(id: str, text: str, day: str) -> Article:
    return Article(id, text, published=Published(day, "day", "metadata", day, day))


REPORTS = (
    report("flood1", FLOOD.format("Monday") + FLOOD_MORE, "2026-03-02"),
    report("flood2", FLOOD.format("Monday") + FLOOD_MORE + " More rain is expected.", "2026-03-03"),
    report(
        "flood3", "Mayor Bela Korn visited the flooded market of Talin. The river Osk fell slowly; boats stayed.", "2026-03-03"
    ),
    report("strike1", STRIKE.format("Monday") + STRIKE_MORE, "2026-03-02"),
    report(
        "strike2",
        "The union of tram drivers in Velmar called off its walkout after the city raised its pay offer.",
        "2026-03-04",
    ),
)


def labels(articles: tuple[Article, ...]) -> dict[str, tuple[str | None, str, str]]:
    return {row.id: (row.duplicate_of, row.event, row.story) for row in group_articles(articles)}


def test_stories_are_kept_apart_and_copies_named() -> None:
    found = labels(REPORTS)
    assert found["flood2"][0] == "flood1"
    assert {found[i][2] for i in ("flood1", "flood2", "flood3")} == {"flood1"}
    assert {found[i][2] for i in ("strike1", "strike2")} == {"strike1"}


def test_order_of_input_never_matters() -> None:
    shuffled = list(REPORTS)
    random.Random(7).shuffle(shuffled)
    assert labels(tuple(shuffled)) == labels(REPORTS)


def test_another_story_never_changes_this_one() -> None:
    alone = labels(REPORTS[:3])
    assert all(labels(REPORTS)[id] == row for id, row in alone.items())


def test_each_event_lies_in_one_story() -> None:
    homes: dict[str, set[str]] = {}
    for row in group_articles(REPORTS):
        homes.setdefault(row.event, set()).add(row.story)
    assert all(len(stories) == 1 for stories in homes.values())


def test_a_later_turn_of_the_story_is_another_event() -> None:
    text = (
        "Talin will build a wall along the Osk after the flood, Mayor Bela Korn told the council. Traders at the market agreed."
    )
    later = report("later", text, "2026-06-20")
    soon = report("later", text, "2026-03-03")
    found = labels((REPORTS[0], later))
    assert found["flood1"][2] == found["later"][2]
    assert found["flood1"][1] != found["later"][1]
    assert labels((REPORTS[0], soon))["later"][1] == "flood1"


@pytest.mark.parametrize("text", ["", "...", "a", "1234"])
def test_reports_without_words_stay_alone(text: str) -> None:
    found = labels((Article("x", text), *REPORTS))
    assert found["x"] == (None, "x", "x")


def test_a_given_name_that_unrelated_reports_share_joins_nothing() -> None:
    bread = (
        "The baker Greta Lind won first prize at the fair of Talin. Her rye loaf was praised by every judge, Greta Lind said."
    )
    ice = "Nobody may skate on the lake at Velmar this week. The prize race was put off, warden Greta Brack said on the shore."
    found = group_articles((report("bread", bread, "2026-03-02"), report("ice", ice, "2026-03-02")))
    assert [row.story for row in found] == ["bread", "ice"]


def test_a_word_of_the_list_of_given_names_without_a_family_name_counts_as_a_name() -> None:
    assert "jordan" in article_features(report("a", "Troops of Jordan crossed the river.", "2026-03-02")).names
    assert "jordan" not in article_features(report("a", "The keeper Jordan Lind crossed the river.", "2026-03-02")).weights
