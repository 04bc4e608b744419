"""Joining in any order gives the same sets."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.language.partition import Partition

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=15)


def test_members_joined_through_others_are_one_set() -> None:
    sets = Partition("abcde")
    sets.join("e", "c")
    sets.join("c", "b")
    assert sets.groups() == [["a"], ["b", "c", "e"], ["d"]]
    assert sets.root("e") == "b" and sets.together("e", "b") and not sets.together("a", "b")


def test_an_unknown_member_is_alone() -> None:
    sets: Partition[int] = Partition()
    assert sets.root(4) == 4 and sets.groups() == [[4]]


@given(PAIRS, st.randoms(use_true_random=False))
def test_order_of_joining_makes_no_difference(pairs: list[tuple[int, int]], draw: object) -> None:
    shuffled = [pair[::-1] for pair in pairs]
    draw.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = Partition(range(13)), Partition(range(13))
    for a, b in pairs:
        one.join(a, b)
    for a, b in shuffled:
        other.join(a, b)
    assert one.groups() == other.groups()
    assert [one.root(n) for n in range(13)] == [other.root(n) for n in range(13)]
