"""Random small offices with what is taken there, a moment and a question.

Every choice is read from one byte string, so that Hypothesis makes thousands in seconds and
still shrinks: a shorter, smaller string is a simpler office.
"""

from .build import by_uid
from collective.rendezvous.scheduling.occupancy import Stretches
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Availability
from collective.rendezvous.scheduling.office import Closure
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.office import Unavailability
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.slots import Query
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from datetime import UTC
from functools import cached_property
from hypothesis import strategies as st
from zoneinfo import ZoneInfo


DAY = 1440

# Ordinary weeks, both days of clock change, the change of the ISO year, days beside holidays.
DAYS = {
    "Europe/Paris": ["2026-06-15", "2026-03-29", "2026-10-25", "2026-12-31", "2026-05-01", "2026-11-10"],
    "America/Santiago": ["2026-06-15", "2026-09-06", "2026-04-04", "2027-01-02", "2026-09-05"],
    "Australia/Lord_Howe": ["2026-06-15", "2026-10-04", "2026-04-05", "2026-12-28", "2026-10-03"],
}


class Dice:
    """Choices from bytes; when they are used up, always the first and simplest."""

    def __init__(self, source):
        self.source = iter(source)

    def below(self, n):
        number = next(self.source, 0)
        if n > 256:
            number = number * 256 + next(self.source, 0)
        return number % n

    def one_of(self, *options):
        return options[self.below(len(options))]

    def rarely(self, n):
        """True once in n times."""
        return self.below(n) == n - 1

    def some(self, options, n=2):
        """A subset: each option is left out once in n times."""
        return frozenset(each for each in options if not self.rarely(n))


@dataclass
class World:
    office: Office
    taken: dict
    query: Query
    now: datetime
    moments: list  # (day, minute): some that may be asked for
    actor: Actor
    agent: str
    counter: str

    @cached_property
    def occupancy(self):
        return Stretches(self.taken)


def world(source):
    dice = Dice(source)
    timezone = dice.one_of(*DAYS)
    first = date.fromisoformat(dice.one_of(*DAYS[timezone])) - timedelta(days=dice.one_of(0, 0, 1, 2))
    last = first + timedelta(days=dice.below(3))
    types = [appointment_type(dice, n) for n in range(1 + dice.below(3))]
    uids = [each.uid for each in types]
    counters = [counter(dice, n, uids, first) for n in range(1 + dice.below(4))]
    agents = [agent(dice, n, uids, [each.uid for each in counters], first) for n in range(1 + dice.below(4))]
    office = Office(
        uid="office",
        timezone=timezone,
        types=by_uid(types),
        counters=by_uid(counters),
        agents=by_uid(agents),
        closures=tuple(closure(dice, first) for _ in range(dice.one_of(0, 0, 0, 0, 1, 1, 2))),
        holidays_country=dice.one_of("", "FR", "FR"),
        holidays_subdivision=dice.one_of("", "6AE"),
        holidays_worked=frozenset([first] if dice.rarely(3) else []),
    )
    taken = appointments(dice, office, first)
    return World(
        office=office,
        taken=taken,
        query=query(dice, office, first, last),
        now=moment(dice, office.zone, first),
        moments=[asked(dice, office, taken, first) for _ in range(6)],
        actor=Actor(dice.one_of("administrator", "receptionist"), agents[0].uid),
        agent=dice.one_of(*office.agents),
        counter=dice.one_of(*office.counters),
    )


def appointment_type(dice, n):
    return AppointmentType(
        uid=f"type-{9 - n}",
        id=f"t{n}",
        title="",
        duration=dice.one_of(30, 20, 45, 15, 60, 10, 25, 5, 7, 100),
        step=dice.one_of(None, None, None, 15, 30, 20, 10, 7),
        buffer=dice.one_of(0, 0, 5, 10, 3),
        min_notice_hours=dice.one_of(0, 0, 0, 1, 3, 24),
        horizon_days=dice.one_of(90, 90, 90, 90, 90, 3, 2, 1),
        audience="staff" if dice.rarely(8) else "public",
        max_people=3,
        extra_minutes_per_person=dice.one_of(0, 5, 10, 2),
        active=not dice.rarely(20),
    )


def counter(dice, n, types, first):
    return Counter(
        uid=f"counter-{9 - n}",
        id=f"c{n}",
        title="",
        capacity=dice.one_of(1, 1, 2, 3),
        types=dice.some(types, 9),
        unavailabilities=tuple(unavailability(dice, first) for _ in range(dice.one_of(0, 0, 0, 0, 1, 2))),
        active=not dice.rarely(16),
    )


def agent(dice, n, types, counters, first):
    kept = []
    for number in range(1 + dice.below(4)):
        new = availability(dice, f"hours-{n}-{number}", types, counters, first, kept)
        if not any(overlap(new, old) and new.counters != old.counters for old in kept):
            kept.append(new)
    return Agent(
        uid=f"agent-{9 - n}",
        id=f"a{n}",
        title="",
        userid=f"user-{n}",
        availabilities=tuple(kept),
        unavailabilities=tuple(unavailability(dice, first) for _ in range(dice.one_of(0, 0, 0, 1, 2))),
        active=not dice.rarely(16),
    )


