"""Who is written to when something happens to an appointment."""

from collective.rendezvous import clock
from collective.rendezvous.booking.events import IAppointmentBooked
from collective.rendezvous.booking.events import IAppointmentChanged
from collective.rendezvous.booking.events import IAppointmentDeleted
from collective.rendezvous.booking.events import IAppointmentEvent
from collective.rendezvous.booking.events import IAppointmentProposed
from collective.rendezvous.booking.events import IAppointmentTransitioned
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.notifications.facts import facts_of
from collective.rendezvous.notifications.letter import letter
from collective.rendezvous.notifications.post import post
from collective.rendezvous.scheduling.states import UPCOMING

import logging


logger = logging.getLogger(__name__)


def booked(event: IAppointmentBooked) -> None:
    """Confirm, or ask for a confirmation."""
    write(event, "please_confirm" if event.appointment.state == "pending" else "confirmed")


def changed(event: IAppointmentChanged) -> None:
    """Tell another date, time or type, and whatever else staff want told, while somebody is expected."""
    if expected(event) and (event.tell or {"start", "type"} & event.fields):
        write(event, "changed" if "start" in event.fields else "updated")


def proposed(event: IAppointmentProposed) -> None:
    """Ask to choose another date."""
    write(event, "proposal")


def transitioned(event: IAppointmentTransitioned) -> None:
    """Tell what was confirmed or cancelled."""
    if event.transition == "confirm":
        write(event, "confirmed")
    elif event.transition == "cancel" and to_come(event):
        write(event, "cancelled")


def deleted(event: IAppointmentDeleted) -> None:
    """Tell that it will not take place, unless it is over or cancelled already."""
    if expected(event) and to_come(event):
        write(event, "cancelled")


def expected(event: IAppointmentEvent) -> bool:
    """Whether the visitor is still expected: not cancelled, not expired, not there already."""
    return state_of(event.appointment, clock.now()) in UPCOMING


def to_come(event: IAppointmentEvent) -> bool:
    """Whether the appointment has not begun yet."""
    return bool(event.appointment.start_at > clock.now())


def write(event: IAppointmentEvent, kind: str) -> None:
    """Write to the visitor, if there is an address; whatever is wrong with it, the booking stands."""
    recipient = event.appointment.email
    if not recipient:
        return
    try:
        post(letter(event.object, kind, facts_of(event.object, event.appointment), recipient))
    except (ValueError, LookupError):
        logger.exception("No mail could be written for %s", event.appointment.reference)
