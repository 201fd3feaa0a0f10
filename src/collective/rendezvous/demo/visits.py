"""Let a few weeks pass: people book, cancel, come or stay away, each at a time of their own."""

from collections.abc import Iterator
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.demo.quiet import QuietDesk
from collective.rendezvous.demo.town import TOWN
from collective.rendezvous.demo.visitors import ask
from collective.rendezvous.scheduling.office import Agent
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.slots import Query
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from heapq import heappop
from heapq import heappush
from random import Random
from typing import Any


PUBLIC = Actor("public")
BY_PHONE, TWO_COME, CANCELLED, ABSENT = 0.15, 0.15, 0.07, 0.06
"""How many of the appointments are so."""


@dataclass(order=True, frozen=True)
class Step:
    """What somebody does at a moment; `wish` is a day and a type to book, `reference` what is booked."""

    when: datetime
    number: int
    action: str = field(compare=False)
    wish: tuple[date, str] | None = field(default=None, compare=False)
    reference: str = field(default="", compare=False)


class Weeks:
    """The weeks before and after a moment, told step by step in the order of time."""

    def __init__(self, section: Any, now: datetime) -> None:
        self.section = section
        self.now = now
        self.office = office_of(section)
        self.random = Random(now.date().toordinal())
        self.types = {kind.id: kind for kind in self.office.types.values()}
        self.receptionists = [one for one in self.office.agents.values() if one.role == "receptionist"]
        self.steps: list[Step] = []
        self.count = 0

    def plan(self, when: datetime, action: str, **told: Any) -> None:
        """Note what will happen, unless it is still to come."""
        if when <= self.now:
            self.count += 1
            heappush(self.steps, Step(when, self.count, action, **told))

    def wishes(self) -> None:
        """Note who will want to come, when, and since when they think of it."""
        told = TOWN["visits"]
        names, shares = list(told["shares"]), list(told["shares"].values())
        today = self.now.astimezone(self.office.zone).date()
        for ahead in range(-7 * told["weeks_before"], 7 * told["weeks_after"] + 1):
            wanted = today + timedelta(days=ahead)
            for name in self.random.choices(names, shares, k=told["a_day"]):
                days = int(self.random.expovariate(1 / told["days_ahead"]))
                self.plan(self.at(wanted - timedelta(days=days)), "book", wish=(wanted, name))

    def at(self, day: date) -> datetime:
        """A moment of that day at which people are awake."""
        minutes = self.random.randrange(7 * 60, 22 * 60)
        return datetime.combine(day, time(minutes // 60, minutes % 60), self.office.zone)

    def live(self) -> None:
        """Let everything happen that is not to come."""
        self.wishes()
        while self.steps:
            step = heappop(self.steps)
            try:
                if step.wish is not None:
                    self.book(step.when, *step.wish)
                else:
                    QuietDesk(self.section, self.staff(), step.when, None).transition(
                        step.reference, step.action
                    )
            except BookingError:
                continue

    def staff(self) -> Actor:
        """One of the receptionists."""
        agent: Agent = self.random.choice(self.receptionists)
        return Actor("receptionist", agent.uid, agent.userid)

    def book(self, when: datetime, wanted: date, name: str) -> None:
        """Book a start of that day or, where there is none, of one of the days after it."""
        kind = self.types[name]
        phone = kind.audience == "staff" or self.random.random() < BY_PHONE
        actor = self.staff() if phone else PUBLIC
        people = 2 if kind.max_people > 1 and self.random.random() < TWO_COME else 1
        desk = QuietDesk(self.section, actor, when, None)
        starts = list(
            self.starts(desk, Query(kind.uid, wanted, wanted + timedelta(days=3), people, staff=phone))
        )
        if starts:
            start = self.random.choice(starts)
            data = {"type": name, "start": start, "people": people, **ask(self.random, kind, phone)}
            booked = desk.book(data, language="fr", client=f"192.0.2.{self.random.randrange(256)}")
            self.follow(booked.appointment.reference, when, start, booked.length)

    def starts(self, desk: QuietDesk, query: Query) -> Iterator[datetime]:
        """The starts of the first day that has any to come."""
        for day in desk.slots(query):
            coming = [slot.start for slot in day.slots if slot.start > desk.now]
            if coming:
                yield from coming
                return

    def follow(self, reference: str, when: datetime, start: datetime, length: int) -> None:
        """Note what comes of an appointment."""
        fate = self.random.random()
        if fate < CANCELLED:
            self.plan(when + (start - when) * self.random.random(), "cancel", reference=reference)
        elif fate < CANCELLED + ABSENT:
            self.plan(start + timedelta(minutes=length), "no_show", reference=reference)
        else:
            arrival = start - timedelta(minutes=self.random.randrange(-4, 12))
            self.plan(arrival, "arrive", reference=reference)
            self.plan(arrival + timedelta(minutes=length + 5), "honour", reference=reference)


def live(section: Any, now: datetime) -> None:
    """Fill the weeks around a moment with appointments, as their people would have."""
    Weeks(section, now).live()
