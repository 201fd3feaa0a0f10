"""Random offices in which many compete for one start: what worlds have too rarely."""

from .build import by_uid
from .worlds import add
from .worlds import Dice
from .worlds import room
from .worlds import World
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Availability
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.slots import Query
from datetime import date
from datetime import datetime
from datetime import UTC
from hypothesis import strategies as st


MONDAY = date(2026, 6, 15)
BEFORE = datetime(2026, 6, 14, 10, tzinfo=UTC)
NINE = 9 * 60


def crowd(source):
    """Up to five agents, from 9:00 to 10:00, half of them at counters of their own."""
    dice = Dice(source)
    counters = [
        Counter(f"counter-{9 - n}", f"c{n}", "", dice.one_of(1, 1, 2), frozenset(["type"]))
        for n in range(1 + dice.below(4))
    ]
    names = [counter.uid for counter in counters]
    agents = [agent(dice, n, names) for n in range(1 + dice.below(5))]
    office = Office(
        uid="office",
        timezone="Europe/Paris",
        types=by_uid([AppointmentType("type", "t", "", 30, step=30)]),
        counters=by_uid(counters),
        agents=by_uid(agents),
    )
    return World(
        office=office,
        taken=appointments(dice, agents, counters),
        query=Query("type", MONDAY, MONDAY),
        now=BEFORE,
        moments=[(MONDAY, NINE), (MONDAY, NINE + 10), (MONDAY, NINE + 30)],
        actor=Actor("administrator"),
        agent=dice.one_of(*agents).uid,
        counter=dice.one_of(*names),
    )


def agent(dice, n, counters):
    named = dice.some(counters) if dice.rarely(2) else frozenset()
    hours = Availability(f"hours-{n}", frozenset(range(7)), NINE, NINE + 60, frozenset(["type"]), named)
    return Agent(f"agent-{9 - n}", f"a{n}", "", availabilities=(hours,))


def appointments(dice, agents, counters):
    taken = {}
    for _ in range(dice.below(6)):
        agent, counter = dice.one_of(*agents), dice.one_of(*counters)
        start = NINE + dice.one_of(120, 150, 180, 0, 30, 15)
        pieces = [(MONDAY, start, start + 30)]
        if room(taken, pieces, agent.uid, 1) and room(taken, pieces, counter.uid, counter.capacity):
            add(taken, pieces, agent.uid, counter.uid)
    return taken


def crowds(size=80):
    """A Hypothesis strategy of :class:`World`."""
    return st.binary(min_size=size, max_size=size).map(crowd)
