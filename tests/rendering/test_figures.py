"""Figures as intervals on one scale."""

import dataclasses

from variorum.records import Story
from variorum.rendering.contents import Contents
from variorum.rendering.edition import make_edition
from variorum.rendering.figures import LEFT, RIGHT, make_plots


def test_each_figure_is_an_interval_as_wide_as_its_words_allow(contents: Contents) -> None:
    killed = contents.plots[0]
    assert [r.spoken for r in killed.rows] == ["14 or more", "14 or more", "9"]
    assert [r.open_high for r in killed.rows] == [True, True, False]
    assert killed.rows[2].x1 == killed.rows[2].x2 < killed.rows[0].x1 < killed.rows[0].x2 == RIGHT


def test_linear_scales_start_at_nought(contents: Contents) -> None:
    assert all(plot.ticks[0] == (LEFT, "0") and len(plot.ticks) >= 3 for plot in contents.plots)


def test_figures_far_apart_take_a_logarithmic_scale(story: Story) -> None:
    record = story.disagreements[0]
    few, many = record.members[0], record.members[2]
    members = (dataclasses.replace(few, low=9.0, high=9.0), dataclasses.replace(many, low=4e4, high=5e4))
    apart = dataclasses.replace(story, disagreements=(dataclasses.replace(record, members=members),))
    (plot,) = make_plots(make_edition(apart))
    assert plot.logarithmic
    assert [label for _, label in plot.ticks] == ["1", "10", "100", "1,000", "10,000", "100,000"]


def test_labels_of_a_scale_do_not_run_into_each_other(story: Story) -> None:
    record = story.disagreements[0]
    few, many = record.members[0], record.members[2]
    members = (dataclasses.replace(few, low=85e3, high=85e3), dataclasses.replace(many, low=2e7, high=2e7))
    (plot,) = make_plots(
        make_edition(dataclasses.replace(story, disagreements=(dataclasses.replace(record, members=members),)))
    )
    assert [label for _, label in plot.ticks] == ["10,000", "100,000", "1,000,000", "10,000,000"]


def test_disagreements_without_bounds_are_not_drawn(story: Story) -> None:
    record = story.disagreements[0]
    members = tuple(dataclasses.replace(m, low=None, high=None) for m in record.members)
    bare = dataclasses.replace(story, disagreements=(dataclasses.replace(record, members=members),))
    assert make_plots(make_edition(bare)) == ()
