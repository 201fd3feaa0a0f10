"""The outbox: parcels that wait to be sent, each under the second at which it is due.

Claiming a parcel moves it to the end of a lease, so two processes that claim the same one conflict, and
one that dies with it in its hands gives it back when the lease is over. What became of it is written in
another transaction: a process that dies between sending and writing that down sends it again. At least
once, then; never none.

16 trees with random keys: bookings that post at once do not conflict. A tree is never empty (see SENTINEL),
since an emptied one could not be merged with what is put into it.
"""

from .instants import seconds
from .parcel import Parcel
from BTrees.LOBTree import LOBTree
from collections.abc import Iterator
from datetime import datetime
from heapq import merge
from itertools import islice
from persistent import Persistent

import random


SHARDS = 16
SENTINEL = 0
"""A key that every tree has, before all that are due."""
DICE = 30
"""The random bits of a key; the second at which it is due stands before them."""

LEASE = 5 * 60
"""The seconds for which a claimed parcel is nobody else's."""
FIRST_PAUSE = 60
LONGEST_PAUSE = 4 * 60 * 60
"""The seconds before it is tried again: twice as long after each failure."""
SOON = 20
"""The seconds before it is tried again when nothing was wrong with the parcel itself."""
PATIENCE = 5 * 24 * 60 * 60
"""The seconds after which a parcel that could not be sent is given up."""
REMEMBERED = 100
"""How many of those given up are named."""


class GivenUp(Persistent):
    """Parcels that were given up: how many; of the last ones (second, kind, reference), the newest first."""

    count: int = 0
    last: tuple[tuple[int, str, str], ...] = ()

    def add(self, parcel: Parcel, now: datetime) -> None:
        """Note one; its address is not kept."""
        self.count += 1
        self.last = ((seconds(now), parcel.kind, parcel.reference), *self.last)[:REMEMBERED]

    def forget(self) -> None:
        """Begin to count anew."""
        self.count, self.last = 0, ()


class Outbox(Persistent):
    """The parcels of a section by key. Written once; its trees are what changes."""

    trees: tuple[LOBTree, ...]
    given_up: GivenUp

    def __init__(self) -> None:
        self.trees = tuple(LOBTree({SENTINEL: None}) for _ in range(SHARDS))
        self.given_up = GivenUp()

    def put(self, parcel: Parcel) -> int:
        """Add a parcel, due at once; return its key."""
        while True:
            key = _key(parcel.written, random.getrandbits(DICE))
            if self._tree(key).insert(key, (parcel.written, parcel)):
                return key

    def due(self, now: datetime, limit: int) -> list[int]:
        """The keys of those that are due, so many at most, the longest due first."""
        end = _key(seconds(now) + 1, 0)
        ranges = (tree.keys(SENTINEL, end, excludemin=True, excludemax=True) for tree in self.trees)
        return list(islice(merge(*ranges), limit))

    def get(self, key: int) -> Parcel | None:
        """The parcel of that key; None if there is none any more."""
        found = self._tree(key).get(key)
        return None if found is None else found[1]

    def claim(self, key: int, now: datetime) -> int | None:
        """Take a parcel for the time of a lease; its key from now on, None if it is gone.

        It is taken when that is committed, and nobody's if it conflicts.
        """
        return None if self.get(key) is None else self._move(key, seconds(now) + LEASE)

    def sent(self, key: int) -> None:
        """Forget a parcel that was sent, or that has nothing to tell any more."""
        self._tree(key).pop(key, None)

    def failed(self, key: int, now: datetime) -> None:
        """Try a claimed parcel again later, each time later still; after some days give it up."""
        parcel = self.get(key)
        if parcel is None:
            return
        if seconds(now) - parcel.written > PATIENCE:
            self.given_up.add(parcel, now)
            self.sent(key)
            return
        parcel.tries += 1
        pause = min(FIRST_PAUSE << min(parcel.tries - 1, 20), LONGEST_PAUSE)
        self._move(key, seconds(now) + pause)

    def put_back(self, key: int, now: datetime) -> None:
        """Try a claimed parcel again soon: the mail server was not there; after some days give it up."""
        parcel = self.get(key)
        if parcel is None:
            return
        if seconds(now) - parcel.written > PATIENCE:
            self.failed(key, now)
        else:
            self._move(key, seconds(now) + SOON)

    def hurry(self, now: datetime) -> int:
        """Let all be due that wait for another try; how many. What may be on its way is left alone."""
        claimed = _key(seconds(now) + LEASE + 1, 0)
        late = [key for tree in self.trees for key in tree.keys(claimed)]
        for key in late:
            self._move(key, seconds(now))
        return len(late)

    def parcels(self) -> Iterator[tuple[int, Parcel]]:
        """The keys and parcels of all that wait, claimed or not."""
        for tree in self.trees:
            for key, (_written, parcel) in list(tree.items(SENTINEL, excludemin=True)):
                yield key, parcel

    def waiting(self) -> Iterator[int]:
        """When those that wait were written, in seconds since the epoch, in no order."""
        return (value[0] for tree in self.trees for value in tree.values(SENTINEL, excludemin=True))

    def __len__(self) -> int:
        """How many wait."""
        return sum(len(tree) - 1 for tree in self.trees)

    def __bool__(self) -> bool:
        """An outbox is one, empty or not."""
        return True

    @property
    def oldest(self) -> int | None:
        """When the one that waits longest was written; None if none waits. No parcel is read."""
        return min(self.waiting(), default=None)

    def _tree(self, key: int) -> LOBTree:
        return self.trees[key % SHARDS]

    def _move(self, key: int, due: int) -> int:
        tree = self._tree(key)
        value = tree.pop(key)
        moved = _key(due, key)
        while not tree.insert(moved, value):
            moved += SHARDS
        return moved


def _key(due: int, dice: int) -> int:
    return (due << DICE) | (dice & ((1 << DICE) - 1))
