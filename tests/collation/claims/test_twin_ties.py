"""How two passages are tied in meaning among all others."""

from collections.abc import Sequence

import numpy as np
import pytest

from variorum.collation.claims.twin_ties import Twin, partners, ties_of
from variorum.collation.encoder import Vectors


class Plane:
    """An encoder of two dimensions: the angle in degrees is the text."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        angles = np.deg2rad([float(t) for t in texts])
        return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


def twin(report: str, angle: int) -> Twin:
    return Twin((report, f"{report}{angle}"), str(angle), str(angle))


def test_the_nearest_are_chosen_and_lead_over_the_others() -> None:
    a, b, c = twin("a", 0), twin("b", 10), twin("b", 80)
    near, far = ties_of([(a, b), (a, c)], [False, False], Plane())
    assert near.chosen and not far.chosen
    assert near.lead > far.lead
    assert near.clause == pytest.approx(0.985)


def test_a_nearer_one_that_says_the_same_is_a_rival() -> None:
    a, b, c = twin("a", 0), twin("b", 30), twin("b", 10)
    differing, same = ties_of([(a, b), (a, c)], [False, True], Plane())
    assert (differing.rivals, same.rivals) == (1, 0)


def test_partners_are_each_others_likeliest() -> None:
    a, b, c = twin("a", 0), twin("b", 10), twin("b", 20)
    assert partners([(a, b), (a, c)], [0.6, 0.7]) == [False, True]
    assert not ties_of([], [], Plane())
