"""The story in a terminal."""

import dataclasses

from variorum.records import Story
from variorum.rendering import render_summary
from variorum.rendering.summary import WIDTH


def test_says_what_a_reporter_asks_first(story: Story) -> None:
    lines = render_summary(story, opens="out/index.html").splitlines()
    assert lines[0] == "Fire at Port Sael fuel depot kills at least 14"
    assert lines[1] == "7 reports (1 copy), 5 origins, 7 speakers, came out 3–10 May 2031"
    assert "  A Calidrian News Agency, 3 May 2031; B Harbour Post; C Sael Gazette" in lines
    assert any(line.startswith("  Dorin Vaszary, Interior Minister (A B E F): “We will not") for line in lines)
    assert "  1 People killed: Calidrian News Agency (A) has “at least 14 people” (Interior Ministry), but Daily" in lines
    assert lines[-1] == "Open out/index.html"


def test_fits_a_terminal(story: Story) -> None:
    lines = render_summary(story).splitlines()
    assert len(lines) <= 36
    assert all(len(line) <= WIDTH for line in lines)


def test_cannot_rewrite_the_terminal(story: Story) -> None:
    articles = tuple(dataclasses.replace(a, outlet="\x1b[2J\x07Evil\r\nPost\u202e") for a in story.articles)
    text = render_summary(dataclasses.replace(story, title="\x1b]0;owned\x07", articles=articles))
    assert not [c for c in text if ord(c) < 32 and c != "\n"]
    assert "\u202e" not in text


def test_a_bare_story_is_told_too(story: Story) -> None:
    text = render_summary(Story("s1", "", story.articles[:1]))
    assert text.startswith("Untitled story\n1 report, 1 origin, 0 speakers")
    assert "No difference was found" in text
