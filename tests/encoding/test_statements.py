"""The encoder of statements: one unit vector each, whatever else is encoded, near for one thing and far for others."""

import numpy as np
import pytest

from variorum.encoding import StatementEncoder, load_statements
from variorum.errors import ModelMissing

SAME = (
    "The ferry Aldis went down with 41 people on board off Brenk on Sunday.",
    "Forty-one people were aboard the Aldis when she sank near Brenk.",
)
BESIDE = "The Aldis had been inspected in Brenk three weeks before."
APART = "Teachers in Lorvia want higher pensions, their union said."


@pytest.fixture(scope="module")
def encoder() -> StatementEncoder:
    return load_statements()


def test_vectors_have_unit_length_and_do_not_depend_on_company(encoder: StatementEncoder) -> None:
    together, alone = encoder.encode([*SAME, APART]), encoder.encode(SAME[1:])
    assert together.shape == (3, 384)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert np.array_equal(together[1], alone[0])
    assert encoder.encode([]).shape == (0, 384)


def test_the_same_lies_nearer_than_what_stands_beside_it_and_strangers_lie_apart(encoder: StatementEncoder) -> None:
    one, other, beside, apart = encoder.encode([*SAME, BESIDE, APART])
    assert one @ other > one @ beside > one @ apart
    assert one @ other > 0.5
    assert abs(one @ apart) < 0.2


def test_another_file_than_the_pinned_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("variorum.encoding.files.model_entry", lambda name: {"sha256": {"upper.onnx": "0" * 64}})
    with pytest.raises(ModelMissing, match=r"upper\.onnx of variorum is not the pinned file"):
        load_statements()
