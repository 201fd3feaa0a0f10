"""The ledger of one section: its appointments, their lanes and look-ups.

It knows no rules: booking decides, and calls :meth:`Ledger.guard` first, then
:meth:`Ledger.occupy`, :meth:`Ledger.add`, :meth:`Ledger.changing`.
"""

from ..scheduling.states import UPCOMING
from .appointment import Appointment
from .day import Day
from .erasures import RETENTION
from .found import Found
from .instants import after
from .instants import seconds
from .lane import APPOINTMENT
from .lane import Full
from .lane import Lane
from .lookups import Lookup
from .lookups import SHARDS
from .names import mailbox
from .names import REGION
from .occupancy import LaneOccupancy
from .parts import Parts
from .references import id_of
from .references import new_id
from .references import new_key
from .references import reference_of
from .revision import OfficeRevision
from .rows import EXACT
from .rows import LOOKUPS
from .rows import rows
from .search import exactly
from .search import search
from .seats import Seat
from .tally import facts
from BTrees.LOBTree import LOBTree
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import contextmanager
from datetime import date
from datetime import datetime
from itertools import islice
from typing import Any


FOREVER = 1 << 60
"""A minute that never comes."""


class Ledger(Parts):
    """Everything that is stored of the appointments of one section."""

    region: str = REGION
    """Where phone numbers without a country's prefix are from."""

    zone: str = ""
    """The time zone whose wall-clock the lanes are in; see :func:`.relay.keep_zone`."""

    retention: int = 12
    """The months after which personal data go, as last set up: they count where the section is gone."""

    revision: OfficeRevision
    days: LOBTree
    shards: tuple[LOBTree, ...]
    lookups: dict[str, Lookup]

    def __init__(self) -> None:
        super().__init__()
        self.revision = OfficeRevision()
        self.days = LOBTree()
        self.shards = tuple(LOBTree() for _ in range(SHARDS))
        self.lookups = {}
        self._make_lookups()

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Read what is stored; a look-up that it has not yet is empty until :meth:`complete` fills it."""
        super().__setstate__(state)
        self._make_lookups()

    def complete(self) -> None:
        """Store the parts and look-ups that it has not yet; a new look-up reads all appointments once."""
        super().complete()
        lacking = {name for name, lookup in self.lookups.items() if lookup._p_jar is None}
        if self._p_jar is None or not lacking:
            return
        self._p_changed = True
        for number, one in enumerate(self.between(0), 1):
            for name, row in rows(one, self.region):
                if name in lacking:
                    self.lookups[name].add(row)
            if number % 1000 == 0:
                self._p_jar.cacheGC()

    def _make_lookups(self) -> None:
        for name in set(LOOKUPS).difference(self.lookups):
            self.lookups[name] = Lookup(exact=name in EXACT)

    # Writing safely

    def guard(self) -> None:
        """Let this transaction conflict with a change of the set-up that commits before it.

        Only in a transaction that writes something. A ghost would be guarded by nothing at all.
        """
        if self._p_jar is not None:
            self.revision._p_activate()
            self._p_jar.readCurrent(self.revision)

    # Lanes

    def occupancy(self, now: datetime, without: str | None = None, freed: bool = True) -> LaneOccupancy:
        """What is taken at that moment, `without` one reference; `freed`: closed to the public, too."""
        return LaneOccupancy(self.days, now, without, freed)

    def occupy(
        self,
        reference: str,
        seats: Iterable[Seat],
        resources: Mapping[str, int],
        now: datetime,
        until: int | None = None,
        purpose: int = APPOINTMENT,
        instead_of: Iterable[Seat] = (),
    ) -> None:
        """Take seats for a reference, all or none; raises :class:`.lane.Full` with nothing changed.

        `resources` are all agents (capacity 1) and counters of the office: a day that has no
        lanes yet gets all of them. `instead_of` are the seats that it leaves when it moves.
        """
        moment, wanted = seconds(now), list(seats)
        for seat in wanted:
            lane = self.lane(seat, resources)
            if not lane.has_room(seat.start, seat.end, moment, reference):
                raise Full(reference)
        kept = {(seat.day, seat.uid) for seat in wanted}
        self.vacate(reference, (seat for seat in instead_of if (seat.day, seat.uid) not in kept), now)
        for seat in wanted:
            self.lane(seat, resources).take(seat.start, seat.end, reference, moment, until, purpose)

    def vacate(self, reference: str, seats: Iterable[Seat], now: datetime) -> None:
        """Free what a reference has on the lanes of these seats."""
        for seat in seats:
            day = self.days.get(seat.day.toordinal())
            if day is not None and seat.uid in day.lanes:
                day.lanes[seat.uid].free(reference, seconds(now))

    def sweep(self, now: datetime) -> int:
        """Remove lapsed entries from the lanes of today and later; how many lanes had any."""
        self.holds.sweep(now)
        days = self.days.values(now.toordinal() - 1)
        return sum(lane.sweep(seconds(now)) for day in days for lane in day.lanes.values())

    def lane(self, seat: Seat, resources: Mapping[str, int]) -> Lane:
        """The lane of a seat, for writing, with its capacity of today."""
        number = seat.day.toordinal()
        day: Day | None = self.days.get(number)
        if day is None:
            day = self.days[number] = Day(resources)
        day.complete(resources)
        return day.lane(seat.uid, resources.get(seat.uid))

    # Appointments

    def new_reference(self) -> str:
        """A reference that no appointment has."""
        while True:
            id = new_id()
            if id not in self._shard(id):
                return reference_of(id)

    def add(self, appointment: Appointment) -> Appointment:
        """Store an appointment; it gets a reference and a key unless it has them, or is erased."""
        appointment.reference = appointment.reference or self.new_reference()
        if not appointment.erased:
            appointment.key = appointment.key or new_key()
        id = appointment.id
        if not self._shard(id).insert(id, appointment):
            raise ValueError(appointment.reference)
        for lookup, row in rows(appointment, self.region):
            self.lookups[lookup].add(row)
        self.sums.follow(self.zone, None, facts(appointment))
        return appointment

    def get(self, reference: str) -> Appointment | None:
        """The appointment of that reference."""
        id = id_of(reference)
        return None if id is None else self._shard(id).get(id)

    def load(self, id: int) -> Appointment:
        """The appointment of an id that a look-up told."""
        found: Appointment = self._shard(id)[id]
        return found

    @contextmanager
    def changing(self, appointment: Appointment) -> Iterator[Appointment]:
        """Change fields of a stored appointment inside this; its look-ups follow."""
        before, counted = rows(appointment, self.region), facts(appointment)
        try:
            yield appointment
        finally:
            self.sums.follow(self.zone, counted, facts(appointment))
            now = rows(appointment, self.region)
            for lookup, row in before - now:
                self.lookups[lookup].remove(row)
            for lookup, row in now - before:
                self.lookups[lookup].add(row)

    def erase(self, appointment: Appointment, now: datetime, reason: str = RETENTION) -> None:
        """Erase all that is personal in an appointment, and the ways to find it by that; note it."""
        if not appointment.erased:
            with self.changing(appointment):
                appointment.erase(now)
            self.erasures.note(appointment.reference, reason, now)

    def remove(self, appointment: Appointment) -> None:
        """Remove an appointment for good. Its seats are vacated by whoever knows the zone."""
        for lookup, row in rows(appointment, self.region):
            self.lookups[lookup].remove(row)
        del self._shard(appointment.id)[appointment.id]
        self.sums.follow(self.zone, facts(appointment), None)

    def _shard(self, id: int) -> LOBTree:
        return self.shards[id % SHARDS]

    # Finding

    def starts(self, low: int, high: int = FOREVER) -> Iterator[tuple[int, int]]:
        """(start, id) of those that start from minute `low` up to, and without, `high`, in order."""
        return self.lookups["start"].between((low,), (high,))

    def between(self, low: int, high: int = FOREVER) -> Iterator[Appointment]:
        """The same appointments, in order of start, then reference, read as they are asked for."""
        return (self.load(id) for _, id in self.starts(low, high))

    def across(self, day: date) -> list[Appointment]:
        """Those that go on over the midnight at which that day begins, as the lanes have them."""
        stored = self.days.get(day.toordinal())
        lanes = stored.lanes.values() if stored is not None else ()
        entries = (entry for lane in lanes for entry in lane.entries)
        references = {each.reference for each in entries if not each.start and each.purpose == APPOINTMENT}
        return [found for found in map(self.get, sorted(references)) if found is not None]

    def found(self, keys: Iterable[tuple[int, int]]) -> Found:
        """The appointments of (start, id) pairs, in order, read as they are looked at."""
        return Found(self.load, keys)

    def matching(self, text: str, low: int = 0, high: int = FOREVER) -> Found:
        """Those that a search for `text` finds, starting from minute `low`, before `high`."""
        hits = list(search(self.lookups, text, self.region))
        referred = self.get("".join(text.upper().split()))
        if referred is not None:
            hits.append((referred.start, referred.id))
        return self.found((start, id) for start, id in hits if low <= start < high)

    def of_person(self, *texts: str) -> Found:
        """Those of just that e-mail address, phone number, full name (either order) or reference."""
        hits = {hit for text in texts for hit in exactly(self.lookups, text, self.region)}
        referred = [self.get("".join(text.upper().split())) for text in texts]
        return self.found(hits | {(one.start, one.id) for one in referred if one is not None})

    def upcoming(self, email: str, type_uid: str, now: datetime, without: str | None = None) -> int:
        """How many of that type, pending or confirmed, that address has to come, `without` one."""
        return sum(found.reference != without for found in self.coming(email, type_uid, now))

    def coming(self, email: str, type_uid: str | None, now: datetime) -> Iterator[Appointment]:
        """Those of that type (None: of any), pending or confirmed, that an address has to come."""
        address = mailbox(email)
        rows = self.lookups["email"].at(address, after(now)) if address else ()
        found = (self.load(row[-1]) for row in rows)
        return (one for one in found if type_uid in (None, one.type_uid) and self._is_to_come(one, now))

    def upcoming_of(self, uid: str | None, now: datetime) -> Iterator[Appointment]:
        """Those to come, pending or confirmed, of a type, counter or agent; of all with None."""
        return (
            found
            for found in self.between(after(now))
            if self._is_to_come(found, now)
            and (uid is None or uid in (found.type_uid, found.counter_uid, found.agent_uid))
        )

    def _is_to_come(self, appointment: Appointment, now: datetime) -> bool:
        return appointment.state in UPCOMING and not appointment.lapsed(now)

    # Due

    def lapsed(self, now: datetime) -> Iterator[Appointment]:
        """The pending ones whose time to be confirmed is over."""
        due = list(self.lookups["pending"].between((0,), (seconds(now) + 1,)))
        return (self.load(id) for _, id in due)

    def unreminded(self, low: int, high: int) -> Iterator[Appointment]:
        """The confirmed ones with an address, not reminded, that start in [low, high) minutes."""
        due = list(self.lookups["unreminded"].between((low,), (high,)))
        return (self.load(id) for _, id in due)

    def unerased(self, high: int, limit: int = 1000) -> Iterator[Appointment]:
        """Those with personal data that start before minute `high`, the oldest, so many at most."""
        due = list(islice(self.lookups["unerased"].between((0,), (high,)), limit))
        return (self.load(id) for _, id in due)
