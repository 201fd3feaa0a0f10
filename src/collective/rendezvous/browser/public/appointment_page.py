"""What the pages about one appointment have in common."""

from collective.rendezvous import _
from collective.rendezvous.addresses import manage_url
from collective.rendezvous.booking.erasing import erasable
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.booking.opening import changeable
from collective.rendezvous.booking.opening import notice
from collective.rendezvous.booking.opening import state_of
from collective.rendezvous.browser.public import summary
from collective.rendezvous.browser.public.page import Page
from collective.rendezvous.browser.public.page import rich
from collective.rendezvous.browser.public.summary import Row
from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Counter
from collective.rendezvous.scheduling.states import UPCOMING
from collective.rendezvous.words.addresses import where
from datetime import datetime
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class AppointmentPage(Page):
    """A page that the key of an appointment opens; without it, one that helps to find the link (404)."""

    reference = ""
    dead = ViewPageTemplateFile("templates/dead_link.pt")

    def __call__(self) -> Any:
        """Open the appointment before anything else."""
        self.prepare()
        try:
            self.appointment = self.opened()
        except Unknown:
            self.heading, self.step = _("This link opens no appointment"), 0
            self.request.response.setStatus(404)
            return self.dead()
        return self.answered()

    def opened(self) -> Appointment:
        """Return the appointment; raise Unknown if the key does not open it."""
        return self.desk.read(self.reference, self.key)

    @property
    def key(self) -> str:
        """The key that came with the request."""
        key = self.request.form.get("key")
        return key if isinstance(key, str) else ""

    @cached_property
    def kind(self) -> AppointmentType | None:
        """Its type as it is set up today, None where that is gone."""
        return self.office.types.get(self.appointment.type_uid)

    @cached_property
    def counter(self) -> Counter | None:
        """Its counter as it is set up today, None where that is gone."""
        return self.office.counters.get(self.appointment.counter_uid)

    @cached_property
    def content(self) -> Any:
        """The content of its type, None where that is gone."""
        return self.section.get(self.kind.id) if self.kind else None

    @cached_property
    def start(self) -> datetime:
        """When it begins, in the section's zone."""
        return self.appointment.start_at.astimezone(self.office.zone)

    @cached_property
    def until(self) -> datetime | None:
        """When a pending one lapses."""
        until = self.appointment.until
        return datetime.fromtimestamp(until, self.office.zone) if until else None

    @property
    def deadline(self) -> datetime:
        """Until when it can be cancelled or moved."""
        hours = notice(self.appointment, self.office)
        return (self.appointment.start_at - timedelta(hours=hours)).astimezone(self.office.zone)

    @property
    def state_name(self) -> str:
        """Its state, as it is told."""
        return state_of(self.appointment, self.now)

    @property
    def to_come(self) -> bool:
        """Whether somebody is still expected."""
        return self.state_name in UPCOMING and self.start > self.now

    @cached_property
    def cancellable(self) -> bool:
        """Whether its citizen may still cancel it."""
        try:
            changeable(self.appointment, self.office, self.now)
        except BookingError:
            return False
        return True

    @property
    def movable(self) -> bool:
        """Whether its citizen may still move it."""
        return self.cancellable and self.kind is not None and self.kind.active

    @property
    def erasable(self) -> bool:
        """Whether its citizen may have it erased: it is over, or will not take place."""
        return erasable(self.appointment, self.office.zone, self.now)

    @property
    def documents(self) -> list[dict[str, Any]]:
        """What to bring."""
        return self.content.documents or [] if self.content is not None else []

    @property
    def instructions(self) -> str:
        """What else to know, as safe HTML."""
        return rich(self.content.instructions, self.content) if self.content is not None else ""

    @property
    def access(self) -> list[str]:
        """How to get in, line by line."""
        return self.counter.access.splitlines() if self.counter else []

    def url(self, page: str = "") -> str:
        """Return the address of one of its pages."""
        return manage_url(self.section_url, self.appointment.reference, self.appointment.key, page)

    @property
    def manage_url(self) -> str:
        """The address of its first page."""
        return self.url()

    @property
    def ics_url(self) -> str:
        """The address of its calendar file."""
        return self.url("ics")

    @property
    def cancel_url(self) -> str:
        """The address that asks whether to cancel it."""
        return self.url("cancel")

    @property
    def move_url(self) -> str:
        """The address at which one moves it."""
        return self.url("move")

    @property
    def erase_url(self) -> str:
        """The address that asks whether to erase what is kept of it."""
        return self.url("erase")

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """What a form about it carries."""
        return [("key", self.key)]

    @property
    def summary(self) -> list[Row]:
        """What, when, where, for whom."""
        seen = self.appointment
        length = self.words.length(seen.length)
        address = self.counter.address if self.counter else ""
        name = " ".join(filter(None, (seen.civility, seen.first_name, seen.last_name)))
        rows = [
            Row(summary.REASON, [seen.type_title]),
            Row(
                summary.WHEN,
                [self.words.moment(self.start, year=True)],
                moment=self.datetime(self.start),
                strong=True,
                after=self.words.say(summary.FOR_SO_LONG, length=length),
            ),
            Row(summary.WHERE, where(seen.counter_title, address)),
            Row(summary.WHO, [name]),
            Row(summary.REFERENCE, [seen.reference], css="font-monospace"),
        ]
        if seen.people > 1:
            rows.insert(2, Row(summary.PEOPLE, [str(seen.people)]))
        return rows
