"""Move one's appointment: the same columns of slots, one press moves it (mock 05, move)."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public.appointment_page import AppointmentPage
from collective.rendezvous.browser.public.choice import day
from collective.rendezvous.browser.public.columns import SlotColumns
from collective.rendezvous.browser.public.places import Place
from collective.rendezvous.browser.public.places import places
from collective.rendezvous.browser.public.week import last_day
from collective.rendezvous.browser.public.week import monday
from collective.rendezvous.browser.public.week import Week
from collective.rendezvous.browser.public.week import week
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.slots import Query
from datetime import date
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any
from urllib.parse import urlencode


class MovePage(SlotColumns, AppointmentPage):
    """Shows the slots at the same place, for as many people."""

    heading = _("Move my appointment")
    template = ViewPageTemplateFile("templates/move.pt")
    kept = ()

    def answer(self) -> Any:
        """Show the slots, or move."""
        if self.posted:
            return self._move()
        return self.template() if self.movable else self.redirect(self.manage_url)

    def _move(self) -> str:
        self.check_form()
        data = {
            "start": self.request.form.get("start"),
            "counters": sorted(self.place.ids) if self.place else None,
        }
        manage, move = self.manage_url, self.move_url
        try:
            self.desk.move(self.reference, data, self.key)
        except (Invalid, Refused):
            told = self.words.say(_("this time is not free any more. Your appointment has not changed."))
            return self._told(told, "warning", move)
        except BookingError as error:
            return self._told(of_error(error, self.words.language), "warning", manage)
        return self._told(self.words.say(_("your appointment has moved.")), "info", manage)

    def _told(self, told: str, kind: str, url: str) -> str:
        IStatusMessage(self.request).add(told, type=kind)
        return self.redirect(url)

    @property
    def type(self) -> AppointmentType:
        """Its type, which exists where it is movable."""
        assert self.kind is not None
        return self.kind

    @cached_property
    def place(self) -> Place | None:
        """The place it is at; None where that is gone: any."""
        among = places(self.office, self.appointment.type_uid)
        return next((place for place in among if self.appointment.counter_uid in place.uids), None)

    @cached_property
    def today(self) -> date:
        """Today, in the section's zone."""
        return self.now.date()

    @cached_property
    def from_day(self) -> date:
        """The day whose week is shown: the one asked for, else the appointment's."""
        asked = day(self.request.form.get("from")) or self.start.date()
        return min(max(asked, self.today), last_day(self.type, self.today))

    @cached_property
    def week(self) -> Week:
        """The week to show."""
        first = monday(self.from_day)
        query = Query(
            self.type.uid,
            first,
            first + timedelta(days=6),
            self.appointment.people,
            self.place.uids if self.place else None,
        )
        return week(self.office, query, self.desk.slots(query, self.words.language), self.today)

    def week_url(self, first: date) -> str:
        """Return the address of a week."""
        return f"{self.move_url}&{urlencode({'from': first.isoformat()})}#week"

    @property
    def move_action(self) -> str:
        """Where the form leads; the key travels in it, not in the address."""
        return self.move_url.partition("?")[0]
