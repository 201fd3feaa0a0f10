"""The form that asks for the place and the number of people; for pages that show slots."""

from collective.rendezvous import _
from collective.rendezvous.booking.desk import Desk
from collective.rendezvous.browser.public.choice import Choice
from collective.rendezvous.browser.public.page import Page
from collective.rendezvous.browser.public.places import Place
from collective.rendezvous.browser.words import Words
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.slots import Query
from collective.rendezvous.scheduling.slots import Slot
from datetime import date
from datetime import timedelta
from functools import cached_property
from typing import Any


class Wishes:
    """What is offered to choose from, and which of it is chosen."""

    choice: Choice
    desk: Desk
    hold_id: str
    people: int
    places: list[Place]
    several_places: bool
    today: date
    type: AppointmentType
    words: Words

    @property
    def asks(self) -> bool:
        """Whether there is a place or a number of people to choose."""
        return self.several_places or self.type.max_people > 1

    @cached_property
    def firsts(self) -> dict[Place | None, Slot | None]:
        """The first free slot at each place; of the only place under None."""
        among = self.places if self.several_places else [None]
        queries = [self.query_of(Choice(place, self.people), self.today) for place in among]
        return dict(zip(among, self.desk.firsts(queries, self.hold_id), strict=True))

    def query_of(self, choice: Choice, first: date) -> Query:
        """Return the question for the week that begins on that day."""
        last = first + timedelta(days=6)
        return Query(self.type.uid, first, last, choice.people, choice.counters)

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
            "datetime": Page.datetime(first.start) if first else None,
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
