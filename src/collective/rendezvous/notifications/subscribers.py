"""Who is written to when something happens to an appointment."""

from collections.abc import Mapping
from collective.rendezvous import clock
from collective.rendezvous.booking.events import IAppointmentBooked
from collective.rendezvous.booking.events import IAppointmentChanged
from collective.rendezvous.booking.events import IAppointmentDeleted
from collective.rendezvous.booking.events import IAppointmentErased
from collective.rendezvous.booking.events import IAppointmentEvent
from collective.rendezvous.booking.events import IAppointmentProposed
from collective.rendezvous.booking.events import IAppointmentReaddressed
from collective.rendezvous.booking.events import IAppointmentReminded
from collective.rendezvous.booking.events import IAppointmentTransitioned
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.ledger.parcel import Parcel
from collective.rendezvous.notifications.of_appointment import kept
from collective.rendezvous.notifications.of_appointment import moves
from collective.rendezvous.notifications.post import post
from collective.rendezvous.scheduling.states import UPCOMING
from typing import Any


def booked(event: IAppointmentBooked) -> None:
    """Confirm, or ask for a confirmation."""
    write(event, "please_confirm" if event.appointment.state == "pending" else "confirmed")


def changed(event: IAppointmentChanged) -> None:
    """Tell another date, time or type, and whatever else staff want told, while somebody is expected."""
    if expected(event) and (event.tell or {"start", "type"} & event.fields):
        if "start" in event.fields:
            write(event, "changed", {"moves": moves(event.appointment)})
        else:
            write(event, "updated", {"sequence": event.appointment.sequence})


def proposed(event: IAppointmentProposed) -> None:
    """Ask to choose another date."""
    write(event, "proposal")


def reminded(event: IAppointmentReminded) -> None:
    """Remind the visitor."""
    write(event, "reminder")


def readdressed(event: IAppointmentReaddressed) -> None:
    """Ask for a confirmation at the other address."""
    write(event, "please_confirm")


def transitioned(event: IAppointmentTransitioned) -> None:
    """Tell what was confirmed or cancelled."""
    if event.transition == "confirm":
        write(event, "confirmed")
    elif event.transition == "cancel" and to_come(event):
        write(event, "cancelled")
    elif event.transition == "undo" and again(event) and to_come(event):
        write(event, "confirmed")


def deleted(event: IAppointmentDeleted) -> None:
    """Tell that it will not take place, unless it is over or cancelled already."""
    if expected(event) and to_come(event):
        write(event, "cancelled", kept(event.appointment))


def erased(event: IAppointmentErased) -> None:
    """Let a cancellation still be told: what its letter needs is kept until it is sent."""
    ledger = ledger_of(event.object)
    for _key, parcel in ledger.outbox.parcels() if ledger is not None else ():
        if (
            parcel.reference == event.appointment.reference
            and parcel.kind == "cancelled"
            and not parcel.facts
        ):
            parcel.facts = kept(event.appointment)


def expected(event: IAppointmentEvent) -> bool:
    """Whether the visitor is still expected: not cancelled, not expired, not there already."""
    return state_of(event.appointment, clock.now()) in UPCOMING


def again(event: IAppointmentTransitioned) -> bool:
    """Whether it takes place after all: its visitor was told that it is cancelled."""
    return ("state", "cancelled", "confirmed") in event.appointment.history[-1].changes


def to_come(event: IAppointmentEvent) -> bool:
    """Whether the appointment has not begun yet."""
    return bool(event.appointment.start_at > clock.now())


def write(event: IAppointmentEvent, kind: str, facts: Mapping[str, Any] | None = None) -> None:
    """Have the visitor written to, if there is an address."""
    appointment = event.appointment
    if appointment.email:
        post(event.object, Parcel(kind, reference=appointment.reference, facts=facts))
