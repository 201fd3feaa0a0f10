"""Which lanes an appointment takes, and when."""

from ..scheduling.zone import pieces
from .appointment import Appointment
from datetime import date
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo


class Seat(NamedTuple):
    """A stretch of one day on one lane, in wall-clock minutes since midnight."""

    day: date
    uid: str
    start: int
    end: int


def seats_at(start: datetime, length: int, *uids: str) -> list[Seat]:
    """The seats of a stretch from an aware local start, cut at midnights, on the lanes of these uids."""
    return [Seat(day, uid, low, high) for day, low, high in pieces(start, length) for uid in uids]


def seats(appointment: Appointment, zone: ZoneInfo) -> list[Seat]:
    """The seats of an appointment in the section's zone, its buffer included."""
    start = appointment.start_at.astimezone(zone)
    length = appointment.length + appointment.buffer
    return seats_at(start, length, appointment.agent_uid, appointment.counter_uid)
