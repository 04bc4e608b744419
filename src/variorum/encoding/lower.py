"""Embeddings and the two lowest layers of MiniLM-L6, which the tagger and the encoder of statements share; never trained."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from variorum.encoding.files import own_files, session_of


@dataclass(frozen=True, slots=True)
class LowerLayers:
    """The loaded layers; ``digest`` is the sha256 of their file."""

    digest: str
    session: Any

    def vectors(self, ids: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Vectors of word pieces, shape ``(len(ids), 384)``; each text is run by itself."""
        return np.asarray(self.session.run(None, {"ids": ids})[0], dtype=np.float32)


def load_lower() -> LowerLayers:
    """Load the layers; raises ``ModelMissing`` when their file is absent or another one than ``models.json`` pins."""
    files, digests = own_files("lower_layers", "lower")
    return LowerLayers(digests["lower.onnx"], session_of(files["lower.onnx"]))
