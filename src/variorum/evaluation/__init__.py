"""Scorers for every kind of finding, usable by users: ``variorum evaluate TASK GOLD [SYSTEM]``."""

from collections.abc import Sequence

from variorum.errors import GoldError
from variorum.evaluation.annotations import score_annotations
from variorum.evaluation.attribution_corpus import gold_row, read_reports
from variorum.evaluation.figures import Figure, table
from variorum.evaluation.groupings import score_groups, score_judgements
from variorum.evaluation.passages import Data
from variorum.evaluation.story import score_story

TASKS = ("compare", "groups", "quantities", "quotations", "story", "times")
"""``story``: one gold story against one ``story.json``. The others: JSON Lines against JSON Lines, matched by id."""


def evaluate(task: str, gold: Sequence[Data], system: Sequence[Data]) -> tuple[Figure, ...]:
    """The rows of ``task`` for a system's output against gold; raises ``GoldError`` where they do not fit together."""
    if task not in TASKS:
        raise GoldError(f"there is no task {task!r}; known: {', '.join(TASKS)}")
    if not gold:
        raise GoldError("the gold file is empty")
    if task == "story":
        if len(gold) != 1 or len(system) != 1:
            raise GoldError("task 'story' takes one gold story and one story")
        return score_story(gold[0], system[0])
    if task == "groups":
        return score_groups(gold, system)
    return score_judgements(gold, system) if task == "compare" else score_annotations(task, gold, system)


__all__ = ["TASKS", "Figure", "evaluate", "gold_row", "read_reports", "score_story", "table"]
