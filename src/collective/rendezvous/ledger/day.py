"""All lanes of one day, in one object.

They are made together by the first booking of the day. Made one by one, the first bookings of a
busy day would all add the same lane, which storages cannot merge.
"""

from .lane import Lane
from collections.abc import Mapping
from persistent import Persistent


class Day(Persistent):
    """The lanes of one day by the uid of their resource (agent or counter)."""

    lanes: dict[str, Lane]

    def __init__(self, capacities: Mapping[str, int]) -> None:
        self.lanes = {uid: Lane(capacity) for uid, capacity in capacities.items()}

    def complete(self, capacities: Mapping[str, int]) -> None:
        """Make the lanes of resources that are new since this day was made."""
        new = {uid: Lane(capacity) for uid, capacity in capacities.items() if uid not in self.lanes}
        if new:
            self.lanes = {**self.lanes, **new}

    def lane(self, uid: str, capacity: int | None = None) -> Lane:
        """The lane of a resource, for writing; made if missing, with that capacity from now on.

        A resource that is not set up any more has no capacity: its lane keeps what it had, or 1.
        """
        if uid not in self.lanes:
            self.complete({uid: capacity or 1})
        lane = self.lanes[uid]
        if capacity is not None and lane.capacity != capacity:
            lane.capacity = capacity
        return lane
