"""``export``: a story for other programs, as a table or as a timeline."""

from argparse import ArgumentParser, Namespace, _SubParsersAction

from variorum.cli import options
from variorum.cli.messages import Messages
from variorum.cli.results import write_exactly
from variorum.reading import read_story

FORMATS = """timelinejs or vis (JSON for TimelineJS, vis-timeline), or a table: actions-csv, differences-csv, entities-csv,
figures-csv, quotations-csv, reports-csv, reuse-csv, statements-csv, timeline-csv, times-csv"""


def add_command(commands: "_SubParsersAction[ArgumentParser]") -> None:
    """Add the command."""
    export = commands.add_parser("export", help="write a story as a table or a timeline for other programs")
    export.add_argument("story", metavar="STORY.json", help="a story.json, or one line of collate's output")
    export.add_argument("--as", dest="form", metavar="FORMAT", required=True, help=FORMATS)
    options.add_output(export)
    options.add_quiet(export)
    export.set_defaults(run=run_export)


def run_export(given: Namespace, messages: Messages) -> None:
    """The story in the format asked for."""
    from variorum.pipeline import export

    write_exactly(export(read_story(given.story), given.form), given.output)
