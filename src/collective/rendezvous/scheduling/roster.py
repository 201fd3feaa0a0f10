"""Who could receive for one type and one length, day by day."""

from .board import Board
from .hours import absent
from .hours import Rota
from .hours import WHOLE_DAY
from .minutes import erode
from .occupancy import Taken
from .office import Agent
from .office import AppointmentType
from .office import Office
from .series import chained
from collections.abc import Mapping
from datetime import date


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
        self.agents: list[tuple[Agent, Rota]] = []
        for agent in office.agents.values():
            if agent.active and (agents is None or agent.uid in agents):
                offered = [
                    one
                    for one in agent.availabilities
                    if kind.uid in one.types and (staff or one.audience == "public")
                ]
                if offered:
                    self.agents.append((agent, Rota(offered, self.bits, self.need, kind.step)))

    def board(self, day: date, taken: Mapping[str, Taken], closed: int, grid: bool = True) -> Board:
        """Who is free on that day at which starts; `grid` False for starts at any minute."""
        need, step = self.need, self.kind.step
        counters, agents = [], []
        for counter in self.counters:
            shut = closed
            lying = taken.get(counter.uid)
            if lying is not None:
                shut |= lying.busy(counter.capacity)
            if counter.unavailabilities:
                shut |= absent(counter.unavailabilities, day)
            counters.append((counter, erode(WHOLE_DAY ^ shut, need)))
        for agent, rota in self.agents:
            of = rota.on(day)
            free = of.offered
            if not free:
                continue
            busy = closed
            lying = taken.get(agent.uid)
            if lying is not None and lying.levels:
                busy |= lying.levels[0]
            if agent.unavailabilities:
                busy |= absent(agent.unavailabilities, day)
            fits = erode(free ^ (free & busy), need)
            if grid:
                fits = fits & of.grid if step else chained(fits, need)
            if fits:
                agents.append((agent, fits, of))
        return Board(need, agents, counters, taken)
