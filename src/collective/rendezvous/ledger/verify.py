"""Compare every lane and every look-up with the appointments, both ways."""

from ..scheduling.states import OCCUPYING
from .appointment import Appointment
from .instants import seconds
from .lane import APPOINTMENT
from .lane import Entry
from .lane import HOLD
from .lookups import Lookup
from .references import reference_of
from .rows import rows
from .seats import Seat
from .seats import seats
from .store import Ledger
from collections import Counter
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo


Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as the appointments say. `kind` is one of:

    seat_missing (an appointment or a hold is not on its lane), seat_wrong (it is, at other minutes
    or with another lapse), seat_stray (a lane has an entry of none), row_missing, row_stray (the same of
    look-ups), record_wrong (it stands in the trees under another reference).
    """

    kind: str
    where: str
    reference: str


def verify(ledger: Ledger, zone: ZoneInfo, now: datetime) -> Iterator[Difference]:
    """Tell all differences. It reads the whole ledger, a part at a time."""
    right: Counter[str] = Counter()
    yield from _appointments(ledger, zone, now, right)
    yield from _holds(ledger, zone, now)
    yield from _lanes(ledger, zone, now)
    for name, lookup in sorted(ledger.lookups.items()):
        if sum(1 for _ in _gently(ledger, lookup)) != right[name]:
            yield from _stray_rows(ledger, name, lookup)


def _appointments(ledger: Ledger, zone: ZoneInfo, now: datetime, right: Counter[str]) -> Iterator[Difference]:
    """Every appointment against lanes and look-ups; counts the rows that are `right`."""
    for shard in ledger.shards:
        for id, appointment in _gently(ledger, shard.items()):
            reference = reference_of(id)
            if appointment.reference != reference:
                yield Difference("record_wrong", appointment.reference, reference)
                continue
            for lookup, row in sorted(rows(appointment, ledger.region)):
                if row in ledger.lookups[lookup]:
                    right[lookup] += 1
                else:
                    yield Difference("row_missing", lookup, reference)
            yield from _seats(ledger, appointment, zone, now)


def _seats(ledger: Ledger, appointment: Appointment, zone: ZoneInfo, now: datetime) -> Iterator[Difference]:
    if appointment.state not in OCCUPYING:
        return
    for seat in seats(appointment, zone):
        own = _own(ledger, seat, appointment.reference)
        if not own and not appointment.lapsed(now):
            yield Difference("seat_missing", _place(seat.day, seat.uid), appointment.reference)
        elif own and own != [_entry(appointment, seat)]:
            yield Difference("seat_wrong", _place(seat.day, seat.uid), appointment.reference)


def _own(ledger: Ledger, seat: Seat, reference: str) -> list[Entry]:
    day = ledger.days.get(seat.day.toordinal())
    lane = day.lanes.get(seat.uid) if day is not None else None
    return [entry for entry in lane.entries if entry.reference == reference] if lane is not None else []


def _holds(ledger: Ledger, zone: ZoneInfo, now: datetime) -> Iterator[Difference]:
    for hold in ledger.holds.live(now):
        for seat in hold.seats(zone):
            own = _own(ledger, seat, hold.reference)
            if own != [Entry(seat.start, seat.end, hold.reference, hold.until, HOLD)]:
                kind = "seat_wrong" if own else "seat_missing"
                yield Difference(kind, _place(seat.day, seat.uid), hold.reference)


def _lanes(ledger: Ledger, zone: ZoneInfo, now: datetime) -> Iterator[Difference]:
    for number, day in ledger.days.items():
        here = date.fromordinal(number)
        for uid, lane in _gently(ledger, sorted(day.lanes.items())):
            for entry in lane.entries:
                if not _known(ledger, entry, here, uid, zone, now):
                    yield Difference("seat_stray", _place(here, uid), entry.reference)


def _stray_rows(ledger: Ledger, name: str, lookup: Lookup) -> Iterator[Difference]:
    for row in _gently(ledger, lookup):
        appointment = ledger.get(reference_of(row[-1]))
        if appointment is None or (name, row) not in rows(appointment, ledger.region):
            yield Difference("row_stray", name, reference_of(row[-1]))


def _sits(ledger: Ledger, reference: str, day: date, uid: str, zone: ZoneInfo) -> bool:
    appointment = ledger.get(reference)
    if appointment is None or appointment.state not in OCCUPYING:
        return False
    return any(seat.day == day and seat.uid == uid for seat in seats(appointment, zone))


def _known(ledger: Ledger, entry: Entry, day: date, uid: str, zone: ZoneInfo, now: datetime) -> bool:
    """Whether an entry is that of an appointment or a hold; of what has lapsed only the former matters."""
    if entry.purpose == APPOINTMENT:
        return _sits(ledger, entry.reference, day, uid, zone)
    if entry.purpose != HOLD or not entry.lives(seconds(now)):
        return True
    hold = ledger.holds.get(entry.reference, now)
    return hold is not None and any((seat.day, seat.uid) == (day, uid) for seat in hold.seats(zone))


def _entry(appointment: Appointment, seat: Seat) -> Entry:
    until = appointment.until if appointment.state == "pending" else None
    return Entry(seat.start, seat.end, appointment.reference, until, APPOINTMENT)


def _place(day: date, uid: str) -> str:
    return f"{day} {uid}"


def _gently(ledger: Ledger, things: Iterable[Thing]) -> Iterator[Thing]:
    """The same things; what was read is let go of now and then, down to the cache's usual size."""
    for number, thing in enumerate(things, 1):
        yield thing
        if number % 1000 == 0 and ledger._p_jar is not None:
            ledger._p_jar.cacheGC()
