"""The layers that our networks share: pinned, one vector a word piece, the same every time."""

import json
from importlib import resources

import numpy as np
import pytest

from variorum.encoding.files import own_files
from variorum.encoding.lower import load_lower
from variorum.errors import ModelMissing


def test_one_vector_for_each_piece_and_always_the_same() -> None:
    lower = load_lower()
    ids = np.asarray([101, 2000, 3000, 102], dtype=np.int64)
    one, other = lower.vectors(ids), lower.vectors(ids)
    assert one.shape == (4, 384)
    assert np.array_equal(one, other)
    assert not np.array_equal(one, lower.vectors(ids[::-1].copy()))


def test_a_file_that_is_not_the_pinned_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.encoding.files.model_entry", lambda name: {"sha256": {"lower.onnx": "0" * 64}})
    with pytest.raises(ModelMissing, match=r"lower\.onnx of variorum is not the pinned file"):
        own_files("lower_layers", "lower")


def test_a_file_that_is_absent_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.encoding.files.model_entry", lambda name: {"sha256": {"gone.onnx": "0" * 64}})
    with pytest.raises(ModelMissing, match=r"gone\.onnx of variorum is missing"):
        own_files("lower_layers", "lower")


def test_all_files_for_attributions_weigh_less_than_thirty_megabytes() -> None:
    room = resources.files("variorum.encoding")
    models = json.loads(room.joinpath("models.json").read_text(encoding="utf-8"))
    folders = {"attributions": "tagger", "lower_layers": "lower"}
    sizes = [
        len(room.joinpath(folders[name], file).read_bytes())
        for name, entry in models.items()
        if name in folders
        for file in entry["sha256"]
    ]
    assert len(sizes) >= 4
    assert sum(sizes) < 30_000_000
