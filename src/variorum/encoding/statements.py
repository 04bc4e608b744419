"""Vectors of statements with onnxruntime: MiniLM-L6, taught by ``scripts/train_statements.py`` which statements say the same.

Weights are int8, arithmetic is float. Every statement is run by itself with one thread, so that its vector never depends on
what else is encoded with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from variorum.encoding.files import own_files, session_of, tokenizer_of
from variorum.encoding.lower import LowerLayers, load_lower
from variorum.encoding.sentences import MAX_TOKENS, Vectors, each_once


@dataclass(frozen=True, slots=True)
class StatementEncoder:
    """A loaded encoder; ``digest`` is the sha256 of the file of its upper layers."""

    digest: str
    tokenizer: Any
    lower: LowerLayers
    upper: Any

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors for ``texts``, shape ``(len(texts), 384)``, float32. Equal texts get equal vectors; those of statements
        with nothing in common have a cosine near 0."""
        return each_once(texts, self._vector)

    def _vector(self, text: str) -> Vectors:
        ids = np.asarray(self.tokenizer.encode(text).ids, dtype=np.int64)
        return np.asarray(self.upper.run(None, {"low": self.lower.vectors(ids)})[0], dtype=np.float32)


def load_statements(lower: LowerLayers | None = None) -> StatementEncoder:
    """Load the encoder that comes with Variorum; its files must have the digests pinned in ``models.json``.

    Raises ``ModelMissing`` when a file is absent or another one.
    """
    files, digests = own_files("statements", "statements")
    upper = session_of(files["upper.onnx"])
    return StatementEncoder(digests["upper.onnx"], tokenizer_of(longest=MAX_TOKENS), lower or load_lower(), upper)
