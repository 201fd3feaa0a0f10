"""Who is there, where, for what, and free: sets of minutes of one day."""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.rendezvous.scheduling.holidays import Closed
from collective.rendezvous.scheduling.holidays import closures_on
from collective.rendezvous.scheduling.hours import absent
from collective.rendezvous.scheduling.hours import WHOLE_DAY
from collective.rendezvous.scheduling.minutes import span
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.office import Office
from datetime import date
from typing import NamedTuple


Taken = Mapping[str, Sequence[tuple[int, int]]]
"""Uid -> stretches of the day that appointments take there."""


class Scope(NamedTuple):
    """The agents and the counters of a column, and the type (uid) if only one counts."""

    agents: Sequence[Agent]
    counters: Sequence[Counter]
    type: str | None = None


class Presence(NamedTuple):
    """`hours`: what availabilities cover; `there`: less absences and closures; `free`: less what is taken."""

    hours: int
    there: int
    free: int


class Presences:
    """Answers for one day; each agent and counter is looked at once."""

    def __init__(self, office: Office, day: date, taken: Taken, language: str) -> None:
        self.day = day
        self.closed: Closed = closures_on(office, day, language)
        self.types = {uid for uid, kind in office.types.items() if kind.active}
        self.away = {
            one.uid: absent(one.unavailabilities, day)
            for one in (*office.agents.values(), *office.counters.values())
        }
        self.busy = {uid: full(stretches, self._capacity(office, uid)) for uid, stretches in taken.items()}

    @staticmethod
    def _capacity(office: Office, uid: str) -> int:
        counter = office.counters.get(uid)
        return counter.capacity if counter else 1

    def of(self, scope: Scope) -> Presence:
        """The minutes in which somebody of the scope is, or could be, at one of its counters."""
        hours = there = free = 0
        types = self.types if scope.type is None else self.types & {scope.type}
        for agent in scope.agents:
            here = WHOLE_DAY & ~self.closed.mask & ~self.away[agent.uid]
            for counter in scope.counters:
                offered = self._offered(agent, counter, types)
                if offered:
                    present = offered & here & ~self.away[counter.uid]
                    hours |= offered
                    there |= present
                    free |= present & ~self.busy.get(agent.uid, 0) & ~self.busy.get(counter.uid, 0)
        return Presence(hours, there, free)

    def _offered(self, agent: Agent, counter: Counter, types: set[str]) -> int:
        mask = 0
        for one in agent.availabilities:
            if (
                (not one.counters or counter.uid in one.counters)
                and one.types & counter.types & types
                and one.applies(self.day)
            ):
                mask |= span(one.start, one.end)
        return mask


def full(taken: Sequence[tuple[int, int]], capacity: int) -> int:
    """The minutes that lie in at least `capacity` of the stretches."""
    layers = [0] * capacity
    for start, end in taken:
        rest = span(start, end)
        for at, layer in enumerate(layers):
            layers[at], rest = layer | rest, layer & rest
            if not rest:
                break
    return layers[-1] if layers else 0
