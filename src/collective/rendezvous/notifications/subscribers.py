"""Who is written to when something happens to an appointment."""

from collective.rendezvous import clock
from collective.rendezvous.booking.events import IAppointmentBooked
from collective.rendezvous.booking.events import IAppointmentDeleted
from collective.rendezvous.booking.events import IAppointmentEvent
from collective.rendezvous.booking.events import IAppointmentMoved
from collective.rendezvous.booking.events import IAppointmentTransitioned
from collective.rendezvous.notifications.facts import facts_of
from collective.rendezvous.notifications.letter import letter
from collective.rendezvous.notifications.post import post
from collective.rendezvous.scheduling.states import UPCOMING

import logging


logger = logging.getLogger(__name__)


def booked(event: IAppointmentBooked) -> None:
    """Confirm, or ask for a confirmation."""
    write(event, "please_confirm" if event.appointment.state == "pending" else "confirmed")


def moved(event: IAppointmentMoved) -> None:
    """Tell the new time or place, while somebody is still expected."""
    if event.appointment.state in UPCOMING and {"start", "type"} & event.fields:
        write(event, "changed")


def transitioned(event: IAppointmentTransitioned) -> None:
    """Tell what was confirmed or cancelled."""
    if event.transition == "confirm":
        write(event, "confirmed")
    elif event.transition == "cancel" and to_come(event):
        write(event, "cancelled")


def deleted(event: IAppointmentDeleted) -> None:
    """Tell that it will not take place, unless it is over or cancelled already."""
    if event.appointment.state in UPCOMING and to_come(event):
        write(event, "cancelled")


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
