"""What could not be read, or was read otherwise than given: collected, named, never lost."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from variorum.records.provenance import Notice


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a user must know about an input.

    ``source`` is the input as the user named it (a path, or ``stdin``), ``place`` where in it (``line 3``), ``advice``
    what to do. ``refused`` says that something given was left out of the result; without it the problem is a notice.
    """

    source: str
    message: str
    advice: str = ""
    place: str = ""
    refused: bool = True

    def __str__(self) -> str:
        where = ", ".join(part for part in (self.source, self.place) if part)
        return ": ".join((where, "; ".join(part for part in (self.message, self.advice) if part)))

    def notice(self) -> Notice:
        """The same for a result file: the input is named by its last part only, since results hold no paths."""
        subject = ", ".join(part for part in (PurePath(self.source).name or self.source, self.place) if part)
        text = "; ".join(part for part in (self.message, self.advice) if part)
        return Notice("refused" if self.refused else "input", subject, text)


OnProblem = Callable[[Problem], None]


@dataclass(frozen=True, slots=True)
class Report:
    """Where the reader of one input says what went wrong with it."""

    source: str
    on_problem: OnProblem

    def refuse(self, message: str, advice: str = "", *, place: str = "") -> None:
        """Something given is left out."""
        self.on_problem(Problem(self.source, message, advice, place))

    def notice(self, message: str, advice: str = "", *, place: str = "") -> None:
        """Everything is read, but not just as given."""
        self.on_problem(Problem(self.source, message, advice, place, refused=False))
