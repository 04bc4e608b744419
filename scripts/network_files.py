"""Trained networks as files: ONNX with int8 weights, and their digests in ``models.json``."""

import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper
from torch import nn

ENCODING = Path(__file__).resolve().parent.parent / "src" / "variorum" / "encoding"


def save(network: nn.Module, given: tuple, path: Path, *, inputs: list[str], outputs: list[str], axes: dict) -> None:
    """One network as ONNX."""
    held = io.BytesIO()
    options = {"input_names": inputs, "output_names": outputs, "dynamic_axes": axes, "opset_version": 17, "dynamo": False}
    torch.onnx.export(network, given, held, **options)
    onnx.save(with_small_weights(onnx.load_from_string(held.getvalue())), str(path))


def with_small_weights(model):
    """Every large matrix as int8 with one scale for each row (embeddings) or column (products), read back as float."""
    graph = model.graph
    gathered = {node.input[0] for node in graph.node if node.op_type == "Gather"}
    nodes, kept = [], []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.ndim != 2 or values.size < 10000 or values.dtype != np.float32:
            kept.append(tensor)
            continue
        axis = 0 if tensor.name in gathered else 1
        scale = np.maximum(np.abs(values).max(axis=1 - axis), 1e-8).astype(np.float32) / 127
        small = np.rint(values / np.expand_dims(scale, 1 - axis)).astype(np.int8)
        named = {"int8": small, "scale": scale, "zero": np.zeros(scale.shape, np.int8)}
        kept += [numpy_helper.from_array(array, f"{tensor.name}_{name}") for name, array in named.items()]
        nodes.append(
            helper.make_node("DequantizeLinear", [f"{tensor.name}_{name}" for name in named], [tensor.name], axis=axis)
        )
    rest = list(graph.node)
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes + rest)
    return model


def pin(name: str, out: Path, files: Sequence[str]) -> None:
    """Write the digests of ``files`` in ``out`` into ``models.json`` under ``name``."""
    place = ENCODING / "models.json"
    models = json.loads(place.read_text(encoding="utf-8"))
    models[name] = {"sha256": {file: hashlib.sha256((out / file).read_bytes()).hexdigest() for file in files}}
    place.write_text(json.dumps(models, indent=2) + "\n", encoding="utf-8")
