"""Sources into articles: files, folders, globs and standard input."""

from variorum.reading.corrections import read_corrections
from variorum.reading.objects import Pair, pair_of, read_objects, read_pairs, read_story
from variorum.reading.problems import OnProblem, Problem, Report
from variorum.reading.reader import read_articles, read_row

__all__ = [
    "OnProblem",
    "Pair",
    "Problem",
    "Report",
    "pair_of",
    "read_articles",
    "read_corrections",
    "read_objects",
    "read_pairs",
    "read_row",
    "read_story",
]
