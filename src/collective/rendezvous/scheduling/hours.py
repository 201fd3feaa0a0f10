"""The hours of an agent on one day, for one type, as the asker sees them."""

from .minutes import comb
from .minutes import erode
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
from functools import reduce
from operator import or_


MINUTE = timedelta(minutes=1)
WHOLE_DAY = span(0, DAY)


@dataclass(frozen=True, slots=True)
class Hours:
    """`offered`: the minutes, joined. `grid`: each availability's own start + n × step.

    `choices`: starts (a mask of minutes) with the counters, as a mask of one bit a counter, at which
    the agent may be all the time from there on; no start is in two of them.
    """

    offered: int
    grid: int
    choices: tuple[tuple[int, int], ...]

    def counters(self, start: int) -> int:
        """The counters at which the agent may be all the time from that start on; 0 is none."""
        for among, counters in self.choices:
            if among >> start & 1:
                return counters
        return 0


NO_HOURS = Hours(0, 0, ())


def joined(availabilities: Iterable[Availability]) -> int:
    """The minutes of availabilities that all apply on one day."""
    mask = 0
    for one in availabilities:
        mask |= span(one.start, one.end)
    return mask


def hours(
    availabilities: list[Availability], bits: Mapping[str, int], need: int, step: int | None = None
) -> Hours:
    """Join availabilities that all apply on one day, for what needs so many minutes.

    `bits`: the bit of each counter, by uid; an availability that names none allows all of these.
    """
    grid = 0
    groups: dict[int, int] = {}
    for one in availabilities:
        counters = sum(bits.get(uid, 0) for uid in one.counters or bits)
        groups[counters] = groups.get(counters, 0) | span(one.start, one.end)
        if step:
            grid |= comb(one.start, one.end, step)
    return Hours(joined(availabilities), grid, _choices(groups, need)) if groups else NO_HOURS


def _choices(groups: Mapping[int, int], need: int) -> tuple[tuple[int, int], ...]:
    """Starts by counters, from the minutes by counters of availabilities."""
    if len(groups) == 1:
        return tuple((WHOLE_DAY, counters) for counters in groups if counters)
    alike: dict[int, int] = {}
    for counter in _single(reduce(or_, groups, 0)):
        there = reduce(or_, (minutes for counters, minutes in groups.items() if counters & counter))
        alike[there] = alike.get(there, 0) | counter
    choices = {0: WHOLE_DAY}
    for minutes, counters in alike.items():
        fits = erode(minutes, need)
        for had, starts in list(choices.items()):
            choices[had] = starts & ~fits
            choices[had | counters] = starts & fits
    return tuple((starts, counters) for counters, starts in choices.items() if starts and counters)


class Week:
    """The availabilities of an agent on one day of the week, joined for the days on which they apply."""

    def __init__(
        self, availabilities: list[Availability], bits: Mapping[str, int], need: int, step: int | None
    ) -> None:
        self.availabilities = availabilities
        self.bits = bits
        self.need = need
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
            found = self._joined[numbers] = hours(those, self.bits, self.need, self.step)
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
