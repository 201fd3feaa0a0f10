"""What today's set-up says against an appointment that stands already."""

from .inquiry import Broken
from .inquiry import Inquiry
from .occupancy import EMPTY
from .occupancy import Occupancy
from .office import Agent
from .office import AppointmentType
from .office import Counter
from .office import Office
from .rules import COLLEAGUE
from .rules import Finding
from .rules import findings
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """An appointment as it stands: uids, and the titles that they had; `start` is aware.

    `length` and `buffer` are those that it was booked with, in minutes. `accepted`: the codes of
    the warnings that staff confirmed for this very time and place.
    """

    type: str
    agent: str
    counter: str
    start: datetime
    length: int
    buffer: int = 0
    type_title: str = ""
    agent_title: str = ""
    counter_title: str = ""
    accepted: Collection[str] = ()


def broken_by_setup(it: Standing, office: Office, occupancy: Occupancy = EMPTY) -> list[Finding]:
    """The rules that the set-up of today breaks for it, in the order of the table.

    Hours open to staff only count: somebody is there. Rules of time never do, nor does the grid.
    The appointment stands in `occupancy`, too; without one nobody asks whether its counter holds
    more than its capacity. What is gone or inactive is told whatever staff accepted: nobody
    could have confirmed that.
    """
    return Review(it, office, occupancy).findings()


class Review(Inquiry):
    """One appointment held against the set-up; what is gone is put in its place as inactive."""

    def __init__(self, it: Standing, office: Office, occupancy: Occupancy) -> None:
        kind = office.types.get(it.type)
        agent = office.agents.get(it.agent)
        counter = office.counters.get(it.counter)
        self.gone = {what for what, found in (("type", kind), ("agent", agent)) if found is None}
        self.accepted = it.accepted
        self.agent = agent or Agent(it.agent, "", it.agent_title, active=False)
        self.counter = counter or Counter(
            it.counter, "", it.counter_title, types=frozenset({it.type}), active=False
        )
        if counter is None:
            self.gone.add("counter")
        kind = kind or AppointmentType(it.type, "", it.type_title, it.length, active=False)
        super().__init__(office, kind, it.start, it.length, it.buffer, occupancy, staff=True)

    def free(self, uid: str, capacity: int = 1) -> bool:
        """Whether no minute has more appointments than fit; this one is among them."""
        return super().free(uid, capacity + 1)

    def findings(self) -> list[Finding]:
        """See :func:`broken_by_setup`."""
        broken: Broken = self.closed() | self.pair(self.agent, self.counter, True)
        told = {**self.told, "agent": self.agent.title, "counter": self.counter.title}
        for code in self.unsaid():
            broken.pop(code, None)
        if not self.kind.active:
            broken["type_not_by_agent"] = told
        kept = {code: broken[code] for code in broken if code not in self.accepted or code in self.inactive()}
        return findings(kept, COLLEAGUE)

    def unsaid(self) -> set[str]:
        """What follows from what is gone, and need not be told beside it."""
        follows = {
            "type": {"type_not_at_counter"},
            "agent": {"outside_availability"},
            "counter": {"agent_not_at_counter"},
        }
        return set().union(*(follows[what] for what in self.gone))

    def inactive(self) -> set[str]:
        """The codes that tell of something gone or inactive."""
        codes = {
            "type_not_by_agent": self.kind.active,
            "agent_unavailable": self.agent.active,
            "counter_unavailable": self.counter.active,
        }
        return {code for code, active in codes.items() if not active}


def overfull(office: Office, occupancy: Occupancy, day: date) -> dict[str, int]:
    """The counters on which more appointments lie than fit, with the minutes (a mask) of that day."""
    taken = occupancy.day(day)
    found = {
        uid: taken[uid].busy(counter.capacity + 1) for uid, counter in office.counters.items() if uid in taken
    }
    return {uid: mask for uid, mask in found.items() if mask}
