"""Encoders with a memory: the same answers, each text asked for once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from variorum.collation.encoder import RememberingEncoder, Vectors


@dataclass
class Counting:
    """Answers by length, and keeps what it was asked."""

    asked: list[str] = field(default_factory=list)

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.asarray([[len(t), 1.0] for t in texts], dtype=np.float32)


def test_each_text_is_encoded_once() -> None:
    counting = Counting()
    encoder = RememberingEncoder(counting)
    first = encoder.encode(["ab", "c", "ab"])
    again = encoder.encode(["c", "defg"])
    assert first.tolist() == [[2, 1], [1, 1], [2, 1]]
    assert again.tolist() == [[1, 1], [4, 1]]
    assert counting.asked == ["ab", "c", "defg"]
    assert encoder.encode([]).shape[0] == 0
