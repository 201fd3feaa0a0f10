"""Choose a place, a number of people, a day and an hour (screen B)."""

from collective.rendezvous import _
from collective.rendezvous.browser.public.choice import Choice
from collective.rendezvous.browser.public.choice import day
from collective.rendezvous.browser.public.columns import SlotColumns
from collective.rendezvous.browser.public.places import Place
from collective.rendezvous.browser.public.suspended import unless_closed
from collective.rendezvous.browser.public.waiting.drawn import WithJoinForm
from collective.rendezvous.browser.public.week import last_day
from collective.rendezvous.browser.public.week import monday
from collective.rendezvous.browser.public.week import Week
from collective.rendezvous.browser.public.week import week
from collective.rendezvous.scheduling.slots import Query
from collective.rendezvous.scheduling.slots import Slot
from datetime import date
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode


class ChoosePage(SlotColumns, WithJoinForm):
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

    @cached_property
    def firsts(self) -> dict[Place | None, Slot | None]:
        """The first free slot at each place; of the only place under None."""
        among = self.places if self.several_places else [None]
        queries = [self._query(Choice(place, self.people), self.today) for place in among]
        return dict(zip(among, self.desk.firsts(queries, self.hold_id), strict=True))

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
        query = self._query(self.choice, monday(self.from_day))
        return week(self.office, query, self.desk.slots(query, self.words.language, self.hold_id), self.today)

    def _query(self, choice: Choice, first: date) -> Query:
        last = first + timedelta(days=6)
        return Query(self.type.uid, first, last, choice.people, choice.counters)

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
    def asks(self) -> bool:
        """Whether there is a place or a number of people to choose."""
        return self.several_places or self.type.max_people > 1

    @property
    def narrowed(self) -> bool:
        """Whether fewer people might find a slot."""
        return self.people > 1

    @property
    def place_items(self) -> list[dict[str, Any]]:
        """The places, each with its first free moment."""
        return [self._place_item(number, place) for number, place in enumerate(self.places, 1)]

    def _place_item(self, number: int, place: Place) -> dict[str, Any]:
        first = self.firsts[place]
        return {
            "html_id": f"place-{number}",
            "place": place,
            "checked": place == self.choice.place,
            "first": self.words.moment(first.start) if first else "",
            "datetime": self.datetime(first.start) if first else None,
        }

    @property
    def people_options(self) -> list[dict[str, Any]]:
        """How many people may come together, and how long that takes; empty where only one may."""
        numbers = range(1, self.type.max_people + 1)
        return [self._people_option(number) for number in numbers] if len(numbers) > 1 else []

    def _people_option(self, number: int) -> dict[str, Any]:
        phrase = _("1 person: ${length}") if number == 1 else _("${number} people: ${length}")
        length = self.words.length(self.type.length(number))
        label = self.words.say(phrase, number=number, length=length)
        return {"value": number, "label": label, "selected": number == self.people}
