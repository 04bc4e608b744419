"""``dossier``: the main job, a page and ``story.json`` per story and a short summary on the terminal."""

from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from variorum.cli import options, steps
from variorum.cli.messages import Messages
from variorum.cli.results import write_text
from variorum.errors import InputError
from variorum.output import PAGE, STORY, check_folder, write_folder
from variorum.records.annotation import AnnotatedArticle
from variorum.records.codec import to_json
from variorum.records.provenance import Notice
from variorum.records.story import Story


def add_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    parser = commands.add_parser("dossier", help="the main job: a page and story.json per story, and a short summary")
    options.add_sources(parser)
    parser.add_argument("-o", "--output", metavar="OUT", required=True, help="the folder to make")
    parser.add_argument("--force", action="store_true", help="write into a folder that holds other files (they stay)")
    options.add_quiet(parser)
    options.add_pipeline(parser)
    parser.set_defaults(run=run_dossier)


def run_dossier(given: Namespace, messages: Messages) -> None:
    """Read, annotate, group, compare, render; the folder appears whole or not at all."""
    from variorum.pipeline import stories

    out = Path(given.output)
    check_folder(out, force=given.force)
    articles = tuple(messages.progress(steps.read(given.sources, messages), "reading"))
    models = steps.models_for(options.config_of(given), messages)
    counted = messages.progress(articles, "annotating", total=len(articles))
    annotated = tuple(steps.annotate(counted, models, messages))
    if not annotated:
        raise InputError("no article could be annotated: see the messages above")
    messages.working("comparing")
    told, alone = stories(annotated, models=models)
    messages.working("writing")
    write_folder(dossier_files(told, alone, messages.notices()), out, force=given.force)
    write_text(_summary(told, alone, out))


def dossier_files(
    stories: Sequence[Story], alone: Sequence[AnnotatedArticle], notices: Sequence[Notice]
) -> dict[str, str]:
    """The files of a dossier by relative name: the first story at the top, each further one in a folder of its id.

    ``alone`` are reports that share no story; without a story the page names them. ``notices`` are those of the run.
    """
    from variorum.rendering import StoryLink, render_dossier, render_empty

    run = (*notices, *(_alone_notice(article) for article in alone))
    if not stories:
        return {PAGE: render_empty(alone, run)}
    links = [StoryLink(story.title, f"{story.id}/{PAGE}", _reports(story)) for story in stories[1:]]
    links += [StoryLink(article.title or article.id, None, "not part of this story") for article in alone]
    first = replace(stories[0], notices=_ordered((*stories[0].notices, *run)))
    files = {PAGE: render_dossier(first, neighbours=tuple(links)), STORY: to_json(first) + "\n"}
    back = StoryLink(first.title, f"../{PAGE}", _reports(first))
    for story in stories[1:]:
        files[f"{story.id}/{PAGE}"] = render_dossier(story, neighbours=(back,))
        files[f"{story.id}/{STORY}"] = to_json(story) + "\n"
    return files


def _alone_notice(article: AnnotatedArticle) -> Notice:
    name = article.title or article.id
    return Notice("alone", article.id, f"{name}: no other report tells this story, so it is compared with none")


def _ordered(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    return tuple(sorted(set(notices), key=lambda n: (n.kind, n.subject or "", n.message)))


def _reports(story: Story) -> str:
    return f"{len(story.articles)} reports"


def _summary(stories: Sequence[Story], alone: Sequence[AnnotatedArticle], out: Path) -> str:
    """What was made, for a terminal."""
    from variorum.rendering import render_summary

    page = str(out / PAGE)
    lines = [render_summary(stories[0], opens=page)] if stories else [f"No two of these reports tell one story. See {page}"]
    lines += [f"Also: {story.title} ({_reports(story)}), {out / story.id / PAGE}" for story in stories[1:]]
    if stories and alone:
        names = "; ".join(article.title or article.id for article in alone[:5])
        more = f" and {len(alone) - 5} more" if len(alone) > 5 else ""
        lines.append(f"Not part of a story: {names}{more}")
    return "\n".join(line.rstrip("\n") for line in lines)
