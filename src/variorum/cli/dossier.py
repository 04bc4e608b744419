"""``dossier``: the main job, a page and ``story.json`` per story and a short summary on the terminal."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Sequence
from pathlib import Path

from variorum.cli import options, steps
from variorum.cli.messages import Messages
from variorum.cli.results import write_text
from variorum.errors import InputError
from variorum.language.identification import is_foreign
from variorum.output import PAGE, check_folder, write_folder
from variorum.reading import Problem
from variorum.records.annotation import AnnotatedArticle
from variorum.records.story import Story


def add_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("dossier", help="the main job: a page and story.json per story, and a short summary")
    options.add_sources(parser)
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="the folder to make")
    parser.add_argument("--force", action="store_true", help="write into a folder that holds other files (they stay)")
    options.add_quiet(parser)
    options.add_pipeline(parser)
    options.add_tier(parser)
    options.add_corrections(parser)
    parser.set_defaults(run=run_dossier)


def run_dossier(given: Namespace, messages: Messages) -> None:
    """Read, annotate, group, compare, render; the folder appears whole or not at all."""
    from variorum.pipeline import dossier

    out = Path(given.output)
    check_folder(out, force=given.force)
    corrections = steps.corrections_of(given.corrections)
    articles = tuple(messages.progress(steps.read(given.sources, messages), "reading"))
    models = steps.models_for(options.config_of(given), messages)
    counted = messages.progress(articles, "annotating", total=len(articles))
    annotated = tuple(steps.annotate(counted, models, messages))
    if not annotated:
        raise InputError("no article could be annotated: see the messages above")
    messages.working("comparing")
    made = dossier(annotated, models=models, notices=messages.notices(), corrections=corrections)
    steps.report_corrections(given.corrections, made.stories, messages)
    if corrections and not made.stories:
        messages.problem(Problem(given.corrections, "its corrections are not made: no two of these reports tell one story"))
    for article in made.alone:
        why = "no other report tells its story"
        if is_foreign(article):
            why += ", and it does not seem to be in English, the only language that can be read"
        messages.problem(Problem(article.id, why, "it is compared with none", refused=False))
    write_folder(made.files, out, force=given.force)
    write_text(_summary(made.stories, made.alone, out))


def _summary(stories: Sequence[Story], alone: Sequence[AnnotatedArticle], out: Path) -> str:
    """What was made, for a terminal."""
    from variorum.rendering import render_summary

    page = str(out / PAGE)
    lines = [render_summary(stories[0], opens=page)] if stories else [f"No two of these reports tell one story. See {page}"]
    lines += [f"Also: {story.title} ({len(story.articles)} reports), {out / story.id / PAGE}" for story in stories[1:]]
    if stories and alone:
        names = "; ".join(article.title or article.id for article in alone[:5])
        more = f" and {len(alone) - 5} more" if len(alone) > 5 else ""
        lines.append(f"Not part of a story: {names}{more}")
    return "\n".join(line.rstrip("\n") for line in lines)
