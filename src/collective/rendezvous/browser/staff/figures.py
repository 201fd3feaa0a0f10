"""Today's figures beside the menus, from the snapshot of the office and its free slots."""

from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.presence import away
from collective.rendezvous.scheduling.presence import present
from collective.rendezvous.scheduling.slots import Query
from datetime import date
from functools import cached_property


class Figures:
    """Counts for a day; none of them reads an appointment."""

    def __init__(self, desk: Desk, day: date) -> None:
        self.desk = desk
        self.day = day
        self.office = desk.office

    @property
    def types(self) -> int:
        """All types."""
        return len(self.office.types)

    @property
    def active_types(self) -> int:
        """The types that are offered."""
        return sum(kind.active for kind in self.office.types.values())

    @cached_property
    def full_types(self) -> int:
        """The types that citizens can book and that have no free date left."""
        offered = [kind for kind in self.desk.types() if kind.audience == "public"]
        return sum(not self._has_date(kind) for kind in offered)

    def _has_date(self, kind: AppointmentType) -> bool:
        return bool(self.desk.next_slots(Query(kind.uid, self.day, self.day), limit=1))

    @property
    def counters(self) -> int:
        """The counters that receive."""
        return sum(counter.active for counter in self.office.counters.values())

    @property
    def counters_away(self) -> int:
        """Those of them that are unavailable today, even if only for some hours."""
        return sum(
            counter.active and bool(away(self.office, uid, self.day))
            for uid, counter in self.office.counters.items()
        )

    @property
    def agents(self) -> int:
        """The agents that are active."""
        return sum(agent.active for agent in self.office.agents.values())

    @property
    def agents_present(self) -> int:
        """Those of them that receive today."""
        return sum(bool(present(self.office, agent, self.day)) for agent in self.office.agents.values())
