"""Many articles, cheap features: copies, events, stories."""

from variorum.grouping.stories import Grouping, group_articles

__all__ = ["Grouping", "group_articles"]
