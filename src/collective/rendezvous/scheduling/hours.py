"""The hours of an agent on one day, for one type, as the asker sees them."""

from .minutes import comb
from .minutes import span
from .office import Availability
from .office import DAY
from .office import Unavailability
from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta


MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """`offered`: the minutes, joined. `grid`: each availability's own start + n × step.

    `groups`: the minutes by the counters at which they may be, as a mask of one bit a counter.
    """

    offered: int
    grid: int
    groups: tuple[tuple[int, int], ...]
    only: int = 0
    """The counters where these are the same at all hours, else 0."""

    def counters(self, start: int, length: int) -> int:
        """The counters at which the agent may be for so many minutes, all of them offered, on end."""
        if self.only:
            return self.only
        stretch = span(start, start + length)
        allowed = 0
        for counter in {bit for counters, _ in self.groups for bit in _single(counters)}:
            mask = 0
            for counters, minutes in self.groups:
                if counters & counter:
                    mask |= minutes
            if not stretch & ~mask:
                allowed |= counter
        return allowed


NO_HOURS = Hours(0, 0, ())


def hours(availabilities: Iterable[Availability], bits: Mapping[str, int], step: int | None = None) -> Hours:
    """Join availabilities that all apply on one day.

    `bits`: the bit of each counter, by uid; an availability that names none allows all of these.
    """
    offered, grid = 0, 0
    groups: dict[int, int] = {}
    for one in availabilities:
        mask = span(one.start, one.end)
        offered |= mask
        counters = sum(bits.get(uid, 0) for uid in one.counters or bits)
        groups[counters] = groups.get(counters, 0) | mask
        if step:
            grid |= comb(one.start, one.end, step)
    if not offered:
        return NO_HOURS
    return Hours(offered, grid, tuple(groups.items()), next(iter(groups)) if len(groups) == 1 else 0)


class Week:
    """The availabilities of an agent on one day of the week, joined for the days on which they apply."""

    def __init__(self, availabilities: list[Availability], bits: Mapping[str, int], step: int | None) -> None:
        self.availabilities = availabilities
        self.bits = bits
        self.step = step
        self.always = all(one.always for one in availabilities)
        self._joined: dict[tuple[int, ...], Hours] = {}

    def on(self, day: date) -> Hours:
        """The hours on a day that is that day of the week."""
        numbers = (
            ()
            if self.always
            else tuple([number for number, one in enumerate(self.availabilities) if one.applies(day)])
        )
        found = self._joined.get(numbers)
        if found is None:
            those = self.availabilities if self.always else [self.availabilities[at] for at in numbers]
            found = self._joined[numbers] = hours(those, self.bits, self.step)
        return found


def absent(unavailabilities: Iterable[Unavailability], day: date) -> int:
    """The minutes of the day that lie, even in part, in one of the unavailabilities."""
    midnight = datetime.combine(day, time())
    tomorrow = midnight + timedelta(days=1)
    mask = 0
    for one in unavailabilities:
        if one.start < tomorrow and one.end > midnight:
            start, end = (one.start - midnight) // MINUTE, -((midnight - one.end) // MINUTE)
            mask |= span(max(0, start), min(DAY, end))
    return mask


def _single(mask: int) -> list[int]:
    return [1 << at for at in range(mask.bit_length()) if mask >> at & 1]
