"""One day as a type sees it: who could receive, where, from which minutes on."""

from .hours import Hours
from .hours import WHOLE_DAY
from .matching import largest
from .minutes import bits
from .minutes import erode
from .minutes import span
from .occupancy import NOTHING
from .occupancy import Taken
from .office import Agent
from .office import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Board:
    """The agents with the starts that each could take, the counters with theirs.

    Counters are numbered: one bit a counter, in the order of `counters`.
    """

    need: int
    agents: list[tuple[Agent, int, Hours]]
    counters: list[tuple[Counter, int]]
    taken: Mapping[str, Taken]

    def starts(self) -> list[tuple[int, int]]:
        """Each start with at least one place: (minute, places), in order."""
        wants: dict[int, list[int]] = {}
        anywhere: dict[int, int] = {}
        for _, mask, of in self.agents:
            for among, counters in of.choices:
                if counters not in anywhere:
                    anywhere[counters] = self.anywhere(counters)
                for minute in bits(mask & among & anywhere[counters]):
                    if minute in wants:
                        wants[minute].append(counters)
                    else:
                        wants[minute] = [counters]
        return [
            (minute, 1 if len(wanted) == 1 else self.together(minute, wanted))
            for minute, wanted in sorted(wants.items())
        ]

    def startable(self) -> int:
        """The starts with at least one place, as a mask: no need to count the places."""
        found = 0
        for _, mask, of in self.agents:
            for among, counters in of.choices:
                found |= mask & among & self.anywhere(counters)
        return found

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
                counters = of.counters(minute) & served
                if counters:
                    found.append((agent, counters))
        return found

    def seats(self, minute: int) -> list[int]:
        """The free seats of each counter at that start."""
        seats = []
        for mask, free, crossed in self._seats:
            if mask >> minute & 1:
                for starts in crossed:
                    free -= starts >> minute & 1
            else:
                free = 0
            seats.append(free)
        return seats

    def free(self, minute: int, at: int) -> int:
        """The free seats of one counter, at a start that it could take."""
        counter = self.counters[at][0]
        taken = self.taken.get(counter.uid, NOTHING)
        return counter.capacity - taken.peak(span(minute, minute + self.need))

    @cached_property
    def _seats(self) -> list[tuple[int, int, list[int]]]:
        """Of each counter its starts, its capacity, and by seats the starts that meet somebody on it."""
        return [
            (mask, counter.capacity, [self._crossing(level) for level in self._levels(counter)])
            for counter, mask in self.counters
        ]

    def _levels(self, counter: Counter) -> tuple[int, ...]:
        """How full a counter is; a counter of one seat is free where it can take anything at all."""
        return self.taken.get(counter.uid, NOTHING).levels if counter.capacity > 1 else ()

    def _crossing(self, taken: int) -> int:
        """The starts of stretches that hold one of the minutes."""
        return WHOLE_DAY ^ erode(WHOLE_DAY ^ taken, self.need)

    def places(self, minute: int) -> int:
        """The largest number of appointments that could be taken at that start."""
        wants = [counters for _, counters in self.wants(minute)]
        return self.together(minute, wants) if wants else 0

    def together(self, minute: int, wants: list[int]) -> int:
        """The same for agents that each can take it at one of the counters wanted, by itself."""
        served, number = self.served(minute), len(wants)
        if number == 2:
            either = (wants[0] | wants[1]) & served
            return 2 if either & (either - 1) else min(2, self.free(minute, either.bit_length() - 1))
        seated = [wanted & served for wanted in wants]
        if min(map(int.bit_count, seated)) >= number:
            return number  # a counter of one's own for each (Hall, 1935): no need to count seats
        picky = [wanted for wanted in seated if wanted != served]
        return largest(picky, number - len(picky), self.seats(minute))
