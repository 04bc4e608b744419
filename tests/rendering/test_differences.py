"""Disagreements: both sides, exact words, in the order of the story; a side that does not verify is not shown."""

import dataclasses

from variorum.records import Story
from variorum.rendering.contents import Contents
from variorum.rendering.differences import make_differences
from variorum.rendering.edition import make_edition


def test_they_come_in_the_order_of_the_story_and_each_subject_is_named_once_at_the_front(contents: Contents) -> None:
    assert [d.about for d in contents.sharpest] == [
        "People killed", "People injured", "Norvanian soldiers inside the depot", "Start of the talks", "Start of the fire",
    ]  # fmt: skip
    assert [d.judgement for d in contents.differences][:3] == ["conflict", "update", "unsure"]


def test_reports_with_one_value_are_one_side(contents: Contents) -> None:
    first = contents.sharpest[0]
    assert [[w.cite.words for w in s.witnesses] for s in first.sides] == [
        ["at least 14 people", "At least 14 people"], ["nine bodies"],
    ]  # fmt: skip
    assert [s.first.voice for s in first.sides] == ["Interior Ministry", "Tomas Ferreg"]
    assert first.letters == ("A", "B", "D")


def test_one_side_alone_is_no_difference(story: Story) -> None:
    record = story.disagreements[0]
    members = (*record.members[:2], dataclasses.replace(record.members[2], exact="ten bodies"))
    broken = dataclasses.replace(story, disagreements=(dataclasses.replace(record, members=members),))
    assert make_differences(make_edition(broken)) == ()


def test_the_order_of_members_does_not_matter(story: Story) -> None:
    turned = tuple(dataclasses.replace(d, members=d.members[::-1]) for d in story.disagreements)
    edition = make_edition(story)
    assert make_differences(make_edition(dataclasses.replace(story, disagreements=turned))) == make_differences(edition)
