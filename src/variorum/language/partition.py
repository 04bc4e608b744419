"""Things put together: sets that grow by joining two members (union-find; Galler and Fischer 1964)."""

from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar


class Ordered(Protocol):
    """What can be a member: anything that can be a key and be sorted."""

    def __hash__(self) -> int: ...
    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=Ordered)


class Partition(Generic[T]):
    """``items`` split into sets, at first each alone. The order of joining makes no difference: the smallest member of a
    set stands for it."""

    __slots__ = ("_above",)

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._above: dict[T, T] = {item: item for item in items}

    def root(self, item: T) -> T:
        """The smallest member of the set of ``item``, which is added where it is new."""
        top = self._above.setdefault(item, item)
        while top != self._above[top]:
            top = self._above[top]
        while item != top:
            self._above[item], item = top, self._above[item]
        return top

    def join(self, one: T, other: T) -> None:
        """Put the sets of two members together."""
        low, high = self.root(one), self.root(other)
        if high < low:
            low, high = high, low
        self._above[high] = low

    def together(self, one: T, other: T) -> bool:
        """Whether two members are in one set."""
        return self.root(one) == self.root(other)

    def groups(self) -> list[list[T]]:
        """The sets, each sorted, in order of their smallest members."""
        found: dict[T, list[T]] = {}
        for item in sorted(self._above):
            found.setdefault(self.root(item), []).append(item)
        return list(found.values())
