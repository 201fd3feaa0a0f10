"""A lane: what one agent or counter has taken on one day.

Lanes are why nobody is booked twice. Each booking writes the lane of its agent and the lane of
its counter. When two transactions wrote the same lane, the storage calls `_p_resolveConflict`,
which merges them if there is room for both; if not, the later one conflicts and is tried again.

A ZEO server imports this module to do so: it needs persistent and ZODB, and nothing of Zope.
Times of day are wall-clock minutes since midnight, half-open; `now` and `until` are whole
seconds since the epoch. A lane knows no clock.
"""

from ..scheduling.minutes import span
from ..scheduling.occupancy import NOTHING
from ..scheduling.occupancy import Taken
from ..scheduling.occupancy import taken
from collections.abc import Iterable
from math import inf
from persistent import Persistent
from typing import Any
from typing import NamedTuple
from ZODB.POSException import ConflictError


APPOINTMENT = 0
"""The purpose of an entry that is an appointment."""
HOLD = 1
"""A slot kept for somebody who is filling in the form."""
OFFER = 2
"""A slot offered to somebody on the waiting list."""
FREED = 3
"""A slot that a cancellation freed, kept closed to the public for a while.

It is closed, not taken: it never stands in the way of an entry that somebody may add.
"""

DAY = 1440
"""Minutes in a day of wall-clock time."""

State = tuple[int, tuple[tuple[Any, ...], ...]]
"""What is stored of a lane: the capacity, and its entries as plain tuples."""


class Full(Exception):
    """There is no room on a lane."""


class Entry(NamedTuple):
    """A stretch taken on a lane. `until` is when it lapses by itself, None for never."""

    start: int
    end: int
    reference: str
    until: int | None = None
    purpose: int = APPOINTMENT

    def lives(self, now: int) -> bool:
        """Whether it still counts at that moment."""
        return self.until is None or self.until > now

    @property
    def stretch(self) -> int:
        """Its minutes, as a mask."""
        return span(self.start, self.end)


def _pack(capacity: int, entries: Iterable[Entry]) -> State:
    """What is stored: an entry that never lapses and is an appointment, as a plain triple."""
    return capacity, tuple(tuple(e[:3]) if e[3:] == (None, APPOINTMENT) else tuple(e) for e in entries)


def _unpack(state: State) -> tuple[int, tuple[Entry, ...]]:
    return state[0], tuple(Entry(*entry) for entry in state[1])


def _by_reference(state: State) -> dict[str, Entry]:
    return {entry.reference: entry for entry in _unpack(state)[1]}


class Lane(Persistent):
    """The entries of one resource on one day, at most one per reference, ordered by start.

    At no minute more than `capacity` of them are added. Entries stay when the capacity is lowered
    under them; then nothing more fits there, while the rest of the day goes on.
    """

    capacity: int
    entries: tuple[Entry, ...]

    _v_taken: tuple[float, float, Taken] | None = None
    """What is taken from a moment on up to another, between which nothing lapses."""

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError(capacity)
        self.capacity = capacity
        self.entries = ()

    def live(self, now: int) -> tuple[Entry, ...]:
        """The entries that count at that moment: those that have lapsed are left out."""
        return tuple(entry for entry in self.entries if entry.lives(now))

    def taken(self, now: int, without: str | None = None, freed: bool = True) -> Taken:
        """What is taken at that moment, `without` one reference; `freed`: what is closed as well."""
        if not self.entries:
            return NOTHING
        if without is not None or not freed:
            left = [e for e in self.entries if e.reference != without and (freed or e.purpose != FREED)]
            if len(left) < len(self.entries):
                return taken((entry.start, entry.end) for entry in left if entry.lives(now))
        if self._v_taken is None or not self._v_taken[0] <= now < self._v_taken[1]:
            lapses = [entry.until for entry in self.entries if entry.until is not None]
            since = max((until for until in lapses if until <= now), default=-inf)
            until = min((until for until in lapses if until > now), default=inf)
            self._v_taken = since, until, taken((entry.start, entry.end) for entry in self.live(now))
        return self._v_taken[2]

    def has_room(self, start: int, end: int, now: int, reference: str | None = None) -> bool:
        """Whether [start, end) fits. Minutes that `reference` has already are its own to keep."""
        own = sum(entry.stretch for entry in self.live(now) if entry.reference == reference)
        return not self.taken(now, reference, freed=False).busy(self.capacity) & span(start, end) & ~own

    def take(
        self,
        start: int,
        end: int,
        reference: str,
        now: int,
        until: int | None = None,
        purpose: int = APPOINTMENT,
    ) -> None:
        """Add an entry, or change the one of that reference; raises :class:`Full`."""
        if not self.has_room(start, end, now, reference):
            raise Full(reference)
        self.sweep(now)
        self.put(start, end, reference, until, purpose)

    def put(
        self, start: int, end: int, reference: str, until: int | None = None, purpose: int = APPOINTMENT
    ) -> None:
        """The same whether there is room or not, for what has its place already."""
        if not 0 <= start < end <= DAY:
            raise ValueError((start, end))
        others = [entry for entry in self.entries if entry.reference != reference]
        self._write([*others, Entry(start, end, reference, until, purpose)])

    def free(self, reference: str, now: int) -> None:
        """Remove the entry of that reference, if there is one."""
        if any(entry.reference == reference for entry in self.entries):
            self._write(entry for entry in self.live(now) if entry.reference != reference)

    def sweep(self, now: int) -> bool:
        """Remove what has lapsed; whether there was anything."""
        lapsed = not all(entry.lives(now) for entry in self.entries)
        if lapsed:
            self._write(self.live(now))
        return lapsed

    def _write(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(sorted(entries))
        self._v_taken = None

    def __getstate__(self) -> State:
        """Plain tuples: nothing in them is persistent, so any storage can merge them."""
        return _pack(self.capacity, self.entries)

    def __setstate__(self, state: State) -> None:
        """Read those tuples."""
        self.capacity, self.entries = _unpack(state)

    def _p_resolveConflict(self, old: State, committed: State, new: State) -> State:
        """Merge what we wrote (`new`) with what another wrote before us (`committed`).

        Both began from `old`. The smaller capacity wins: the larger one is set again by the next
        booking. All entries but freed ones count as taken, lapsed or not. Raises `ConflictError`
        when both changed the same reference differently, or where what we added does not fit any
        more.
        """
        capacity = min(committed[0], new[0])
        before, theirs, ours = _by_reference(old), _by_reference(committed), _by_reference(new)
        merged = dict(theirs)
        added = 0
        for reference in before.keys() | ours.keys():
            was, mine, other = before.get(reference), ours.get(reference), theirs.get(reference)
            if mine == was:
                continue
            if other != was and other != mine:
                raise ConflictError
            if mine is None:
                merged.pop(reference, None)
            else:
                merged[reference] = mine
                if mine.purpose != FREED:
                    added |= mine.stretch & ~(was.stretch if was and was.purpose != FREED else 0)
        entries = sorted(merged.values())
        full = taken((e.start, e.end) for e in entries if e.purpose != FREED).busy(capacity + 1)
        if full & added:
            raise ConflictError
        return _pack(capacity, entries)
