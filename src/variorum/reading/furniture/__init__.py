"""Furniture: what stands around a report in its text and is no part of it. It is marked, never deleted."""

from variorum.reading.furniture.datelines import Dateline, find_datelines
from variorum.reading.furniture.find import find_furniture
from variorum.reading.furniture.lines import Line, cut_lines

__all__ = ["Dateline", "Line", "cut_lines", "find_datelines", "find_furniture"]
