"""Cells that never merge: two transactions that write the same one conflict.

What must hold in a race is kept in a cell that all who race write. Cells are made as they are
needed, in 16 trees, and a key always has the same one of 1024. Strangers share one now and
then, and then one of them is tried again.
"""

from BTrees.IOBTree import IOBTree
from collections.abc import Iterator
from persistent import Persistent
from typing import Any
from zlib import crc32


CELLS = 1024
SHARDS = 16


class Cell(Persistent):
    """Some value. It has no way to resolve conflicts, on purpose."""

    value: Any

    def __init__(self, value: Any = None) -> None:
        self.value = value


class Cells(Persistent):
    """Values by key, where keys share cells. Written once; its trees and cells are what changes."""

    trees: tuple[IOBTree, ...]

    def __init__(self) -> None:
        self.trees = tuple(IOBTree() for _ in range(SHARDS))

    def read(self, key: bytes) -> Any:
        """The value of the key's cell; None if nothing was ever written."""
        number = crc32(key) % CELLS
        cell = self.trees[number % SHARDS].get(number)
        return None if cell is None else cell.value

    def values(self) -> Iterator[Any]:
        """The values of all cells that were ever written."""
        return (cell.value for tree in self.trees for cell in tree.values())

    def write(self, key: bytes, value: Any) -> None:
        """Write the key's cell."""
        number = crc32(key) % CELLS
        tree = self.trees[number % SHARDS]
        cell = tree.get(number)
        if cell is None:
            tree[number] = Cell(value)
        else:
            cell.value = value
