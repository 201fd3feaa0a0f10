"""A large office, full for three months: what the engine is timed on.

20 agents work 8 hours on each day of the week; half of their availabilities name three counters.
10 counters hold two appointments each. 400 appointments of 20 minutes lie on each of 90 days: 83 %
of the agents' time. An agent's series begin at 9:00 or a little later, so that not all starts agree.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.rendezvous.scheduling.occupancy import Taken
from collective.rendezvous.scheduling.occupancy import taken
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Availability
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.office import Office
from datetime import date
from datetime import timedelta
from random import Random


FIRST = date(2026, 11, 24)
DAYS, AGENTS, COUNTERS, A_DAY = 90, 20, 10, 400
MORNING, AFTERNOON = (540, 720), (780, 1080)
LENGTH = 20

Busy = Mapping[date, Mapping[str, list[tuple[int, int]]]]


def office(step: int | None = None) -> Office:
    random = Random(1)
    lengths = (LENGTH, 30, 15, 45, 30)
    types = {f"t{n}": AppointmentType(f"t{n}", f"t{n}", f"t{n}", d, step) for n, d in enumerate(lengths)}
    counters = {
        f"c{n}": Counter(f"c{n}", f"c{n}", f"c{n}", capacity=2, types=frozenset(types))
        for n in range(COUNTERS)
    }
    agents = {}
    for n in range(AGENTS):
        hours = []
        for part, (start, end) in enumerate((MORNING, AFTERNOON)):
            named = (n >> part) % 2 == 1
            some = frozenset(random.sample(list(counters), 3)) if named else frozenset()
            offered = frozenset(["t0", *random.sample(list(types), 3)])
            hours.append(Availability(f"a{n}-{part}", frozenset(range(7)), start, end, offered, some))
        agents[f"a{n}"] = Agent(f"a{n}", f"a{n}", f"a{n}", availabilities=tuple(hours))
    return Office("busy", "Europe/Paris", types, counters, agents)


def places(of: Office) -> Iterator[tuple[date, int, str, str]]:
    """The day, the minute, the agent and the counter of each appointment, day by day."""
    random = Random(2)
    for day in days():
        yield from ((day, *one) for one in _day(of, random))


def stretches(of: Office) -> Busy:
    """What is taken: {day: {uid: [(start, end)]}}."""
    busy: dict[date, dict[str, list[tuple[int, int]]]] = {}
    for day, start, *uids in places(of):
        for uid in uids:
            busy.setdefault(day, {}).setdefault(uid, []).append((start, start + LENGTH))
    return busy


def masks(busy: Busy) -> Mapping[date, Mapping[str, Taken]]:
    """The same as the lanes of a ledger keep it once they were read."""
    return {day: {uid: taken(lying) for uid, lying in row.items()} for day, row in busy.items()}


def days() -> Iterator[date]:
    return (FIRST + timedelta(days=n) for n in range(DAYS))


def _day(of: Office, random: Random) -> Iterator[tuple[int, str, str]]:
    wanted = []
    for agent in of.agents.values():
        for hours in agent.availabilities:
            first = hours.start + random.choice((0, 0, 5, 10))
            starts = range(first, hours.end - LENGTH + 1, LENGTH)
            wanted += [(start, agent.uid, hours.counters) for start in starts]
    until = {(uid, seat): 0 for uid, counter in of.counters.items() for seat in range(counter.capacity)}
    for start, agent, named in sorted(random.sample(wanted, A_DAY), key=lambda one: one[0]):
        free = [seat for seat, end in until.items() if end <= start]
        seat = next((one for one in free if one[0] in named), free[0])
        until[seat] = start + LENGTH
        yield start, agent, seat[0]
