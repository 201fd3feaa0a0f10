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
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from functools import cached_property
from functools import reduce
from operator import or_


MINUTE = timedelta(minutes=1)
WHOLE_DAY = span(0, DAY)


@dataclass(frozen=True)
class Hours:
    """`offered`: the minutes, joined. `grid`: each availability's own start + n × step.

    `groups`: the minutes by the counters at which they may be, as a mask of one bit a counter;
    `need`: how many minutes on end an appointment takes.
    """

    offered: int = 0
    grid: int = 0
    groups: Mapping[int, int] = field(default_factory=dict)
    need: int = 0

    def counters(self, start: int) -> int:
        """The counters at which the agent may be all the time from that start on; 0 is none.

        All the minutes needed are offered.
        """
        stretch = span(start, start + self.need)
        met = [counters for counters, minutes in self.groups.items() if minutes & stretch]
        if len(met) == 1:
            return met[0]
        for among, counters in self.choices:
            if among >> start & 1:
                return counters
        return 0

    @cached_property
    def choices(self) -> tuple[tuple[int, int], ...]:
        """Starts (a mask of minutes) with the counters that are allowed all the time from there on.

        No start is in two of them.
        """
        if len(self.groups) == 1:
            return tuple((WHOLE_DAY, counters) for counters in self.groups if counters)
        alike: dict[int, int] = {}
        for counter in _single(reduce(or_, self.groups, 0)):
            there = reduce(or_, [minutes for group, minutes in self.groups.items() if group & counter])
            alike[there] = alike.get(there, 0) | counter
        choices = {0: WHOLE_DAY}
        for minutes, counters in alike.items():
            fits = erode(minutes, self.need)
            for had, starts in list(choices.items()):
                choices[had] = starts & ~fits
                choices[had | counters] = starts & fits
        return tuple((starts, counters) for counters, starts in choices.items() if starts and counters)


def joined(availabilities: Iterable[Availability]) -> int:
    """The minutes of availabilities that all apply on one day."""
    mask = 0
    for one in availabilities:
        mask |= span(one.start, one.end)
    return mask


class Rota:
    """The availabilities of an agent, joined once for each set of them that some day has.

    `bits`: the bit of each counter, by uid; an availability that names none allows all of these.
    """

    def __init__(
        self, availabilities: list[Availability], bits: Mapping[str, int], need: int, step: int | None
    ) -> None:
        self.availabilities = availabilities
        self.bits = bits
        self.need = need
        self.step = step
        self.always = all(one.always for one in availabilities)
        self._joined: dict[tuple[int, ...], Hours] = {}
        self._weekdays: dict[int, Hours] = {}

    def on(self, day: date) -> Hours:
        """The hours on that day."""
        if not self.always:
            return self._of(tuple([at for at, one in enumerate(self.availabilities) if one.applies(day)]))
        weekday = day.weekday()
        found = self._weekdays.get(weekday)
        if found is None:
            there = [at for at, one in enumerate(self.availabilities) if weekday in one.days]
            found = self._weekdays[weekday] = self._of(tuple(there))
        return found

    def _of(self, numbers: tuple[int, ...]) -> Hours:
        found = self._joined.get(numbers)
        if found is None:
            found = self._joined[numbers] = self._join([self.availabilities[at] for at in numbers])
        return found

    def _join(self, availabilities: list[Availability]) -> Hours:
        grid = 0
        groups: dict[int, int] = {}
        for one in availabilities:
            counters = sum([self.bits.get(uid, 0) for uid in one.counters or self.bits])
            groups[counters] = groups.get(counters, 0) | span(one.start, one.end)
            if self.step:
                grid |= comb(one.start, one.end, self.step)
        return Hours(joined(availabilities), grid, groups, self.need)


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
