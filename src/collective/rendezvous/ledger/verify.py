"""Compare every lane and every look-up with the appointments, both ways."""

from ..scheduling.states import OCCUPYING
from .appointment import Appointment
from .lane import APPOINTMENT
from .lane import Entry
from .references import reference_of
from .rows import rows
from .seats import Seat
from .seats import seats
from .store import Ledger
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that is not as the appointments say. `kind` is one of:

    seat_missing (an appointment is not on its lane), seat_wrong (it is, at other minutes or with
    another lapse), seat_stray (a lane has an entry of none), row_missing, row_stray (the same of
    look-ups), record_wrong (it stands in the trees under another reference).
    """

    kind: str
    where: str
    reference: str


def verify(ledger: Ledger, zone: ZoneInfo, now: datetime) -> Iterator[Difference]:
    """Tell all differences. It reads the whole ledger, a part at a time."""
    yield from _appointments(ledger, zone, now)
    yield from _lanes(ledger, zone)
    yield from _rows(ledger)


def _appointments(ledger: Ledger, zone: ZoneInfo, now: datetime) -> Iterator[Difference]:
    for shard in ledger.shards:
        for id, appointment in shard.items():
            reference = reference_of(id)
            if appointment.reference != reference:
                yield Difference("record_wrong", appointment.reference, reference)
                continue
            for lookup, row in sorted(rows(appointment, ledger.region)):
                if row not in ledger.lookups[lookup]:
                    yield Difference("row_missing", lookup, reference)
            yield from _seats(ledger, appointment, zone, now)
        _forget(ledger)


def _seats(ledger: Ledger, appointment: Appointment, zone: ZoneInfo, now: datetime) -> Iterator[Difference]:
    if appointment.state not in OCCUPYING:
        return
    for seat in seats(appointment, zone):
        day = ledger.days.get(seat.day.toordinal())
        lane = day.lanes.get(seat.uid) if day is not None else None
        entries = lane.entries if lane is not None else ()
        own = [entry for entry in entries if entry.reference == appointment.reference]
        if not own and not appointment.lapsed(now):
            yield Difference("seat_missing", _place(seat.day, seat.uid), appointment.reference)
        elif own and own != [_entry(appointment, seat)]:
            yield Difference("seat_wrong", _place(seat.day, seat.uid), appointment.reference)


def _lanes(ledger: Ledger, zone: ZoneInfo) -> Iterator[Difference]:
    for number, day in ledger.days.items():
        here = date.fromordinal(number)
        for uid, lane in sorted(day.lanes.items()):
            for entry in lane.entries:
                if entry.purpose == APPOINTMENT and not _sits(ledger, entry.reference, here, uid, zone):
                    yield Difference("seat_stray", _place(here, uid), entry.reference)
        _forget(ledger)


def _rows(ledger: Ledger) -> Iterator[Difference]:
    for name, lookup in sorted(ledger.lookups.items()):
        for row in lookup:
            reference = reference_of(row[-1])
            appointment = ledger.get(reference)
            if appointment is None or (name, row) not in rows(appointment, ledger.region):
                yield Difference("row_stray", name, reference)
        _forget(ledger)


def _sits(ledger: Ledger, reference: str, day: date, uid: str, zone: ZoneInfo) -> bool:
    appointment = ledger.get(reference)
    if appointment is None or appointment.state not in OCCUPYING:
        return False
    return any(seat.day == day and seat.uid == uid for seat in seats(appointment, zone))


def _entry(appointment: Appointment, seat: Seat) -> Entry:
    until = appointment.until if appointment.state == "pending" else None
    return Entry(seat.start, seat.end, appointment.reference, until, APPOINTMENT)


def _place(day: date, uid: str) -> str:
    return f"{day} {uid}"


def _forget(ledger: Ledger) -> None:
    """Let go of what was read, down to the usual size of the cache."""
    if ledger._p_jar is not None:
        ledger._p_jar.cacheGC()
