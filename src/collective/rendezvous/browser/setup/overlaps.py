"""Appointments that stand in an absence: they are kept, and named to whoever wrote it."""

from collections.abc import Iterator
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.instants import minutes
from collective.rendezvous.scheduling.states import OCCUPYING
from collective.rendezvous.scheduling.zone import at
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo


ENDED = frozenset({"honoured"})


def overlapped(desk: Desk, resource: Any, absence: Any, now: datetime) -> Iterator[Appointment]:
    """The appointments of an agent or counter that an absence of theirs covers, those over left out."""
    zone = desk.office.zone
    low, high = max(_minute(absence.start, zone), minutes(now)), _minute(absence.end, zone)
    uid = resource.UID()
    which = "agent" if uid in desk.office.agents else "counter"
    asked = Filter(
        first=max(absence.start.date(), now.astimezone(zone).date()),
        last=absence.end.date(),
        states=frozenset(OCCUPYING - ENDED),
        **{which: uid},
    )
    for one in desk.listing(asked):
        if one.start < high and one.start + one.length > low:
            yield one


def _minute(wall: datetime, zone: ZoneInfo) -> int:
    return minutes(at(zone, wall.date(), wall.hour * 60 + wall.minute))
