"""Letters to the visitor of an appointment, from what is true of it when they are sent."""

from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.parcel import Parcel
from collective.rendezvous.notifications.appointment_letter import appointment_letter
from collective.rendezvous.notifications.facts import facts_of
from collective.rendezvous.scheduling.states import UPCOMING
from datetime import datetime
from email.message import EmailMessage
from typing import Any


KEPT = [
    "reference",
    "type_uid",
    "type_title",
    "counter_uid",
    "counter_title",
    "agent_uid",
    "agent_title",
    "start",
    "length",
    "people",
    "civility",
    "first_name",
    "last_name",
    "email",
    "language",
    "created",
    "sequence",
    "state",
]
"""What a letter about an appointment needs of it once it is deleted."""

STATES: dict[str, frozenset[str]] = {
    "cancelled": frozenset({"cancelled"}),
    "changed": UPCOMING,
    "confirmed": frozenset({"confirmed"}),
    "please_confirm": frozenset({"pending"}),
    "proposal": UPCOMING,
    "reminder": frozenset({"confirmed"}),
    "updated": UPCOMING,
}
"""The states in which each kind of letter tells the truth, as long as the appointment has not begun."""


def of_appointment(section: Any, parcel: Parcel, now: datetime) -> EmailMessage | None:
    """Compose one of :data:`STATES`."""
    appointment = concerned(section, parcel)
    if appointment is None or not holds(parcel, appointment, now):
        return None
    recipient = parcel.to or appointment.email
    if not recipient:
        return None
    facts = facts_of(section, appointment, parcel.language)
    return appointment_letter(section, parcel.kind, facts, recipient, now, parcel.written)


def concerned(section: Any, parcel: Parcel) -> Appointment | None:
    """The appointment of a parcel: as it is now or, once deleted or erased, as it was until then."""
    ledger = ledger_of(section)
    found = ledger.get(parcel.reference) if ledger is not None else None
    return found if found is not None and not found.erased else remade(parcel)


def holds(parcel: Parcel, appointment: Appointment, now: datetime) -> bool:
    """Whether what the letter would tell is still true, and of use.

    A change that another one followed is told by the letter of the last; but another date is told by
    nothing less than another date after it.
    """
    if appointment.start_at <= now or state_of(appointment, now) not in STATES[parcel.kind]:
        return False
    if "moves" in parcel.facts:
        return bool(parcel.facts["moves"] == moves(appointment))
    return bool(parcel.facts.get("sequence", appointment.sequence) == appointment.sequence)


def moves(appointment: Appointment) -> int:
    """How often its date or time changed."""
    return sum(name == "start" for change in appointment.history for name, _old, _new in change.changes)


def kept(appointment: Appointment) -> dict[str, Any]:
    """What to put into a parcel about an appointment that is being deleted: as if it were cancelled."""
    values = {name: getattr(appointment, name) for name in KEPT}
    sequence = appointment.sequence + (appointment.state == "confirmed")
    return {**values, "state": "cancelled", "sequence": sequence}


def remade(parcel: Parcel) -> Appointment | None:
    """The appointment that :func:`kept` told; None where nothing was."""
    if "start" not in parcel.facts:
        return None
    return Appointment(**{name: parcel.facts[name] for name in KEPT})
