"""What is taken, told to scheduling from the lanes."""

from ..scheduling.occupancy import Taken
from .instants import seconds
from BTrees.LOBTree import LOBTree
from collections.abc import Mapping
from datetime import date
from datetime import datetime


class LaneOccupancy:
    """What is taken at a moment, `without` one reference: an `Occupancy` of scheduling.

    `freed`: whether what is closed to the public for a while counts. Each day is read once. Make a
    new one after anything was booked.
    """

    def __init__(self, days: LOBTree, now: datetime, without: str | None = None, freed: bool = True) -> None:
        self._days = days
        self._now = seconds(now)
        self._without = without
        self._freed = freed
        self._read: dict[date, Mapping[str, Taken]] = {}

    def day(self, day: date) -> Mapping[str, Taken]:
        """What is taken on that day, by uid; a resource with nothing is absent."""
        found = self._read.get(day)
        if found is None:
            found = self._read[day] = self._taken(day)
        return found

    def _taken(self, day: date) -> Mapping[str, Taken]:
        stored = self._days.get(day.toordinal())
        if stored is None:
            return {}
        now, without, freed = self._now, self._without, self._freed
        lanes = stored.lanes.items()
        return {uid: taken for uid, lane in lanes if (taken := lane.taken(now, without, freed)).count}
