"""Write docs/reference/ from the code: commands with their options, public Python names, records with their keys.

Usage: python scripts/make_reference.py [--check]     --check writes nothing and fails when a page is stale
"""

import argparse
import dataclasses
import inspect
import sys
from pathlib import Path

import variorum
from variorum import records
from variorum.cli.main import make_parser

PAGES = Path(__file__).resolve().parent.parent / "docs" / "reference"
NOTE = "<!-- Made by scripts/make_reference.py from the code; change the code, not this page. -->\n\n"


def commands_page() -> str:
    """Every command with its help text, at a fixed width."""
    parser = make_parser()
    parts = [NOTE, "# Commands\n\n", _block(parser)]
    actions = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    for name, sub in actions[0].choices.items():
        parts.append(f"\n## variorum {name}\n\n{_block(sub)}")
    return "".join(parts)


def _block(parser: argparse.ArgumentParser) -> str:
    parser.formatter_class = lambda prog: argparse.RawDescriptionHelpFormatter(prog, width=100)
    return f"```text\n{parser.format_help().strip()}\n```\n"


def python_page() -> str:
    """Every public name with its signature and docstring."""
    parts = [NOTE, "# Python\n\nThe public names of `variorum`.\n"]
    for name in variorum.__all__:
        thing = getattr(variorum, name)
        signature = str(inspect.signature(thing)) if inspect.isfunction(thing) else ""
        parts.append(f"\n## {name}\n\n`{name}{signature}`\n\n{inspect.getdoc(thing) or ''}\n")
    return "".join(parts)


def records_page() -> str:
    """Every record with its keys and types."""
    parts = [NOTE, "# Records\n\nThe JSON keys of every record, in order. Spans are half-open code-point offsets.\n"]
    for name in records.__all__:
        thing = getattr(records, name)
        if dataclasses.is_dataclass(thing):
            rows = "".join(f"| `{f.name}` | `{_type(f)}` |\n" for f in dataclasses.fields(thing))
            parts.append(f"\n## {name}\n\n{inspect.getdoc(thing)}\n\n| key | type |\n| --- | --- |\n{rows}")
    return "".join(parts)


def _type(field: "dataclasses.Field[object]") -> str:
    text = field.type if isinstance(field.type, str) else inspect.formatannotation(field.type)
    return text.replace("variorum.records.", "").replace("|", "\\|")


def main() -> int:
    pages = {"commands.md": commands_page(), "python.md": python_page(), "records.md": records_page()}
    stale = [n for n, text in pages.items() if not (PAGES / n).is_file() or (PAGES / n).read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        print("\n".join(f"docs/reference/{name} is stale: run python scripts/make_reference.py" for name in stale))
        return 1 if stale else 0
    PAGES.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (PAGES / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
