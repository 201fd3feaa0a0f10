"""Appointments as rows of a table."""

from collective.rendezvous import _
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.browser.staff.steps import Step
from collective.rendezvous.browser.staff.steps import steps
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.ledger.instants import instant
from collective.rendezvous.scheduling.states import OCCUPYING
from collective.rendezvous.scheduling.zone import end_of
from collective.rendezvous.words.states import STATES
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode


ONE_PRESS = {"arrived": ("honour", "undo")}
ALL_PRESSES = ("arrive", "honour", "no_show", "undo")
"""The steps that a row offers, by state where not all; the rest is on the appointment's own page."""

ICONS = {
    "honoured": ("check-circle", "text-success me-1"),
    "no_show": ("person-x", "me-1"),
    "pending": ("hourglass", "me-1"),
    "cancelled": ("x-circle", "me-1"),
    "expired": ("x-circle", "me-1"),
}


@dataclass(frozen=True)
class Row:
    """One appointment; `css` strikes through what will not take place, `phone` is spoken,
    `changed` is when it last was, in seconds since the epoch; `cancel_url` asks before it is cancelled."""

    reference: str
    url: str
    start: datetime
    end: datetime
    visitor: str
    phone: str
    type: str
    style: str | None
    counter: str
    agent: str
    people: int
    state: str
    said: str
    icon: str
    css: str
    changed: int
    steps: list[Step]
    cancel_url: str


def row(page: StaffPage, appointment: Appointment) -> Row:
    """The row of an appointment on a page of staff."""
    state = state_of(appointment, page.now)
    start = appointment.start_at.astimezone(page.office.zone)
    kind = page.office.types.get(appointment.type_uid)
    actions = page.desk.actions(appointment) if page.takes_steps else ()
    offered = steps(
        appointment, state, actions, start.date() <= page.today, ONE_PRESS.get(state, ALL_PRESSES)
    )
    off = state not in OCCUPYING and state != "no_show"
    opens = "rendezvous-edit" if page.takes_steps and not appointment.erased else "appointment-for-staff"
    return Row(
        reference=appointment.reference,
        url=page.view_url(f"{opens}/{appointment.reference}"),
        start=start,
        end=end_of(start, appointment.length),
        visitor=names.visitor(appointment, page.words),
        phone=page.words.phone(appointment.phone).text if appointment.phone else "",
        type=appointment.type_title,
        style=f"--rdv-color: {kind.color}" if kind and kind.color else None,
        counter=appointment.counter_title,
        agent=names.short(appointment.agent_title),
        people=appointment.people,
        state=state,
        said=said(page, appointment, state),
        icon=page.icon(*ICONS[state]) if state in ICONS else "",
        css="is-off" if off else "",
        changed=appointment.history[-1].when if appointment.history else 0,
        steps=offered,
        cancel_url=_cancel_url(page, appointment) if "cancel" in actions else "",
    )


def _cancel_url(page: StaffPage, appointment: Appointment) -> str:
    """The page that asks, and leads back to where the row stands."""
    back = getattr(page, "back", "")
    query = f"?{urlencode({'back': back})}" if back else ""
    return page.view_url(f"rendezvous-cancel/{appointment.reference}") + query


def said(page: StaffPage, appointment: Appointment, state: str) -> str:
    """The state in words, with the hour of the arrival while somebody waits."""
    spoken = page.words.say(STATES[state])
    if state != "arrived":
        return spoken
    came = next((change for change in reversed(appointment.history) if change.action == "arrive"), None)
    if came is None:
        return spoken
    hour = instant(came.when // 60).astimezone(page.office.zone)
    return page.words.say(_("${state} at ${hour}"), state=spoken, hour=page.words.hour(hour))
