"""Move one's appointment: place, people and the same columns of slots; one press moves it."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.browser.public.appointment_page import AppointmentPage
from collective.rendezvous.browser.public.choice import Choice
from collective.rendezvous.browser.public.choice import choice
from collective.rendezvous.browser.public.choice import day
from collective.rendezvous.browser.public.columns import SlotColumns
from collective.rendezvous.browser.public.places import Place
from collective.rendezvous.browser.public.places import places
from collective.rendezvous.browser.public.week import last_day
from collective.rendezvous.browser.public.week import monday
from collective.rendezvous.browser.public.week import Week
from collective.rendezvous.browser.public.week import week
from collective.rendezvous.browser.public.wishes import Wishes
from collective.rendezvous.scheduling.office import AppointmentType
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from typing import Any
from urllib.parse import urlencode


class MovePage(SlotColumns, Wishes, AppointmentPage):
    """Shows the slots, at the same place and for as many people unless others are chosen."""

    heading = _("Move my appointment")
    template = ViewPageTemplateFile("templates/move.pt")
    kept: list[tuple[str, str]] = []
    form_method = "get"
    hold_id = ""

    def answer(self) -> Any:
        """Show the slots, or move."""
        if self.posted:
            return self._move()
        return self.template() if self.movable else self.redirect(self.manage_url)

    def _move(self) -> str:
        self.check_form()
        data = {
            "start": self.request.form.get("start"),
            "counters": sorted(self.choice.place.ids) if self.choice.place else None,
            "people": self.people,
        }
        manage, move = self.manage_url, self.shown_url
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
    def places(self) -> list[Place]:
        """Where people are received for it."""
        return places(self.office, self.appointment.type_uid)

    @property
    def several_places(self) -> bool:
        """Whether there is a place to choose."""
        return len(self.places) > 1

    @cached_property
    def choice(self) -> Choice:
        """What is chosen: as it was booked, where nothing else is; no place where that one is gone."""
        form, seen = self.request.form, self.appointment
        asked = choice(form, self.type, self.places)
        own = next((place for place in self.places if seen.counter_uid in place.uids), None)
        return Choice(
            place=asked.place if "place" in form and self.several_places else own,
            people=asked.people if "people" in form else min(seen.people, self.type.max_people),
        )

    @property
    def people(self) -> int:
        """How many people come."""
        return self.choice.people

    @property
    def chosen(self) -> dict[str, str]:
        """The choice as it stands in an address; one person is told, too."""
        return {**self.choice.parameters, "people": str(self.people)}

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The key and the choice."""
        return [*super().hidden, *self.chosen.items()]

    @property
    def carried_on(self) -> list[tuple[str, str]]:
        """What the form for another place carries: the key."""
        return super().hidden

    @property
    def form_url(self) -> str:
        """Where the form that shows other slots leads."""
        return self.move_action

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
        query = self.query_of(self.choice, first)
        return week(self.office, query, self.desk.slots(query, self.words.language), self.today)

    def week_url(self, first: date) -> str:
        """Return the address of a week."""
        return f"{self.shown_url}&{urlencode({'from': first.isoformat()})}#week"

    @property
    def shown_url(self) -> str:
        """The address of this page with what is chosen."""
        return f"{self.move_url}&{urlencode(self.chosen)}"

    @property
    def move_action(self) -> str:
        """Where the form leads; the key travels in it, not in the address."""
        return self.move_url.partition("?")[0]
