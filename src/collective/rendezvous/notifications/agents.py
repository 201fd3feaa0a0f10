"""Agents are told of what others do with their appointments, where the section wants it."""

from collective.rendezvous import clock
from collective.rendezvous.booking.events import IAppointmentBooked
from collective.rendezvous.booking.events import IAppointmentDeleted
from collective.rendezvous.booking.events import IAppointmentEvent
from collective.rendezvous.booking.events import IAppointmentMoved
from collective.rendezvous.booking.events import IAppointmentTransitioned
from collective.rendezvous.ledger.parcel import Parcel
from collective.rendezvous.notifications.of_appointment import kept
from collective.rendezvous.notifications.post import post
from typing import Any


NOBODY = {"civility": "", "first_name": "", "last_name": "", "email": ""}
"""What is left of the visitor in a parcel to an agent: nothing."""


def booked(event: IAppointmentBooked) -> None:
    """Tell of a new one; of a pending one once it is confirmed."""
    if event.appointment.state == "confirmed":
        tell(event, "new")


def moved(event: IAppointmentMoved) -> None:
    """Tell of another time; or tell both agents that it changes hands."""
    if event.appointment.state != "confirmed":
        return
    if event.left_agent == event.appointment.agent_uid:
        tell(event, "moved", was=event.left_start)
    else:
        tell(event, "left", agent=event.left_agent, was=event.left_start)
        tell(event, "new")


def transitioned(event: IAppointmentTransitioned) -> None:
    """Tell of what is confirmed, for the first time or again, and of what is cancelled."""
    changes = event.appointment.history[-1].changes
    before = next((old for name, old, _new in changes if name == "state"), "")
    if event.appointment.state == "confirmed" and before in ("pending", "cancelled"):
        tell(event, "new")
    elif event.appointment.state == "cancelled" and before == "confirmed":
        tell(event, "cancelled")


def deleted(event: IAppointmentDeleted) -> None:
    """Tell of one that somebody would have come for."""
    if event.appointment.state == "confirmed":
        tell(event, "cancelled", **{**kept(event.appointment), **NOBODY})


def tell(event: IAppointmentEvent, what: str, agent: str = "", **facts: Any) -> None:
    """Have an agent written to about one to come, its own unless told; nobody is told what they did."""
    section, appointment = event.object, event.appointment
    agent = agent or appointment.agent_uid
    start = max(appointment.start, facts.get("was", 0))
    to_come = start * 60 > clock.now().timestamp()
    if section.notify_agents and to_come and event.actor.agent != agent:
        known = {"what": what, "agent": agent, **facts}
        post(section, Parcel("agent_told", reference=appointment.reference, facts=known))
