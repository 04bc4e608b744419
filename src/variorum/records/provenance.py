"""What every finding carries besides its passages: who found it, how sure, and why; and what the run was made of."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a finding was made.

    ``method`` is a name and version such as ``quotations@1``; ``score`` lies in 0..1 with three decimals, or is ``None``
    where the method gives none; ``reason`` is one sentence for a reader.
    """

    method: str
    score: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader must know about the run: ``kind`` is a short slug, ``subject`` an article id or input name."""

    kind: str
    subject: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a result was computed from: versions, resolved configuration, digests of models and inputs. No clock, no path."""

    versions: dict[str, str] = field(default_factory=dict)
    configuration: dict[str, Any] = field(default_factory=dict)
    models: dict[str, str] = field(default_factory=dict)
    inputs: dict[str, str] = field(default_factory=dict)
