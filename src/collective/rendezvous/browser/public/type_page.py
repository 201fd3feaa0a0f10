"""What the pages about one type of appointment have in common."""

from Acquisition import aq_inner
from collective.rendezvous.browser.public.choice import Choice
from collective.rendezvous.browser.public.choice import choice
from collective.rendezvous.browser.public.page import Page
from collective.rendezvous.browser.public.places import Place
from collective.rendezvous.browser.public.places import places
from collective.rendezvous.scheduling.office import AppointmentType
from functools import cached_property
from typing import Any
from zExceptions import NotFound


HOLD = "hold"
"""The field, and the cookie, with the id of the time that is kept for whoever fills in the form."""


class TypePage(Page):
    """A page whose context is a type; one that the public cannot book has none (404)."""

    @cached_property
    def type(self) -> AppointmentType:
        """The type, as it is set up."""
        uid = self.context.UID()
        found = next((type for type in self.desk.types() if type.uid == uid), None)
        if found is None:
            raise NotFound(self.context.getId())
        return found

    @cached_property
    def places(self) -> list[Place]:
        """Where people are received for it."""
        return places(self.office, self.type.uid)

    @cached_property
    def asked(self) -> Choice:
        """What the request says is chosen."""
        return choice(self.request.form, self.type, self.places)

    @cached_property
    def hold_id(self) -> str:
        """The hold of this browser; empty where there is none."""
        sent = self.request.form.get(HOLD) or self.request.cookies.get(HOLD)
        return sent if isinstance(sent, str) else ""

    @property
    def choice(self) -> Choice:
        """What is chosen so far."""
        return self.asked

    @property
    def several_places(self) -> bool:
        """Whether there is a place to choose."""
        return len(self.places) > 1

    @property
    def place(self) -> Place | None:
        """The place that is chosen, or the only one."""
        return self.choice.place or next(iter(self.places), None)

    @property
    def length(self) -> str:
        """How long it takes, for as many people as chosen."""
        return self.words.length(self.type.length(self.choice.people))

    @property
    def color_style(self) -> str | None:
        """The type's colour, as a style."""
        return f"--rdv-color: {self.type.color}" if self.type.color else None

    @property
    def documents(self) -> list[dict[str, Any]]:
        """What to bring."""
        return self.context.documents or []

    @property
    def type_url(self) -> str:
        """The address of the type, where one chooses a slot."""
        return str(aq_inner(self.context).absolute_url())

    @property
    def back_url(self) -> str:
        """The address of the step before: what one comes for."""
        return self.section_url

    @property
    def details_url(self) -> str:
        """The address of the next step."""
        return f"{self.type_url}/@@details"
