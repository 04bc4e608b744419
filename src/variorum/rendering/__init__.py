"""Story records to a page, a terminal summary, and Markdown; a finding to its evidence."""

from variorum.rendering.dossier.page import Measurement, StoryLink, render_dossier, render_empty

__all__ = ["Measurement", "StoryLink", "render_dossier", "render_empty"]
