"""Story records to a page, a terminal summary, Markdown, tables and timelines; one finding to its evidence."""

from variorum.rendering.dossier.page import Measurement, StoryLink, render_dossier, render_empty
from variorum.rendering.explanation import render_explanation
from variorum.rendering.exports import render_export
from variorum.rendering.markdown import render_markdown
from variorum.rendering.summary import render_summary

__all__ = [
    "Measurement",
    "StoryLink",
    "render_dossier",
    "render_empty",
    "render_explanation",
    "render_export",
    "render_markdown",
    "render_summary",
]
