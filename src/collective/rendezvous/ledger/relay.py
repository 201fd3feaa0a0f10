"""Lay the lanes anew from the appointments.

Lanes are wall-clock: when the time zone of a section changes, what stands on them is at other
minutes, and perhaps on other days. Appointments are instants, and stay.
"""

from ..scheduling.states import OCCUPYING
from .seats import seats
from .store import Ledger
from BTrees.LOBTree import LOBTree
from collections.abc import Mapping
from zoneinfo import ZoneInfo


def keep_zone(ledger: Ledger, zone: ZoneInfo, resources: Mapping[str, int]) -> bool:
    """See that the lanes are in that zone, before anything is read from them; whether they were not.

    It reads all appointments, once after a change of the zone. `resources` as in
    :meth:`.store.Ledger.occupy`.
    """
    if ledger.zone == zone.key:
        return False
    if ledger.zone:
        relay(ledger, zone, resources)
    ledger.zone = zone.key
    return True


def relay(ledger: Ledger, zone: ZoneInfo, resources: Mapping[str, int]) -> None:
    """Make all lanes anew. Holds and offers are lost; appointments keep their places, overfull or not."""
    ledger.days = LOBTree()
    ledger.holds.clear()
    for appointment in ledger.between(0):
        if appointment.state not in OCCUPYING:
            continue
        until = appointment.until if appointment.state == "pending" else None
        for seat in seats(appointment, zone):
            lane = ledger.lane(seat, resources)
            lane.put(seat.start, seat.end, appointment.reference, until)
