"""What the command line says on stderr: problems with the input, notices, progress. Results never go there."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TextIO, TypeVar

from variorum.reading import Problem
from variorum.records.provenance import Notice

T = TypeVar("T")

SHOWN_OF_ONE_INPUT = 20
"""Further problems of one input are counted, so that one broken file does not hide the others."""
FIRST_SIGN, REDRAWN, REPEATED = 1.0, 0.1, 10.0
"""Seconds: on a terminal a bar shows after the first and is redrawn after the second; elsewhere a line comes now and then."""
BAR = 24


class Messages:
    """The voice of one run. ``quiet`` leaves out notices and progress, never what was refused."""

    def __init__(self, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self.quiet = quiet
        self.stream = stream or sys.stderr
        self.problems: list[Problem] = []
        self._shown: Counter[str] = Counter()
        self._bar = False

    def problem(self, problem: Problem) -> None:
        """Keep ``problem`` and print it (the first of each input)."""
        self.problems.append(problem)
        if problem.refused or not self.quiet:
            self._shown[problem.source] += 1
            if self._shown[problem.source] <= SHOWN_OF_ONE_INPUT:
                self.say(("refused: " if problem.refused else "note: ") + str(problem))

    def say(self, text: str) -> None:
        """One line on stderr."""
        self._clear()
        plain = "".join(c if c.isprintable() else "?" for c in " ".join(text.split()))
        print(f"variorum: {plain}", file=self.stream, flush=True)

    def close(self) -> None:
        """Say what was counted only, and end a progress bar."""
        for source, number in sorted(self._shown.items()):
            if number > SHOWN_OF_ONE_INPUT:
                self.say(f"{source}: {number - SHOWN_OF_ONE_INPUT} more problems of this input are not shown")
        self._shown.clear()
        self._clear()

    @property
    def refused(self) -> bool:
        """Whether anything given was left out."""
        return any(problem.refused for problem in self.problems)

    def notices(self) -> tuple[Notice, ...]:
        """The problems as notices for a result."""
        return tuple(sorted({p.notice() for p in self.problems}, key=lambda n: (n.kind, n.subject or "", n.message)))

    def progress(self, items: Iterable[T], what: str, *, total: int | None = None) -> Iterator[T]:
        """The ``items`` themselves, counted on stderr when they take longer than a moment."""
        start = drawn = monotonic()
        for number, item in enumerate(items):
            now = monotonic()
            wait = REPEATED if not self.stream.isatty() else FIRST_SIGN if drawn == start else REDRAWN
            if not self.quiet and now - drawn >= wait:
                self._draw(what, number, total)
                drawn = now
            yield item
        self._clear()

    def working(self, what: str) -> None:
        """Name a step of unknown length, where a terminal shows it until the next message."""
        if self.stream.isatty() and not self.quiet:
            print(f"\r\x1b[Kvariorum: {what} ...", end="", file=self.stream, flush=True)
            self._bar = True

    def _draw(self, what: str, number: int, total: int | None) -> None:
        count = f"{number} of {total}" if total else str(number)
        if not self.stream.isatty():
            self.say(f"{what}: {count}")
            return
        filled = BAR * number // total if total else 0
        bar = f" [{'#' * filled}{'.' * (BAR - filled)}]" if total else ""
        print(f"\r\x1b[Kvariorum: {what}{bar} {count}", end="", file=self.stream, flush=True)
        self._bar = True

    def _clear(self) -> None:
        if self._bar:
            print("\r\x1b[K", end="", file=self.stream, flush=True)
            self._bar = False
