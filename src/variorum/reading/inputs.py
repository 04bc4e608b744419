"""Which files the sources name: files, folders with their subfolders, globs and standard input."""

import glob
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from variorum.reading.problems import OnProblem, Report
from variorum.reading.sidecar import SIDECAR, Sidecar, read_sidecar

STDIN = "-"
READABLE = {".txt": "text", ".jsonl": "json lines", ".ndjson": "json lines", ".json": "json", ".csv": "table"}
"""Endings we read (in any case), and the format they stand for."""
LATER = (".html", ".htm", ".xml", ".rss", ".atom", ".parquet", ".warc", ".warc.gz")
ENDINGS = ".txt, .jsonl, .json and .csv"
NAMED_AT_MOST = 5
"""How many left-out files one notice names."""


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read (``path`` is ``None`` for standard input), its format, and what a sidecar says about it."""

    name: str
    path: Path | None
    format: str
    described: Mapping[str, str] = field(default_factory=dict)


def find_inputs(sources: Iterable[str], on_problem: OnProblem) -> tuple[Input, ...]:
    """The files behind ``sources`` in the order given, those of a folder or glob sorted, each file once.

    What cannot be found or has an ending we do not read goes to ``on_problem``.
    """
    finder = _Finder(on_problem)
    found = [one for source in sources for one in finder.find(str(source))]
    return tuple(_each_once(found, on_problem))


def _each_once(inputs: Iterable[Input], on_problem: OnProblem) -> Iterator[Input]:
    seen: dict[object, str] = {}
    for one in inputs:
        key = one.path.resolve() if one.path else STDIN
        if key in seen:
            Report(one.name, on_problem).notice(f"it is the same file as {seen[key]}, named before", "it is read once")
        else:
            seen[key] = one.name
            yield one


class _Finder:
    """Finds the inputs of one run; every sidecar is read once."""

    def __init__(self, on_problem: OnProblem) -> None:
        self.on_problem = on_problem
        self.sidecars: dict[Path, Sidecar | None] = {}

    def find(self, source: str) -> Iterator[Input]:
        path = Path(source)
        if source == STDIN:
            yield Input("stdin", None, "json lines")
        elif path.is_dir():
            yield from self._folder(path)
        elif path.exists():
            yield from self._named(path)
        elif glob.has_magic(source):
            yield from self._glob(source)
        else:
            Report(source, self.on_problem).refuse("there is no such file or folder", "check the name")

    def _named(self, path: Path) -> Iterator[Input]:
        report = Report(str(path), self.on_problem)
        if path.name.lower() == SIDECAR:
            report.notice("it describes the texts of its folder and is no report itself", "name the folder or its texts")
        elif not (form := ending(path)):
            report.refuse(*_unreadable(path))
        else:
            yield self._described(path, form)

    def _described(self, path: Path, form: str) -> Input:
        sidecar = self._sidecar(path.parent) if form == "text" else None
        return Input(str(path), path, form, sidecar.rows.get(plain_name(path.name), {}) if sidecar else {})

    def _glob(self, pattern: str) -> Iterator[Input]:
        names = [name for name in sorted(glob.glob(pattern, recursive=True)) if Path(name).name.lower() != SIDECAR]
        files = [Path(name) for name in names if Path(name).is_file()]
        folders = [Path(name) for name in names if Path(name).is_dir() and "**" not in pattern]
        if not names:
            Report(pattern, self.on_problem).refuse("no file matches it", "check the pattern")
        self._skipped(pattern, [path for path in files if not ending(path)])
        yield from (self._described(path, form) for path in files if (form := ending(path)))
        for folder in folders:
            yield from self._folder(folder)

    def _folder(self, root: Path) -> Iterator[Input]:
        skipped: list[Path] = []
        found = False
        for folder, folders, names in os.walk(root, onerror=self._closed):
            folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
            paths = [Path(folder, name) for name in sorted(names) if not name.startswith(".") and name.lower() != SIDECAR]
            sidecar = self._sidecar(Path(folder))
            listed = self._listed(Path(folder), paths, sidecar) if sidecar else paths
            skipped += [path for path in listed if not ending(path)]
            for path in listed:
                if form := ending(path):
                    found = True
                    yield self._described(path, form)
        self._skipped(str(root), skipped)
        if not found:
            Report(str(root), self.on_problem).refuse(
                "nothing in this folder can be read", f"Variorum reads files that end in {ENDINGS}"
            )

    def _listed(self, folder: Path, paths: list[Path], sidecar: Sidecar) -> list[Path]:
        """The files that the sidecar lists; the rest goes into one notice, absent ones each into a problem."""
        by_name = {plain_name(path.name): path for path in paths}
        report = Report(str(folder / SIDECAR), self.on_problem)
        for name, line in sidecar.lines.items():
            if name not in by_name:
                report.refuse(f"there is no file {name!r} in this folder", "correct or remove the row", place=f"line {line}")
        rest = [path.name for path in paths if plain_name(path.name) not in sidecar.rows]
        if rest:
            report.notice(f"it does not list {_names(rest)}: left out", "add a row to have a file read")
        return [path for name, path in by_name.items() if name in sidecar.rows]

    def _sidecar(self, folder: Path) -> Sidecar | None:
        if folder not in self.sidecars:
            path = folder / SIDECAR
            self.sidecars[folder] = read_sidecar(path, Report(str(path), self.on_problem)) if path.is_file() else None
        return self.sidecars[folder]

    def _skipped(self, source: str, paths: list[Path]) -> None:
        if paths:
            names = _names([path.name for path in paths])
            Report(source, self.on_problem).notice(f"left out: {names}", f"Variorum reads files that end in {ENDINGS}")

    def _closed(self, problem: OSError) -> None:
        name = str(problem.filename)
        Report(name, self.on_problem).refuse("this folder cannot be opened", f"check its permissions ({problem.strerror})")


def plain_name(name: str) -> str:
    """A file name in one Unicode form, since file systems differ in how they write accents."""
    return unicodedata.normalize("NFC", name)


def ending(path: Path) -> str | None:
    """The format that the ending of ``path`` stands for, or ``None`` for one we do not read."""
    return READABLE.get(path.suffix.lower())


def _unreadable(path: Path) -> tuple[str, str]:
    name = path.name.lower()
    kind = next((e for e in reversed(LATER) if name.endswith(e)), None)
    if kind:
        return f"files that end in {kind} are not read", "save the report's text as .txt, or as one line of a .jsonl file"
    shown = f"the ending {path.suffix!r} is" if path.suffix else "a file without an ending is"
    return f"{shown} not one that Variorum reads", f"it reads {ENDINGS}; rename the file if it is one of these"


def _names(names: list[str]) -> str:
    shown = ", ".join(names[:NAMED_AT_MOST])
    more = len(names) - NAMED_AT_MOST
    return f"{shown} and {more} more" if more > 0 else shown
