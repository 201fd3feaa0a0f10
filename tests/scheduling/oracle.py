"""A naive answer to what `scheduling.slots` and `scheduling.placing` answer, minute by minute.

Written from the words of the design alone, slow on purpose; it knows nothing of masks.
"""

from .naive_day import away
from .naive_day import busy
from .naive_day import closed
from .naive_day import count_of
from .naive_day import DAY
from .naive_day import elapsed
from .naive_day import minutes_of
from .naive_day import moment
from .naive_day import most_at_once
from .naive_day import of_the_day
from .naive_day import reasons
from datetime import timedelta
from datetime import UTC
from functools import lru_cache
from typing import NamedTuple


class Told(NamedTuple):
    """A day as it must be told: `slots` are (start, end, places), `reasons` all that may be given."""

    day: object
    slots: list
    why: str | None
    reasons: set


class Pair(NamedTuple):
    agent: str
    counter: str


# The grid of one agent


def free_minutes(office, stretches, agent, type_, day, staff):
    """The minutes in which the agent could receive for the type."""
    if not agent.active or not type_.active:
        return set()
    offering = [a for a in of_the_day(agent, day, staff) if type_.uid in a.types]
    covered = minutes_of(offering, office.zone, day)
    return covered - closed(office, day) - away(agent.unavailabilities, day) - busy(stretches, day, agent.uid)


def grid(office, stretches, agent, type_, day, people, staff):
    """The minutes at which an appointment of the type can begin with this agent."""
    free = free_minutes(office, stretches, agent, type_, day, staff)
    length = occupied(type_, people)
    starts = set()
    if type_.step:
        for a in of_the_day(agent, day, staff):
            if type_.uid in a.types:
                starts.update(range(a.start, a.end, type_.step))
    else:
        for minute in sorted(free):
            if minute - 1 in free:
                continue
            start = minute
            while start % 5:
                start += 1
            while fits(free, start, length, first=minute):
                starts.add(start)
                start += length
    return {start for start in starts if fits(free, start, length, first=start)}


def occupied(type_, people):
    """The minutes that an appointment takes of its agent and counter: buffer included."""
    return type_.duration + type_.extra_minutes_per_person * (people - 1) + type_.buffer


def fits(free, start, length, first):
    """Whether all of [start, start + length) is free, and all between `first` and it: one stretch."""
    return free.issuperset(range(first, start + length))


# Pairs and places


def rooms(office, agent, type_, day, staff):
    """{counter: the minutes in which the agent may receive there for the type}."""
    offering = [a for a in of_the_day(agent, day, staff) if type_.uid in a.types]
    return {
        uid: minutes_of([a for a in offering if not a.counters or uid in a.counters], office.zone, day)
        for uid in office.counters
    }


def seats(stretches, counter, type_, day, start, length):
    """How many more appointments of the type the counter can receive during all of the stretch."""
    if not counter.active or type_.uid not in counter.types:
        return 0
    minutes = range(start, start + length)
    if not away(counter.unavailabilities, day).isdisjoint(minutes):
        return 0
    return max(counter.capacity - most_at_once(stretches, day, counter.uid, minutes), 0)


@lru_cache(maxsize=100_000)
def matching(choices, seats):
    """The most appointments that can be made: every way to seat the agents is tried.

    `choices`: for each agent the numbers of the counters; `seats`: how many each counter has left.
    """
    if not choices:
        return 0
    best = matching(choices[1:], seats)
    for counter in choices[0]:
        if seats[counter]:
            left = tuple(n - (number == counter) for number, n in enumerate(seats))
            best = max(best, 1 + matching(choices[1:], left))
    return best


