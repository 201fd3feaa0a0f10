"""Look-ups: sets of small tuples, in order, in 16 trees each.

What conflicts when several bookings add to a tree at once is the split of one of its leaves.
Sixteen trees make that rare. Exact look-ups choose the tree by the value, so that one tree has
the answer; the others by the id, so that neighbours (the bookings of one day) are spread.
"""

from BTrees.OOBTree import OOTreeSet
from collections.abc import Iterator
from heapq import merge
from itertools import chain
from persistent import Persistent
from typing import Any
from zlib import crc32


SHARDS = 16

Row = tuple[Any, ...]
"""(value, …, id): what is looked for comes first, the id of the appointment last."""

LAST = "\U0010ffff"
"""Comes after every character that a text begins with."""


class Lookup(Persistent):
    """A set of rows, in order. Written once; its trees are what changes."""

    exact: bool
    trees: tuple[OOTreeSet, ...]

    def __init__(self, exact: bool = False) -> None:
        self.exact = exact
        self.trees = tuple(OOTreeSet() for _ in range(SHARDS))

    def tree(self, row: Row) -> OOTreeSet:
        """The tree in which that row is, if it is there."""
        number = crc32(row[0].encode("utf-8", "surrogatepass")) if self.exact else row[-1]
        return self.trees[number % SHARDS]

    def add(self, row: Row) -> None:
        """Add a row; adding it again changes nothing."""
        self.tree(row).insert(row)

    def remove(self, row: Row) -> None:
        """Remove a row; one that is not there is no error."""
        tree = self.tree(row)
        if row in tree:
            tree.remove(row)

    def __contains__(self, row: Row) -> bool:
        """Whether that row is there."""
        return row in self.tree(row)

    def __iter__(self) -> Iterator[Row]:
        """All rows, in order."""
        return merge(*self.trees)

    def between(self, low: Row, high: Row) -> Iterator[Row]:
        """The rows from `low` up to, and without, `high`, in order, read as they are asked for."""
        return merge(*(tree.keys(low, high, excludemax=True) for tree in self.trees))

    def beginning(self, prefix: str) -> Iterator[Row]:
        """The rows whose value begins so, in no order."""
        return chain(*(tree.keys((prefix,), (prefix + LAST,), excludemax=True) for tree in self.trees))

    def at(self, value: str, *low: int) -> Iterator[Row]:
        """The rows of exactly that value, in an exact look-up; what follows the value from `low` on."""
        tree = self.tree((value, 0))
        return iter(tree.keys((value, *low), (value + "\0",), excludemax=True))