def availability(dice, uid, types, counters, first, earlier):
    start = dice.one_of(9, 9, 9, 13, 8, 0, 1, 22, 2) * 60 + dice.one_of(0, 0, 0, 0, 5, 10, 30, 45, 2, 13)
    if earlier and dice.rarely(3):
        start = earlier[-1].end % DAY  # touches the one before
    length = dice.one_of(60, 120, 60, 90, 45, 77, 240)
    return Availability(
        uid=uid,
        days=dice.some(range(7), 20),
        start=start,
        end=min(start + length, DAY),
        types=dice.some(types, 8) or frozenset(types[:1]),
        counters=dice.some(counters) if dice.rarely(2) else frozenset(),
        audience="staff" if dice.rarely(6) else "public",
        valid_from=first + timedelta(days=dice.below(3)) if dice.rarely(8) else None,
        valid_until=first + timedelta(days=dice.below(3)) if dice.rarely(8) else None,
        weeks=dice.one_of("every", "every", "every", "every", "every", "every", "even", "odd"),
    )


def overlap(one, other):
    """Whether some minute of some day may lie in both."""
    latest = max(one.valid_from or date.min, other.valid_from or date.min)
    earliest = min(one.valid_until or date.max, other.valid_until or date.max)
    return bool(
        one.days & other.days
        and one.start < other.end
        and other.start < one.end
        and latest <= earliest
        and (one.weeks == other.weeks or "every" in (one.weeks, other.weeks))
    )


def unavailability(dice, first):
    start = datetime.combine(first, time()) + timedelta(
        days=dice.one_of(0, 1, -1),
        minutes=dice.one_of(9, 10, 8, 0, 13, 22) * 60 + dice.one_of(0, 15, 30, 7),
    )
    length = dice.one_of(30, 60, 15, 12, 180, 600, 1440, 2 * 1440)
    return Unavailability(start, start + timedelta(minutes=length))


def closure(dice, first):
    first_day = first + timedelta(days=dice.one_of(0, 1, -1))
    start, end = 0, DAY
    if not dice.rarely(3):
        start = dice.one_of(9 * 60, 10 * 60, 0, 13 * 60)
        end = min(start + dice.one_of(60, 30, 120, 300, 720), DAY)
    reason = f"reason {dice.below(9)}"
    return Closure(first_day, first_day + timedelta(days=dice.below(2)), start, end, reason)


def appointments(dice, office, first):
    """Appointments made by whomever, anywhere: no agent has two at once, no counter too many."""
    taken = {}
    agents, counters = list(office.agents.values()), list(office.counters.values())
    for _ in range(dice.one_of(0, 3, 6, 12, 24)):
        agent, counter = dice.one_of(*agents), dice.one_of(*counters)
        day = first + timedelta(days=dice.one_of(0, 0, 1, 2, -1))
        hours = dice.one_of(*agent.availabilities)
        start = hours.start + dice.below(hours.end - hours.start) // 5 * 5 + dice.one_of(0, 0, 0, 0, 0, 1)
        pieces = cut(day, start, dice.one_of(30, 20, 15, 45, 10, 7))
        seats = 99 if dice.rarely(32) else counter.capacity  # 99: the capacity was lowered since
        if room(taken, pieces, agent.uid, 1) and room(taken, pieces, counter.uid, seats):
            add(taken, pieces, agent.uid, counter.uid)
    return taken


def cut(day, start, length):
    """The pieces [(day, start, end)] of a stretch, cut at midnight."""
    pieces = [(day, start, min(start + length, DAY))]
    if start + length > DAY:
        pieces.append((day + timedelta(days=1), 0, start + length - DAY))
    return pieces


def room(taken, pieces, uid, capacity):
    return all(
        sum(1 for s, e in taken.get(day, {}).get(uid, ()) if s <= minute < e) < capacity
        for day, start, end in pieces
        for minute in range(start, end)
    )


def add(taken, pieces, *uids):
    for day, start, end in pieces:
        for uid in uids:
            taken.setdefault(day, {}).setdefault(uid, []).append((start, end))


def query(dice, office, first, last):
    type_ = dice.one_of(*office.types.values())
    return Query(
        type=type_.uid,
        first=first,
        last=last,
        people=dice.one_of(1, 1, 2, 3),
        counters=dice.some(office.counters, 3) if dice.rarely(4) else None,
        agents=dice.some(office.agents, 3) if dice.rarely(6) else None,
        staff=type_.audience == "staff" or dice.rarely(4),
    )


def moment(dice, zone, first):
    """Now: some time before the days asked for, or among them."""
    day = first + timedelta(days=dice.one_of(-7, -1, 0, 0, 1))
    minutes = dice.one_of(8, 9, 10, 14, 2, 23, 0) * 60 + dice.one_of(0, 20, 30, 41)
    return (datetime.combine(day, time(), ZoneInfo(zone.key)) + timedelta(minutes=minutes)).astimezone(UTC)


def asked(dice, office, taken, first):
    """A minute of a day: on a grid, or at the end of an appointment, or beside, or anywhere."""
    day = first + timedelta(days=dice.one_of(0, 0, 0, 1, 2))
    agent = dice.one_of(*office.agents.values())
    hours = dice.one_of(*agent.availabilities)
    ends = [end for _, end in taken.get(day, {}).get(agent.uid, ())]
    since = dice.one_of(hours.start, hours.start, *ends)
    minute = since + dice.one_of(0, 5, 10, 15, 20, 30, 40, 45, 60, 90, -10, 1, dice.below(DAY))
    return day, minute % DAY


def worlds(size=400):
    """A Hypothesis strategy of :class:`World`."""
    return st.binary(min_size=size, max_size=size).map(world)
