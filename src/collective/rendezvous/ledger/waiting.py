"""The waiting list: who wants to be told when a place comes free.

What is known of somebody is an address, and what they wait for. It goes when their days are over,
when they have booked what they were offered, or when they leave; an address that nobody confirmed
goes after a day.
"""

from ..scheduling.minutes import span
from .instants import seconds
from .limits import Clients
from .lookups import Lookup
from .lookups import Row
from .names import mailbox
from .references import new_key
from .seats import Seat
from BTrees.LOBTree import LOBTree
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from itertools import islice
from persistent import Persistent
from typing import NamedTuple


UNCONFIRMED = "unconfirmed"
"""Nobody has said yet that the address is theirs."""
WAITING = "waiting"
"""To be told of the next place that suits."""
OFFERED = "offered"
"""Has been offered a place, which is held for a while."""

UNCONFIRMED_FOR = 24 * 60 * 60
"""The seconds in which an address has to be confirmed."""

EXACT = {"queue": True, "email": True, "due": False}
"""The look-ups, and whether they are asked for one value.

queue: (type, when confirmed, id) of those whose address is confirmed. email: (address, id).
due: (second, id), when something has to be done about an entry: see :attr:`Waiter.due`.
"""


class Stretch(NamedTuple):
    """Minutes of one day, wall-clock; `day` is its ordinal."""

    day: int
    start: int
    end: int


class Offer(NamedTuple):
    """A place that is held for somebody since `made`, until `until`: seconds since the epoch.

    `start`: minutes since the epoch; `agent`, `counter`: uids.
    """

    start: int
    length: int
    buffer: int
    agent: str
    counter: str
    made: int
    until: int
    seats: tuple[Seat, ...]


@dataclass(kw_only=True, eq=False, repr=False)
class Waiter(Persistent):
    """Somebody who waits for an appointment of a type. Change it inside :meth:`WaitingList.changing`.

    `counters`: uids, none for any. `first` and `last`: the days that suit, both included; `ends` is
    when they are over. `known`: what is no news, as it was free before or has been offered already.
    `missed`: how many offers in a row lapsed without an answer. Moments are seconds since the epoch.
    """

    type_uid: str
    email: str
    first: date
    last: date
    ends: int
    created: int
    counters: tuple[str, ...] = ()
    people: int = 1
    language: str = ""
    key: str = ""
    state: str = UNCONFIRMED
    confirmed: int = 0
    offer: Offer | None = None
    known: tuple[Stretch, ...] = ()
    missed: int = 0

    @property
    def id(self) -> int:
        """Its place in the trees: a part of the digest of its key."""
        return id_of(self.key)

    @property
    def reference(self) -> str:
        """Under which an offer stands on the lanes."""
        return f"offer-{self.id:016x}"

    @property
    def due(self) -> int:
        """When its time is over: to be confirmed, to answer an offer, or to wait at all."""
        if self.state == UNCONFIRMED:
            return self.created + UNCONFIRMED_FOR
        return self.ends if self.offer is None else self.offer.until

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody has said that the address is theirs."""
        return self.state != UNCONFIRMED

    @property
    def wish(self) -> tuple[object, ...]:
        """What is waited for: the same of one address is waited for once."""
        return self.type_uid, frozenset(self.counters), self.people, self.first, self.last

    def offered(self, now: datetime) -> Offer | None:
        """The place that is held for them at that moment."""
        held = self.offer
        return held if held is not None and held.until > seconds(now) else None

    @property
    def known_minutes(self) -> dict[int, int]:
        """What is no news, as a mask of the minutes of each day; days by their ordinal."""
        found: dict[int, int] = {}
        for day, start, end in self.known:
            found[day] = found.get(day, 0) | span(start, end)
        return found


class WaitingList(Persistent):
    """Everybody who waits, in one section. Written once; its trees are what changes."""

    records: LOBTree
    lookups: dict[str, Lookup]
    clients: Clients

    def __init__(self) -> None:
        self.clients = Clients()
        self.records = LOBTree()
        self.lookups = {name: Lookup(exact) for name, exact in EXACT.items()}

    def __bool__(self) -> bool:
        """Whether anybody is on it; reads next to nothing."""
        return bool(self.records)

    def add(self, waiter: Waiter) -> Waiter:
        """Put somebody on it, under a new key."""
        waiter.key = waiter.key or new_key()
        while not self.records.insert(waiter.id, waiter):
            waiter.key = new_key()
        for lookup, row in rows(waiter):
            self.lookups[lookup].add(row)
        return waiter

    def remove(self, waiter: Waiter) -> None:
        """Forget somebody. Their offer's seats are vacated by whoever calls."""
        for lookup, row in rows(waiter):
            self.lookups[lookup].remove(row)
        del self.records[waiter.id]

    @contextmanager
    def changing(self, waiter: Waiter) -> Iterator[Waiter]:
        """Change fields of an entry inside this; its look-ups follow."""
        before = rows(waiter)
        try:
            yield waiter
        finally:
            now = rows(waiter)
            for lookup, row in before - now:
                self.lookups[lookup].remove(row)
            for lookup, row in now - before:
                self.lookups[lookup].add(row)

    def get(self, id: int) -> Waiter | None:
        """The entry of that id."""
        found: Waiter | None = self.records.get(id)
        return found

    def find(self, key: str) -> Waiter | None:
        """The entry that a key opens."""
        found = self.get(id_of(key))
        if found is None or not compare_digest(found.key.encode(), key.encode("utf-8", "surrogatepass")):
            return None
        return found

    def of(self, email: str) -> list[Waiter]:
        """All entries of an address, confirmed or not."""
        address = mailbox(email)
        return [self.records[row[-1]] for row in self.lookups["email"].at(address)] if address else []

    def queue(self, type_uid: str) -> Iterator[Waiter]:
        """The confirmed ones who wait for a type, in the order of their confirmation."""
        return (self.records[row[-1]] for row in list(self.lookups["queue"].at(type_uid)))

    def count(self, type_uid: str) -> int:
        """How many wait for a type; reads no entry."""
        return sum(1 for _row in self.lookups["queue"].at(type_uid))

    def due(self, now: datetime, limit: int = 100) -> list[Waiter]:
        """Those whose time is over, the first of them, so many at most."""
        due = self.lookups["due"].between((0,), (seconds(now) + 1,))
        return [self.records[row[-1]] for row in islice(due, limit)]

    def __iter__(self) -> Iterator[Waiter]:
        """All entries, in no order that means anything."""
        return iter(self.records.values())


def id_of(key: str) -> int:
    """The id that follows from a key: 62 bits of its digest."""
    return int.from_bytes(sha256(key.encode("utf-8", "surrogatepass")).digest()[:8], "big") >> 2


def rows(waiter: Waiter) -> set[tuple[str, Row]]:
    """All rows of an entry as it is, as (look-up, row)."""
    id = waiter.id
    found: set[tuple[str, Row]] = {("email", (mailbox(waiter.email), id)), ("due", (waiter.due, id))}
    if waiter.state != UNCONFIRMED:
        found.add(("queue", (waiter.type_uid, waiter.confirmed, id)))
    return found
