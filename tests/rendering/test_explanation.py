"""The evidence for one finding."""

import pytest

from variorum.errors import InputError
from variorum.records import Story
from variorum.rendering import render_explanation


def test_names_both_sides_the_reason_and_the_passages_in_place(story: Story) -> None:
    text = render_explanation(story, story.disagreements[0].id)
    assert "people killed (figure): they contradict each other" in text
    assert "D: 9 (Tomas Ferreg)" in text
    assert "why: nine and at least 14 cannot both be the number killed by Sunday" in text
    assert "D Daily Meridian, 4 May 2031 [meridian], 138–149" in text
    assert "Rescue workers had recovered [[nine bodies]] from the burnt-out" in text


def test_every_finding_of_the_story_and_of_its_reports_is_explained(story: Story) -> None:
    ids = [
        f.id
        for group in (
            story.utterances,
            story.claim_groups,
            story.disagreements,
            story.exclusives,
            story.reuse,
            story.relays,
            story.naming,
            story.timeline,
        )
        for f in group
    ]
    ids += [q.id for a in story.articles for q in a.quotations]
    assert all(f"{i}  " in render_explanation(story, i) and "[[" in render_explanation(story, i) for i in ids)


def test_a_quotation_names_who_else_could_have_been_meant(story: Story) -> None:
    told = [render_explanation(story, q.id) for a in story.articles for q in a.quotations]
    lines = [line for text in told for line in text.splitlines() if line.startswith("others named just before: ")]
    assert lines
    for text in told:
        speaker = next(line for line in text.splitlines() if line.startswith("speaker: ")).removeprefix("speaker: ")
        others = next((line for line in text.splitlines() if line.startswith("others named")), "").partition(": ")[2]
        assert speaker not in others.split(", ")


def test_a_beginning_is_enough_when_it_is_the_only_one(story: Story) -> None:
    whole = story.utterances[0].id
    assert render_explanation(story, whole[:8]) == render_explanation(story, whole)


def test_unknown_and_doubtful_ids_say_what_to_do(story: Story) -> None:
    with pytest.raises(InputError, match="has no finding"):
        render_explanation(story, "zzzz")
    with pytest.raises(InputError, match="has no finding"):
        render_explanation(story, story.utterances[0].id[:3])
