"""What becomes of the slots that somebody gives up."""

from ..ledger.appointment import Appointment
from ..ledger.freed import close
from ..ledger.seats import Seat
from ..scheduling.states import OCCUPYING
from .writing import Writing
from collections.abc import Iterable
from datetime import timedelta


def freed(writing: Writing, appointment: Appointment, left: Iterable[Seat], gone: bool = False) -> None:
    """An appointment has left these seats: they may stay closed to the public for a while.

    So nobody can hand a slot on by giving it up and booking it again at an agreed second. Whoever
    gave it up is the public like everybody else; staff see and book it. `gone`: the appointment itself
    is no more.
    """
    minutes = writing.office.freed_slot_minutes
    if not minutes:
        return
    now, zone = writing.now, writing.office.zone
    today = now.astimezone(zone).date()
    to_come = [seat for seat in left if seat.day >= today]
    taken = writing.seats(appointment) if appointment.state in OCCUPYING and not gone else []
    until = now + timedelta(minutes=minutes)
    close(writing.ledger, appointment.reference, to_come, writing.resources, until, now, taken)
