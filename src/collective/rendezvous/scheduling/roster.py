"""Who could receive for one type and one length, day by day."""

from .hours import absent
from .hours import Hours
from .hours import Week
from .matching import largest
from .minutes import erode
from .minutes import span
from .occupancy import NOTHING
from .occupancy import Taken
from .office import Agent
from .office import AppointmentType
from .office import Counter
from .office import DAY
from .office import Office
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


WHOLE_DAY = span(0, DAY)
ROUND = 5
"""A chained series begins at a multiple of so many minutes."""


def chained(fits: int, need: int) -> int:
    """The series of starts of each free stretch, from the minutes at which `need` of them fit.

    Each series begins at the start of its stretch, rounded up, and goes on every `need` minutes.
    """
    starts = 0
    while fits:
        first = (fits & -fits).bit_length() - 1
        carried = fits + (1 << first)
        end = (carried & -carried).bit_length() - 1
        for minute in range(first + -first % ROUND, end, need):
            starts |= 1 << minute
        fits &= carried
    return starts


@dataclass(frozen=True, slots=True)
class Board:
    """One day: the agents with the starts that each could take, the counters with theirs.

    Counters are numbered: one bit a counter, in the order of `counters`.
    """

    need: int
    agents: list[tuple[Agent, int, Hours]]
    counters: list[tuple[Counter, int]]
    taken: Mapping[str, Taken]

    def starts(self) -> Iterator[tuple[int, int]]:
        """Each start with at least one place: (minute, places), in order."""
        offered = served = 0
        for _, mask in self.counters:
            served |= mask
        for _, mask, _ in self.agents:
            offered |= mask
        offered &= served
        while offered:
            lowest = offered & -offered
            minute = lowest.bit_length() - 1
            places = self.places(minute)
            if places:
                yield minute, places
            offered ^= lowest

    def served(self, minute: int) -> int:
        """The counters that could take an appointment at that start."""
        served, bit = 0, 1
        for _, mask in self.counters:
            if mask >> minute & 1:
                served |= bit
            bit <<= 1
        return served

    def wants(self, minute: int) -> list[tuple[Agent, int]]:
        """The agents that could take an appointment at that start, each with the counters for it."""
        served = self.served(minute)
        found = []
        for agent, mask, of in self.agents:
            if mask >> minute & 1:
                counters = of.counters(minute, self.need) & served
                if counters:
                    found.append((agent, counters))
        return found

    def seats(self, minute: int) -> list[int]:
        """The free seats of each counter at that start."""
        stretch = span(minute, minute + self.need)
        return [
            counter.capacity - self.taken.get(counter.uid, NOTHING).peak(stretch) if mask >> minute & 1 else 0
            for counter, mask in self.counters
        ]

    def places(self, minute: int) -> int:
        """The largest number of appointments that could be taken at that start."""
        served = self.served(minute)
        wants = []
        easy = 0
        for _, mask, of in self.agents:
            if mask >> minute & 1:
                counters = (of.only or of.counters(minute, self.need)) & served
                if counters == served:
                    easy += 1
                elif counters:
                    wants.append(counters)
        number = easy + len(wants)
        if number <= served.bit_count() and (not wants or min(map(int.bit_count, wants)) >= len(wants)):
            return number  # a counter of one's own for each (Hall): no need to count seats
        return largest(wants, easy, self.seats(minute))


class Roster:
    """The agents and counters that may serve a type, narrowed to those asked for.

    `length`: minutes of the appointment; what it needs is that and the type's buffer. `staff`:
    whether hours open to staff only count.
    """

    def __init__(
        self,
        office: Office,
        kind: AppointmentType,
        length: int,
        staff: bool = False,
        counters: frozenset[str] | None = None,
        agents: frozenset[str] | None = None,
    ) -> None:
        self.kind = kind
        self.need = length + kind.buffer
        self.counters = [
            counter
            for counter in office.counters.values()
            if counter.active and kind.uid in counter.types and (counters is None or counter.uid in counters)
        ]
        self.bits = {counter.uid: 1 << at for at, counter in enumerate(self.counters)}
        self.agents: list[tuple[Agent, list[Week]]] = []
        for agent in office.agents.values():
            if agent.active and (agents is None or agent.uid in agents):
                offered = [
                    one
                    for one in agent.availabilities
                    if kind.uid in one.types and (staff or one.audience == "public")
                ]
                if offered:
                    by_day = [[one for one in offered if day in one.days] for day in range(7)]
                    self.agents.append((agent, [Week(those, self.bits, kind.step) for those in by_day]))

    def board(self, day: date, taken: Mapping[str, Taken], closed: int, grid: bool = True) -> Board:
        """Who is free on that day at which starts; `grid` False for starts at any minute."""
        counters, agents = [], []
        weekday = day.weekday()
        for counter in self.counters:
            shut = taken.get(counter.uid, NOTHING).busy(counter.capacity) | closed
            if counter.unavailabilities:
                shut |= absent(counter.unavailabilities, day)
            counters.append((counter, erode(WHOLE_DAY & ~shut, self.need)))
        for agent, week in self.agents:
            of = week[weekday].on(day)
            if not of.offered:
                continue
            busy = taken.get(agent.uid, NOTHING).busy() | closed
            if agent.unavailabilities:
                busy |= absent(agent.unavailabilities, day)
            fits = erode(of.offered & ~busy, self.need)
            if fits and grid:
                fits = fits & of.grid if self.kind.step else chained(fits, self.need)
            if fits:
                agents.append((agent, fits, of))
        return Board(self.need, agents, counters, taken)