class Start:
    """What can be had at one start: agents with their counters, counters with their seats."""

    def __init__(self, office, stretches, query, day, start, rooms):
        type_ = office.types[query.type]
        length = occupied(type_, query.people)
        self.office, self.stretches, self.day = office, stretches, day
        self.seats = {
            uid: seats(stretches, counter, type_, day, start, length)
            for uid, counter in office.counters.items()
            if query.counters is None or uid in query.counters
        }
        self.choices = {
            agent: {uid for uid, n in self.seats.items() if n and fits(counters[uid], start, length, start)}
            for agent, counters in rooms.items()
        }

    def places(self, without=None):
        """The places at this start, or what is left of them when a pair has been taken."""
        order = list(self.seats)
        left = tuple(self.seats[uid] - (without is not None and uid == without.counter) for uid in order)
        choices = tuple(
            tuple(order.index(uid) for uid in order if uid in counters)
            for agent, counters in self.choices.items()
            if without is None or agent != without.agent
        )
        return matching(choices, left)

    def pairs(self):
        return [Pair(agent, counter) for agent, counters in self.choices.items() for counter in counters]

    def chosen(self):
        """The pair that takes the next appointment, or None."""
        places = self.places()
        good = [pair for pair in self.pairs() if self.places(without=pair) >= places - 1]
        return min(good, key=self.rank, default=None)

    def rank(self, pair):
        return (
            count_of(self.stretches, self.day, pair.agent),
            count_of(self.stretches, self.day, pair.counter),
            self.office.agents[pair.agent].id,
            self.office.counters[pair.counter].id,
        )


def asked(office, query):
    """The agents who are asked for."""
    return [a for uid, a in office.agents.items() if query.agents is None or uid in query.agents]


def starts_of(office, stretches, query, day):
    """{minute: :class:`Start`} of a day, whatever the time is: those with a place."""
    type_ = office.types[query.type]
    on_grid = {}
    for agent in asked(office, query):
        there = rooms(office, agent, type_, day, query.staff)
        for start in grid(office, stretches, agent, type_, day, query.people, query.staff):
            on_grid.setdefault(start, {})[agent.uid] = there
    found = {start: Start(office, stretches, query, day, start, on_grid[start]) for start in sorted(on_grid)}
    return {start: each for start, each in found.items() if each.places()}


def anywhere(office, stretches, query, day, start):
    """The :class:`Start` of a minute off the grid: with every agent who is free for all of it."""
    type_ = office.types[query.type]
    length = occupied(type_, query.people)
    free = {
        agent.uid: rooms(office, agent, type_, day, query.staff)
        for agent in asked(office, query)
        if fits(free_minutes(office, stretches, agent, type_, day, query.staff), start, length, start)
    }
    return Start(office, stretches, query, day, start, free)


# Days


def in_window(office, query, now, day, minute):
    """Whether a start may be offered by its time: always to staff."""
    if query.staff:
        return True
    type_ = office.types[query.type]
    today = now.astimezone(office.zone).date()
    start = moment(office.zone, day, minute).astimezone(UTC)
    return start >= elapsed(now, type_.min_notice_hours) and day <= today + timedelta(days=type_.horizon_days)


def slots(office, stretches, query, now):
    """What `scheduling.slots.slots` must answer."""
    days = []
    day = query.first
    while day <= query.last:
        days.append(told(office, stretches, query, now, day))
        day += timedelta(days=1)
    return days


def told(office, stretches, query, now, day):
    zone, type_ = office.zone, office.types[query.type]
    length = type_.duration + type_.extra_minutes_per_person * (query.people - 1)
    found = [
        (moment(zone, day, minute), moment(zone, day, minute + length), start.places())
        for minute, start in starts_of(office, stretches, query, day).items()
        if in_window(office, query, now, day, minute)
    ]
    if found:
        return Told(day, found, None, set())
    why = why_empty(office, query, now, day)
    return Told(day, [], why, reasons(office, day) if why == "closed" else {""})


def why_empty(office, query, now, day):
    """The first that is true of closed, past, full, none."""
    if len(closed(office, day)) == DAY:
        return "closed"
    unbooked = starts_of(office, {}, query, day)
    if not unbooked and starts_of(without_closures(office), {}, query, day):
        return "closed"
    today = now.astimezone(office.zone).date()
    before_now = [m for m in unbooked if moment(office.zone, day, m).astimezone(UTC) < now.astimezone(UTC)]
    if day < today or (day == today and unbooked and len(before_now) == len(unbooked)):
        return "past"
    if any(in_window(office, query, now, day, minute) for minute in unbooked):
        return "full"
    return "none"


def without_closures(office):
    return type(office)(
        uid=office.uid,
        timezone=office.timezone,
        types=office.types,
        counters=office.counters,
        agents=office.agents,
    )
