"""The sentence encoder: pinned, batch-free, and telling paraphrase from noise."""

import json
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

from variorum.encoding import SentenceEncoder, files, load_encoder
from variorum.errors import ModelMissing


@pytest.fixture(scope="module")
def encoder() -> SentenceEncoder:
    return load_encoder()


def test_vectors_are_unit_and_do_not_depend_on_the_batch(encoder: SentenceEncoder) -> None:
    texts = ["The ferry sank off Karsk.", "A much longer sentence about something else, with many more words in it.", "No."]
    together = encoder.encode(texts)
    assert together.shape == (3, 384)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    for text, vector in zip(texts, together, strict=True):
        assert (encoder.encode([text])[0] == vector).all()


def test_a_paraphrase_is_nearer_than_another_subject(encoder: SentenceEncoder) -> None:
    said, again, other = encoder.encode(
        ["The minister turned the offer down.", "The offer was rejected by the minister.", "Rovers won the cup final."]
    )
    assert said @ again > 0.6
    assert said @ other < 0.3


def test_no_texts_give_no_vectors(encoder: SentenceEncoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


def test_an_unknown_encoder_is_named() -> None:
    with pytest.raises(ModelMissing, match="no encoder 'other'"):
        load_encoder("other")


def test_another_file_than_the_pinned_one_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "model.onnx"
    file.write_bytes(b"another model")
    models = json.loads(resources.files("variorum.encoding").joinpath("models.json").read_text(encoding="utf-8"))
    with pytest.raises(ModelMissing, match="not the pinned file"):
        files.verified(file, models["minilm_int8"]["sha256"], "package")
