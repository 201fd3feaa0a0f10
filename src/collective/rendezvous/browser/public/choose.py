"""Choose a place, a number of people, a day and an hour (screen B)."""

from collective.rendezvous import _
from collective.rendezvous.browser.public.choice import Choice
from collective.rendezvous.browser.public.choice import day
from collective.rendezvous.browser.public.columns import SlotColumns
from collective.rendezvous.browser.public.suspended import unless_closed
from collective.rendezvous.browser.public.waiting.drawn import WithJoinForm
from collective.rendezvous.browser.public.week import last_day
from collective.rendezvous.browser.public.week import monday
from collective.rendezvous.browser.public.week import Week
from collective.rendezvous.browser.public.week import week
from collective.rendezvous.browser.public.wishes import Wishes
from collective.rendezvous.scheduling.slots import Slot
from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


class ChoosePage(SlotColumns, Wishes, WithJoinForm):
    """The slots of a type, week by week.

    `kept` are the details that somebody typed before coming back here, as pairs for hidden fields: while
    there are any, every control is a button in a POST form, so that nothing is lost on the way.
    """

    step = 2
    heading = _("Choose a date and a time")
    template = ViewPageTemplateFile("templates/choose.pt")
    nothing = ViewPageTemplateFile("templates/nothing_free.pt")
    kept: list[tuple[str, str]] = []

    @unless_closed
    def answer(self) -> Any:
        """Show the slots, or what to do where there are none."""
        if not any(self.firsts.values()):
            self.heading = _("No free date for now")
            return self.nothing()
        return self.template()

    @cached_property
    def today(self) -> date:
        """Today, in the section's zone."""
        return self.now.date()

    @cached_property
    def last_day(self) -> date:
        """The last day that is open to booking."""
        return last_day(self.type, self.today)

    @property
    def people(self) -> int:
        """How many people come."""
        return self.asked.people

    @cached_property
    def choice(self) -> Choice:
        """What is chosen; the place, where none is, is the first one with a free date."""
        chosen = self.asked
        if "place" in self.request.form or chosen.place is None:
            return chosen
        free = (place for place, first in self.firsts.items() if first)
        return Choice(next(free, chosen.place), chosen.people, chosen.start)

    @property
    def first(self) -> Slot | None:
        """The first free slot at the place that is chosen."""
        return self.firsts[self.choice.place]

    @cached_property
    def from_day(self) -> date:
        """The day whose week is shown: the one asked for, else that of the first free slot."""
        asked = day(self.request.form.get("from"))
        if asked is None:
            return self.first.start.date() if self.first else self.today
        return min(max(asked, self.today), self.last_day)

    @cached_property
    def week(self) -> Week:
        """The week to show."""
        query = self.query_of(self.choice, monday(self.from_day))
        return week(self.office, query, self.desk.slots(query, self.words.language, self.hold_id), self.today)

    def week_url(self, first: date) -> str:
        """Return the address of a week."""
        return f"{self.type_url}?{urlencode({**self.choice.parameters, 'from': first.isoformat()})}#week"

    @property
    def waiting_url(self) -> str:
        """Where one asks to be told of a time that comes free, from the week that is shown on."""
        query = urlencode({**self.choice.parameters, "from": self.from_day.isoformat()})
        return f"{self.join_url}?{query}"

    @property
    def form_url(self) -> str:
        """Where the forms that show other slots lead."""
        return self.details_url if self.kept else self.type_url

    @property
    def form_method(self) -> str:
        """How they get there."""
        return "post" if self.kept else "get"

    @property
    def hidden(self) -> list[tuple[str, str]]:
        """The choice, and what was typed before."""
        return [*self.choice.parameters.items(), *self.kept]

    @property
    def carried_on(self) -> list[tuple[str, str]]:
        """What the form for another place carries: what was typed before."""
        return self.kept

    @property
    def narrowed(self) -> bool:
        """Whether fewer people might find a slot."""
        return self.people > 1
