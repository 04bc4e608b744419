"""Figures that differ, drawn as intervals on one scale for each thing counted."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.records import Disagreement, DisagreementMember
from variorum.rendering.differences import subject, voice_name
from variorum.rendering.edition import Cite, Edition, letters_of
from variorum.rendering.wording import JUDGEMENTS, number_label

LEFT, RIGHT = 2.0, 98.0
INWARDS = (5.0, 92.0)
"""Per cent before and behind which a tick's label is set inwards."""
CHARACTER, GAP = 1.8, 1.0
"""Per cent of the strip that a character of a label takes where the strip is narrow, and what two labels need between."""
LOG_FROM = 40.0
"""Ratio of the largest to the smallest bound from which the scale is logarithmic."""


@dataclass(frozen=True, slots=True)
class Interval:
    """One report's figure: ``x1`` and ``x2`` in per cent; open ends run to the edge."""

    cite: Cite
    voice: str
    x1: float
    x2: float
    open_low: bool
    open_high: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class Plot:
    """All figures for one thing; ``ticks`` are (per cent, label)."""

    anchor: str
    about: str
    judgement: str
    judgement_label: str
    reason: str
    rows: tuple[Interval, ...]
    ticks: tuple[tuple[float, str], ...]
    logarithmic: bool

    @property
    def letters(self) -> tuple[str, ...]:
        """The letters of the reports in the plot."""
        return letters_of(r.cite for r in self.rows)


def make_plots(edition: Edition) -> tuple[Plot, ...]:
    """One plot for each disagreement about a figure whose bounds are given."""
    made = [(d, p) for d in edition.story.disagreements if d.kind == "figure" and (p := _plot(edition, d))]
    order = list(JUDGEMENTS)
    made.sort(key=lambda m: (order.index(m[0].judgement), -(m[0].by.score or 0.0), m[0].id))
    return tuple(p for _, p in made)


def _plot(edition: Edition, record: Disagreement) -> Plot | None:
    members = [(m, c) for m in record.members if (c := edition.cite(m)) and (m.low, m.high) != (None, None)]
    bounds = [b for m, _ in members for b in (m.low, m.high) if b is not None and math.isfinite(b)]
    if len(members) < 2 or not bounds:
        return None
    scale = _Scale.over(bounds)
    rows = {c.anchor: _interval(edition, c, m, scale) for m, c in members}
    return Plot(
        anchor=edition.anchor(record.id),
        about=subject(edition, record.about),
        judgement=record.judgement,
        judgement_label=JUDGEMENTS[record.judgement],
        reason=record.by.reason,
        rows=tuple(sorted(rows.values(), key=lambda r: (r.cite.report.order, r.cite.span))),
        ticks=scale.ticks(),
        logarithmic=scale.logarithmic,
    )


def _interval(edition: Edition, cite: Cite, member: DisagreementMember, scale: "_Scale") -> Interval:
    low, high = member.low, member.high
    return Interval(
        cite=cite,
        voice=voice_name(edition, cite.report.article.id, member.voice),
        x1=LEFT if low is None else scale.place(low),
        x2=RIGHT if high is None else scale.place(high),
        open_low=low is None,
        open_high=high is None,
        spoken=_spoken(low, high),
    )


def _spoken(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"{number_label(low)} or more" if low is not None else f"up to {number_label(high or 0.0)}"
    return number_label(low) if low == high else f"{number_label(low)} to {number_label(high)}"


@dataclass(frozen=True, slots=True)
class _Scale:
    """A scale from ``low`` to ``high``; linear ones start at nought so that lengths can be compared."""

    low: float
    high: float
    logarithmic: bool

    @classmethod
    def over(cls, bounds: Sequence[float]) -> "_Scale":
        positive = [b for b in bounds if b > 0]
        if len(positive) == len(bounds) and max(bounds) / min(bounds) >= LOG_FROM:
            low, high = math.floor(math.log10(min(bounds))), math.ceil(math.log10(max(bounds) * 1.01))
            return cls(10.0**low, 10.0**high, logarithmic=True)
        top = max([abs(b) for b in bounds]) * 1.2 or 1.0
        return cls(min(0.0, min(bounds) * 1.2), top, logarithmic=False)

    def place(self, value: float) -> float:
        """Where ``value`` stands, in per cent."""
        low, high, at = (
            (math.log10(v) for v in (self.low, self.high, value)) if self.logarithmic else (self.low, self.high, value)
        )
        return round(LEFT + (RIGHT - LEFT) * (at - low) / (high - low), 2)

    def ticks(self) -> tuple[tuple[float, str], ...]:
        """Up to seven round numbers with their places; of labels that would run into each other the later one is left out."""
        if self.logarithmic:
            first, last = round(math.log10(self.low)), round(math.log10(self.high))
            step = max(1, math.ceil((last - first) / 5))
            values = [10.0**e for e in range(first, last + 1, step)]
        else:
            step_size = _round_step((self.high - self.low) / 5)
            values = [step_size * i for i in range(math.ceil(self.low / step_size), math.floor(self.high / step_size) + 1)]
        return _apart([(self.place(v), number_label(round(v, 10))) for v in values])


def _apart(ticks: Sequence[tuple[float, str]]) -> tuple[tuple[float, str], ...]:
    """The ticks whose labels keep clear of the label before; labels are centred, the outermost ones set inwards."""
    kept: list[tuple[float, str]] = []
    last = -GAP
    for at, label in ticks:
        width = CHARACTER * len(label)
        start = at if at < INWARDS[0] else at - width if at > INWARDS[1] else at - width / 2
        if start >= last + GAP:
            kept.append((at, label))
            last = start + width
    return tuple(kept)


def _round_step(rough: float) -> float:
    """The nearest of 1, 2, 5 times a power of ten that is not below ``rough``."""
    power = 10.0 ** math.floor(math.log10(rough))
    return float(next(power * m for m in (1, 2, 5, 10) if power * m >= rough * 0.999))
