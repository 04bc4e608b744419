"""What the comparisons need of a sentence encoder, and one with a memory for a story."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]


class Encoder(Protocol):
    """Anything that turns texts into unit vectors."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape ``(len(texts), d)``, float32."""


@dataclass(frozen=True, slots=True)
class RememberingEncoder:
    """An encoder that encodes each text of a story once."""

    encoder: Encoder
    known: dict[str, Vectors] = field(default_factory=dict)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As ``Encoder.encode``."""
        new = list(dict.fromkeys(text for text in texts if text not in self.known))
        if new:
            self.known.update(zip(new, self.encoder.encode(new), strict=True))
        return np.stack([self.known[t] for t in texts]) if texts else np.zeros((0, 0), dtype=np.float32)
