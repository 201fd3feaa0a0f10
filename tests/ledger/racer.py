"""Clients that race: threads, each with a connection of its own, that begin at once.

As a program, one process of several on a ZEO server: ``python -m tests.ledger.racer ADDRESS FIRST DEED…``
with a thread for each deed, the first of them number FIRST. It says "ready", begins when it reads a
line, and prints what became of it.
"""

from .build import book
from .build import hold
from .build import NOW
from .build import PARIS
from .build import release
from .build import TUESDAY
from collections import Counter
from collective.rendezvous.ledger.lane import Full
from collective.rendezvous.ledger.seats import seats
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier
from transaction import TransactionManager
from transaction.interfaces import TransientError

import json
import sys
import time
import ZEO


TRIES = 100
LENGTH = 20
STARTS = range(9 * 60, 17 * 60, LENGTH)
AGENTS = [f"agent-{number}" for number in range(6)]
COUNTERS = ["counter-1", "counter-2", "counter-3"]
RESOURCES = dict.fromkeys(AGENTS, 1) | dict.fromkeys(COUNTERS, 2)
PLACES = len(STARTS) * len(AGENTS)
CHANGES = 10


class Client:
    """One visitor after the other, on a connection of its own."""

    def __init__(self, db, number):
        self.number = number
        self.dice = Random(number)
        self.manager = TransactionManager()
        self.connection = db.open(self.manager)
        self.acknowledged, self.cancelled, self.conflicts, self.tally = [], [], Counter(), Counter()

    def run(self, work, *args):
        """Do it and commit, again after a conflict; None when there is no room."""
        for attempt in range(TRIES):
            try:
                self.manager.begin()
                result = work(self.connection.root()["ledger"], *args)
                self.manager.commit()
                return result
            except Full:
                self.manager.abort()
                return None
            except TransientError as error:
                self.manager.abort()
                self.conflicts[getattr(error, "class_name", None) or type(error).__name__] += 1
                time.sleep(self.dice.uniform(0, 0.001 * (attempt + 1)))
        raise RuntimeError(f"gave up after {TRIES} tries")

    def book(self, start, agents=AGENTS):
        """Whether that start was still to be had; a booking that was committed is acknowledged."""
        reference = self.run(self._book, start, agents)
        if reference is None:
            self.tally["refused"] += 1
        else:
            self.acknowledged.append(reference)
        return reference is not None

    def keep(self, start):
        """Keep a start, then book it, or now and then give it back and book it at once."""
        kept = self.run(self._keep, start)
        if kept is None:
            return self.book(start)
        if self.dice.random() < 0.2:
            self.run(self._release, kept)
            return self.book(start)
        self.acknowledged.append(self.run(self._book_kept, kept))
        return True

    def cancel(self, reference):
        self.run(self._cancel, reference)
        self.cancelled.append(reference)

    def bump(self):
        self.run(lambda ledger: ledger.revision.bump())
        self.tally["bumps"] += 1

    def _book(self, ledger, start, agents):
        ledger.guard()
        agent, counter = self._free(ledger, start, agents)
        email = f"visitor.{self.number}.{len(self.acknowledged)}@exemple.fr"
        ledger.visitors.touch(email)
        at = f"{start // 60}:{start % 60:02}"
        one = book(ledger, at, resources=RESOURCES, agent_uid=agent, counter_uid=counter, email=email)
        return one.reference

    def _free(self, ledger, start, agents=AGENTS):
        taken = ledger.occupancy(NOW).day(TUESDAY)
        stretch = ((1 << LENGTH) - 1) << start
        free = [
            [uid for uid in uids if uid not in taken or taken[uid].peak(stretch) < RESOURCES[uid]]
            for uids in (agents, COUNTERS)
        ]
        if not all(free):
            raise Full
        return [min(uids, key=lambda uid: taken[uid].count if uid in taken else 0) for uids in free]

    def _keep(self, ledger, start):
        ledger.guard()
        agent, counter = self._free(ledger, start)
        at, address = f"{start // 60}:{start % 60:02}", f"203.0.113.{self.number}"
        id, _ = hold(ledger, at, resources=RESOURCES, address=address, agent=agent, counter=counter)
        return id

    def _release(self, ledger, id):
        release(ledger, ledger.holds.find(id, NOW))

    def _book_kept(self, ledger, id):
        kept = ledger.holds.find(id, NOW)
        release(ledger, kept)
        at = f"{kept.start_at.astimezone(PARIS):%H:%M}"
        one = book(ledger, at, resources=RESOURCES, agent_uid=kept.agent, counter_uid=kept.counter)
        return one.reference

    def _cancel(self, ledger, reference):
        one = ledger.get(reference)
        ledger.vacate(reference, seats(one, PARIS), NOW)
        with ledger.changing(one):
            one.state = "cancelled"
            one.note(NOW, "citizen", "cancel")


def fill(client):
    """All starts, each until it is full."""
    for start in client.dice.sample(STARTS, len(STARTS)):
        for _ in range(len(AGENTS) + 1):
            if not client.book(start):
                break


def churn(client):
    """Now and then somebody cancels."""
    for _ in range(30):
        client.book(client.dice.choice(STARTS))
        if client.acknowledged and client.dice.random() < 0.3:
            left = [each for each in client.acknowledged if each not in client.cancelled]
            if left:
                client.cancel(client.dice.choice(left))


def seat(client):
    """One seat, for all."""
    client.book(STARTS[0], AGENTS[:1])


def own(client):
    """Each its own starts of one agent, who is asked for by all."""
    for start in STARTS[client.number :: 8]:
        client.book(start, AGENTS[:1])


def change(client):
    """The set-up changes, again and again."""
    for _ in range(CHANGES):
        client.bump()


def keep(client):
    """Each start is kept first, then given back or booked by whoever keeps it."""
    for start in client.dice.sample(STARTS, len(STARTS)):
        for _ in range(len(AGENTS) + 1):
            if not client.keep(start):
                break


DEEDS = {deed.__name__: deed for deed in (fill, churn, seat, own, change, keep)}


def race(db, deeds, first=0):
    """What all of them do at once, and what became of it."""
    clients = [Client(db, number) for number in range(first, first + len(deeds))]
    barrier = Barrier(len(clients))

    def run(client, deed):
        barrier.wait()
        DEEDS[deed](client)

    with ThreadPoolExecutor(len(clients)) as pool:
        futures = [pool.submit(run, client, deed) for client, deed in zip(clients, deeds, strict=True)]
    for client in clients:
        client.connection.close()
    return {
        "acknowledged": [reference for client in clients for reference in client.acknowledged],
        "cancelled": [reference for client in clients for reference in client.cancelled],
        "failed": [repr(future.exception()) for future in futures if future.exception()],
        "conflicts": sum((client.conflicts for client in clients), Counter()),
        "tally": sum((client.tally for client in clients), Counter()),
    }


def main(address, first, *deeds):
    db = ZEO.DB(address, wait_timeout=60)
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(race(db, deeds, int(first))), flush=True)
    db.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
