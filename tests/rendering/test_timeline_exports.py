"""The timeline for other programs: dates as they read them, open ends open, report text harmless."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from variorum.records import AnnotatedArticle, Passage, Story, TimelineEntry
from variorum.rendering.timeline_exports import timelinejs, vis_timeline

days = st.dates().map(str) | st.none()


def test_a_slide_names_its_days_its_status_and_every_report(story: Story) -> None:
    slides = {s["text"]["headline"]: s for s in timelinejs(story)["events"]}
    fire = slides["A fire breaks out at the fuel depot"]
    assert fire["start_date"] == {"year": 2031, "month": 5, "day": 3} and "end_date" not in fire
    lease = slides["Calidria and Norvane argue over the lease"]
    assert (lease["start_date"]["year"], lease["end_date"]["month"], lease["display_date"]) == (2024, 12, "2024")
    assert lease["text"]["text"].count("<li>") == 2
    assert slides["Talks on a new lease"]["group"] == "planned"


def test_what_has_no_day_is_in_no_timeline(story: Story) -> None:
    assert len([e for e in story.timeline if e.earliest or e.latest]) == len(timelinejs(story)["events"])
    assert "northern tanks" not in str(vis_timeline(story))


def test_a_range_ends_the_day_after_its_last_and_one_day_is_a_box(story: Story) -> None:
    items = {i["content"]: i for i in vis_timeline(story)["items"]}
    week = items["The harbour will open"]
    assert (week["type"], week["start"], week["end"], week["group"]) == ("range", "2031-05-12", "2031-05-19", "planned")
    assert items["The lease ends"]["type"] == "box" and "end" not in items["The lease ends"]


def one_entry(text: str, earliest: str | None, latest: str | None, words: str = "Then") -> Story:
    entry = TimelineEntry("t1", text, "happened", earliest, latest, "day", 1, (Passage("a", 0, 4, words),))
    return Story("s1", "A <b>title</b>", (AnnotatedArticle("a", "Then it rained.", outlet="<i>Post</i>"),), timeline=(entry,))


def test_an_open_end_is_named_and_not_filled_in() -> None:
    story = one_entry("It rained", None, "2031-05-04")
    (item,) = vis_timeline(story)["items"]
    assert item["className"] == "happened open-start" and item["type"] == "range"
    (slide,) = timelinejs(story)["events"]
    assert slide["display_date"] == "until 4 May 2031" and "end_date" not in slide


def test_markup_in_reports_stays_text() -> None:
    story = one_entry("<script>alert(1)</script>", "2031-05-04", "2031-05-04")
    for made in (timelinejs(story), vis_timeline(story)):
        assert "<script" not in str(made) and "<i>" not in str(made) and "<b>" not in str(made)


def test_an_entry_whose_passage_does_not_verify_is_left_out() -> None:
    story = one_entry("It rained", "2031-05-04", "2031-05-04", words="Than")
    assert vis_timeline(story)["items"] == timelinejs(story)["events"] == []


@given(days, days)
def test_whatever_the_days_a_range_runs_forward(earliest: str | None, latest: str | None) -> None:
    made = one_entry("It rained", earliest, latest)
    for item in vis_timeline(made)["items"]:
        assert item["start"] <= item.get("end", item["start"])
    assert len(vis_timeline(made)["items"]) == len(timelinejs(made)["events"]) == bool(earliest or latest)


def test_the_order_of_articles_changes_nothing(story: Story) -> None:
    turned = dataclasses.replace(story, articles=story.articles[::-1])
    assert timelinejs(turned) == timelinejs(story) and vis_timeline(turned) == vis_timeline(story)
