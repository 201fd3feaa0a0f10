"""What is taken: per day and resource (agent or counter), as stacked masks of minutes."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Taken:
    """`levels[k]` holds the minutes (bit m = minute m) on which more than k appointments lie.

    `count` is the number of appointments. Levels are nested, and none is empty.
    """

    levels: tuple[int, ...] = ()
    count: int = 0

    def busy(self, capacity: int = 1) -> int:
        """The minutes on which so many appointments, or more, lie."""
        return self.levels[capacity - 1] if 0 < capacity <= len(self.levels) else 0

    def peak(self, stretch: int) -> int:
        """The largest number of appointments at one minute of the stretch (a mask)."""
        most = 0
        for level in self.levels:
            if not level & stretch:
                break
            most += 1
        return most


NOTHING = Taken()


def taken(stretches: Iterable[tuple[int, int]]) -> Taken:
    """Stack stretches [start, end) of one day, in minutes since midnight."""
    lowest = count = 0
    higher: list[int] = []
    for start, end in stretches:
        count += 1
        mask = (1 << end) - (1 << start)
        carry = lowest & mask
        lowest |= mask
        level = 0
        while carry:
            if level == len(higher):
                higher.append(carry)
                break
            higher[level], carry = higher[level] | carry, higher[level] & carry
            level += 1
    return Taken((lowest, *higher), count) if lowest else Taken((), count)


class Occupancy(Protocol):
    """What the ledger tells of a day: resource uid -> what is taken there; absent = nothing.

    An appointment occupies its agent and its counter from its start to its end plus buffer; one
    that crosses midnight stands on both days, cut at midnight.
    """

    def day(self, day: date) -> Mapping[str, Taken]:
        """What is taken on that day, by the uid of the agent or counter."""
        ...


class Stretches:
    """An occupancy from plain lists: {day: {uid: [(start, end), …]}}."""

    def __init__(self, by_day: Mapping[date, Mapping[str, Iterable[tuple[int, int]]]]) -> None:
        self.by_day = by_day

    def day(self, day: date) -> Mapping[str, Taken]:
        """See :class:`Occupancy`."""
        return {uid: taken(stretches) for uid, stretches in self.by_day.get(day, {}).items()}


EMPTY = Stretches({})
