"""``compare`` and ``evaluate``: judgements on pairs, and measured quality."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace, _SubParsersAction
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from variorum.cli import options, steps
from variorum.cli.codes import DONE, FELL_SHORT
from variorum.cli.messages import Messages
from variorum.cli.results import write_lines, write_text
from variorum.config import Config
from variorum.errors import GoldError, InputError
from variorum.reading import Pair, pair_of, read_objects, read_pairs, read_row

if TYPE_CHECKING:
    from variorum.evaluation import Figure
    from variorum.pipeline import Models

TASKS = "compare, groups, quantities, quotations, story or times"


@dataclass(frozen=True, slots=True)
class _Judgement:
    """One line of ``compare``."""

    id: str
    judgement: str
    score: float | None
    reason: str


def add_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the two commands."""
    compare = commands.add_parser("compare", help="judge pairs of texts: agree, conflict, update, refine, unrelated, unsure")
    compare.add_argument("pairs", metavar="PAIRS.jsonl", help='JSON Lines of {"id", "a", "b"}, or - for stdin')
    options.add_output(compare)
    options.add_quiet(compare)
    options.add_pipeline(compare)
    compare.set_defaults(run=run_compare)
    evaluate = commands.add_parser("evaluate", help="measure quality against gold")
    evaluate.add_argument("task", metavar="TASK", help=TASKS)
    evaluate.add_argument(
        "gold", metavar="GOLD", help="JSON Lines or JSON with the right answers; for quotations also a folder of marked reports"
    )
    own = "output to measure; without it Variorum runs on the texts of the gold"
    evaluate.add_argument("system", metavar="SYSTEM", nargs="?", help=own)
    evaluate.add_argument("--json", action="store_true", help="print the rows as JSON Lines")
    evaluate.add_argument("--at-least", metavar="F1", type=_share, help="exit 1 when a row's F1 (or lone recall) is lower")
    options.add_output(evaluate)
    options.add_quiet(evaluate)
    options.add_pipeline(evaluate)
    options.add_tier(evaluate)
    evaluate.set_defaults(run=run_evaluate)


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def run_compare(given: Namespace, messages: Messages) -> None:
    """One judgement per pair, each as soon as it is made."""
    models = steps.models_for(options.config_of(given), messages)
    pairs = messages.progress(read_pairs(given.pairs, on_problem=messages.problem), "comparing")
    if not write_lines(_judged(pairs, models, messages), given.output):
        raise InputError("no pair could be compared: see the messages above")


def _judged(pairs: Iterator[Pair], models: "Models", messages: Messages) -> Iterator[_Judgement]:
    from variorum.pipeline import compare

    def judge(pair: Pair) -> _Judgement:
        id, found = next(compare([(pair.id, pair.a, pair.b)], models=models))
        return _Judgement(id, found.judgement, found.score, found.reason)

    return steps.each(pairs, judge, lambda pair: pair.id, messages)


def run_evaluate(given: Namespace, messages: Messages) -> int:
    """A table of precision, recall and F1; exit 1 when a row falls short of ``--at-least``."""
    from variorum.evaluation import TASKS as KNOWN
    from variorum.evaluation import evaluate, table

    if given.task not in KNOWN:
        raise GoldError(f"there is no task {given.task!r}; known: {', '.join(KNOWN)}")
    gold = _gold(given.task, given.gold, messages)
    if given.system:
        system = tuple(read_objects(given.system, on_problem=messages.problem))
    else:
        system = _own_answers(given.task, gold, options.config_of(given), messages)
    try:
        figures = evaluate(given.task, gold, system)
    except GoldError as problem:
        raise GoldError(f"{given.gold} against {given.system or 'our own output'}: {problem}") from None
    except (KeyError, TypeError, AttributeError, ValueError) as problem:
        shape = f"does not have the shape of task {given.task!r} ({type(problem).__name__}: {problem})"
        raise GoldError(f"{given.gold} or the output measured {shape}") from None
    if given.json:
        write_lines([_row(figure) for figure in figures], given.output)
    else:
        write_text(table(figures), given.output)
    floor = given.at_least or 0.0
    low = [figure.name for figure in figures if (_headline(figure) or 0.0) < floor]
    if low:
        messages.say(f"below {floor:.3f}: {', '.join(low)}")
    return FELL_SHORT if low else DONE


def _gold(task: str, place: str, messages: Messages) -> tuple[Mapping[str, Any], ...]:
    """The gold of ``place``: a file, or for attributions a folder of reports that are marked in place."""
    from variorum.evaluation import gold_row, read_reports

    if task == "quotations" and Path(place).is_dir():
        return tuple(gold_row(report) for report in read_reports(Path(place)))
    return tuple(read_objects(place, on_problem=messages.problem))


def _headline(figure: "Figure") -> float | None:
    return figure.f1 if figure.given else figure.recall


def _row(figure: "Figure") -> dict[str, Any]:
    return {
        "name": figure.name,
        "precision": figure.precision,
        "recall": figure.recall,
        "f1": figure.f1,
        "given": figure.given,
        "wanted": figure.wanted,
    }


def _own_answers(
    task: str, gold: Sequence[Mapping[str, Any]], config: Config, messages: Messages
) -> tuple[Mapping[str, Any], ...]:
    """What Variorum itself says on the texts of ``gold``."""
    from variorum.pipeline import group
    from variorum.records import to_data

    if task == "story":
        raise GoldError("task 'story' needs the story to measure: variorum evaluate story GOLD story.json")
    if task == "compare":
        found = _judged((pair_of(row) for row in gold), steps.models_for(config, messages), messages)
        return tuple(to_data(judgement) for judgement in messages.progress(found, "comparing", total=len(gold)))
    read = (read_row(row, on_problem=messages.problem) for row in gold)
    articles = [article for article in read if article]
    if task == "groups":
        return tuple(to_data(row) for row in group(articles))
    annotated = steps.annotate(articles, steps.models_for(config, messages), messages)
    return tuple(to_data(article) for article in messages.progress(annotated, "annotating", total=len(articles)))
