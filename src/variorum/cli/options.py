"""Options that several commands share."""

from argparse import ArgumentParser, Namespace

from variorum.config import Config

SOURCES = "a file, a folder with its subfolders, a glob, or - for JSON Lines on stdin (.txt .jsonl .json .csv)"


def add_sources(parser: ArgumentParser) -> None:
    """One or more sources."""
    parser.add_argument("sources", nargs="+", metavar="SOURCE", help=SOURCES)


def add_output(parser: ArgumentParser) -> None:
    """A file for the results."""
    parser.add_argument("-o", "--output", metavar="FILE", help="write results to FILE instead of stdout")


def add_quiet(parser: ArgumentParser) -> None:
    """Less on stderr."""
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress and no notices; what is refused is still named")


def add_pipeline(parser: ArgumentParser) -> None:
    """The language pipeline."""
    parser.add_argument(
        "--pipeline",
        metavar="NAME_OR_PATH",
        default=Config().pipeline,
        help="spaCy pipeline: a short name, an installed package or a folder (default: %(default)s)",
    )


def add_corrections(parser: ArgumentParser) -> None:
    """A file of corrections by hand."""
    parser.add_argument(
        "--corrections", metavar="FILE", help="a TOML file that merges, splits, renames or retypes people, bodies and places"
    )


def add_tier(parser: ArgumentParser) -> None:
    """How attributions are found."""
    parser.add_argument(
        "--attributions",
        choices=("best", "fast"),
        default=Config().attributions,
        help="best: rules and a small encoder; fast: rules alone, for large collections (default: %(default)s)",
    )


def config_of(options: Namespace) -> Config:
    """The configuration that the options ask for."""
    return Config(pipeline=options.pipeline, attributions=getattr(options, "attributions", "fast"))
