"""Figures of an evaluation: counts of what was right, precision, recall, F1; rows and tables."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One row: ``right`` of ``given`` by the system and of ``wanted`` by gold (``right`` may differ between the two)."""

    name: str
    right_given: int
    given: int
    right_wanted: int
    wanted: int

    @property
    def precision(self) -> float | None:
        """Right over given, three decimals; ``None`` when nothing was given."""
        return round(self.right_given / self.given, 3) if self.given else None

    @property
    def recall(self) -> float | None:
        """Right over wanted, three decimals; ``None`` when nothing was wanted."""
        return round(self.right_wanted / self.wanted, 3) if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; 0 when one is missing, ``None`` when both are."""
        p, r = self.precision, self.recall
        if p is None and r is None:
            return None
        return round(2 * p * r / (p + r), 3) if p and r else 0.0


def recall_only(name: str, right: int, wanted: int) -> Figure:
    """A row where gold is not complete, so that surplus findings cannot be called wrong."""
    return Figure(name, 0, 0, right, wanted)


def table(figures: Iterable[Figure]) -> str:
    """The rows as text: precision, recall, F1 and the counts behind them."""
    lines = [f"{'':28}{'P':>7}{'R':>7}{'F1':>7}{'given':>7}{'gold':>7}"]
    for figure in figures:
        cells = "".join(f"{'-' if v is None else format(v, '.3f'):>7}" for v in (figure.precision, figure.recall, _f1(figure)))
        lines.append(f"{figure.name:28}{cells}{figure.given:>7}{figure.wanted:>7}")
    return "\n".join(lines)


def _f1(figure: Figure) -> float | None:
    return figure.f1 if figure.given else None
