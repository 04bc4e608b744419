"""Sources into articles: files, folders, globs and standard input."""

from variorum.reading.problems import OnProblem, Problem
from variorum.reading.reader import read_articles

__all__ = ["OnProblem", "Problem", "read_articles"]
