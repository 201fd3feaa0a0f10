"""What stands in a column of the planning: appointments, and free time to add one."""

from collective.rendezvous import _
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.browser.staff import names
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.browser.staff.planning.lanes import Lane
from collective.rendezvous.browser.staff.rows import ICONS
from collective.rendezvous.browser.staff.rows import said
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.zone import at
from dataclasses import dataclass
from datetime import date
from datetime import datetime


SHORT = 30
"""Below so many minutes an appointment has one line."""

GONE = ("cancelled", "expired")


@dataclass(frozen=True)
class Entry:
    """A link in a column, from a minute of the day on for so many.

    `free`: nobody has it yet; `gone`: it does not take place any more.
    """

    url: str
    start: datetime
    minute: int
    length: int
    free: bool = False
    gone: bool = False
    lane: Lane = Lane(0, 1)
    name: str = ""
    more: str = ""
    hidden: str = ""
    icon: str = ""
    css: str = ""
    color: str = ""

    @property
    def end(self) -> int:
        """The minute of the day at which it ends."""
        return self.minute + self.length

    def within(self, low: int, high: int) -> bool:
        """Whether all of it is between two minutes."""
        return low <= self.minute and self.end <= high

    @property
    def place(self) -> str:
        """Where it stands, for the style sheet."""
        lane, lanes = self.lane
        return f"--from: {self.minute}; --len: {self.length}; --lane: {lane}; --lanes: {lanes}"

    @property
    def style(self) -> str | None:
        """The colour of its type."""
        return f"--rdv-color: {self.color}" if self.color else None


def booked(page: StaffPage, appointment: Appointment, wide: bool) -> Entry:
    """An appointment; `wide`: its column has room for the whole name, type and state."""
    state = state_of(appointment, page.now)
    start = appointment.start_at.astimezone(page.office.zone)
    kind = page.office.types.get(appointment.type_uid)
    minute = start.hour * 60 + start.minute
    length = min(appointment.length, 1440 - minute)
    spoken = f"{appointment.type_title}, {said(page, appointment, state).lower()}"
    with_whom = ", ".join(filter(None, (appointment.agent_title, appointment.counter_title)))
    css = " ".join(
        name
        for name, true in (
            ("rdv-item", True),
            ("is-short", length < SHORT),
            ("is-cancelled", state in GONE),
            ("is-pending", state == "pending"),
        )
        if true
    )
    return Entry(
        url=page.view_url(f"rendezvous-edit/{appointment.reference}")
        if page.takes_steps and not appointment.erased
        else page.view_url(f"appointment-for-staff/{appointment.reference}"),
        start=start,
        minute=minute,
        length=length,
        gone=state in GONE,
        name=names.visitor(appointment, page.words) if wide else names.brief(appointment, page.words),
        more=spoken if wide else "",
        hidden=f", {with_whom}" if wide else f", {spoken}, {with_whom}",
        icon=page.icon(*ICONS[state]) if state in ICONS else "",
        css=css,
        color=kind.color if kind and kind.color else "",
    )


def opening(page: StaffPage, day: date, piece: tuple[int, int], url: str) -> Entry:
    """Free time; `url` ends where the start is to be added."""
    first, last = piece
    start = at(page.office.zone, day, first)
    told = page.words.say(_(", free: add an appointment"))
    return Entry(
        url=url + start.isoformat().replace("+", "%2B"),
        start=start,
        minute=first,
        length=last - first,
        free=True,
        hidden=told,
        css="rdv-free is-quiet",
    )
