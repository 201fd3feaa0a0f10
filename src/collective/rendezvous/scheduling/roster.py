"""Who could receive for one type and one length, day by day."""

from .hours import absent
from .hours import Hours
from .hours import Week
from .hours import WHOLE_DAY
from .matching import largest
from .minutes import bits
from .minutes import erode
from .minutes import span
from .occupancy import NOTHING
from .occupancy import Taken
from .office import Agent
from .office import AppointmentType
from .office import Counter
from .office import Office
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


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
        wants: dict[int, list[int]] = {}
        anywhere: dict[int, int] = {}
        for _, mask, of in self.agents:
            for among, counters in of.choices:
                served = anywhere.get(counters)
                if served is None:
                    served = anywhere[counters] = self.anywhere(counters)
                for minute in bits(mask & among & served):
                    if minute in wants:
                        wants[minute].append(counters)
                    else:
                        wants[minute] = [counters]
        for minute in sorted(wants):
            # Each of them finds a counter by itself
            wanted = wants[minute]
            yield minute, 1 if len(wanted) == 1 else self.together(minute, wanted)

    def anywhere(self, counters: int) -> int:
        """The starts that at least one of the counters could take."""
        starts, bit = 0, 1
        for _, mask in self.counters:
            if counters & bit:
                starts |= mask
            bit <<= 1
        return starts

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
                for among, counters in of.choices:
                    if among >> minute & 1 and counters & served:
                        found.append((agent, counters & served))
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
        wants = [counters for _, counters in self.wants(minute)]
        return self.together(minute, wants) if wants else 0

    def together(self, minute: int, wants: list[int]) -> int:
        """The same for agents that each can take it at one of the counters wanted, by itself."""
        served = self.served(minute)
        for wanted in wants:
            if (wanted & served).bit_count() < len(wants):
                break
        else:
            return len(wants)  # a counter of one's own for each (Hall): no need to count seats
        picky = [wanted & served for wanted in wants if served & ~wanted]
        return largest(picky, len(wants) - len(picky), self.seats(minute))


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
                    self.agents.append(
                        (agent, [Week(those, self.bits, self.need, kind.step) for those in by_day])
                    )

    def board(self, day: date, taken: Mapping[str, Taken], closed: int, grid: bool = True) -> Board:
        """Who is free on that day at which starts; `grid` False for starts at any minute."""
        counters, agents = [], []
        weekday = day.weekday()
        for counter in self.counters:
            shut = taken.get(counter.uid, NOTHING).busy(counter.capacity) | closed
            if counter.unavailabilities:
                shut |= absent(counter.unavailabilities, day)
            counters.append((counter, erode(WHOLE_DAY ^ shut, self.need)))
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
