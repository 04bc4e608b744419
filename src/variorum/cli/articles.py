"""``read``, ``annotate`` and ``group``: commands whose results are articles."""

import dataclasses
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Iterator
from typing import TYPE_CHECKING

from variorum.cli import options, steps
from variorum.cli.messages import Messages
from variorum.cli.results import write_lines
from variorum.errors import InputError
from variorum.records.article import Article

if TYPE_CHECKING:
    from variorum.grouping import Grouping


def add_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the three commands."""
    read = commands.add_parser("read", help="read reports into articles, JSON Lines")
    annotate = commands.add_parser("annotate", help="find who said what, people, times, figures and claims, JSON Lines")
    group = commands.add_parser("group", help="find copies, events and stories, JSON Lines")
    for parser, run in ((read, run_read), (annotate, run_annotate), (group, run_group)):
        options.add_sources(parser)
        options.add_output(parser)
        options.add_quiet(parser)
        parser.set_defaults(run=run)
    options.add_pipeline(annotate)
    options.add_tier(annotate)
    group.add_argument("--full", action="store_true", help="print article lines with duplicate_of, event and story filled in")


def run_read(given: Namespace, messages: Messages) -> None:
    """One article per line, each as soon as it is read."""
    articles = steps.read(given.sources, messages)
    write_lines(messages.progress(articles, "reading"), given.output)


def run_annotate(given: Namespace, messages: Messages) -> None:
    """One annotated article per line, each as soon as it is done."""
    models = steps.models_for(options.config_of(given), messages)
    articles = messages.progress(steps.read(given.sources, messages), "annotating")
    if not write_lines(steps.annotate(articles, models, messages), given.output):
        raise InputError("no article could be annotated: see the messages above")


def run_group(given: Namespace, messages: Messages) -> None:
    """One row per article, sorted by id; with ``--full`` the articles themselves."""
    from variorum.pipeline import group

    articles = tuple(messages.progress(steps.read(given.sources, messages), "reading"))
    messages.working("grouping")
    rows = group(articles)
    if not given.full:
        write_lines(rows, given.output)
        return
    by_id = {article.id: article for article in articles}
    write_lines(_filled(by_id, rows), given.output)


def _filled(articles: dict[str, Article], rows: "tuple[Grouping, ...]") -> Iterator[Article]:
    for row in rows:
        yield dataclasses.replace(articles[row.id], duplicate_of=row.duplicate_of, event=row.event, story=row.story)
