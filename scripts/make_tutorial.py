"""Run the commands of docs/tutorial.md and write down what they print.

A block of the tutorial that is fenced as ``console`` holds one line with a command behind ``$ `` and below it what that prints,
both streams together; a last line ``[exit N]`` stands where the exit status is not 0. Commands run by the shell, in order, in
an empty folder in which ``examples`` is that of this repository.

Usage: python scripts/make_tutorial.py [--check]     --check writes nothing and fails when a block is stale
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "tutorial.md"
BLOCK = re.compile(r"(?<=^```console\n)(?P<body>.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


def answered(block: str, folder: Path) -> str:
    """The block with what its command prints now."""
    command = block.splitlines()[0].removeprefix("$ ")
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    ran = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path},
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    lines = [line.rstrip() for line in ran.stdout.splitlines()]
    status = [f"[exit {ran.returncode}]"] if ran.returncode else []
    return "".join(f"{line}\n" for line in [f"$ {command}", *lines, *status])


def page() -> str:
    """The tutorial with every answer renewed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "examples").symlink_to(ROOT / "examples")
        return BLOCK.sub(lambda m: answered(m["body"], folder), PAGE.read_text(encoding="utf-8"))


def main() -> int:
    text, now = PAGE.read_text(encoding="utf-8"), page()
    if "--check" in sys.argv:
        print("docs/tutorial.md is stale: run python scripts/make_tutorial.py" if now != text else "the tutorial holds")
        return int(now != text)
    PAGE.write_text(now, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
