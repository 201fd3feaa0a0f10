"""Holds: slots that are kept for whoever is filling in the form.

A hold is an entry of the lanes that lapses (:data:`.lane.HOLD`), and a small record of what it is
for. Its id is a secret that only its holder knows: what is kept, here and on the lanes, is a
digest. Records stand in cells that never merge, so that two transactions with one hold, or of one
client, conflict and the second counts the first.
"""

from .cells import Cells
from .instants import seconds
from .limits import client_digest
from .limits import Salt
from .seats import Seat
from .seats import seats_at
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from datetime import UTC
from hashlib import sha256
from persistent import Persistent
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Hold(NamedTuple):
    """A slot that is kept until `until`, since `made` (both seconds since the epoch).

    `start`: minutes since the epoch; `type`, `agent`, `counter`: uids; `client`: a digest of who
    asked, under a salt that is gone the day after.
    """

    reference: str
    type: str
    start: int
    length: int
    buffer: int
    people: int
    agent: str
    counter: str
    client: bytes
    made: int
    until: int

    @property
    def start_at(self) -> datetime:
        """Its start as an aware datetime, in UTC."""
        return datetime.fromtimestamp(self.start * 60, UTC)

    def seats(self, zone: ZoneInfo) -> list[Seat]:
        """What it takes on the lanes, in the section's zone."""
        start = self.start_at.astimezone(zone)
        return seats_at(start, self.length + self.buffer, self.agent, self.counter)

    def lives(self, now: datetime) -> bool:
        """Whether it still counts at that moment."""
        return self.until > seconds(now)


def reference_of(id: str) -> str:
    """What the hold of that id is called where it is kept."""
    return "hold-" + sha256(id.encode("utf-8", "surrogatepass")).hexdigest()[:24]


class Holds(Persistent):
    """The holds of a section, and how many each client has. Days are those of UTC."""

    salt: Salt
    kept: Cells
    clients: Cells

    def __init__(self) -> None:
        self.salt = Salt()
        self.clear()

    def clear(self) -> None:
        """Forget all of them, as the lanes do when they are laid anew."""
        self.kept = Cells()
        self.clients = Cells()

    def find(self, id: str, now: datetime) -> Hold | None:
        """The hold of that id, while it lives."""
        return self.get(reference_of(id), now)

    def get(self, reference: str, now: datetime) -> Hold | None:
        """The hold of that reference, while it lives."""
        found = self._at(reference, now).get(reference)
        return found if found is not None and found.lives(now) else None

    def wait(self, address: str, now: datetime, most: int, without: str = "") -> int:
        """0 if that client may have one more of at most so many, else the seconds to wait.

        `without`: the reference of one that does not count.
        """
        salt = self.salt.on(now.astimezone(UTC).date())
        if salt is None:
            return 0
        live = self._of(client_digest(address, salt), now)
        lapses = sorted(until for reference, until in live.items() if reference != without)
        return max(1, lapses[len(lapses) - most] - seconds(now)) if len(lapses) >= most else 0

    def client(self, address: str, now: datetime) -> bytes:
        """Who asks, as holds name it."""
        return client_digest(address, self.salt.make(now.astimezone(UTC).date()))

    def keep(self, hold: Hold, now: datetime) -> None:
        """Write a hold, new or changed, for its client too."""
        others = self._at(hold.reference, now)
        self._put(hold.reference, {**others, hold.reference: hold})
        self._count(hold.client, {**self._of(hold.client, now), hold.reference: hold.until}, now)

    def drop(self, hold: Hold, now: datetime) -> None:
        """Forget a hold. Its seats are vacated by whoever calls."""
        others = self._at(hold.reference, now)
        others.pop(hold.reference, None)
        self._put(hold.reference, others)
        mine = self._of(hold.client, now)
        mine.pop(hold.reference, None)
        self._count(hold.client, mine, now)

    def live(self, now: datetime) -> Iterator[Hold]:
        """All that count at that moment, in no order that means anything."""
        for value in self.kept.values():
            yield from (hold for hold in map(_hold, value) if hold.lives(now))

    def sweep(self, now: datetime) -> int:
        """Forget what has lapsed; how many there were."""
        lapsed = [hold for value in self.kept.values() for hold in map(_hold, value) if not hold.lives(now)]
        for hold in lapsed:
            self.drop(hold, now)
        return len(lapsed)

    def _at(self, reference: str, now: datetime) -> dict[str, Hold]:
        stored: Iterable[tuple[object, ...]] = self.kept.read(reference.encode()) or ()
        return {hold.reference: hold for hold in map(_hold, stored) if hold.lives(now)}

    def _put(self, reference: str, holds: dict[str, Hold]) -> None:
        self.kept.write(reference.encode(), tuple(tuple(hold) for hold in holds.values()))

    def _of(self, client: bytes, now: datetime) -> dict[str, int]:
        counted = (self.clients.read(client) or {}).get(client, {})
        return {reference: until for reference, until in counted.items() if until > seconds(now)}

    def _count(self, client: bytes, mine: dict[str, int], now: datetime) -> None:
        others = {
            other: live
            for other in self.clients.read(client) or {}
            if other != client and (live := self._of(other, now))
        }
        self.clients.write(client, {**others, client: mine} if mine else others)


def _hold(stored: tuple[object, ...]) -> Hold:
    return Hold(*stored)  # type: ignore[arg-type]
