"""A quick look at many appointments that stand: most fit the set-up, and need no closer one."""

from .holidays import closures_on
from .hours import absent
from .hours import WHOLE_DAY
from .minutes import span
from .office import DAY
from .office import Office
from .zone import missing
from .zone import wall
from datetime import date
from datetime import datetime


class Fits:
    """The minutes of each day in which an agent offers a type at a counter, found once for each of them."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._minutes: dict[tuple[date, str, str, str], int] = {}
        self._opened: dict[date, int] = {}

    def fit(self, type: str, agent: str, counter: str, start: datetime, length: int) -> bool:
        """Whether nothing of the set-up stands against it: all its minutes, the buffer too, are offered.

        `start` is aware, in the section's zone. Where this says no, :func:`.stranded.broken_by_setup`
        says why; across midnight it says no without looking.
        """
        day, minute = wall(start)
        if minute + length > DAY:
            return False
        key = (day, type, agent, counter)
        if key not in self._minutes:
            self._minutes[key] = self._find(*key)
        return not span(minute, minute + length) & ~self._minutes[key]

    def _find(self, day: date, type: str, agent: str, counter: str) -> int:
        office = self.office
        kind, who, where = office.types.get(type), office.agents.get(agent), office.counters.get(counter)
        if kind is None or who is None or where is None or type not in where.types:
            return 0
        if not (kind.active and who.active and where.active):
            return 0
        mask = 0
        for one in who.availabilities:
            if type in one.types and (not one.counters or counter in one.counters) and one.applies(day):
                mask |= span(one.start, one.end)
        if not mask:
            return 0
        return (
            mask & self._open(day) & ~absent(who.unavailabilities, day) & ~absent(where.unavailabilities, day)
        )

    def _open(self, day: date) -> int:
        if day not in self._opened:
            closed = closures_on(self.office, day).mask
            self._opened[day] = WHOLE_DAY & ~closed & ~missing(self.office.zone, day)
        return self._opened[day]
