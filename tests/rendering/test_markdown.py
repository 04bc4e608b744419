"""The story as Markdown."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.records import Story
from variorum.rendering import render_markdown
from variorum.rendering.markdown import plain


def test_has_every_section_with_places(story: Story) -> None:
    text = render_markdown(story)
    for title in (
        "# Fire at",
        "## Where they differ",
        "## Who said what",
        "### Dorin Vaszary, Interior Minister",
        "## What they agree on",
        "## When it happened",
        "## Where it comes from",
        "## What they call it",
        "## Only one report has it",
        "## To know about this run",
    ):
        assert f"\n{title}" in f"\n{text}"
    assert "Rescue workers had recovered _nine bodies_ from the burnt" in text
    assert "(D Daily Meridian, 138–149), Tomas Ferreg" in text
    assert "_**Not** one of our soldiers was in that depot_" in text
    assert "~~while I hold this office, and nobody should read an accident as an invitation~~ **without a vote" in text


def test_no_html_and_no_markup_from_the_reports(story: Story) -> None:
    text = render_markdown(story)
    assert "<script" not in text and "<img" not in text and "&lt;script&gt;" in text


@given(st.text(max_size=40))
def test_special_characters_are_harmless(text: str) -> None:
    made = plain(text)
    assert "<" not in made and ">" not in made
    assert made.count("`") == made.count("\\`")
