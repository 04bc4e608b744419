"""The entry of the command line."""

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence

from variorum import __version__
from variorum.cli import articles, codes, dossier, exporting, judging, stories
from variorum.cli.faults import REPORT_IT, told
from variorum.cli.messages import Messages
from variorum.errors import VariorumError

ABOUT = """Variorum reads many reports of one running story and shows who said what, what is copied, what agrees, what
differs and when everything happened, each statement pinned to the exact characters of the report."""
EXITS = "Exit status: 0 done, 1 a check fell short, 2 bad use or nothing readable, 3 done but some input was refused."


def make_parser() -> ArgumentParser:
    """The parser of all commands."""
    parser = ArgumentParser(prog="variorum", description=ABOUT, epilog=EXITS, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"variorum {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    dossier.add_command(commands)
    articles.add_commands(commands)
    stories.add_commands(commands)
    exporting.add_command(commands)
    judging.add_commands(commands)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status (see ``codes``)."""
    try:
        given = make_parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else codes.BAD_USE
    messages = Messages(quiet=given.quiet)
    try:
        status = given.run(given, messages)
    except VariorumError as problem:
        messages.close()
        messages.say(str(problem))
        return codes.BAD_USE
    except BrokenPipeError:
        _let_go_of_stdout()
        return codes.DONE
    except KeyboardInterrupt:
        messages.say("stopped")
        return codes.INTERRUPTED
    except Exception as fault:
        messages.close()
        messages.say(f"{told(fault)}: {REPORT_IT}")
        return codes.BAD_USE
    messages.close()
    return status or (codes.REFUSED if messages.refused else codes.DONE)


def _let_go_of_stdout() -> None:
    """The reader of our output went away: write the rest nowhere, so that Python does not complain at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
