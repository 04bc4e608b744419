"""``collate`` and ``explain``: one story as data, and the evidence for one finding."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from variorum.cli import options, steps
from variorum.cli.messages import Messages
from variorum.cli.results import write_lines, write_text
from variorum.errors import InputError
from variorum.reading import Problem, read_story
from variorum.records.article import Article
from variorum.records.corrections import Correction
from variorum.records.story import Story

if TYPE_CHECKING:
    from variorum.pipeline import Models


def add_commands(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the two commands."""
    collate = commands.add_parser("collate", help="compare the reports of one story (or of each, where lines carry a story)")
    options.add_sources(collate)
    options.add_output(collate)
    options.add_quiet(collate)
    options.add_pipeline(collate)
    options.add_tier(collate)
    options.add_corrections(collate)
    collate.set_defaults(run=run_collate)
    explain = commands.add_parser("explain", help="print the evidence for one finding of a story")
    explain.add_argument("story", metavar="STORY.json", help="a story.json, or one line of collate's output")
    explain.add_argument("id", metavar="ID", help="the id of a finding, such as q0a1b2c3d4e5f")
    options.add_quiet(explain)
    explain.set_defaults(run=run_explain)


def run_collate(given: Namespace, messages: Messages) -> None:
    """All input as one story, unless its lines carry ``story``: then one line per story, by its label."""
    corrections = steps.corrections_of(given.corrections)
    models = steps.models_for(options.config_of(given), messages)
    articles = messages.progress(steps.read(given.sources, messages), "annotating")
    annotated = tuple(steps.annotate(articles, models, messages))
    if not annotated:
        raise InputError("no article could be annotated: see the messages above")
    told = _stories(_parts(annotated, messages), models, messages, corrections)
    if corrections:
        from variorum.pipeline import settled

        told = iter(settled(tuple(told)))
    write_lines(_reported(told, given.corrections, messages), given.output)


def _parts(articles: tuple[Article, ...], messages: Messages) -> list[tuple[Article, ...]]:
    """The articles by the story they carry; one part when none carries one."""
    if not any(article.story for article in articles):
        return [articles]
    by_story: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.story:
            by_story[article.story].append(article)
        else:
            messages.problem(Problem(article.id, "it carries no story while others do", "run group --full on all of them"))
    return [tuple(members) for _, members in sorted(by_story.items())]


def _reported(stories: Iterator[Story], corrections: str | None, messages: Messages) -> Iterator[Story]:
    """The stories as they pass, what was corrected in each said on stderr."""
    for story in stories:
        steps.report_corrections(corrections, [story], messages)
        yield story


def _stories(
    parts: list[tuple[Article, ...]], models: "Models", messages: Messages, corrections: Sequence[Correction]
) -> Iterator[Story]:
    from variorum.pipeline import collate

    notices = messages.notices() if len(parts) == 1 else ()
    messages.working("comparing")
    for part in messages.progress(parts, "comparing", total=len(parts)):
        yield collate(part, models=models, notices=notices, corrections=corrections)


def run_explain(given: Namespace, messages: Messages) -> None:
    """The evidence for one finding: what it says, why, and the passages of the reports."""
    from variorum.pipeline import explain

    write_text(explain(read_story(given.story), given.id))
