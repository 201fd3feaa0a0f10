"""Book in a ledger of its own, with lanes and look-ups, without Zope."""

from collections.abc import Iterator
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.instants import minutes
from collective.rendezvous.ledger.instants import seconds
from collective.rendezvous.ledger.seats import seats
from collective.rendezvous.ledger.store import Ledger
from collective.rendezvous.scheduling.judging import judge
from collective.rendezvous.scheduling.placing import Place
from collective.rendezvous.scheduling.rules import Actor
from collective.rendezvous.scheduling.rules import Proposal
from contextlib import contextmanager
from datetime import datetime
from datetime import time
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import busy_office
import transaction
import ZODB
import ZODB.FileStorage


PUBLIC = Actor("public")
FIRST_NAMES = ("Inès", "Léa", "Hélène", "Aminata", "Paul", "Karim", "Étienne", "Loïc")


@contextmanager
def storage() -> Iterator[tuple[Any, Path]]:
    """A connection to a new FileStorage, and its file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "Data.fs"
        db = ZODB.DB(ZODB.FileStorage.FileStorage(str(path)))
        try:
            yield db.open(), path
        finally:
            transaction.abort()
            db.close()


class Bookings:
    """Books a busy office's appointments, each in a transaction of its own, five days ahead.

    `judged`: the rules are asked first, and choose agent and counter.
    """

    def __init__(self, ledger: Ledger, judged: bool) -> None:
        self.ledger = ledger
        self.judged = judged
        self.office = busy_office.office()
        self.kind = self.office.types["t0"]
        self.resources = dict.fromkeys(self.office.agents, 1) | dict.fromkeys(self.office.counters, 2)
        self.places = busy_office.places(self.office)
        self.random = Random(3)
        self.number = 0
        self.now = datetime.combine(busy_office.FIRST, time(), self.office.zone)

    def book(self) -> None:
        """Book the next one, if the rules let it."""
        day, minute, agent, counter = next(self.places)
        if self.judged:
            minute -= minute % busy_office.LENGTH  # on the grid
        start = datetime.combine(day, time(minute // 60, minute % 60), self.office.zone)
        self.now = start - timedelta(days=5)
        self.ledger.guard()
        place: Place | None = Place(agent, counter)
        email = f"visitor.{self.number}@courriel.example"
        if self.judged:
            place = self.judge(start, email)
        if place is not None:
            self.store(start, place, email)
            transaction.commit()
            self.number += 1

    def judge(self, start: datetime, email: str) -> Place | None:
        """Who takes it."""
        upcoming = self.ledger.upcoming(email, self.kind.uid, self.now)
        proposal = Proposal(self.kind.uid, start, upcoming=upcoming)
        occupancy = self.ledger.occupancy(self.now)
        verdict = judge(proposal, self.office, occupancy, PUBLIC, self.now)
        return None if verdict.refusals else verdict.place

    def store(self, start: datetime, place: Place, email: str) -> None:
        """Store it with all that a booking by the public stores."""
        number, ledger = self.number, self.ledger
        it = Appointment(
            reference=ledger.new_reference(),
            state="confirmed",
            type_uid=self.kind.uid,
            type_title="Carte d'identité ou passeport",
            counter_uid=place.counter,
            counter_title="Guichet des titres d'identité",
            agent_uid=place.agent,
            agent_title="Nadia Benali",
            start=minutes(start),
            length=self.kind.duration,
            civility="Mme",
            first_name=self.random.choice(FIRST_NAMES),
            last_name=f"Garnier{self.random.randrange(1000)}",
            email=email,
            phone=f"06 39 98 {number // 100 % 100:02d} {number % 100:02d}",
            answers={"Quel titre demandez-vous ?": "Passeport"} if number % 3 == 0 else {},
            origin="public",
            language="fr",
            created=seconds(self.now),
        )
        it.note(self.now, "citizen", "book")
        ledger.occupy(it.reference, seats(it, self.office.zone), self.resources, self.now)
        ledger.add(it)
        ledger.visitors.touch(email)
        ledger.clients.count(f"192.0.2.{number % 256}", self.now)
        told = (it.state, it.start, it.length, it.counter_uid, it.people)
        ledger.answers.remember(f"{self.random.getrandbits(128):032x}", b"{}", it.reference, self.now, told)
