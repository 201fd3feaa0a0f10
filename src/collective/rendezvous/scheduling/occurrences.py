"""Hours, absences and closures as they fall on days: what a planning shows behind appointments."""

from .holidays import holiday
from .office import Agent
from .office import Availability
from .office import Closure
from .office import Counter
from .office import DAY
from .office import Office
from .office import Unavailability
from .zone import at
from .zone import existing
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from typing import NamedTuple


ONE_DAY = timedelta(days=1)

Uids = frozenset[str] | None
"""Some of the uids; None is all."""


@dataclass(frozen=True, slots=True)
class Span:
    """Days, both included, narrowed to some agents, counters and types."""

    first: date
    last: date
    agents: Uids = None
    counters: Uids = None
    types: Uids = None

    @property
    def days(self) -> Iterator[date]:
        """Its days, in order."""
        return (self.first + number * ONE_DAY for number in range((self.last - self.first).days + 1))


class Hours(NamedTuple):
    """An availability on one of its days; times are aware."""

    start: datetime
    end: datetime
    agent: Agent
    availability: Availability


class Absence(NamedTuple):
    """An unavailability of an agent or a counter, cut to the days asked; times are aware."""

    start: datetime
    end: datetime
    of: Agent | Counter
    reason: str


def hours(office: Office, span: Span) -> list[Hours]:
    """The availabilities of active agents, day by day, in order of start; nothing is taken off them."""
    found = [
        Hours(at(office.zone, day, one.start), at(office.zone, day, one.end), agent, one)
        for agent in office.agents.values()
        if agent.active and (span.agents is None or agent.uid in span.agents)
        for one in agent.availabilities
        if shown(one, span)
        for day in span.days
        if one.applies(day)
    ]
    return sorted(found, key=lambda it: (it.start, it.agent.id, it.end, it.availability.uid))


def shown(one: Availability, span: Span) -> bool:
    """Whether an availability has to do with the types and counters asked for."""
    return (span.types is None or not span.types.isdisjoint(one.types)) and (
        span.counters is None or not one.counters or not span.counters.isdisjoint(one.counters)
    )


def absences(office: Office, span: Span) -> list[Absence]:
    """The unavailabilities of active agents and counters that share a moment with the days."""
    whose: list[Agent | Counter] = [
        agent
        for agent in office.agents.values()
        if agent.active and (span.agents is None or agent.uid in span.agents)
    ]
    whose += [
        counter
        for counter in office.counters.values()
        if counter.active
        and (span.counters is None or counter.uid in span.counters)
        and (span.types is None or not span.types.isdisjoint(counter.types))
    ]
    found = [cut(office, span, of, one) for of in whose for one in of.unavailabilities]
    return sorted((one for one in found if one.start < one.end), key=lambda it: (it.start, it.of.id, it.end))


def cut(office: Office, span: Span, of: Agent | Counter, one: Unavailability) -> Absence:
    """An unavailability within the days; it ends before it starts where it shares nothing with them."""
    zone = office.zone
    since, until = at(zone, span.first, 0), at(zone, span.last, DAY)
    start, end = existing(one.start.replace(tzinfo=zone)), existing(one.end.replace(tzinfo=zone))
    return Absence(max(start, since), min(end, until), of, one.reason)


def closures(office: Office, span: Span, language: str) -> list[Closure]:
    """The closures cut to the days, and the public holidays among them with their names, in order."""
    found = [
        Closure(max(one.first_day, span.first), min(one.last_day, span.last), one.start, one.end, one.reason)
        for one in office.closures
        if one.first_day <= span.last and one.last_day >= span.first
    ]
    for day in span.days:
        name = holiday(office, day, language)
        if name is not None:
            found.append(Closure(day, day, reason=name))
    return sorted(found, key=lambda it: (it.first_day, it.last_day, it.start, it.end, it.reason))
