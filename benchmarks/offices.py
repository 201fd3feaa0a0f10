"""The sections that are measured: `month` (20 starts a day, 60 % full), `week`, `rush` (empty), `places`."""

from BTrees.LOBTree import LOBTree
from collections.abc import Mapping
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.office import office_of
from collective.rendezvous.clock import now
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.instants import minutes
from collective.rendezvous.ledger.seats import seats
from collective.rendezvous.scheduling.slots import Query
from collective.rendezvous.scheduling.slots import slots
from datetime import timedelta
from nothing.services import SMALL
from plone import api
from plone.dexterity.utils import createContentInContainer
from random import Random
from typing import Any
from zope.annotation.interfaces import IAnnotations

import transaction


EVERY_DAY = list(range(7))
MORNING, AFTERNOON = ("09:00", "12:00"), ("13:20", "17:00")
FILLED = 12
"""Appointments at each start of `month`, of 20 agents and seats."""

A_FEW = 4
"""The same of `week`: 560 in seven days."""


def offices(portal: Any) -> None:
    """Make the sections."""
    IAnnotations(portal)[SMALL] = LOBTree()
    with api.env.adopt_roles(["Manager"]):
        month = section(portal, "month", agents=20, counters=10, capacity=2, named=True)
        week = section(portal, "week", agents=20, counters=10, capacity=2, named=True)
        section(portal, "rush", agents=20, counters=10, capacity=2, named=True)
        section(portal, "places", agents=10, counters=1, capacity=10)
    transaction.commit()  # what was indexed, before the cache is full of appointments
    fill(month, FILLED)
    fill(week, A_FEW)


def section(portal: Any, id: str, agents: int, counters: int, capacity: int, named: bool = False) -> Any:
    """One type of 20 minutes, nobody limited; `named`: every other availability names three counters."""
    limits = {"max_upcoming_per_email": 3, "bookings_per_minute": 1000, "holidays_country": ""}
    made = add(portal, "RendezVousSection", id, title=id, **limits)
    kind = add(made, "AppointmentType", "passport", title="Passport", duration=20, horizon_days=400).UID()
    places = [
        add(made, "Counter", f"counter-{n}", title=f"Counter {n}", capacity=capacity, types=[kind]).UID()
        for n in range(counters)
    ]
    random = Random(4)
    for n in range(agents):
        userid = f"{id}-{n}"
        api.user.create(username=userid, email=f"{userid}@mairie.example", password="valombre")
        agent = add(made, "Agent", f"agent-{n}", title=f"Agent {n}", userid=userid, role="receptionist")
        for part, (start, end) in enumerate((MORNING, AFTERNOON)):
            some = random.sample(places, 3) if named and (n >> part) % 2 else []
            hours = {"days": EVERY_DAY, "start": start, "end": end, "types": [kind], "counters": some}
            add(agent, "Availability", **hours)
    api.content.transition(made, "open")
    return made


def add(container: Any, portal_type: str, id: str = "", **fields: Any) -> Any:
    named = {"id": id} if id else {}
    return createContentInContainer(container, portal_type, checkConstraints=False, **named, **fields)


def fill(made: Any, filled: int) -> None:
    """Appointments at each start of the next 60 days, straight into the ledger."""
    office, ledger, moment = office_of(made), ledger_of(made, create=True), now()
    assert ledger is not None
    (kind,) = office.types.values()
    resources: Mapping[str, int] = dict.fromkeys(office.agents, 1) | dict.fromkeys(office.counters, 2)
    first = moment.astimezone(office.zone).date()
    query = Query(kind.uid, first, first + timedelta(days=60))
    random = Random(7)
    seats_of_all = [uid for uid in office.counters for _ in range(2)]
    for day in slots(office, ledger.occupancy(moment), query, moment):
        for slot in day.slots:
            agents, counters = random.sample(list(office.agents), filled), random.sample(seats_of_all, filled)
            for agent, counter in zip(agents, counters, strict=True):
                it = Appointment(
                    state="confirmed",
                    type_uid=kind.uid,
                    type_title=kind.title,
                    counter_uid=counter,
                    agent_uid=agent,
                    start=minutes(slot.start),
                    length=20,
                    last_name="Garnier",
                    email=f"garnier.{random.randrange(10**6)}@courriel.example",
                )
                it = ledger.add(it)
                ledger.occupy(it.reference, seats(it, office.zone), resources, moment)
