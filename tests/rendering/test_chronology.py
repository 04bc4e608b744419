"""The timeline on its axis."""

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from variorum.records import AnnotatedArticle, Passage, Story, TimelineEntry
from variorum.rendering.chronology import LEFT, RIGHT, make_chronology
from variorum.rendering.contents import Contents
from variorum.rendering.edition import make_edition


def test_entries_stand_in_the_order_of_their_dates_and_the_undated_apart(contents: Contents) -> None:
    chronology = contents.chronology
    assert [e.when for e in chronology.entries][:4] == ["1994", "2003", "2024", "April 2031"]
    assert [e.text for e in chronology.undated] == ["The brigade searches the northern tanks"]
    middles = [(e.x1 or 0.0) for e in chronology.entries]
    assert middles == sorted(middles)


def test_uncertain_dates_are_bars_and_days_are_points(contents: Contents) -> None:
    by_text = {e.text: e for e in contents.chronology.entries}
    assert by_text["Talks on a new lease"].width == 0
    assert by_text["Prosecutors plan to charge two managers"].width > by_text["The harbour will open"].width > 0
    assert by_text["Foreign soldiers inside the depot"].status == "denied"


def test_axis_names_first_and_last_and_shows_when_reports_came_out(contents: Contents) -> None:
    ticks = contents.chronology.ticks
    assert ticks[0] == (LEFT, "1994")
    assert ticks[-1] == (RIGHT, "2031")
    assert " ".join(letters for _, letters in contents.chronology.published) == "A B C D E F"


def test_words_that_begin_inside_a_sentence_stand_in_it() -> None:
    text = "The league spoke of the treaties of 1994 at length."
    words = "the treaties of 1994"
    start = text.index(words)
    passage = Passage("a", start, start + len(words), words)
    entry = TimelineEntry("t", words, "happened", "1994-01-01", "1994-12-31", "year", 1, (passage,))
    article = AnnotatedArticle("a", text, sentences=((0, len(text)),))
    (made,) = make_chronology(make_edition(Story("s", "t", (article,), timeline=(entry,)))).entries
    assert (made.before, made.text, made.after) == ("The league spoke of ", "The treaties of 1994", " at length.")


days = st.dates().map(str) | st.none()


@given(st.lists(st.tuples(days, days), max_size=12))
def test_whatever_the_dates_everything_stays_on_the_axis(pairs: list[tuple[str | None, str | None]]) -> None:
    story = _story_with(pairs)
    chronology = make_chronology(make_edition(story))
    assert len(chronology.entries) + len(chronology.undated) == len(pairs)
    for entry in chronology.entries:
        assert entry.x1 is not None and entry.x2 is not None
        assert LEFT <= entry.x1 <= RIGHT and LEFT <= entry.x2 <= RIGHT


def _story_with(pairs: list[tuple[str | None, str | None]]) -> Story:
    passage = Passage("a", 0, 4, "Then")
    timeline = tuple(
        TimelineEntry(f"t{i}", "then", "happened", *sorted(pair, key=lambda d: d or ""), "day", 1, (passage,))
        if None not in pair
        else TimelineEntry(f"t{i}", "then", "happened", *pair, "day", 1, (passage,))
        for i, pair in enumerate(pairs)
    )
    return Story("s1", "t", (AnnotatedArticle("a", "Then it rained."),), timeline=timeline)


def test_a_lone_day_stands_in_the_middle() -> None:
    story = _story_with([("2031-05-03", "2031-05-03")])
    (entry,) = make_chronology(make_edition(story)).entries
    assert entry.mark == (LEFT + RIGHT) / 2


def test_entries_without_a_verified_passage_are_left_out(story: Story) -> None:
    entry = story.timeline[0]
    broken = dataclasses.replace(entry, passages=tuple(dataclasses.replace(p, exact="x") for p in entry.passages))
    assert make_chronology(make_edition(dataclasses.replace(story, timeline=(broken,)))).entries == ()


def test_what_most_origins_have_is_set_apart_in_order(contents: Contents) -> None:
    chronology = contents.chronology
    chief, others = chronology.apart(4)
    assert len(chief) == 4 and [e.origins for e in chief] == [2, 2, 3, 2]
    assert min(e.origins for e in chief) >= max(e.origins for e in others)
    assert sorted((*chief, *others), key=chronology.entries.index) == [*chronology.entries]
    assert chronology.apart(99) == (chronology.entries, ())
