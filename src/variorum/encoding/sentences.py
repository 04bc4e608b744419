"""Sentence embeddings with onnxruntime: MiniLM-L6 (Wang et al. 2020; Reimers and Gurevych 2019).

Weights are int8, arithmetic is float.
Every text is run by itself with one thread, so that its vector never depends on what else is encoded with it.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from variorum.encoding.files import model_entry, model_file, session_of, tokenizer_of, verified

MAX_TOKENS = 128
"""Longer texts are cut: the model was trained on texts of at most 128 word pieces (its publisher's training script)."""

MOST_THREADS = 8
"""Texts that are encoded at one time; more gain nothing, the arithmetic shares one memory."""

Vectors = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class SentenceEncoder:
    """A loaded encoder; ``digest`` is the sha256 of its model file."""

    name: str
    digest: str
    tokenizer: Any
    session: Any

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors for ``texts``, shape ``(len(texts), 384)``, float32. Equal texts get equal vectors."""
        return each_once(texts, self._vector)

    def _vector(self, text: str) -> Vectors:
        encoded = self.tokenizer.encode(text)
        ids = np.asarray([encoded.ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = self.session.run(None, feed)[0][0].mean(axis=0)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), dtype=np.float32)


def each_once(texts: Sequence[str], vector: Callable[[str], Vectors]) -> Vectors:
    """The vectors of ``texts``, shape ``(len(texts), 384)``, each of them made once.

    Texts are spread over the cores; each is still a run by itself on one thread, so that nothing depends on their number.
    """
    different = [*dict.fromkeys(texts)]
    if not different:
        return np.zeros((0, 384), dtype=np.float32)
    with ThreadPoolExecutor(max_workers=min(MOST_THREADS, os.cpu_count() or 1)) as pool:
        known = dict(zip(different, pool.map(vector, different), strict=True))
    return np.stack([known[text] for text in texts])


def load_encoder(name: str = "minilm_int8") -> SentenceEncoder:
    """Load the encoder ``name`` from its installed package; both of its files must have the digests pinned in models.json.

    Raises ``ModelMissing`` when the package is not installed or a file is another one.
    """
    entry = model_entry(name)
    model = verified(model_file(entry), entry["sha256"], entry["package"])
    return SentenceEncoder(name, entry["sha256"], tokenizer_of(longest=MAX_TOKENS), session_of(model))
