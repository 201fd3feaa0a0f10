"""The minutes that agents offered on a day, by what they could have been taken for."""

from .holidays import closures_on
from .hours import absent
from .hours import WHOLE_DAY
from .minutes import span
from .office import Agent
from .office import Office
from .zone import missing
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple


class Offered(NamedTuple):
    """So many minutes of an agent's day, in which these types could be received at these counters.

    No minute is in two of them; types and counters are uids, in order.
    """

    agent: str
    types: tuple[str, ...]
    counters: tuple[str, ...]
    minutes: int


def offered(office: Office, day: date) -> list[Offered]:
    """All that active agents offered on that day, to the public or to staff.

    Closures, absences of agents and of counters, and minutes that the clocks skip are left out,
    and so is what no counter receives. What was booked counts for nothing.
    """
    opened = WHOLE_DAY & ~closures_on(office, day).mask & ~missing(office.zone, day)
    there = {
        uid: opened & ~absent(counter.unavailabilities, day)
        for uid, counter in office.counters.items()
        if counter.active
    }
    found: list[Offered] = []
    for agent in office.agents.values():
        if agent.active:
            found += _of(agent, office, day, there)
    return found


def _of(agent: Agent, office: Office, day: date, there: Mapping[str, int]) -> Iterable[Offered]:
    hours = [one for one in agent.availabilities if one.applies(day)]
    if not hours:
        return
    free = ~absent(agent.unavailabilities, day)
    types: dict[str, int] = {}
    counters: dict[str, int] = {}
    for one in hours:
        minutes = span(one.start, one.end) & free
        for counter in sorted(one.counters or there):
            at = minutes & there.get(counter, 0)
            received = sorted(one.types & office.counters[counter].types) if at else ()
            for kind in received:
                if office.types[kind].active:
                    types[kind] = types.get(kind, 0) | at
                    counters[counter] = counters.get(counter, 0) | at
    for named, minutes in _parted(types, WHOLE_DAY).items():
        if named:
            for places, both in _parted(counters, minutes).items():
                yield Offered(agent.uid, named, places, both.bit_count())


def _parted(masks: Mapping[str, int], whole: int) -> dict[tuple[str, ...], int]:
    """The minutes of `whole` by the names of the masks that they are in."""
    parts: dict[tuple[str, ...], int] = {(): whole}
    for name, mask in sorted(masks.items()):
        for names, minutes in list(parts.items()):
            inside, outside = minutes & mask, minutes & ~mask
            del parts[names]
            for part, those in (((*names, name), inside), (names, outside)):
                if those:
                    parts[part] = parts.get(part, 0) | those
    return parts
